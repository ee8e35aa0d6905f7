"""Measures whether the tests notice small mistakes, put into the core's source at random.

    python benchmarks/mutations.py --seed 1 --count 50 --jobs 2 -o results.md
    python benchmarks/mutations.py --seed 1 --list --count 50
    python benchmarks/mutations.py --seed 1 --only 7 -v --diff

A mutant is the source with one mistake: a comparison the other way, a constant one more, a
condition that always holds, a statement left out. Each is tested in a copy of the repository, by
the doctests of its file and the tests of its room: the first that fails has noticed it. So has a
run that takes five times as long as the tests without the mistake, and a minute at least.

Which mutants are drawn depends on the seed and the source alone. Every place where a mistake may be
made has its own lot, drawn from the seed, the file and the line's text: a change elsewhere does not
touch it. So 50 mutants are the first of 100, and the number of one means the same for any count;
with --rooms only places of these rooms are numbered. Texts are drawn rarely, and numbers in tables
seldom. Documentation, annotations, decorators, messages and what only the type checker reads are
left alone.

Mutants that behave as the source does are declared in a file beside the results:

    [[equivalent]]
    file = "src/variants/room/module.py"
    line = "the line as it was, without the blanks around it"
    mutation = "comparison: `<` -> `<=`"
    reason = "Why nobody could tell the difference."

They are not tested and count for nothing; --only prints the entry for one mutant, its reason left
to be written. The exit code is 1 if fewer than 95 % of the others are noticed, or with --only if
that mutant is not.

With --resume every result is kept in a file at once, and holds as long as neither the source nor
the tests change. After that, a test that noticed a mutant is tried first on the next run.
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
    "settings": ("tests/test_settings.py",),
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
    "signature": ("tests/test_signature.py",),
    "pipeline": ("tests/test_pipeline.py",),
}
"""The core's rooms, packages or single modules, and the files or folders of their tests."""

WANTED = 0.95  # Share of mutants to be noticed.
FEWEST_SECONDS = 60.0  # That a run may take;
SLOWER = 5  # and how many times what the room's tests take without a mistake.
CORES = 4  # That one run may use, so that one whose program was killed comes to an end as well.
MEMORY = 6 * 1024**3  # Bytes of address space, so that an endless list is an error and no more.
LEFT_OUT = (".*", "__pycache__", "dist", "build", "*.egg-info")  # Of copies of the repository.
PASSED, FAILED, NOTHING_TO_RUN = 0, 1, 5  # What pytest exits with.


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one mistake.

    Attributes:
        file: Its path in the repository.
        row: The line at which the mistake begins, from 1.
        line: What it was, without the blanks around it.
        mutation: What was changed; with the line it is unique in its file.
        edit: The change itself.
    """

    file: str
    row: int
    line: str
    mutation: str
    edit: Edit

    @property
    def room(self) -> str:
        """The room that its file belongs to."""
        return PurePosixPath(self.file).relative_to(SOURCE).parts[0].removesuffix(".py")

    def applied(self, source: bytes) -> bytes:
        """The file with the mistake."""
        return source[: self.edit.start] + self.edit.new + source[self.edit.end :]


@dataclass(frozen=True, slots=True)
class Lot:
    """One place of a file, with the mutants that it allows and the lot that was drawn for it."""

    rank: float
    mutants: tuple[Mutant, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of testing one mutant.

    Attributes:
        verdict: ``noticed``, ``timeout`` or ``survived``.
        seconds: How long it took.
        by: The test that noticed it, if its name was said.
    """

    verdict: str
    seconds: float
    by: str = ""

    @property
    def noticed(self) -> bool:
        """Whether the tests noticed it, by a failure or by not coming to an end."""
        return self.verdict != "survived"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of pytest came to; no code if its time was over."""

    code: int | None
    output: str


class Misuse(Exception):
    """Nothing can be measured: a room without tests, or tests that fail without a mistake."""


# Which of them are drawn.


def core_files(root: Path, rooms: Iterable[str]) -> list[str]:
    """The paths of the rooms' source in the repository, sorted."""
    found: list[Path] = []
    for room in rooms:
        folder, module = root / SOURCE / room, root / SOURCE / f"{room}.py"
        if not folder.is_dir() and not module.is_file():
            msg = f"there is no room {room} in {SOURCE}"
            raise Misuse(msg)
        found += folder.rglob("*.py") if folder.is_dir() else [module]
    return sorted(path.relative_to(root).as_posix() for path in found)


