"""Mutation testing: measure whether the tests notice small random changes of the core's source.

    python benchmarks/mutations.py --seed 1 --count 50 --jobs 2 -o results.md
    python benchmarks/mutations.py --seed 1 --list --count 50
    python benchmarks/mutations.py --seed 1 --only 7 -v --diff

A mutant is the source with one change: an inverted comparison, an increased constant, a condition
that is always true, a deleted statement. Each is tested in a copy of the repository by the doctests
of its file and the tests of its room, up to the first failure. A run that takes at least a minute
and five times as long as the unchanged tests counts as noticed too.

The drawn mutants depend only on the seed and the source. Every place gets a random rank, computed
from the seed, the file and the text of the line, so that it does not depend on other changes. The
first 50 of 100 mutants are therefore those of a run with 50, with equal numbers; with --rooms only
places of these rooms are numbered. Strings and numbers in tables are drawn rarely. Documentation,
annotations, decorators, messages and code for the type checker are never changed.

Mutants that are equivalent to the source are declared in a file beside the results:

    [[equivalent]]
    file = "src/variants/room/module.py"
    line = "the original line, stripped"
    mutation = "comparison: `<` -> `<=`"
    reason = "Reason why no caller can observe the difference."

They are neither tested nor counted; --only prints the entry for one mutant, with an empty reason.
The exit code is 1 if fewer than 95 % of the others are noticed, or with --only if that mutant is
not noticed.

With --resume every result is written to a file immediately, and is valid until the source or the
tests change. After a change, the test that noticed a mutant is tried first.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import hashlib
import json
import math
import os
import platform
import queue
import re
import shutil
import signal
import site
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import venv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath

from mistakes import Edit, Place, Places

ROOT = Path(__file__).resolve().parent.parent
SOURCE = PurePosixPath("src/variants")
EQUIVALENT = PurePosixPath("benchmarks/results/mutations-equivalent.toml")
ROOMS: dict[str, tuple[str, ...]] = {
    "types": ("tests/types",),
    "settings": ("tests/test_ways.py",),
    "languages": ("tests/languages",),
    "readers": ("tests/readers",),
    "segmenters": ("tests/segmenters",),
    "aligners": ("tests/aligners",),
    "words": ("tests/words",),
    "classify": ("tests/classify",),
    "measures": ("tests/measures",),
    "log": ("tests/log",),
    "anchors": ("tests/anchors",),
    "project": ("tests/project",),
    "wording": ("tests/wording",),
    "ways": ("tests/test_ways.py",),
    "signature": ("tests/test_signature.py",),
    "pipeline": ("tests/test_pipeline.py",),
}
"""Rooms of the core (packages or modules), with the files or folders of their tests."""

WANTED = 0.95  # Share of mutants that must be noticed.
FEWEST_SECONDS = 60.0  # Smallest time limit of a run.
SLOWER = 5  # Time limit, as a multiple of the time of the unchanged tests.
CORES = 4  # Cores for the limit of CPU time, which also ends orphaned processes.
MEMORY = 6 * 1024**3  # Bytes of address space, so that an endless list only raises an error.
LEFT_OUT = (".*", "__pycache__", "dist", "build", "*.egg-info")  # Not copied with the repository.
PASSED, FAILED, NOTHING_TO_RUN = 0, 1, 5  # Exit codes of pytest.


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one mutation.

    Attributes:
        file: Path in the repository.
        row: First changed line, from 1.
        line: Original line, stripped.
        mutation: Description of the change; unique in its file together with the line.
        edit: The change.
    """

    file: str
    row: int
    line: str
    mutation: str
    edit: Edit

    @property
    def room(self) -> str:
        """Room of the file."""
        return PurePosixPath(self.file).relative_to(SOURCE).parts[0].removesuffix(".py")

    def applied(self, source: bytes) -> bytes:
        """Return the mutated file."""
        return source[: self.edit.start] + self.edit.new + source[self.edit.end :]


