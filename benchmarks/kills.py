"""Kill every command that writes at random moments, and check what is left.

    python benchmarks/kills.py [RUNS] [SEED]

Each run copies a small edition with a log, starts one command in a process of its own, and ends the
process with SIGKILL at a random moment, or before or after one of its writes to the disk. Then

- everything that the log had, and everything that the command had answered, is in the log;
- the log checks, and a command's events are in it all or not at all;
- ``variants.toml`` and every file of a result are the old or the new one, whole;
- the command, run again, ends, completes the work, and leaves no temporary file.

Exit code 1 if one of these fails. The processes are forked, so this runs on Linux and macOS.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from variants.cli import main as run_command
from variants.cli.exit_codes import ExitCode
from variants.errors import NotAnEdition
from variants.log.check import check_log
from variants.log.history import History
from variants.log.journal import read_history
from variants.log.stores import open_store
from variants.project.documents import find_edition, read_document, read_edition

RUNS = 1000
SEED = 12
STEPS = frozenset(
    {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
)
SERVER = "sqlite:///../team.db"
TEXTS = {
    "seeds/letter.txt": "Gao Gang arrived. An armistice is possible. They need pilots. Write soon.",
    "variants/letter/A.txt": "Kao Kang came. An armistice is likely. They want fliers. Write soon.",
    "variants/letter/B.txt": "Gao Gang arrived. A truce is possible. They need airmen. Write now.",
    "variants/letter/C.txt": (
        "Gao Gang arrived. An armistice is possible. They need pilots. Write at once."
    ),
    "variants.toml": (
        '[documents.letter]\ntitle = "A letter"\n[links.letter]\n'
        'A = [{ force = "3=3", seed = ["They need"], other = ["They want"] }]\n'
    ),
}
_WRITING_SQL = re.compile(
    r"\s*(?:begin immediate|commit|create|insert|update|delete)", re.IGNORECASE
)
_ID = re.compile(r"\[([0-9a-f]{8})\]")


@dataclass(frozen=True, slots=True)
class Case:
    """A command that writes.

    Attributes:
        arguments: Its arguments; ``{id}`` is the id of the first decision.
        results: Files that it writes, as seen from the edition.
        makes: True if it makes the edition.
        again: Exit codes of the command when it is run again after it has succeeded.
    """

    arguments: tuple[str, ...]
    results: tuple[str, ...] = ()
    makes: bool = False
    again: frozenset[ExitCode] = frozenset({ExitCode.FINE})


def _case(line: str, *results: str, again: ExitCode = ExitCode.FINE, makes: bool = False) -> Case:
    arguments = tuple(each.replace("_", " ") for each in line.split())
    return Case(arguments, results, makes, frozenset({ExitCode.FINE, again}))


CASES = (
    _case("decide 2.2 --adopt A --why Usual. --editor kl"),
    _case("decide 3.1 --emend want_pilots --why A_calque. --editor mo"),
    _case("decide 3.2 --touches-sense no --reading A --editor kl"),
    _case("decide 2.1 --agree --why Yes. --editor mo", again=ExitCode.USAGE),
    _case("log rename C Yin --doc letter --editor kl"),
    _case("log comment 2.2 Look. --editor mo"),
    _case("log withdraw {id} --why Wrong. --editor kl", again=ExitCode.LOG),
    _case("log erase {id} --why Private. --editor kl", again=ExitCode.LOG),
    _case("log seal proofs --editor kl"),
    _case("log import ../places.csv --editor kl --yes --skip-refused", again=ExitCode.LOG),
    _case("log push " + SERVER),
    _case("log pull " + SERVER),
    _case("rules add R2 Truce --pair an_armistice=a_truce --keep --editor kl"),
    _case("rules apply R1 --editor kl --yes"),
    _case("align --record-links --editor kl"),
    _case("align --forbid A:1=4 --why No. --editor kl", again=ExitCode.USAGE),
    _case("align --witness A -f tsv -o beads.tsv", "beads.tsv"),
    _case("report -f html,json,tei,docx,csv -o out/", "out/letter.html", "out/letter.docx"),
    _case("report -o places.xlsx", "places.xlsx"),
    _case("text -o established.txt", "established.txt"),
    _case("compare -o compared.html", "compared.html"),
    _case("log export -f jsonl -o log.jsonl", "log.jsonl"),
    _case("init ../S.txt ../A.txt --name brief --into made", again=ExitCode.OUTPUT, makes=True),
)


@dataclass(slots=True)
class Outcome:
    """Numbers of runs.

    Attributes:
        killed: Runs that were killed before they ended, by command.
        written: Of these, runs that had changed a file.
        ended: Runs that ended before, by command.
        acknowledged: Answers that were checked.
        failures: Lost events and damaged files.
    """

    killed: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Whole:
    """Events and files that a command leaves when it is not killed.

    Attributes:
        before: Number of events before it, in the files and on the server.
        events: Number of events after it.
        settings: ``variants.toml`` after it.
        results: Its files.
        steps: Numbers of its steps that write to the disk, and of the steps after these.
        seconds: Its duration.
    """

    before: tuple[int, int]
    events: tuple[int, int]
    settings: bytes
    results: dict[str, bytes]
    steps: tuple[int, ...]
    seconds: float


def main() -> int:
    """Print a table of the runs, and return 1 if something did not hold."""
    runs, seed = (int(n) for n in [*sys.argv[1:], *map(str, (RUNS, SEED)[len(sys.argv) - 1 :])])
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        os.environ |= {f"XDG_{each}_HOME": f"{folder}/home" for each in ("CONFIG", "STATE")}
        outcome = kill_all(Path(folder), runs, random.Random(seed))  # noqa: S311 - no secrets
    killed = sum(outcome.killed.values())
    print(
        f"{runs} runs, seed {seed}: {killed} killed; {outcome.acknowledged} answers were checked\n"
    )
    print("| command | killed | of these, had changed a file | had ended |\n|---|---|---|---|")
    for name in outcome.killed | outcome.ended:
        numbers = (outcome.killed[name], outcome.written[name], outcome.ended[name])
        print(f"| {name} | {' | '.join(map(str, numbers))} |")
    print(*(f"\nFAILED: {each}" for each in outcome.failures), sep="")
    return 1 if outcome.failures else 0


def kill_all(folder: Path, runs: int, chance: random.Random) -> Outcome:
    """Return the numbers of runs, after killing the commands in turn."""
    template = _make_template(folder)
    outcome = Outcome()
    _load_libraries(template, folder / "loaded")
    untouched = _files(template)

    @cache
    def whole(case: Case) -> Whole:
        return _uninterrupted(case, template, folder / "whole")

    for run in range(runs):
        case = CASES[run % len(CASES)]
        name = " ".join(each for each in case.arguments[:2] if each[0] not in "-.{0123456789")
        root = _copy(template, folder / "run")
        answer, was_killed = _killed(case, root, whole(case), chance)
        (outcome.killed if was_killed else outcome.ended)[name] += 1
        outcome.written[name] += was_killed and _files(root.parent) != untouched
        outcome.acknowledged += bool(answer)
        try:
            _check(case, root, whole(case), answer)
        except (AssertionError, OSError) as error:
            outcome.failures.append(f"run {run}, {name}: {error}")
    return outcome


def _make_template(folder: Path) -> Path:
    """Make an edition with a log, a server with a part of it, and files to import."""
    root = folder / "template" / "edition"
    for name, text in TEXTS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for siglum in "SA":
        (root.parent / f"{siglum}.txt").write_text(f"The ship of {siglum}.", encoding="utf-8")
    _must(root, "decide", "1.1", "--keep", "--why", "x", "--editor", "kl")
    _must(root, "rules", "add", "R1", "t", "--pair", "need=want", "--keep", "--editor", "kl")
    _must(root, "log", "push", SERVER)
    _must(root, "decide", "2.1", "--keep", "--why", "y", "--editor", "kl")
    # A witness with another name than in the log.
    texts = root / "variants" / "letter"
    (texts / "C.txt").rename(texts / "Yin.txt")
    # A line that only the server has.
    other = _copy(root.parent, folder / "other")
    _must(other, "log", "comment", "1.1", "Here.", "--editor", "mo")
    _must(other, "log", "push", "sqlite:///../../template/team.db")
    _must(root, "report", "-o", "../places.csv")
    places = root.parent / "places.csv"
    places.write_text(places.read_text("utf-8-sig").replace(",undecided,,", ",undecided,keep,"))
    return root.parent


def _load_libraries(template: Path, folder: Path) -> None:
    """Run all commands in this process, so that the processes it forks need to load nothing."""
    here = Path.cwd()
    for case in CASES:
        root = _copy(template, folder)
        os.chdir(root)
        sys.argv = ["variants", *_arguments(case, root)]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run_command()
        os.chdir(here)


def _copy(template: Path, folder: Path) -> Path:
    """Return a fresh copy of the edition, with what is beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder / "edition"


