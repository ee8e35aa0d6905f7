"""Signs that a difference touches the sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from variants.classify.sense.contrast import Contrast
from variants.types.sense import SenseSort


class Sign(NamedTuple):
    """One thing that differs between both sides of a difference, such as a number.

    Attributes:
        name: Name of the feature, group first: ``"value.other"``.
        value: Its value; 0 equals no sign.
        sort: The sort of sense that it would touch; ``None`` if it is only evidence for others.
        seed: The seed's words that differ in this respect; "" if it has none.
        other: The other's words.
    """

    name: str
    value: float = 1.0
    sort: SenseSort | None = None
    seed: str = ""
    other: str = ""


def one_sided_sign(name: str, words: str, *, is_lost: bool) -> Sign:
    """Return the sign of words that only the seed has, which are lost, or only the other side."""
    if is_lost:
        return Sign(name, 1.0, SenseSort.LEFT_OUT, words)
    return Sign(name, 1.0, SenseSort.ADDED, "", words)


SignFinder: TypeAlias = Callable[[Contrast], Iterable[Sign]]
"""Function that compares one thing on both sides and yields the differences in it."""
