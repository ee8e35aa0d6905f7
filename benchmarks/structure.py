"""Measure the structure of the package from its source.

    python benchmarks/structure.py
    python benchmarks/structure.py --max-depth 8 --max-depth-all 12 --no-duplicates

The depth of imports is the number of modules in the longest chain in which each imports the next:
first by imports at the top of modules, then including those inside functions. Imports for the type
checker are ignored. ``from variants.x import y`` imports ``variants.x.y`` if that is a module,
otherwise ``variants.x``; parent packages of an imported module are not counted.

Modules that import each other in a cycle form one step whose length is their number, because the
longest simple path through a cycle cannot be found in reasonable time. Without cycles the depth is
exact; with cycles it may be too high, but never too low.

A room is a package or a module at the first level. Module names that occur in two rooms and class
names that are defined twice are listed. The length of a function is the number of its lines from
``def`` to the end, including its docstring.

The exit code is 1 if a given limit is exceeded.
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
LIMITS = (40, 60)  # Lines of a long and of a too long function.
LONGEST = 10  # Number of files to list.

Graph = Mapping[str, frozenset[str]]
"""Modules that each module imports."""


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package.

    Attributes:
        name: Dotted name; that of the package for an ``__init__``.
        path: Path of the file.
        room: First level of its name below the package; empty for the package itself.
        lines: Number of lines.
        tree: Syntax tree.
    """

    name: str
    path: Path
    room: str
    lines: int
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Chain:
    """Modules of which each imports the next; those of a cycle form one step."""

    steps: tuple[tuple[str, ...], ...] = ()

    @property
    def depth(self) -> int:
        """Number of modules."""
        return sum(map(len, self.steps))


@dataclass(frozen=True, slots=True)
class Function:
    """Dotted name and number of lines of a function or method."""

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
    parser.add_argument("--source", type=Path, default=SOURCE, help="folder of the package")
    parser.add_argument("--max-depth", type=int, help="limit for imports at the top of modules")
    parser.add_argument(
        "--max-depth-all", type=int, help="limit including imports inside functions"
    )
    parser.add_argument(
        "--no-duplicates",
        action="store_true",
        help="fail if names of modules or classes are not unique",
    )
    return parser.parse_args(argv)


def read_modules(source: Path) -> dict[str, Module]:
    """Read the files of a package, by dotted name, in the order of their paths."""
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
    """Return the modules that each module imports.

    Args:
        modules: All modules of the package.
        inside: True to include imports inside functions.
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
    """Yield the import statements that run."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        elif inside or not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _imports(child, inside=inside)


def _origin(node: ast.ImportFrom, module: Module) -> str:
    """Return the absolute name of the module after ``from``."""
    if not node.level:
        return node.module or ""
    up = node.level - (module.path.stem == "__init__")
    parts = module.name.split(".")
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])


def longest_chain(graph: Graph) -> Chain:
    """Return the longest chain of imports; of equally long ones, the first by name.

    Args:
        graph: Modules that each module imports.
    """
    cycles = cycles_of(graph)
    number = {name: n for n, cycle in enumerate(cycles) for name in cycle}
    below = {
        n: {number[other] for name in cycle for other in graph[name]} - {n}
        for n, cycle in enumerate(cycles)
    }
    longest: dict[int, Chain] = {}
    for n in TopologicalSorter(below).static_order():
        rest = _first_longest(longest[other] for other in below[n])
        longest[n] = Chain((cycles[n], *rest.steps))
    return _first_longest(longest.values())


def _first_longest(chains: Iterable[Chain]) -> Chain:
    return min(chains, key=lambda chain: (-chain.depth, chain.steps), default=Chain())


def cycles_of(graph: Graph) -> list[tuple[str, ...]]:
    """Return the strongly connected components of the graph."""
    reached = {name: _reached(name, graph) for name in graph}
    cycles = {
        tuple(sorted({name, *(other for other in reached[name] if name in reached[other])}))
        for name in graph
    }
    return sorted(cycles)


def _reached(name: str, graph: Graph) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        more = graph[waiting.pop()] - found
        found |= more
        waiting += more
    return found


def shared_stems(modules: Mapping[str, Module]) -> dict[str, list[str]]:
    """Return the module names that occur in several rooms, with their modules.

    Packages are not included, because all their files are called ``__init__``.
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
    """Return the class names that are defined several times, with their modules."""
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module.name)
    return {name: places for name, places in sorted(found.items()) if len(places) > 1}


def functions_of(modules: Mapping[str, Module]) -> list[Function]:
    """Return all functions and methods, longest first."""
    found = [
        Function(f"{module.name}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for module in modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return sorted(found, key=lambda function: (-function.lines, function.place))


def _over(what: str, chain: Chain, limit: int | None) -> Iterator[str]:
    if limit is not None and chain.depth > limit:
        yield f"{what}: a chain of {chain.depth} modules exceeds the limit of {limit}"


def unused_names(tree: ast.Module) -> list[str]:
    """Return the private names that a module defines at its top and does not use."""
    used = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    return [
        name
        for name in _defined(tree)
        if name.startswith("_") and not name.startswith("__") and name not in used
    ]


def _defined(tree: ast.Module) -> Iterator[str]:
    """Yield the functions, classes and variables that a module defines at its top."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            nodes = (node for target in targets for node in ast.walk(target))
            yield from (
                node.id
                for node in nodes
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            )


def _show_chain(what: str, chain: Chain) -> None:
    print(f"## Depth by {what}: {chain.depth}\n")
    for step in chain.steps:
        print(f"- {step[0]}" if len(step) == 1 else f"- a cycle of {len(step)}: {', '.join(step)}")
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
