"""Places in a Python file for small mutations, from which ``mutations.py`` draws."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

TEXT = 0.05  # Weight of a string that is not a message.
TABLE = 0.2  # Weight of a number in a table.
USUAL = 1.0  # Weight of all other places.
BIG = 100  # Numbers from here on are scaled, because adding 1 would not matter.
SHARES = (0.5, 0.75, 1.1, 1.5)

COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
}
ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "//"),
    ast.Pow: ("**", "*"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
    ast.BitXor: ("^", "|"),
}
SWAPPED = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "minimum": "maximum",
    "maximum": "minimum",
    "argmin": "argmax",
    "argmax": "argmin",
}
SETTLED = {"strict", "maxsize", "slots", "encoding"}  # Arguments that are guards or optimizations.
TYPING = {"cast", "TypeVar", "ParamSpec", "NewType", "NamedTuple", "Literal", "Annotated"}
BUILT_IN = {"bool", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"}
PROSE = 3  # Number of words from which a string is a message.


class Edit(NamedTuple):
    """A range of bytes and its replacement."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """A place with one or more possible mutations.

    Attributes:
        sort: Type of the mutation.
        edits: The possible edits.
        weight: Relative frequency of being drawn.
    """

    sort: str
    edits: tuple[Edit, ...]
    weight: float = USUAL


class Places(ast.NodeVisitor):
    """Visitor that finds all places of a file.

    Attributes:
        found: The places, in the order of the source.
    """

    def __init__(self, source: bytes) -> None:
        self.found: list[Place] = []
        self._source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._returns: list[str] = []
        self._quiet = False  # True inside a message.
        self._weight = USUAL  # Weight of the constants being visited.
        self.visit(ast.parse(source))

    def _span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        last, column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return (
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[last - 1] + column,
        )

    def _text(self, node: ast.expr) -> str:
        start, end = self._span(node)
        return self._source[start:end].decode()

    def _add(self, sort: str, span: tuple[int, int], *new: str, weight: float = USUAL) -> None:
        edits = tuple(Edit(*span, one.encode()) for one in new)
        self.found.append(Place(sort, edits, weight))

    def _between(self, pattern: str, start: int, end: int) -> tuple[int, int]:
        """Return the span of an operator between two expressions, outside comments."""
        for match in re.finditer(rf"#[^\n]*|{pattern}".encode(), self._source[start:end]):
            if not match[0].startswith(b"#"):
                return start + match.start(), start + match.end()
        msg = f"{pattern} not found"
        raise AssertionError(msg)

    def _visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    # Definitions.

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Visit defaults and the body, but not decorators and annotations."""
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        """Visit like a function."""
        self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.visit(node.args)
        self._returns.append(ast.unparse(node.returns) if node.returns else "")
        self._visit_all(node.body)
        self._returns.pop()

    def visit_arguments(self, node: ast.arguments) -> None:
        """Visit defaults; strings in them have full weight."""
        for default in (*node.defaults, *node.kw_defaults):
            self._default(default)

    def _default(self, default: ast.expr | None) -> None:
        if isinstance(default, ast.Constant) and isinstance(default.value, str):
            self._string(default, default.value, USUAL, "default")
        elif default is not None:
            self.visit(default)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Visit the body; values of annotated attributes are treated like defaults."""
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign):
                self._default(statement.value)
            else:
                self.visit(statement)

    # Statements.

    def visit_Expr(self, node: ast.Expr) -> None:
        """Delete the statement, unless it is a docstring."""
        if not isinstance(node.value, ast.Constant):
            self._add("deletion", self._span(node), "pass")
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Delete an assignment to an attribute or item; skip names such as ``__all__``."""
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if any(name.startswith("__") for name in names):
            return
        if not self._returns and _is_type(node.value):
            return
        if not names and not any(isinstance(t, ast.Tuple | ast.List) for t in node.targets):
            self._add("deletion", self._span(node), "pass")
        self._visit_all(target for target in node.targets if not isinstance(target, ast.Name))
        self._value(node.value, message=bool({"msg", "message"} & {*names}))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Visit only the value."""
        name = node.target.id if isinstance(node.target, ast.Name) else ""
        if name.startswith("__") or "TypeAlias" in ast.unparse(node.annotation):
            return
        if node.value is not None:
            self._value(node.value)

    def _value(self, value: ast.expr, *, message: bool = False) -> None:
        table = not self._returns and any(
            isinstance(node, ast.Dict | ast.List | ast.Tuple | ast.Set) for node in ast.walk(value)
        )
        before = self._quiet, self._weight
        self._quiet, self._weight = message or self._quiet, TABLE if table else self._weight
        self.visit(value)
        self._quiet, self._weight = before

    def visit_TypeAlias(self, node: ast.AST) -> None:
        """Skip it."""

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Delete it, or change the operator."""
        self._add("deletion", self._span(node), "pass")
        old, new = ARITHMETIC.get(type(node.op), ("", ""))
        if old and not _is_sequence(node.value):
            end = self._span(node.target)[1]
            sign = self._between(re.escape(old + "="), end, self._span(node.value)[0])
            self._add("arithmetic", sign, new + "=")
        self._visit_all((node.target, node.value))

    def visit_Return(self, node: ast.Return) -> None:
        """Negate a returned boolean, or return ``None``."""
        value = node.value
        if value is None:
            return
        constant = isinstance(value, ast.Constant)
        if self._returns[-1:] == ["bool"]:
            if not constant:
                self._add("return", self._span(value), f"not ({self._text(value)})")
        elif not (constant and ast.unparse(value) == "None"):
            self._add("return", self._span(value), "None")
        self.visit(value)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Visit it without its strings."""
        quiet, self._quiet = self._quiet, True
        self.generic_visit(node)
        self._quiet = quiet

    def visit_Assert(self, node: ast.Assert) -> None:
        """Skip it: it is for the type checker."""

    def visit_Break(self, node: ast.Break) -> None:
        """Replace it with ``continue``."""
        self._add("loop", self._span(node), "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        """Replace it with ``break``."""
        self._add("loop", self._span(node), "break")

    # Conditions.

    def visit_If(self, node: ast.If) -> None:
        """Make the condition constant, except for ``TYPE_CHECKING``."""
        test = ast.unparse(node.test)
        if "TYPE_CHECKING" in test or test.startswith("__name__"):
            return
        self._condition(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Make the condition constant."""
        self._condition(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """Make the condition false; true would loop forever."""
        self._condition(node.test, "False")
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Make each condition constant."""
        for test in node.ifs:
            self._condition(test)
        self.generic_visit(node)

    def visit_match_case(self, node: ast.match_case) -> None:
        """Make the guard constant."""
        if node.guard is not None:
            self._condition(node.guard)
        self.generic_visit(node)

    def _condition(self, test: ast.expr, *forced: str) -> None:
        named = any(isinstance(node, ast.NamedExpr) for node in ast.walk(test))
        if not named and not isinstance(test, ast.Constant):
            self._add("condition", self._span(test), *(forced or ("True", "False")))

    def visit_Compare(self, node: ast.Compare) -> None:
        """Change the comparison."""
        for operator, (left, right) in zip(
            node.ops, pairwise((node.left, *node.comparators)), strict=True
        ):
            old, new = COMPARISONS[type(operator)]
            sign = self._between(old, self._span(left)[1], self._span(right)[0])
            self._add("comparison", sign, *new)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """Swap ``and`` and ``or``."""
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            sign = self._between(old, self._span(left)[1], self._span(right)[0])
            self._add("logic", sign, new)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Delete ``not``, or a minus that is not part of a number."""
        start, operand = self._span(node)[0], self._span(node.operand)[0]
        if isinstance(node.op, ast.Not):
            self._add("logic", (start, start + len("not")), "")
        elif isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
            self._add("arithmetic", self._between("-", start, operand), "")
        self.generic_visit(node)

    # Values.

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Change the operator, except between strings and lists."""
        old, new = ARITHMETIC.get(type(node.op), ("", ""))
        if old and not _is_sequence(node.left) and not _is_sequence(node.right):
            end = self._span(node.left)[1]
            sign = self._between(re.escape(old), end, self._span(node.right)[0])
            self._add("arithmetic", sign, new)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Change the value."""
        value, weight = node.value, self._weight
        if isinstance(value, bool):
            self._add("constant", self._span(node), str(not value), weight=weight)
        elif isinstance(value, int):
            self._add("constant", self._span(node), *_other_integers(value), weight=weight)
        elif isinstance(value, float):
            others = (f"{share * value or share:.6g}" for share in SHARES)
            self._add("constant", self._span(node), *others, weight=weight)
        elif isinstance(value, str | bytes):
            self._string(node, value, TEXT * weight, "text")

    def _string(self, node: ast.expr, value: str | bytes, weight: float, sort: str) -> None:
        read = value if isinstance(value, str) else value.decode("latin-1")
        if self._quiet or len(read.split()) >= PROSE:
            return
        other = value + "X" if isinstance(value, str) else value + b"X"
        new = [repr(other), repr(value[:0])] if value else [repr(other)]
        self._add(sort, self._span(node), *new, weight=weight)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Replace it with an empty string; not all versions of Python locate its parts."""
        text = "".join(str(v.value) for v in node.values if isinstance(v, ast.Constant))
        if not self._quiet and len(text.split()) < PROSE:
            self._add("text", self._span(node), "''", weight=TEXT * self._weight)

    def visit_Call(self, node: ast.Call) -> None:
        """Swap functions such as ``min`` and ``max``."""
        name = _name(node.func)
        if name in TYPING:
            self._visit_all(node.args[1:] if name == "cast" else ())
            return
        if name in SWAPPED:
            end = self._span(node.func)[1]
            self._add("function", (end - len(name), end), SWAPPED[name])
        self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        """Negate ``reverse``; skip some other arguments."""
        if node.arg == "reverse":
            plain = isinstance(node.value, ast.Constant)
            new = "False" if plain else f"not ({self._text(node.value)})"
            self._add("order", self._span(node.value), new)
        elif node.arg not in SETTLED:
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Visit it, unless it is a type."""
        if _name(node.value) not in TYPING:
            self.generic_visit(node)

    def visit_Slice(self, node: ast.Slice) -> None:
        """Shift the start or the end by one."""
        start, end = self._span(node)
        text = self._source[start:end].decode()
        if node.lower is None and node.upper is None:
            return
        if node.lower is None:
            self._add("slice", (start, end), f"1{text}")
        else:
            self._bound(node.lower)
        if node.upper is None:
            after = self._span(node.lower)[1] if node.lower is not None else start
            colon = len(self._source[start : self._between(":", after, end)[1]].decode())
            self._add("slice", (start, end), f"{text[:colon]}-1{text[colon:]}")
        else:
            self._bound(node.upper)
        self._visit_all([node.step])

    def _bound(self, node: ast.expr) -> None:
        """Shift one bound of a slice; a literal bound is not mutated again as a constant."""
        old = self._text(node)
        self._add("slice", self._span(node), f"({old}) + 1", f"({old}) - 1")
        plain = node.operand if isinstance(node, ast.UnaryOp) else node
        if not isinstance(plain, ast.Constant):
            self.visit(node)


def _name(node: ast.expr) -> str:
    """Return the last part of a dotted name; empty for other expressions."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_sequence(node: ast.expr) -> bool:
    """Return True if it is a literal string or list, which supports only concatenation."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | bytes)
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp)


def _is_type(node: ast.expr) -> bool:
    """Return True if a value looks like a type: ``Callable[[str], int]``, ``Kind | None``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _is_type(node.left) or _is_type(node.right)
    if isinstance(node, ast.Subscript):
        name = _name(node.value)
        return name in BUILT_IN or (name[:1].isupper() and not name.isupper())
    return isinstance(node, ast.Name) and node.id in BUILT_IN


def _other_integers(value: int) -> list[str]:
    if abs(value) >= BIG:
        return [str(int(share * value)) for share in SHARES]
    return [str(value + 1), str(value - 1)] if value else ["1"]
