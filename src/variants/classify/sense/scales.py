"""Scales of small words: quantity, frequency, duration, degree, comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from variants.languages.small_word_tables import SmallMeaning
from variants.types.sense import SenseSort

SCALES: Final[Mapping[str, SenseSort]] = {
    "quantity": SenseSort.HOW_MANY,
    "frequency": SenseSort.TIME,
    "duration": SenseSort.TIME,
    "degree": SenseSort.DEGREE,
    "comparison": SenseSort.DEGREE,
}
"""Aspects whose words are compared by grade, and the sort of sense that they touch."""
LEAST_GAP: Final = 0.4
"""Distance on a scale below which words are equal."""


def scale_gap(seed: Sequence[SmallMeaning], other: Sequence[SmallMeaning]) -> float:
    """Return the distance of the highest grades of both sides."""
    mine, theirs = (max(one.grade for one in side) for side in (seed, other))
    return abs(mine - theirs)
