"""Signs from the size of a difference and from the words around it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.signs import Sign

_REMEMBERED = 4_096


class _Size(NamedTuple):
    """Size of a difference.

    Attributes:
        mine: Number of content words that only the seed has.
        theirs: Number of content words that only the other side has.
        small: Number of other words that only one side has.
        faces: False if one side has no words at all.
        framed: For the words before and after: True if both sides have the same.
    """

    mine: int
    theirs: int
    small: int
    faces: bool
    framed: tuple[bool, bool]


def find_size_signs(contrast: Contrast) -> tuple[Sign, ...]:
    """Return the numbers of words on each side, and whether equal words surround them."""
    mine, theirs = len(contrast.seed_content), len(contrast.other_content)
    small = len(contrast.seed_rest) + len(contrast.other_rest) - mine - theirs
    faces = bool(contrast.seed_at) == bool(contrast.other_at)
    return _signs_of(_Size(mine, theirs, small, faces, contrast.framed))


@lru_cache(maxsize=_REMEMBERED)
def _signs_of(size: _Size) -> tuple[Sign, ...]:
    """Return the signs of a size; most differences have one of a few hundred."""
    mine, theirs, small, faces, (before, after) = size
    values = {
        "size.content": math.log1p(mine + theirs),
        "size.content seed": math.log1p(mine),
        "size.content other": math.log1p(theirs),
        "size.small words": math.log1p(small),
        "size.gap": abs(math.log((1 + mine) / (1 + theirs))),
    }
    holds = {
        "size.only small words": not (mine or theirs),
        "size.one side": bool(mine) != bool(theirs),
        "size.seed only": bool(mine) and not theirs,
        "size.other only": bool(theirs) and not mine,
        "size.nothing faces it": not faces,
        "frame.before": before,
        "frame.after": after,
        "frame.both": before and after,
    }
    found = [Sign(name, value) for name, value in values.items()]
    return (*found, *(Sign(name) for name, is_so in holds.items() if is_so))
