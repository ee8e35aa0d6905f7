"""Values in a difference: equal ones in other writing, and changed ones."""

from __future__ import annotations

from collections.abc import Sequence

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.signs import Sign
from variants.classify.sense.value_signs import (
    EQUAL,
    find_value_signs,
    may_change_values,
    value_pairs,
    values_of,
)
from variants.languages import fold
from variants.languages.value_reader import read_values
from variants.languages.values import Value, ValueSort
from variants.languages.written_out import same_words


def name_values(contrast: Contrast) -> bool:
    """Return True if a side of a bead names a value."""
    return bool(contrast.seed.read(values_of) or contrast.other.read(values_of))


def changed_values(contrast: Contrast) -> tuple[Sign, ...]:
    """Return the signs of values that differ in a difference."""
    return tuple(sign for sign in find_value_signs(contrast) if sign.sort is not None)


def have_equal_values(contrast: Contrast) -> bool:
    """Return True if a difference is only another writing of the values that it touches.

    A date may be written at several places of a sentence: "3 Oct." against "October 3" is
    "October" in another place.
    """
    if not (_may_touch_value(contrast) and name_values(contrast)):
        return False
    if _are_equal_numbers(contrast):
        return True
    pairs = value_pairs(contrast)
    if not pairs.equal or pairs.lost or pairs.gained:
        return False
    signs = {sign.name for sign in find_value_signs(contrast)}
    if signs - {EQUAL} or not all(_names_equal_parts(*pair) for pair in pairs.equal):
        return False
    if any(_moved(contrast, *pair) for pair in pairs.equal):
        return False
    fillers = _fillers(contrast, pairs.equal)
    mine = _other_words(
        contrast.seed, contrast.seed_range, [one for one, _ in pairs.equal], fillers
    )
    theirs = _other_words(
        contrast.other, contrast.other_range, [one for _, one in pairs.equal], fillers
    )
    are_same = sorted(mine) == sorted(theirs) or same_words(
        mine, theirs, contrast.seed.language.tag
    )
    return are_same and _touches_number(contrast, pairs.equal)


def moved_within_date(contrast: Contrast) -> bool:
    """Return True if words moved only inside a date: "2 May 1893", "May 2, 1893"."""
    return (
        may_change_values(contrast)
        and name_values(contrast)
        and any(
            one.date is not None and _is_inside(contrast, one, other)
            for one, other in value_pairs(contrast).equal
        )
    )


def _is_inside(contrast: Contrast, one: Value, other: Value) -> bool:
    """Return True if a difference has only a part of two equal values, and nothing else."""
    return {*contrast.seed_at} < {*one.core} and {*contrast.other_at} < {*other.core}


def _may_touch_value(contrast: Contrast) -> bool:
    """Return True if a word can be part of a value, or a mark such as the comma of a date."""
    return may_change_values(contrast) or not (
        len(contrast.seed_at) == len(contrast.seed_range)
        and len(contrast.other_at) == len(contrast.other_range)
    )


def _are_equal_numbers(contrast: Contrast) -> bool:
    """Return True if both sides are one number, even in dates that differ: "5" and "五"."""
    words, language = (contrast.seed_words, contrast.other_words), contrast.seed.language
    if any(len(side) != 1 for side in words):
        return False
    mine, theirs = (read_values(side, language) for side in words)
    return len(mine) == 1 and mine == theirs


def _names_equal_parts(one: Value, other: Value) -> bool:
    """Return True if two equal dates name the same parts: a day of the week is not left out."""
    if one.date is None or other.date is None:
        return True
    parts = zip(one.date[:4], other.date[:4], strict=True)
    return all((mine is None) == (theirs is None) for mine, theirs in parts)


def _moved(contrast: Contrast, one: Value, other: Value) -> bool:
    """Return True if the words of a value that are in a difference are elsewhere as they are."""
    mine = {n for n in one.core if n in contrast.seed_range}
    theirs = {n for n in other.core if n in contrast.other_range}
    if mine and theirs:
        return False
    if mine == set(one.core) or theirs == set(other.core):
        return True
    words = {contrast.seed.words[n] for n in mine} | {contrast.other.words[n] for n in theirs}
    elsewhere = contrast.other if mine else contrast.seed
    return words <= {elsewhere.words[n] for n in (other.core if mine else one.core)}


def _fillers(contrast: Contrast, pairs: Sequence[tuple[Value, Value]]) -> frozenset[str]:
    """Return the words that add nothing to a date, or to an ordinal: "Louis the Fourteenth"."""
    is_filled = any(
        one.date is not None
        or other.date is not None
        or {one.sort, other.sort} == {ValueSort.LABEL, ValueSort.ORDINAL}
        for one, other in pairs
    )
    return contrast.seed.language.date_words if is_filled else frozenset()


def _other_words(
    side: SideOfBead, here: range, values: Sequence[Value], fillers: frozenset[str]
) -> list[str]:
    """Return the words of a difference that belong to no value, without fillers."""
    inside = {n for value in values for n in value.phrase}
    words = (fold(side.words[n]) for n in here if n not in inside and side.facts[n].is_word)
    return [word for word in words if word not in fillers]


def _touches_number(contrast: Contrast, pairs: Sequence[tuple[Value, Value]]) -> bool:
    """Return True if a difference is in a number or its unit, not only in a bound or in "or"."""
    sides = (contrast.seed, contrast.seed_range), (contrast.other, contrast.other_range)
    return any(
        n in value.core and _is_number_or_unit(side, n)
        for number, (side, here) in enumerate(sides)
        for n in here
        for value in (pair[number] for pair in pairs)
    )


def _is_number_or_unit(side: SideOfBead, n: int) -> bool:
    return not side.facts[n].is_word or side.keys[n] not in side.language.function_words