@dataclass(frozen=True, slots=True)
class Lot:
    """A place of a file with its mutants, its random rank and the index of the chosen mutant."""

    rank: float
    mutants: tuple[Mutant, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class Result:
    """Result of testing one mutant.

    Attributes:
        verdict: ``noticed``, ``timeout`` or ``survived``.
        seconds: Wall time.
        by: Test that noticed it, if pytest printed its name.
    """

    verdict: str
    seconds: float
    by: str = ""

    @property
    def noticed(self) -> bool:
        """True if a test failed or the run exceeded its time limit."""
        return self.verdict != "survived"


@dataclass(frozen=True, slots=True)
class Ran:
    """Exit code and output of a run of pytest; the code is ``None`` after a timeout."""

    code: int | None
    output: str


class Misuse(Exception):
    """A measurement is impossible: a room has no tests, or they fail without a mutation."""


# Drawing.


def core_files(root: Path, rooms: Iterable[str]) -> list[str]:
    """Return the source paths of the rooms, sorted."""
    found: list[Path] = []
    for room in rooms:
        folder, module = root / SOURCE / room, root / SOURCE / f"{room}.py"
        if not folder.is_dir() and not module.is_file():
            msg = f"there is no room {room} in {SOURCE}"
            raise Misuse(msg)
        found += folder.rglob("*.py") if folder.is_dir() else [module]
    return sorted(path.relative_to(root).as_posix() for path in found)


def mutants_of(file: str, source: bytes) -> list[tuple[Place, tuple[Mutant, ...]]]:
    """Return all places of a file, with a mutant for each possible edit."""
    lines = source.decode().split("\n")
    found = []
    times: Counter[tuple[str, str]] = Counter()
    for place in Places(source).found:
        mutants = []
        for edit in place.edits:
            row = source.count(b"\n", 0, edit.start) + 1
            line = lines[row - 1].strip()
            mutation = f"{place.sort}: {_described(source, edit)}"
            times[line, mutation] += 1
            if times[line, mutation] > 1:  # The line occurs again, or has the change twice.
                mutation += f" ({times[line, mutation]})"
            mutants.append(Mutant(file, row, line, mutation, edit))
        found.append((place, tuple(mutants)))
    return found


def _described(source: bytes, edit: Edit) -> str:
    """Describe a change in a few words."""
    old, new = (_in_short(text.decode()) for text in (source[edit.start : edit.end], edit.new))
    return f"`{old}` -> `{new}`" if new else f"`{old}` left out"


def _in_short(text: str, longest: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def lots_of(seed: int, file: str, source: bytes) -> Iterator[Lot]:
    """Draw a rank for every place of a file; places with a high weight tend to be first."""
    for place, mutants in mutants_of(file, source):
        first = mutants[0]
        key = f"{seed}\0{file}\0{first.line}\0{first.mutation}"
        digest = hashlib.sha256(key.encode()).digest()
        chance = (int.from_bytes(digest[:8], "big") + 1) / (2**64 + 1)
        chosen = int.from_bytes(digest[8:12], "big") % len(mutants)
        yield Lot(-math.log(chance) / place.weight, mutants, chosen)


def drawn(seed: int, root: Path, files: Sequence[str]) -> Iterator[Mutant]:
    """Yield the mutants by rank, without those that are invalid or equal to the source."""
    sources = {file: (root / file).read_bytes() for file in files}
    lots = [lot for file in files for lot in lots_of(seed, file, sources[file])]
    for lot in sorted(lots, key=lambda lot: lot.rank):
        mutant = lot.mutants[lot.chosen]
        source = sources[mutant.file]
        if _is_valid(source, mutant.applied(source)):
            yield mutant


def _is_valid(source: bytes, changed: bytes) -> bool:
    try:
        return ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source))
    except SyntaxError:
        return False


