"""Processes that end at one of their steps on the disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir"})


def ends_at(step: int, act: Callable[[], object]) -> bool:
    """End a process before one of the steps of an act; return False if it has fewer."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    count = 0

    def end(event: str, _: object) -> None:
        nonlocal count
        count += event in STEPS
        if count == step:
            os._exit(9)

    sys.addaudithook(end)
    act()
    os._exit(0)


def insist(holds: bool, message: str) -> None:  # noqa: FBT001 - like assert
    """End the program with a message unless something holds."""
    if not holds:
        raise SystemExit(message)
