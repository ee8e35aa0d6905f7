"""Writes a log with several processes at once, or with one that is killed again and again.

    python -m tests.log.processes kill FOLDER RUNS
    python -m tests.log.processes race FOLDER PROCESSES EVENTS

A program of its own, so that processes can be forked from one that has no threads.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import filelock  # noqa: F401 - before any fork: it takes its time

import variants.log.codec.read_line  # noqa: F401 - before any fork: it takes its time
from tests.log.logs import compared, decide
from variants.errors import ConcurrentDecision
from variants.log.check import check_log
from variants.log.journal import open_journal, read_history
from variants.log.stores import open_store
from variants.types.decision import Action

_RUNS_OF_A_LOG = 10


def kill(folder: Path, runs: int) -> None:
    """Terminate a process that records decisions at random moments, and check the log."""
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    count = 0
    for number in range(runs // _RUNS_OF_A_LOG):
        root = folder / str(number)
        acknowledged: set[str] = set()
        for _ in range(_RUNS_OF_A_LOG):
            acknowledged |= _killed_at_random(root, chance)
            found = {event.id for event in read_history(open_store(root)).events()}
            _insist(acknowledged <= found, "an acknowledged event is gone")
        open_journal(root, editor="kl").seal("the end")
        problems = check_log(read_history(open_store(root)), open_store(root))
        _insist(not problems, f"the log does not check: {problems[:3]}")
        count += len(acknowledged)
    print(count)  # noqa: T201 - a program's result


def _killed_at_random(root: Path, chance: random.Random) -> set[str]:
    """Return the ids that a process confirmed before it was killed."""
    reader, writer = os.pipe()
    child = _fork(partial(_record_for_ever, root, writer))
    os.close(writer)
    with os.fdopen(reader) as replies:
        acknowledged = {replies.readline().strip() for _ in range(chance.randrange(4))}
        time.sleep(chance.random() * 0.004)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        # Confirmed before the signal, without a line that it truncated.
        return acknowledged | {line.strip() for line in replies if line.endswith("\n")}


def race(root: Path, processes: int, events: int) -> None:
    """Let processes write at once: each on its own words, and all on the same ones.

    No process writes before every one has opened the log: one that opened it after a decision
    would have seen it, and may decide again.
    """
    opened, open_end = os.pipe()
    start, start_end = os.pipe()

    def take_part(number: int) -> None:
        os.close(start_end)
        _take_part(root, number, events, opened=open_end, start=start)

    children = [_fork(partial(take_part, number)) for number in range(processes)]
    os.close(open_end)
    for _ in children:
        os.read(opened, 1)
    os.close(start_end)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    history = read_history(open_store(root))
    problems = check_log(history, open_store(root))
    _insist(not problems, f"the log does not check: {problems[:3]}")
    _insist(sorted(codes) == [0] + [3] * (processes - 1), f"not one was the first: {codes}")
    comments = [event for event in history.events() if event.by != "all"]
    _insist(len(comments) >= processes * events, "a comment is gone")


def _record_for_ever(root: Path, sink: int) -> None:
    journal = open_journal(root, editor="kl")

    def acknowledge(*ids: str) -> None:
        os.write(sink, "".join(f"{each}\n" for each in ids).encode())

    while True:
        one, other = journal.record(
            [decide("Gao Gang", why="x" * 500), decide("an armistice", Action.DEFER)], compared()
        )
        acknowledge(one.id, other.id)
        acknowledge(journal.comment("Look.", on=one.id).id)


def _take_part(root: Path, number: int, events: int, *, opened: int, start: int) -> None:
    """Exit with 3 if another process has already decided.

    The pipe ``opened`` gets a byte when this process has opened the log; ``start`` ends when all
    have.
    """
    editor = "kl" if number % 2 else "mo"
    everybody = open_journal(root, editor="all")
    journal = open_journal(root, editor=editor)
    os.write(opened, b".")
    os.close(opened)
    os.read(start, 1)
    for _ in range(events):
        journal.comment("Look.", on=decide("Gao Gang").anchor)
    try:
        everybody.record([decide("an armistice")], compared())
    except ConcurrentDecision:
        os._exit(3)


def _fork(run: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            run()
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - nothing may go on as the parent
            print(f"{error!r}", file=sys.stderr)  # noqa: T201 - a program's complaint
            os._exit(1)
    return child


def _insist(holds: bool, message: str) -> None:  # noqa: FBT001 - like assert
    if not holds:
        raise SystemExit(message)


if __name__ == "__main__":
    compared()  # Before any fork, too.
    what, folder, *numbers = sys.argv[1:]
    run = kill if what == "kill" else race
    run(Path(folder), *(int(number) for number in numbers))
