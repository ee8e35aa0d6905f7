"""Measures how the package is put together, from its source read as text.

    python benchmarks/structure.py
    python benchmarks/structure.py --max-depth 8 --max-depth-all 12 --no-duplicates

The depth of imports is how many modules the longest chain has in which each imports the next: once
by the imports at the top of modules, once by those inside functions as well. What only the type
checker imports is left out. ``from variants.x import y`` imports ``variants.x.y`` where that is a
module, else ``variants.x``; the packages around an imported module are not counted with it.

Modules that import each other in a circle are taken together as one step that is as long as they
are many: the longest way through a circle that enters none twice cannot be found in sensible time.
So without circles the depth is exact, and with some it may be too high, never too low.

A room is a package or a single module at the first level. A name that occurs in two rooms, or a
class that is defined twice, has to be told apart by its path. The length of a function is that of
its lines from ``def`` to the end, its docstring included.

The exit code is 1 if a limit that was given is exceeded.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "variants"
LIMITS = (40, 60)  # Lines of a function that are many, and too many.
LONGEST = 10  # Files shown.

Graph = Mapping[str, frozenset[str]]
"""The modules that each module imports."""


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package.

    Attributes:
        name: With dots; that of the package for an ``__init__``.
        path: Where it is.
        room: The first level of its name, below the package; empty for the package itself.
        lines: How many it has.
        tree: What is in it.
    """

    name: str
    path: Path
    room: str
    lines: int
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Chain:
    """Modules of which each imports the next; those of a circle are one step."""

    steps: tuple[tuple[str, ...], ...] = ()

    @property
    def depth(self) -> int:
        """How many modules it has."""
        return sum(map(len, self.steps))


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method: where it is, and how many lines it has."""

    place: str
    lines: int


def main(argv: Sequence[str] | None = None) -> int:
    """Print all figures; return 1 if a limit is exceeded."""
    arguments = _parsed(argv)
    modules = read_modules(arguments.source)
    top, everywhere = (longest_chain(imports_of(modules, inside=i)) for i in (False, True))
    stems, classes = shared_stems(modules), repeated_classes(modules)
    _show_chain("imports at the top of modules", top)
    _show_chain("imports inside functions as well", everywhere)
    _show_repeated("Module names in more than one room", stems)
    _show_repeated("Class names defined more than once", classes)
    _show_sizes(modules)
    exceeded = [
        *_over("imports at the top of modules", top, arguments.max_depth),
        *_over("all imports", everywhere, arguments.max_depth_all),
    ]
    if arguments.no_duplicates and (stems or classes):
        exceeded.append(f"{len(stems)} module names and {len(classes)} class names are not unique")
    for message in exceeded:
        print(message, file=sys.stderr)
    return 1 if exceeded else 0


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--source", type=Path, default=SOURCE, help="the package's folder")
    parser.add_argument("--max-depth", type=int, help="by the imports at the top of modules")
    parser.add_argument("--max-depth-all", type=int, help="by those inside functions as well")
    parser.add_argument(
        "--no-duplicates", action="store_true", help="neither names of modules nor of classes"
    )
    return parser.parse_args(argv)


def read_modules(source: Path) -> dict[str, Module]:
    """Read the files of a package, by their names with dots, in the order of their paths."""
    modules = {}
    source = source.resolve()
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source.parent).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        text = path.read_text(encoding="utf-8")
        name, room = ".".join(parts), ".".join(parts[1:2])
        modules[name] = Module(name, path, room, len(text.splitlines()), ast.parse(text))
    return modules


def imports_of(modules: Mapping[str, Module], *, inside: bool) -> dict[str, frozenset[str]]:
    """The modules that each module imports.

    Args:
        modules: All modules of the package.
        inside: Whether imports inside functions count as well.
    """
    return {
        name: frozenset(_imported(module, modules, inside=inside)) - {name}
        for name, module in modules.items()
    }


def _imported(module: Module, modules: Mapping[str, Module], *, inside: bool) -> Iterator[str]:
    for node in _imports(module.tree, inside=inside):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
            continue
        origin = _origin(node, module)
        for alias in node.names:
            submodule = f"{origin}.{alias.name}"
            if submodule in modules:
                yield submodule
            elif origin in modules:
                yield origin


def _imports(node: ast.AST, *, inside: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    """The statements that import something when the program runs."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        elif inside or not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _imports(child, inside=inside)


