"""Signs in small words: quantity, frequency, degree, time, place, condition, person."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.class_signs import CLASSES, class_signs
from variants.classify.sense.contrast import Contrast
from variants.classify.sense.denials import count_denials
from variants.classify.sense.scale_signs import scale_signs
from variants.classify.sense.scales import SCALES
from variants.classify.sense.signs import Sign
from variants.classify.sense.small_change import SmallChange
from variants.classify.sense.small_changes import small_changes
from variants.types.sense import SenseSort

_WHEN, _BEFORE, _BEHIND = "when", "before", "behind"


def find_small_word_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs in the small words of a difference, as comparisons of both sides.

    Names end with ``gap`` for the distance on a scale, ``other`` for another class, ``opposite``
    for one that excludes the first, and ``one`` for a word that the other side lacks altogether.
    """
    changes = small_changes(contrast)
    for aspect, change in changes.items():
        if aspect in SCALES:
            yield from scale_signs(aspect, change, contrast)
        elif aspect in CLASSES:
            yield from class_signs(aspect, change, contrast)
    if "limit" in changes and "condition" in changes:
        yield from _order_signs(changes["limit"], changes["condition"], contrast)
    if "limit" in changes and "place" in changes:
        yield from _behind_signs(changes["limit"], changes["place"])


def _order_signs(limit: SmallChange, condition: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign if "when" faces "before"; "hardly … before" is "hardly … when"."""
    if count_denials(contrast.seed) or count_denials(contrast.other):
        return
    for when, before in (
        (condition.seed, limit.other),
        (condition.other, limit.seed),
    ):
        if [one.value for one in when] == [_WHEN] and [one.value for one in before] == [_BEFORE]:
            words = (
                condition.seed_words or limit.seed_words,
                condition.other_words or limit.other_words,
            )
            yield Sign("limit.opposite", 1.0, SenseSort.TIME, *words)


def _behind_signs(limit: SmallChange, place: SmallChange) -> Iterator[Sign]:
    """Yield a sign if "behind" faces "before" as a place."""
    for before, behind in ((limit.seed, place.other), (limit.other, place.seed)):
        if {one.value for one in before} == {_BEFORE} and {one.value for one in behind} == {
            _BEHIND
        }:
            words = limit.seed_words or place.seed_words, limit.other_words or place.other_words
            yield Sign("place.opposite", 1.0, SenseSort.PLACE, *words)