def difference(mutant: Mutant, source: bytes) -> str:
    """Return the mutation as a unified diff."""
    old, new = source.decode(), mutant.applied(source).decode()
    names = (f"a/{mutant.file}", f"b/{mutant.file}")
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), *names, lineterm="")
    return "\n".join(lines)


# Declarations of equivalent mutants.

Reasons = Mapping[tuple[str, str, str], str]


def read_reasons(root: Path) -> dict[tuple[str, str, str], str]:
    """Read the reasons of equivalent mutants, by file, line and mutation."""
    path = root / EQUIVALENT
    if not path.is_file():
        return {}
    reasons = {}
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", []):
        key = (entry["file"], entry["line"], entry["mutation"])
        if not entry["reason"].strip():
            msg = f"{EQUIVALENT}: no reason is given for {key}"
            raise Misuse(msg)
        reasons[key] = entry["reason"]
    return reasons


def outdated(reasons: Reasons, root: Path) -> list[tuple[str, str, str]]:
    """Return the declared mutants that are no longer possible in the source."""
    known = {
        _key(mutant)
        for file in {file for file, _, _ in reasons}
        if (root / file).is_file()
        for _, mutants in mutants_of(file, (root / file).read_bytes())
        for mutant in mutants
    }
    return sorted({*reasons} - known)


