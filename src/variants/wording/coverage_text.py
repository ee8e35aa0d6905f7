"""Parts of the seed that a witness has, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from variants.types.missing_part import MissingPart


class Coverage(NamedTuple):
    """Sentences of the seed, counted from 1, between which a witness has text.

    Attributes:
        begins: First sentence if the beginning of the seed is missing; else ``None``.
        ends: Last sentence if the end is missing; else ``None``.
        gaps: First and last sentences of missing parts between.
    """

    begins: int | None
    ends: int | None
    gaps: tuple[tuple[int, int], ...]


def coverage_of(siglum: str, missing: Iterable[MissingPart], sentences: int) -> Coverage:
    """Return the part of a seed that a witness has.

    Args:
        siglum: The witness.
        missing: The missing parts of all witnesses, in the order of the seed.
        sentences: Number of sentences of the seed.
    """
    parts = [part for part in missing if part.siglum == siglum]
    begins = next((part.last + 2 for part in parts if part.first == 0), None)
    ends = next((part.first for part in parts if part.last == sentences - 1), None)
    inside = (part for part in parts if part.first > 0 and part.last < sentences - 1)
    return Coverage(begins, ends, tuple((part.first + 1, part.last + 1) for part in inside))


def coverage_words(coverage: Coverage) -> str:
    """Return the sentences at which a witness begins and ends, and what is missing between.

    A witness that has everything has an empty text.

    Examples:
        >>> coverage_words(Coverage(12, 40, ()))
        'begins at 12, ends at 40'
        >>> coverage_words(Coverage(None, None, ((41, 60),)))
        'has no text for 41–60'
    """
    return ", ".join(_facts(coverage))


def _facts(coverage: Coverage) -> Iterator[str]:
    if coverage.begins is not None:
        yield f"begins at {coverage.begins}"
    if coverage.ends is not None:
        yield f"ends at {coverage.ends}"
    if coverage.gaps:
        ranges = ", ".join(f"{first}–{last}" for first, last in coverage.gaps)
        yield f"has no text for {ranges}"