def _origin(node: ast.ImportFrom, module: Module) -> str:
    """The module's name behind ``from``, the dots before it resolved."""
    if not node.level:
        return node.module or ""
    up = node.level - (module.path.stem == "__init__")
    parts = module.name.split(".")
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])


def longest_chain(graph: Graph) -> Chain:
    """The longest chain of imports; of several equally long ones the first by name.

    Args:
        graph: The modules that each module imports.
    """
    circles = circles_of(graph)
    number = {name: n for n, circle in enumerate(circles) for name in circle}
    below = {
        n: {number[other] for name in circle for other in graph[name]} - {n}
        for n, circle in enumerate(circles)
    }
    longest: dict[int, Chain] = {}
    for n in TopologicalSorter(below).static_order():
        rest = _first_longest(longest[other] for other in below[n])
        longest[n] = Chain((circles[n], *rest.steps))
    return _first_longest(longest.values())


def _first_longest(chains: Iterable[Chain]) -> Chain:
    return min(chains, key=lambda chain: (-chain.depth, chain.steps), default=Chain())


def circles_of(graph: Graph) -> list[tuple[str, ...]]:
    """The modules, those taken together that reach each other by imports."""
    reached = {name: _reached(name, graph) for name in graph}
    circles = {
        tuple(sorted({name, *(other for other in reached[name] if name in reached[other])}))
        for name in graph
    }
    return sorted(circles)


def _reached(name: str, graph: Graph) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        more = graph[waiting.pop()] - found
        found |= more
        waiting += more
    return found


def shared_stems(modules: Mapping[str, Module]) -> dict[str, list[str]]:
    """The names of files that occur in several rooms, each with its modules.

    Packages have no name of their own here: their files are all called ``__init__``.
    """
    found: dict[str, list[Module]] = defaultdict(list)
    for module in modules.values():
        if not module.path.stem.startswith("__"):
            found[module.path.stem].append(module)
    return {
        stem: [one.name for one in same]
        for stem, same in sorted(found.items())
        if len({one.room for one in same}) > 1
    }


def repeated_classes(modules: Mapping[str, Module]) -> dict[str, list[str]]:
    """The names of classes that are defined several times, each with its modules."""
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module.name)
    return {name: places for name, places in sorted(found.items()) if len(places) > 1}


def functions_of(modules: Mapping[str, Module]) -> list[Function]:
    """All functions and methods, the longest first."""
    found = [
        Function(f"{module.name}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for module in modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return sorted(found, key=lambda function: (-function.lines, function.place))


def _over(what: str, chain: Chain, limit: int | None) -> Iterator[str]:
    if limit is not None and chain.depth > limit:
        yield f"{what}: a chain of {chain.depth} modules, where {limit} are allowed"


def _show_chain(what: str, chain: Chain) -> None:
    print(f"## Depth by {what}: {chain.depth}\n")
    for step in chain.steps:
        print(f"- {step[0]}" if len(step) == 1 else f"- a circle of {len(step)}: {', '.join(step)}")
    print()


def _show_repeated(what: str, places: Mapping[str, Sequence[str]]) -> None:
    print(f"## {what}: {len(places)}\n")
    for name, modules in places.items():
        print(f"- {name}: {', '.join(modules)}")
    print(end="\n" if places else "")


def _show_sizes(modules: Mapping[str, Module]) -> None:
    lines = sum(module.lines for module in modules.values())
    print(f"## Sizes\n\n{len(modules)} files, {lines:,} lines; the longest files:\n")
    for module in sorted(modules.values(), key=lambda one: (-one.lines, one.name))[:LONGEST]:
        print(f"- {module.name}: {module.lines}")
    functions = functions_of(modules)
    many, too_many = ([f for f in functions if f.lines > limit] for limit in LIMITS)
    print(f"\n{len(functions)} functions, of which {len(many)} have more than {LIMITS[0]} lines")
    print(f"and {len(too_many)} more than {LIMITS[1]}:\n")
    for function in many:
        print(f"- {function.place}: {function.lines}")


if __name__ == "__main__":
    sys.exit(main())