def _key(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.file, mutant.line, mutant.mutation


def declaration(mutant: Mutant) -> str:
    """Return the entry that declares a mutant equivalent, with an empty reason."""
    fields = zip(("file", "line", "mutation", "reason"), (*_key(mutant), ""), strict=True)
    return "\n".join(["[[equivalent]]", *(f"{name} = {_toml(value)}" for name, value in fields)])


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if "'" in text or not text else f"'{text}'"


# Testing.


def files_of_tests(root: Path, room: str) -> list[str]:
    """Return the test files of a room."""
    found: list[Path] = []
    for name in ROOMS[room]:
        path = root / name
        if not path.exists():
            msg = f"the room {room} has no tests: there is no {name}"
            raise Misuse(msg)
        found += path.rglob("test_*.py") if path.is_dir() else [path]
    return sorted(path.relative_to(root).as_posix() for path in found)


def in_order(root: Path, file: str, tests: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split the test files into those of the module and the rest; those that name it come first."""
    module = PurePosixPath(file).relative_to("src").with_suffix("")
    parts = module.parts[:-1] if module.name == "__init__" else module.parts
    dotted = re.compile(rf"\b{re.escape('.'.join(parts))}\b")
    own = [test for test in tests if PurePosixPath(test).stem == f"test_{parts[-1]}"]
    rest = [test for test in tests if test not in own]
    naming = [test for test in rest if dotted.search((root / test).read_text(encoding="utf-8"))]
    return own, [*naming, *(test for test in rest if test not in naming)]


@dataclass(slots=True)
class Bench:
    """A copy of the repository for mutations.

    Attributes:
        root: Root of the copy.
        keep: True if compiled files are kept; never for a mutated file.
    """

    root: Path
    keep: bool = False

    def pytest(self, arguments: Sequence[str], seconds: float | None = None) -> Ran:
        """Run tests in the copy, up to the first failure."""
        limits = (str(MEMORY), str(math.ceil(seconds or 0) * CORES))
        command = [str(self._python), "-c", _LIMITED, *limits, *_PYTEST, *arguments]
        process = subprocess.Popen(  # noqa: S603 - our own tests
            [*command, f"--basetemp={self.root.parent / (self.root.name + '-files')}"],
            cwd=self.root,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return Ran(None, "")
        finally:
            self._end(process)
        return Ran(process.returncode, output.decode(errors="replace"))

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """Terminate a run and all processes that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()

    @property
    def _python(self) -> Path:
        return self.root.parent / f"{self.root.name}-python" / "bin" / "python"

    def install(self) -> None:
        """Create an environment in which the package of this copy overrides an installed one.

        The current environment may have the package of another folder, and a test may set the
        path of a program that it starts. In the environment of the copy, its package comes
        first, followed by everything that is installed in the current environment.
        """
        folder = self._python.parent.parent
        venv.create(folder, symlinks=True)
        (own,) = folder.glob("lib/python*/site-packages")
        lines = [str(self.root / "src")]
        lines += [f"import site; site.addsitedir({path!r})" for path in site.getsitepackages()]
        (own / "copy.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
        program = f"import {SOURCE.name}; print({SOURCE.name}.__file__)"
        found = subprocess.check_output(  # noqa: S603 - our own package
            [self._python, "-P", "-c", program], cwd=self.root, env={}, text=True
        )
        if not Path(found.strip()).resolve().is_relative_to(self.root.resolve()):
            msg = f"another {SOURCE.name} would be tested: {found.strip()}"
            raise Misuse(msg)

    def _environment(self) -> dict[str, str]:
        variables = {
            "PYTHONPATH": str(self.root / "src"),
            "PYTHONHASHSEED": "0",
            "HYPOTHESIS_PROFILE": "variants",
            "PYTEST_ADDOPTS": "",
        }
        if not self.keep:
            variables["PYTHONDONTWRITEBYTECODE"] = "1"
        return {**os.environ, **variables}

    @contextlib.contextmanager
    def mutated(self, mutant: Mutant) -> Iterator[None]:
        """Apply a mutation to the copy, and restore the source on exit."""
        path = self.root / mutant.file
        source = path.read_bytes()
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()  # Size and time of the source, which Python checks, may be equal.
        path.write_bytes(mutant.applied(source))
        try:
            yield
        finally:
            path.write_bytes(source)


_LIMITED = """
import sys
memory, seconds = map(int, sys.argv[1:3])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
except (ImportError, ValueError, OSError):
    pass
import pytest
sys.exit(pytest.main(sys.argv[3:]))
"""
_PYTEST = ["-x", "-q", "-m", "not system", "-p", "no:cacheprovider", "--no-header", "--tb=short"]


@dataclass(slots=True)
class Trial:
    """State of a series of tests.

    Attributes:
        benches: Copies that are not in use.
        tests: Test files of each room.
        seconds: Time of each room's tests without a mutation.
        hints: Test that noticed a mutant in an earlier run.
        quick_first: True if a module's own tests run separately before the others.
        show: Function that is called with the output of each run.
    """

    benches: queue.Queue[Bench]
    tests: dict[str, list[str]]
    seconds: dict[str, float]
    hints: dict[tuple[str, str, str], str] = field(default_factory=dict)
    quick_first: bool = False
    show: Callable[[str], None] = lambda _: None

    def test(self, mutant: Mutant) -> Result:
        """Test one mutant."""
        bench = self.benches.get()
        try:
            with bench.mutated(mutant):
                return self._tested(mutant, bench)
        finally:
            self.benches.put(bench)

    def _tested(self, mutant: Mutant, bench: Bench) -> Result:
        began = time.monotonic()
        allowed = max(FEWEST_SECONDS, SLOWER * self.seconds[mutant.room])
        if hint := self.hints.get(_key(mutant)):
            ran = bench.pytest([hint], allowed)
            if ran.code == FAILED:
                return Result("noticed", time.monotonic() - began, hint)
        for arguments in self._runs(mutant, bench.root):
            ran = bench.pytest(arguments, max(1.0, allowed - (time.monotonic() - began)))
            self.show(ran.output)
            seconds = time.monotonic() - began
            if ran.code is None:
                return Result("timeout", seconds)
            if ran.code not in {PASSED, NOTHING_TO_RUN}:
                return Result("noticed", seconds, _failed(ran.output))
        return Result("survived", time.monotonic() - began)

    def _runs(self, mutant: Mutant, root: Path) -> Iterator[list[str]]:
        own, rest = in_order(root, mutant.file, self.tests[mutant.room])
        if self.quick_first:
            yield [*own, mutant.file]
            if rest:
                yield rest
        else:
            yield [*own, mutant.file, *rest]


def _failed(output: str) -> str:
    """Return the first test that failed, or the file that could not be imported."""
    match = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", output, re.MULTILINE)
    return match[1] if match else ""


@contextlib.contextmanager
def copies(root: Path, rooms: Iterable[str], jobs: int) -> Iterator[Trial]:
    """Copy the repository for each job, and check and time the tests of all rooms."""
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        first = Bench(Path(folder) / "1", keep=True)
        shutil.copytree(root, first.root, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
        first.install()
        tests = {room: files_of_tests(first.root, room) for room in rooms}
        seconds = {room: _baseline(first, room, tests[room]) for room in tests}
        first.keep = False
        benches: queue.Queue[Bench] = queue.Queue()
        benches.put(first)
        for n in range(2, jobs + 1):
            bench = Bench(Path(folder) / str(n))
            shutil.copytree(first.root, bench.root, symlinks=True)
            bench.install()
            benches.put(bench)
        yield Trial(benches, tests, seconds)


def _baseline(bench: Bench, room: str, tests: Sequence[str]) -> float:
    """Return the time of a room's tests without a mutation; they must pass."""
    began = time.monotonic()
    ran = bench.pytest([*tests, *core_files(bench.root, [room])])
    if ran.code != PASSED:
        msg = f"the tests of {room} fail without a mutation:\n{ran.output}"
        raise Misuse(msg)
    return time.monotonic() - began


# Results of earlier runs.


class Kept:
    """Results in a JSON Lines file, one per mutant; without a file they are kept in memory.

    Attributes:
        results: Results that are valid for the current source and tests.
        hints: Tests that noticed the other mutants.
    """

    def __init__(self, path: Path | None, state: str) -> None:
        self.results: dict[tuple[str, str, str], Result] = {}
        self.hints: dict[tuple[str, str, str], str] = {}
        self._path, self._state, self._lock = path, state, threading.Lock()
        if path is not None and path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                self._read(line)

    def _read(self, line: str) -> None:
        try:
            kept = json.loads(line)
        except json.JSONDecodeError:
            return  # The last line of an interrupted run.
        key = (kept["file"], kept["line"], kept["mutation"])
        if kept["state"] == self._state:
            self.results[key] = Result(**kept["result"])
        elif kept["result"]["by"]:
            self.hints[key] = kept["result"]["by"]

    def add(self, mutant: Mutant, result: Result) -> None:
        """Add a result, and append it to the file."""
        key = _key(mutant)
        self.results[key] = result
        if self._path is None:
            return
        fields = dict(zip(("file", "line", "mutation"), key, strict=True))
        line = json.dumps({**fields, "state": self._state, "result": asdict(result)})
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def state_of(root: Path) -> str:
    """Return a digest of the source, the tests and the settings of pytest."""
    digest = hashlib.sha256()
    read = [root / "pyproject.toml", *(root / "src").rglob("*"), *(root / "tests").rglob("*")]
    for path in sorted(read):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


# Reporting.


@dataclass(frozen=True, slots=True)
class Report:
    """All mutants of a run by number, with their results."""

    mutants: Mapping[int, Mutant]
    results: Mapping[tuple[str, str, str], Result]
    reasons: Reasons
    sources: Mapping[str, bytes]

    @property
    def equivalent(self) -> dict[int, Mutant]:
        """Mutants that are declared equivalent."""
        return {n: mutant for n, mutant in self.mutants.items() if _key(mutant) in self.reasons}

    @property
    def survivors(self) -> dict[int, Mutant]:
        """Mutants that no test noticed."""
        return {n: m for n, m in self._tested() if not self.results[_key(m)].noticed}

    @property
    def share(self) -> float:
        """Share of noticed mutants, without equivalent ones; 1.0 if there are none."""
        tested = len(self._tested())
        return 1 - len(self.survivors) / tested if tested else 1.0

    def _tested(self) -> list[tuple[int, Mutant]]:
        return [(n, mutant) for n, mutant in self.mutants.items() if n not in self.equivalent]

    def text(self, head: str) -> str:
        """Return the report as Markdown."""
        parts = [head, self._table(), self._counts(), self._survivors(), self._equivalent()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def _table(self) -> str:
        rows = ["| # | place | mutation | verdict | s | noticed by |", "|--:|---|---|---|--:|---|"]
        for n, mutant in self.mutants.items():
            place, mutation = f"{mutant.file}:{mutant.row}", _cell(mutant.mutation)
            if n in self.equivalent:
                rows.append(f"| {n} | {place} | {mutation} | equivalent | | |")
                continue
            result = self.results[_key(mutant)]
            cells = f"{result.verdict} | {result.seconds:.0f} | {_cell(result.by)}"
            rows.append(f"| {n} | {place} | {mutation} | {cells} |")
        return "\n".join(rows)

    def _counts(self) -> str:
        rows = ["| room | drawn | equivalent | noticed | survived |", "|---|--:|--:|--:|--:|"]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for n, mutant in self.mutants.items():
            sort = "equivalent" if n in self.equivalent else "noticed"
            sort = "survived" if n in self.survivors else sort
            for room in (mutant.room, "all"):
                counts[room].update(("drawn", sort))
        for room in (*ROOMS, "all"):
            if room in counts:
                figures = (counts[room][c] for c in ("drawn", "equivalent", "noticed", "survived"))
                rows.append(f"| {room} | {' | '.join(map(str, figures))} |")
        tested = len(self._tested())
        noticed = tested - len(self.survivors)
        return "\n".join(rows) + f"\n\nNoticed: {noticed} of {tested}, {self.share:.1%}."

    def _survivors(self) -> str:
        shown = [
            f"### {n}. {mutant.file}:{mutant.row}, {mutant.mutation}\n\n"
            f"```diff\n{difference(mutant, self.sources[mutant.file])}\n```"
            for n, mutant in self.survivors.items()
        ]
        return "\n\n".join(["## Survivors", *shown]) if shown else ""

    def _equivalent(self) -> str:
        shown = [
            f"- {n}. {mutant.file}:{mutant.row}, {mutant.mutation}: {self.reasons[_key(mutant)]}"
            for n, mutant in self.equivalent.items()
        ]
        return "\n".join(["## Equivalent\n", *shown]) if shown else ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


# The program.


def main(argv: Sequence[str] | None = None) -> int:
    """Draw and test mutants; return 1 if too few are noticed, 2 if it cannot measure."""
    try:
        return _run(_parsed(argv))
    except Misuse as error:
        print(error, file=sys.stderr)
        return 2


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--seed", type=int, default=1, help="random seed")
    add("--count", type=int, default=50, help="number of mutants")
    add("--rooms", type=_rooms, default=[*ROOMS], help="rooms, separated by commas (default: all)")
    add("--jobs", type=int, default=2, help="number of mutants tested in parallel")
    add("-o", "--output", type=Path, help="file for the report (default: standard output)")
    add("--resume", type=Path, help="file that keeps results, to resume an interrupted run")
    add("--only", type=int, metavar="N", help="test only mutant N")
    add("--list", action="store_true", help="list the mutants without testing them")
    add("--diff", action="store_true", help="with --only or --list: show the changes")
    add("-v", "--verbose", action="store_true", help="with --only: show the output of the tests")
    add("--quick-first", action="store_true", help="run a module's own tests separately first")
    add("--root", type=Path, default=ROOT, help="repository (default: this one)")
    return parser.parse_args(argv)


def _rooms(text: str) -> list[str]:
    rooms = text.split(",")
    if unknown := {*rooms} - {*ROOMS}:
        msg = f"unknown rooms: {', '.join(sorted(unknown))}; choose from {', '.join(ROOMS)}"
        raise argparse.ArgumentTypeError(msg)
    return rooms


def _run(arguments: argparse.Namespace) -> int:
    root, reasons = arguments.root.resolve(), read_reasons(arguments.root)
    for file, line, mutation in outdated(reasons, root):
        print(f"{EQUIVALENT}: not in the source: {file}, {line!r}, {mutation}", file=sys.stderr)
    draw = enumerate(drawn(arguments.seed, root, core_files(root, arguments.rooms)), 1)
    count = arguments.only or arguments.count
    mutants = dict(islice(draw, count))
    if arguments.only:
        mutants = {n: mutant for n, mutant in mutants.items() if n == arguments.only}
        if not mutants:
            msg = f"there is no mutant {arguments.only}"
            raise Misuse(msg)
    sources = {mutant.file: (root / mutant.file).read_bytes() for mutant in mutants.values()}
    if arguments.list or arguments.only:
        for n, mutant in mutants.items():
            print(f"{n}. {mutant.file}:{mutant.row}, {mutant.mutation}")
            if arguments.diff:
                print(difference(mutant, sources[mutant.file]), end="\n\n")
    if arguments.list:
        return 0
    if arguments.only:
        return _only(arguments, root, mutants.values())
    kept = Kept(arguments.resume, state_of(root))
    waiting = {n: m for n, m in mutants.items() if _key(m) not in {*kept.results, *reasons}}
    seconds = _test(arguments, root, waiting, kept)
    report = Report(mutants, kept.results, reasons, sources)
    text = report.text(_head(arguments, seconds))
    if arguments.output:
        arguments.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0 if report.share >= WANTED else 1


def _head(arguments: argparse.Namespace, seconds: Mapping[str, float]) -> str:
    rooms = "" if arguments.rooms == [*ROOMS] else f" --rooms {','.join(arguments.rooms)}"
    command = f"python benchmarks/mutations.py --seed {arguments.seed} --count {arguments.count}"
    times = ", ".join(f"{room} {taken:.0f}" for room, taken in seconds.items())
    baseline = f" Seconds of the tests without a mutation: {times}." if times else ""
    return f"# Mutations\n\n`{command}{rooms}`\n\nPython {platform.python_version()}.{baseline}"


def _test(
    arguments: argparse.Namespace, root: Path, mutants: Mapping[int, Mutant], kept: Kept
) -> dict[str, float]:
    """Test mutants in parallel; return the time of each room's tests without a mutation."""
    if not mutants:
        return {}
    rooms = {mutant.room for mutant in mutants.values()}
    with copies(root, [room for room in ROOMS if room in rooms], arguments.jobs) as trial:
        trial.hints, trial.quick_first = kept.hints, arguments.quick_first

        def one(numbered: tuple[int, Mutant]) -> None:
            n, mutant = numbered
            result = trial.test(mutant)
            kept.add(mutant, result)
            outcome = f"{result.verdict} ({result.seconds:.0f} s)"
            print(f"{n}. {mutant.file}:{mutant.row}, {mutant.mutation}: {outcome}", file=sys.stderr)

        with ThreadPoolExecutor(arguments.jobs) as pool:
            try:
                for _ in pool.map(one, mutants.items()):
                    pass
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        return trial.seconds


def _only(arguments: argparse.Namespace, root: Path, mutants: Iterable[Mutant]) -> int:
    for mutant in mutants:
        with copies(root, [mutant.room], 1) as trial:
            trial.quick_first = arguments.quick_first
            if arguments.verbose:
                trial.show = print
            result = trial.test(mutant)
        by = f" by {result.by}" if result.by else ""
        print(f"{result.verdict}{by} ({result.seconds:.0f} s)")
        if not result.noticed:
            print(f"\nIf no caller can observe the difference:\n\n{declaration(mutant)}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
