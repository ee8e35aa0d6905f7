"""The files of a report that is too long for one page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path

MARK = '<meta name="generator" content="variants '
"""Text in the head of every page that the program writes."""
_HEAD = 2000  # Number of bytes to search for it.


def part_name(index: str, number: int) -> str:
    """Return the file name of a part; ``number`` counts from 1."""
    return f"{index.removesuffix('.html')}-{number}.html"


def older_parts(index: Path, written: Collection[str]) -> list[str]:
    """Return the names of existing parts of an older, longer report of the same name.

    Args:
        index: Path of the report.
        written: File names of the new report.
    """
    return list(_following(index, written))


def _following(index: Path, written: Collection[str]) -> Iterator[str]:
    for number in count(1):
        name = part_name(index.name, number)
        if name in written:
            continue
        if not _is_part(index.with_name(name)):
            return
        yield name


def _is_part(path: Path) -> bool:
    """Return True if the program wrote the file; another file may have such a name."""
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(_HEAD)
    except OSError:
        return False
