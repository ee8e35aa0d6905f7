"""Differences between two sentences, for tests of signs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.languages import language_of


def contrast_of(seed: str, other: str, tag: str = "en") -> Contrast:
    """Return the only difference of two sentences: all but their equal ends."""
    language = language_of(tag)
    mine, theirs = seed.split(), other.split()
    start = _equal(zip(mine, theirs, strict=False))
    rest = reversed(mine[start:]), reversed(theirs[start:])
    end = _equal(zip(*rest, strict=False))
    return Contrast(
        SideOfBead(mine, language),
        SideOfBead(theirs, language),
        range(start, len(mine) - end),
        range(start, len(theirs) - end),
    )


def _equal(pairs: Iterable[tuple[str, str]]) -> int:
    """Return the number of equal pairs before the first that differs."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
