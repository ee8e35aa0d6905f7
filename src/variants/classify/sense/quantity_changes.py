"""Numbers and quantities that differ enough for a flag."""

from __future__ import annotations

from functools import cache

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.lost_small_words import has_more, is_lost
from variants.classify.sense.polarity_signs import DENIES_A_PART, find_polarity_signs
from variants.classify.sense.scales import LEAST_GAP, scale_gap
from variants.classify.sense.side_small_words import small_word_reader
from variants.classify.sense.small_change import SmallChange
from variants.classify.sense.small_changes import small_changes
from variants.classify.sense.value_signs import touch_limit, value_pairs, values_of
from variants.languages.folding import fold
from variants.languages.value_table import Bound, Exactness
from variants.languages.values import Value

_ALL = 5
"""Grade of "all", which often stresses only; less is a part."""
_SHORT, _SHORTEST = 4, 2
"""Most words of a difference in which a quantifier against another, or against nothing, counts."""
_UP, _DOWN = 1, -1
_NOUN_WITHIN = 3
"""Words after a number in which its noun ends: "two old books each"."""


def changes_quantity(contrast: Contrast) -> bool:
    """Return True if a quantifier faces another one, or a partial one nothing: "few", "a few".

    "Not every" also faces "no".
    """
    size = len(contrast.seed_rest) + len(contrast.other_rest)
    if size > _SHORT:
        return False
    if not any(
        _has_quantifier(side, indices)
        for side, indices in (
            (contrast.seed, contrast.seed_range),
            (contrast.other, contrast.other_range),
        )
    ):
        return False
    if any(sign.name == DENIES_A_PART for sign in find_polarity_signs(contrast)):
        return True
    change = small_changes(contrast).get("quantity")
    if change is None:
        return False
    if change.seed and change.other:
        is_equal = _has_moved(change, contrast) or _denies_too(change, contrast)
        return scale_gap(change.seed, change.other) > LEAST_GAP and not is_equal
    is_partial = any(one.alone and one.grade < _ALL for one in (*change.seed, *change.other))
    return is_partial and size <= _SHORTEST and is_lost("quantity", change, contrast)


@cache
def _quantifiers(tag: str) -> frozenset[str]:
    reader = small_word_reader(tag)
    return reader.distinctive("quantity") if reader is not None else frozenset()


def _has_quantifier(side: SideOfBead, indices: range) -> bool:
    """Return True if a quantifier is in a difference, or begins there as "a few" does."""
    words = range(indices.start, min(indices.stop + 1, len(side.words)))
    quantifiers = _quantifiers(side.language.tag)
    return any(side.fact(n).key in quantifiers for n in words)


def _has_moved(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if both sides of the bead have the quantifiers of a side equally often."""
    seed, other = contrast.seed, contrast.other
    return not (
        has_more("quantity", change.seed, seed, other)
        and has_more("quantity", change.other, other, seed)
    )


def _denies_too(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if "none" faces a denied quantifier: "neither", "not either", but "not all"."""
    language = contrast.seed.language
    zero = [any(one.grade == 0 for one in side) for side in (change.seed, change.other)]
    if zero[0] == zero[1] or language.polarity is None:
        return False
    facing, words = contrast.other_words, change.other_words
    if zero[1]:
        facing, words = contrast.seed_words, change.seed_words
    denied = any(language.denies(fold(word)) for word in facing)
    return denied and language.polarity.partial.isdisjoint(map(fold, words.split()))


def counts_on_one_side(contrast: Contrast) -> bool:
    """Return True if a number faces a quantifier: "one of them", "some of them"."""
    change = small_changes(contrast).get("quantity") if changes_quantity(contrast) else None
    if change is None or not (change.seed and change.other):
        return False
    numbers = contrast.seed.language.value_words.cardinals
    first = (words.split()[0] for words in (change.seed_words, change.other_words))
    return any(fold(word) in numbers for word in first)


def multiplies_on_one_side(contrast: Contrast) -> bool:
    """Return True if one side gives a number to each of several: "two books each", "two books"."""
    words = contrast.seed.language.value_words.distributive
    sides = (contrast.seed, contrast.seed_range), (contrast.other, contrast.other_range)
    return any(
        words.isdisjoint(facing.keys) and any(_multiplies(side, n) for n in at)
        for (side, here), (facing, _) in (sides, sides[::-1])
        if (at := [n for n in here if side.fact(n).key in words])
    )


def _multiplies(side: SideOfBead, at: int) -> bool:
    """Return True if a word such as "each" follows a number and its noun, and has no own noun."""
    if any(n in side.content for n in range(at + 1, min(at + 2, len(side.words)))):
        return False
    return any(
        0 <= at - value.core.stop <= _NOUN_WITHIN
        and all(side.facts[n].is_word for n in range(value.core.stop, at))
        for value in side.read(values_of)
    )


def exclude_each_other(contrast: Contrast) -> bool:
    """Return True if one number is a bound on both sides, in opposite directions: "over", "under".

    Other bounds and degrees of exactness ("about") leave numbers that agree with both sides.
    """
    return any(
        {_direction(one), _direction(other)} == {_UP, _DOWN} and touch_limit(contrast, one, other)
        for one, other in value_pairs(contrast).equal
    )


def _direction(value: Value) -> int:
    """Return the direction in which the numbers are that agree with a bound; 0 without one."""
    if value.bound in {Bound.AT_LEAST, Bound.OVER}:
        return _UP
    below = value.bound in {Bound.AT_MOST, Bound.UNDER} or value.exactness is Exactness.NEARLY
    return _DOWN if below else 0