def mutants_of(file: str, source: bytes) -> list[tuple[Place, tuple[Mutant, ...]]]:
    """All places of a file, each with a mutant for every way."""
    lines = source.decode().split("\n")
    found = []
    times: Counter[tuple[str, str]] = Counter()
    for place in Places(source).found:
        mutants = []
        for edit in place.edits:
            row = source.count(b"\n", 0, edit.start) + 1
            line = lines[row - 1].strip()
            mutation = f"{place.sort}: {_told(source, edit)}"
            times[line, mutation] += 1
            if times[line, mutation] > 1:  # Elsewhere in the file, or twice in the line.
                mutation += f" ({times[line, mutation]})"
            mutants.append(Mutant(file, row, line, mutation, edit))
        found.append((place, tuple(mutants)))
    return found


def _told(source: bytes, edit: Edit) -> str:
    """The change in a few words."""
    old, new = (_in_short(text.decode()) for text in (source[edit.start : edit.end], edit.new))
    return f"`{old}` -> `{new}`" if new else f"`{old}` left out"


def _in_short(text: str, longest: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def lots_of(seed: int, file: str, source: bytes) -> Iterator[Lot]:
    """Draw a lot for every place of a file: those of great weight tend to come first."""
    for place, mutants in mutants_of(file, source):
        first = mutants[0]
        said = f"{seed}\0{file}\0{first.line}\0{first.mutation}"
        digest = hashlib.sha256(said.encode()).digest()
        chance = (int.from_bytes(digest[:8], "big") + 1) / (2**64 + 1)
        chosen = int.from_bytes(digest[8:12], "big") % len(mutants)
        yield Lot(-math.log(chance) / place.weight, mutants, chosen)


def drawn(seed: int, root: Path, files: Sequence[str]) -> Iterator[Mutant]:
    """The mutants in the order of their lots; what is no Python or no change is passed over."""
    sources = {file: (root / file).read_bytes() for file in files}
    lots = [lot for file in files for lot in lots_of(seed, file, sources[file])]
    for lot in sorted(lots, key=lambda lot: lot.rank):
        mutant = lot.mutants[lot.chosen]
        source = sources[mutant.file]
        if _is_mistake(source, mutant.applied(source)):
            yield mutant


def _is_mistake(source: bytes, changed: bytes) -> bool:
    try:
        return ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source))
    except SyntaxError:
        return False


def difference(mutant: Mutant, source: bytes) -> str:
    """Show the mistake as a unified diff."""
    old, new = source.decode(), mutant.applied(source).decode()
    names = (f"a/{mutant.file}", f"b/{mutant.file}")
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), *names, lineterm="")
    return "\n".join(lines)


# Which of them are declared to be no mistakes.

Reasons = Mapping[tuple[str, str, str], str]


def read_reasons(root: Path) -> dict[tuple[str, str, str], str]:
    """Why mutants are equivalent, by file, line and mutation."""
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
    """The declared mutants that the source does not allow any more."""
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
    """The entry that would declare a mutant equivalent, its reason left to be written."""
    said = zip(("file", "line", "mutation", "reason"), (*_key(mutant), ""), strict=True)
    return "\n".join(["[[equivalent]]", *(f"{name} = {_toml(value)}" for name, value in said)])


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if "'" in text or not text else f"'{text}'"


# How they are tested.


def files_of_tests(root: Path, room: str) -> list[str]:
    """The files of a room's tests."""
    found: list[Path] = []
    for name in ROOMS[room]:
        path = root / name
        if not path.exists():
            msg = f"the room {room} has no tests: there is no {name}"
            raise Misuse(msg)
        found += path.rglob("test_*.py") if path.is_dir() else [path]
    return sorted(path.relative_to(root).as_posix() for path in found)


