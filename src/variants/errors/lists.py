"""Lists in messages, short enough to read on a terminal."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

MOST_LISTED = 10
"""Items that a message lists at most."""


def listed(items: Sequence[str], separator: str = ", ") -> str:
    """Return the items on one line; after the tenth, the number of the others.

    Examples:
        >>> listed(["A", "B"])
        'A, B'
        >>> listed([str(number) for number in range(2239)])
        '0, 1, 2, 3, 4, 5, 6, 7, 8, 9 … and 2,229 more'
    """
    shown = separator.join(items[:MOST_LISTED])
    left = len(items) - MOST_LISTED
    return f"{shown} … and {left:,} more" if left > 0 else shown


def choices(name: str, known: Sequence[str]) -> str:
    """Return a hint that offers the known names, first the one that resembles ``name``.

    Examples:
        >>> choices("setings", ["title", "settings"])
        'Did you mean settings? Choose from title, settings.'
    """
    near = difflib.get_close_matches(name, known, n=1)
    guess = f"Did you mean {near[0]}? " if near else ""
    return f"{guess}Choose from {listed(known)}."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is 1.

    Examples:
        >>> counted(1, "row"), counted(2239, "place")
        ('1 row', '2,239 places')
    """
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
