"""The files of a report that is too long for one page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path

MARK = '<meta name="generator" content="variants '
"""What every page of ours has in its head."""
_HEAD = 2000  # Bytes of a page in which the mark stands.


def part_name(index: str, number: int) -> str:
    """The name of a part, counted from 1."""
    return f"{index.removesuffix('.html')}-{number}.html"


def older_parts(index: Path, written: Collection[str]) -> list[str]:
    """Names of parts that an older and longer report of the same name has left beside it.

    Args:
        index: The report as it is now.
        written: The names of its files.
    """
    return list(_following(index, written))


def _following(index: Path, written: Collection[str]) -> Iterator[str]:
    for number in count(1):
        name = part_name(index.name, number)
        if name in written:
            continue
        if not _is_page_of_ours(index.with_name(name)):
            return
        yield name


def _is_page_of_ours(path: Path) -> bool:
    """Other people's files may be called so too."""
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(_HEAD)
    except OSError:
        return False
