"""Files of a log in tests."""

from __future__ import annotations

from pathlib import Path

from variants.log.check import check_log
from variants.log.journal import read_history
from variants.log.stores import open_store


def file_of(root: Path) -> Path:
    """Return the only file of the log."""
    (path,) = (root / "decisions").glob("*.jsonl")
    return path


def lines_of(root: Path) -> list[bytes]:
    """Return the lines of the log."""
    return file_of(root).read_bytes().splitlines()


def problems_in(root: Path) -> list[str]:
    """Return the problems that a check finds, without the file name."""
    store = open_store(root)
    return [str(each).partition(".jsonl")[2] for each in check_log(read_history(store), store)]
