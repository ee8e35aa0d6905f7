"""Small words of one topic that differ between both sides of a difference."""

from __future__ import annotations

from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.languages.small_word_tables import SmallMeaning


class SmallChange(NamedTuple):
    """Small words of one aspect that differ.

    Attributes:
        seed: Meanings that only the seed's side of the difference has.
        other: Meanings that only the other's side has.
        seed_words: The seed's words for them.
        other_words: The other's words.
    """

    seed: tuple[SmallMeaning, ...]
    other: tuple[SmallMeaning, ...]
    seed_words: str
    other_words: str


def sides_of(contrast: Contrast, change: SmallChange) -> tuple[SideOfBead, SideOfBead]:
    """Return the side with the words of a change on one side, and the other side."""
    seed, other = contrast.seed, contrast.other
    return (seed, other) if change.seed else (other, seed)
