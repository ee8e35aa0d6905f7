"""Array types, and operations that numpy lacks."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Narrow: TypeAlias = NDArray[np.integer[Any]]
"""Integers in fewer bytes, for large arrays."""
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

_GRID = 65536.0  # Steps per unit of log likelihood; a power of two, so that rounding is exact.


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Concatenate the ranges ``starts[k] .. starts[k] + counts[k] - 1``.

    Examples:
        >>> ranges(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist()
        [5, 6, 9, 10, 11]
    """
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + counts, counts) + np.arange(total)


def distinct(values: Ints) -> Ints:
    """Return the distinct values in ascending order; ``values`` itself is sorted in place.

    ``np.unique`` hashes integers since numpy 2.3, which is slower for these arrays.

    Examples:
        >>> distinct(np.array([7, 3, 7])).tolist()
        [3, 7]
    """
    values.sort(kind="stable")
    if len(values) == 0:
        return values
    first: Flags = np.concatenate([[True], values[1:] != values[:-1]])
    return values[first]


def median(values: Floats) -> float:
    """Return the median of at least one number.

    ``np.median`` and ``np.quantile`` load masked arrays, which takes a while.

    Examples:
        >>> median(np.array([4.0, 1.0, 2.0, 8.0]))
        3.0
    """
    lower, upper = (len(values) - 1) // 2, len(values) // 2
    ordered = np.partition(values, (lower, upper))
    return float((ordered[lower] + ordered[upper]) / 2)


def quantile(values: Floats, share: float) -> float:
    """Return the number that a share of at least one number does not exceed, interpolated.

    Examples:
        >>> quantile(np.array([4.0, 1.0, 2.0, 8.0]), 0.75)
        5.0
    """
    lower, part = divmod(share * (len(values) - 1), 1.0)
    upper = min(int(lower) + 1, len(values) - 1)
    ordered = np.partition(values, (int(lower), upper))
    one, other = float(ordered[int(lower)]), float(ordered[upper])
    # From the nearer one, so that the result is never beyond either.
    return other - (other - one) * (1 - part) if part >= 0.5 else one + (other - one) * part  # noqa: PLR2004


def in_both(one: Ints, other: Ints) -> Ints:
    """Return the values that are in both arrays, ascending; each array has distinct values.

    Examples:
        >>> in_both(np.array([7, 3, 5]), np.array([2, 5, 7])).tolist()
        [5, 7]
    """
    both = np.concatenate([one, other])
    both.sort(kind="stable")
    twice: Flags = both[1:] == both[:-1]
    return both[:-1][twice]


def on_grid(scores: Floats) -> Floats:
    """Round scores to a grid on which their sums are exact.

    Equal sums then compare equal in whatever order they are added, and the last bits of a
    processor's logarithm do not decide between equal paths.
    """
    return np.rint(scores * _GRID) / _GRID
