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


def marked_contrast(seed: str, other: str, tag: str = "en") -> Contrast:
    """Return the contrast of the words between slashes: ``"The / old / dog barked."``."""
    language = language_of(tag)
    sides, ranges = [], []
    for text in (seed, other):
        before, inside, after = (part.split() for part in text.split("/"))
        sides.append(SideOfBead((*before, *inside, *after), language))
        ranges.append(range(len(before), len(before) + len(inside)))
    return Contrast(sides[0], sides[1], ranges[0], ranges[1])


def _equal(pairs: Iterable[tuple[str, str]]) -> int:
    """Return the number of equal pairs before the first that differs."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