def _files(folder: Path) -> dict[str, int]:
    """Return the sizes of all files and folders."""
    found = (each for each in folder.rglob("*") if each.name != "stderr")
    return {
        str(each.relative_to(folder)): each.stat().st_size if each.is_file() else 0
        for each in found
    }


def _arguments(case: Case, root: Path) -> list[str]:
    first = read_history(open_store(root)).decisions()[0].id
    return [each.replace("{id}", first) for each in case.arguments]


def _must(root: Path, *arguments: str) -> None:
    code, out, _ = _run(root, list(arguments))
    _insist(code == ExitCode.FINE, f"{arguments}: {code} {out} {_stderr(root)}")


def _run(
    root: Path,
    arguments: list[str],
    *,
    start: Callable[[], None] = lambda: None,
    wait: float | None = None,
) -> tuple[int, str, float]:
    """Run a command in a process of its own, and kill it after a time.

    Returns:
        Its exit code (-9 if it was killed), its answer, and its duration.
    """
    reader, writer = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _become(root, arguments, writer, start)
    os.close(writer)
    if wait is not None:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reader, encoding="utf-8") as replies:
        # A command announces before it asks, and answers when it has written.
        answer = "".join(line for line in replies if not line.startswith("would "))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, answer, time.monotonic() - begun


