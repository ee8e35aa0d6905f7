"""Signs from the size of a difference and from the words around it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.signs import Sign


def find_size_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the numbers of words on each side, and whether equal words surround them."""
    mine, theirs = contrast.seed_content, contrast.other_content
    words = len(contrast.seed_rest) + len(contrast.other_rest)
    content = len(mine) + len(theirs)
    yield Sign("size.content", math.log1p(content))
    yield Sign("size.content seed", math.log1p(len(mine)))
    yield Sign("size.content other", math.log1p(len(theirs)))
    yield Sign("size.small words", math.log1p(words - content))
    yield Sign("size.gap", abs(math.log((1 + len(mine)) / (1 + len(theirs)))))
    if not content:
        yield Sign("size.only small words")
    if bool(mine) != bool(theirs):
        yield Sign("size.one side")
        yield Sign("size.seed only" if mine else "size.other only")
    if bool(contrast.seed_at) != bool(contrast.other_at):
        yield Sign("size.nothing faces it")
    before, after = contrast.framed
    if before:
        yield Sign("frame.before")
    if after:
        yield Sign("frame.after")
    if before and after:
        yield Sign("frame.both")
