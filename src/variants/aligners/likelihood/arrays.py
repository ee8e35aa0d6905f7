"""Array types, and operations that numpy lacks."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Narrow: TypeAlias = NDArray[np.integer[Any]]
"""Whole numbers in fewer bytes, where there are many of them."""
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

_GRID = 65536.0  # Steps a unit of log likelihood; a power of two, so that rounding is exact.


def ranges(starts: Ints, counts: Ints) -> Ints:
    """The ranges ``starts[k] .. starts[k] + counts[k] - 1``, one after another.

    Examples:
        >>> ranges(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist()
        [5, 6, 9, 10, 11]
    """
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + counts, counts) + np.arange(total)


def distinct(values: Ints) -> Ints:
    """The values, sorted, each once; ``values`` itself is sorted too.

    ``np.unique`` hashes whole numbers since numpy 2.3, which takes longer here.

    Examples:
        >>> distinct(np.array([7, 3, 7])).tolist()
        [3, 7]
    """
    values.sort(kind="stable")
    if len(values) == 0:
        return values
    first: Flags = np.concatenate([[True], values[1:] != values[:-1]])
    return values[first]


def in_both(one: Ints, other: Ints) -> Ints:
    """The values that are in both, rising; neither has one twice.

    Examples:
        >>> in_both(np.array([7, 3, 5]), np.array([2, 5, 7])).tolist()
        [5, 7]
    """
    both = np.concatenate([one, other])
    both.sort(kind="stable")
    twice: Flags = both[1:] == both[:-1]
    return both[:-1][twice]


def on_grid(scores: Floats) -> Floats:
    """Scores rounded so that their sums are exact.

    Then a tie is a tie in whatever order its parts were added, and the last bits of a
    processor's logarithm do not decide which of two equal paths is taken.
    """
    return np.rint(scores * _GRID) / _GRID