def in_order(root: Path, file: str, tests: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the files of tests: those of this module, and the rest, those that name it first."""
    module = PurePosixPath(file).relative_to("src").with_suffix("")
    parts = module.parts[:-1] if module.name == "__init__" else module.parts
    dotted = re.compile(rf"\b{re.escape('.'.join(parts))}\b")
    own = [test for test in tests if PurePosixPath(test).stem == f"test_{parts[-1]}"]
    rest = [test for test in tests if test not in own]
    naming = [test for test in rest if dotted.search((root / test).read_text(encoding="utf-8"))]
    return own, [*naming, *(test for test in rest if test not in naming)]


@dataclass(slots=True)
class Bench:
    """A copy of the repository, in which mistakes are made.

    Attributes:
        root: The copy.
        keep: Whether compiled files are kept; not of files that hold a mistake.
    """

    root: Path
    keep: bool = False

    def pytest(self, arguments: Sequence[str], seconds: float | None = None) -> Ran:
        """Run tests in it, to the first that fails."""
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
        """End a run with all programs that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()

    @property
    def _python(self) -> Path:
        return self.root.parent / f"{self.root.name}-python" / "bin" / "python"

    def install(self) -> None:
        """Have the copy's package come before an installed one, in programs that tests start too.

        The environment that this runs in may have the package of another folder, and a test may
        set the path of a program that it starts. So each copy has an environment of its own, in
        which its package comes first and all that is installed here after it.
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
        settled = {
            "PYTHONPATH": str(self.root / "src"),
            "PYTHONHASHSEED": "0",
            "HYPOTHESIS_PROFILE": "variants",
            "PYTEST_ADDOPTS": "",
        }
        if not self.keep:
            settled["PYTHONDONTWRITEBYTECODE"] = "1"
        return {**os.environ, **settled}

    @contextlib.contextmanager
    def mistaken(self, mutant: Mutant) -> Iterator[None]:
        """Put one mistake into the copy, and take it out again."""
        path = self.root / mutant.file
        source = path.read_bytes()
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()  # It is known by its source's size and second, which may be the same.
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
    """All that testing needs to know.

    Attributes:
        benches: Copies that no mutant is being tested in.
        tests: The files of each room's tests.
        seconds: How long each room's tests take without a mistake.
        hints: The test that noticed a mutant before something changed.
        quick_first: Whether a module's own tests are run by themselves before the others.
        show: Called with the output of each run.
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
            with bench.mistaken(mutant):
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
    """The first test that failed, or file that could not be read."""
    match = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", output, re.MULTILINE)
    return match[1] if match else ""


@contextlib.contextmanager
def copies(root: Path, rooms: Iterable[str], jobs: int) -> Iterator[Trial]:
    """Copy the repository once for each job, and see that all tests pass and how long they take."""
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
    """How long a room's tests take without a mistake; they have to pass."""
    began = time.monotonic()
    ran = bench.pytest([*tests, *core_files(bench.root, [room])])
    if ran.code != PASSED:
        msg = f"the tests of {room} fail without a mistake:\n{ran.output}"
        raise Misuse(msg)
    return time.monotonic() - began


# What is kept between runs.


class Kept:
    """Results in a file of JSON lines, one a mutant; without a file none are kept.

    Attributes:
        results: Those that hold for the source and the tests as they are.
        hints: The tests that noticed the other mutants.
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
            return  # The last line of a run that was cut off.
        key = (kept["file"], kept["line"], kept["mutation"])
        if kept["state"] == self._state:
            self.results[key] = Result(**kept["result"])
        elif kept["result"]["by"]:
            self.hints[key] = kept["result"]["by"]

    def add(self, mutant: Mutant, result: Result) -> None:
        """Keep one more."""
        key = _key(mutant)
        self.results[key] = result
        if self._path is None:
            return
        said = dict(zip(("file", "line", "mutation"), key, strict=True))
        line = json.dumps({**said, "state": self._state, "result": asdict(result)})
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def state_of(root: Path) -> str:
    """A digest of the source, the tests and what pytest is told."""
    digest = hashlib.sha256()
    read = [root / "pyproject.toml", *(root / "src").rglob("*"), *(root / "tests").rglob("*")]
    for path in sorted(read):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


# What is said about it.


@dataclass(frozen=True, slots=True)
class Report:
    """All mutants of a run by their numbers, and what came of them."""

    mutants: Mapping[int, Mutant]
    results: Mapping[tuple[str, str, str], Result]
    reasons: Reasons
    sources: Mapping[str, bytes]

    @property
    def equivalent(self) -> dict[int, Mutant]:
        """Those that are declared to be no mistakes."""
        return {n: mutant for n, mutant in self.mutants.items() if _key(mutant) in self.reasons}

    @property
    def survivors(self) -> dict[int, Mutant]:
        """Those that no test noticed."""
        return {n: m for n, m in self._tested() if not self.results[_key(m)].noticed}

    @property
    def share(self) -> float:
        """The share noticed of those that are mistakes; 1 if there are none."""
        tested = len(self._tested())
        return 1 - len(self.survivors) / tested if tested else 1.0

    def _tested(self) -> list[tuple[int, Mutant]]:
        return [(n, mutant) for n, mutant in self.mutants.items() if n not in self.equivalent]

    def text(self, head: str) -> str:
        """Put it into words and tables."""
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
            said = f"{result.verdict} | {result.seconds:.0f} | {_cell(result.by)}"
            rows.append(f"| {n} | {place} | {mutation} | {said} |")
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
    """Draw, test and report; return 1 if too few are noticed, 2 if nothing can be measured."""
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
    add("--seed", type=int, default=1, help="of the draw")
    add("--count", type=int, default=50, help="how many mutants")
    add(
        "--rooms", type=_rooms, default=[*ROOMS], help="some of them, with commas; all if not given"
    )
    add("--jobs", type=int, default=2, help="mutants tested at once")
    add("-o", "--output", type=Path, help="a file for the report; it is printed if not given")
    add("--resume", type=Path, help="a file that keeps results, for a run that was interrupted")
    add("--only", type=int, metavar="N", help="test mutant N alone")
    add("--list", action="store_true", help="draw, and test nothing")
    add("--diff", action="store_true", help="with --only or --list: show what is changed")
    add("-v", "--verbose", action="store_true", help="with --only: show what the tests say")
    add("--quick-first", action="store_true", help="run a module's own tests by themselves first")
    add("--root", type=Path, default=ROOT, help="the repository; this one if not given")
    return parser.parse_args(argv)


def _rooms(text: str) -> list[str]:
    rooms = text.split(",")
    if unknown := {*rooms} - {*ROOMS}:
        msg = f"no rooms of the core: {', '.join(sorted(unknown))}; there are {', '.join(ROOMS)}"
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
    said = ", ".join(f"{room} {taken:.0f}" for room, taken in seconds.items())
    baseline = f" Seconds that the tests take without a mistake: {said}." if said else ""
    return f"# Mutations\n\n`{command}{rooms}`\n\nPython {platform.python_version()}.{baseline}"


def _test(
    arguments: argparse.Namespace, root: Path, mutants: Mapping[int, Mutant], kept: Kept
) -> dict[str, float]:
    """Test mutants, several at once; return how long the tests of their rooms take without any."""
    if not mutants:
        return {}
    rooms = {mutant.room for mutant in mutants.values()}
    with copies(root, [room for room in ROOMS if room in rooms], arguments.jobs) as trial:
        trial.hints, trial.quick_first = kept.hints, arguments.quick_first

        def one(numbered: tuple[int, Mutant]) -> None:
            n, mutant = numbered
            result = trial.test(mutant)
            kept.add(mutant, result)
            said = f"{result.verdict} ({result.seconds:.0f} s)"
            print(f"{n}. {mutant.file}:{mutant.row}, {mutant.mutation}: {said}", file=sys.stderr)

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
            print(f"\nIf nobody could tell the difference:\n\n{declaration(mutant)}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