def _stderr(root: Path) -> str:
    return (root.parent / "stderr").read_text("utf-8")


def _become(root: Path, arguments: list[str], writer: int, start: Callable[[], None]) -> None:
    """Run a command as this process, and exit."""
    code = int(ExitCode.BUG)
    with contextlib.suppress(BaseException):
        os.chdir(root)
        os.dup2(writer, 1)
        os.dup2(os.open(root.parent / "stderr", os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        sys.argv = ["variants", *arguments]
        start()
        code = run_command()
    os._exit(code)


def _writing_steps(root: Path, arguments: list[str]) -> tuple[int, ...]:
    """Return the numbers of the steps of a command that write, and of the steps after these."""
    record = root.parent / "steps"
    descriptor = os.open(record, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def note(_: int, writes: bool) -> None:  # noqa: FBT001 - a fact, not a choice
        os.write(descriptor, b"w" if writes else b"r")

    _run(root, arguments, start=partial(_at_each_step, note))
    os.close(descriptor)
    kinds = record.read_text("utf-8")
    writing = [number for number, kind in enumerate(kinds, 1) if kind == "w"]
    return tuple(sorted({*writing, *(number + 1 for number in writing)}))


def _at_each_step(act: Callable[[int, bool], object]) -> None:
    """Call a function before each step of this process on the disk, or in a database.

    Args:
        act: Called with the number of the step, and True if it writes.
    """
    count = 0

    def step(writes: bool) -> None:  # noqa: FBT001 - a fact, not a choice
        nonlocal count
        count += 1
        act(count, writes)

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        if event in STEPS:
            flags = arguments[2] if event == "open" else os.O_WRONLY
            step(isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR)))
        elif event == "sqlite3.connect/handle":
            arguments[0].set_trace_callback(lambda text: step(bool(_WRITING_SQL.match(text))))

    sys.addaudithook(audit)


def _kill_at(step: int, count: int, _: bool) -> None:  # noqa: FBT001 - as for each step
    if count == step:
        os.kill(os.getpid(), signal.SIGKILL)


def _uninterrupted(case: Case, template: Path, folder: Path) -> Whole:
    """Run a command to its end, and return what it leaves."""
    root = _copy(template, folder)
    arguments = _arguments(case, root)
    steps = _writing_steps(root, arguments)
    root = _copy(template, folder)
    before = _events(root)
    code, answer, seconds = _run(root, arguments)
    _insist(code == ExitCode.FINE, f"{arguments}: {code} {answer} {_stderr(root)}")
    results = {name: (root / name).read_bytes() for name in case.results}
    settings = (root / "variants.toml").read_bytes()
    return Whole(before, _events(root), settings, results, steps, seconds)


def _killed(case: Case, root: Path, whole: Whole, chance: random.Random) -> tuple[str, bool]:
    """Run a command, kill it at a random moment or step, and return its answer."""
    arguments = _arguments(case, root)
    if not whole.steps or chance.random() < 1 / 2:  # A database writes without Python.
        wait = chance.uniform(0.3, 1) * whole.seconds
        code, answer, _ = _run(root, arguments, wait=wait)
    else:
        at_step = partial(_at_each_step, partial(_kill_at, chance.choice(whole.steps)))
        code, answer, _ = _run(root, arguments, start=at_step)
    return answer, code == -signal.SIGKILL


def _events(root: Path) -> tuple[int, int]:
    """Return the numbers of events in the files and on the server."""
    return _history(root).count, _history(root, SERVER).count


def _history(root: Path, address: str = "") -> History:
    return read_history(open_store(root, address) if address else open_store(root))


def _check(case: Case, root: Path, whole: Whole, answer: str) -> None:
    """Raise ``AssertionError`` if something is lost or half written."""
    if case.makes:
        _check_made(root / "made")
    ids = {event.id for event in _history(root).events()}
    for name in _ID.findall(answer):
        _insist(
            any(each.endswith(name) for each in ids), f"the answer {answer!r} is not in the log"
        )
    counts = _events(root)
    for count, before, after in zip(counts, whole.before, whole.events, strict=True):
        several = case.arguments[1] in {"push", "pull"}
        possible = range(before, after + 1) if several else {before, after}
        _insist(count in possible, f"{count} events, not {before} or {after}")
    if answer:
        _insist(counts == whole.events, f"after the answer {answer!r}: {counts} events")
    _check_settings(root, whole, counts)
    for name, content in whole.results.items():
        path = root / name
        _insist(not path.exists() or path.read_bytes() == content, f"{name} is not whole")
    _check_again(case, root, whole)


def _check_settings(root: Path, whole: Whole, counts: tuple[int, int]) -> None:
    found = (root / "variants.toml").read_bytes()
    old = TEXTS["variants.toml"].encode()
    _insist(found in {old, whole.settings}, f"variants.toml: {found!r}")
    if old != whole.settings and found == whole.settings:
        _insist(counts == whole.events, "links are gone before they are in the log")


def _check_made(made: Path) -> None:
    """Check that a new edition is whole or not there."""
    try:
        root = find_edition(made)
    except NotAnEdition:
        return
    if root.resolve() != made.resolve():
        return
    (document,) = read_edition(root).documents
    texts = [witness.text for witness in read_document(document)]
    _insist(texts == ["The ship of S.", "The ship of A."], f"half an edition: {texts}")


def _check_again(case: Case, root: Path, whole: Whole) -> None:
    """Run the command again, and check the log and the files."""
    arguments = _arguments(case, root)
    code, answer, _ = _run(root, arguments)
    _insist(code in case.again, f"run again: {code} {answer!r} {_stderr(root)}")
    for address in ("", SERVER):
        store = open_store(root, address) if address else open_store(root)
        problems = [each for each in check_log(read_history(store), store) if each.grave]
        _insist(not problems, f"the log does not check: {problems[:2]}")
    for name, content in whole.results.items():
        _insist((root / name).read_bytes() == content, f"{name} is another one")
    left = [*_left(root)]
    _insist(not left, f"left over: {left}")


def _insist(holds: bool, message: str) -> None:  # noqa: FBT001 - like assert
    if not holds:
        raise AssertionError(message)


def _left(root: Path) -> Iterator[str]:
    for path in root.rglob(".*"):
        if path.name not in {".variants", ".gitignore", ".gitattributes"}:
            yield str(path.relative_to(root))


if __name__ == "__main__":
    raise SystemExit(main())
