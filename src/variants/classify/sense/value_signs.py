"""Signs in values: another number, date, hour, unit or bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import is_delay_on_one_side
from variants.classify.sense.signs import Sign
from variants.languages.figures import meaning_of
from variants.languages.value_reader import may_change_value, read_values
from variants.languages.value_table import Bound
from variants.languages.values import (
    Value,
    ValueSort,
    can_be_converted,
    have_one_unit,
    same_number,
    same_value,
    touching,
)
from variants.types.sense import SenseSort

EQUAL = "value.equal"
"""Sign of equal values in other writing."""
_CONVERTED = "value.converted"
_SMALL = 2  # "one", "first", "two" on one side only are articles and the like, not numbers.
_RANGE_WITHIN = 6  # Words from "between" to an end of its range.
_THIRD = 3  # "third persons"
_NOTE = re.compile(r"\W*(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})\W*")
"""Mark of a footnote on one side only; its figure is not a number of the text."""


class ValuePairs(NamedTuple):
    """The values of a difference, those of both sides that are equal in pairs.

    Attributes:
        equal: Pairs of equal values; one of the two may be outside the difference.
        lost: Values of the seed in the difference that the other side has nowhere.
        gained: Values of the other side that the seed has nowhere.
        moved: All values of the seed, and of the other side, that are not in a pair; without "one",
            which can be a pronoun.
    """

    equal: tuple[tuple[Value, Value], ...]
    lost: tuple[Value, ...]
    gained: tuple[Value, ...]
    moved: tuple[tuple[Value, ...], tuple[Value, ...]] = ((), ())


def find_value_signs(contrast: Contrast) -> Iterable[Sign]:
    """Return the signs of values that differ, and of equal values in other writing."""
    return contrast.compare(_value_signs) if may_change_values(contrast) else ()


def may_change_values(contrast: Contrast) -> bool:
    """Return True if a word of a difference can be part of a value or of its bound."""
    return contrast.compare(_may_change_values)


def _may_change_values(contrast: Contrast) -> bool:
    tag = repeat(contrast.seed.language.tag)
    words = chain(contrast.seed_words, contrast.other_words)
    return any(map(may_change_value, words, tag))


def _value_signs(contrast: Contrast) -> tuple[Sign, ...]:
    return tuple(_find_value_signs(contrast))


def _find_value_signs(contrast: Contrast) -> Iterator[Sign]:
    pairs = value_pairs(contrast)
    for one, other in pairs.equal:
        yield from _signs_of_equals(contrast, one, other)
    facing = _facing(contrast, _without_repeated(contrast, pairs))
    for one, other in facing:
        if _differ_here(contrast, one, other):
            yield _other_value(contrast, one, other)
    for value in pairs.lost:
        if all(value is not one for one, _ in facing) and _counts(value, contrast, 0):
            lost = contrast.seed.text(value.core)
            yield Sign("value.lost", sort=_sort_of_sense(value), seed=lost)
    for value in pairs.gained:
        if all(value is not one for _, one in facing) and _counts(value, contrast, 1):
            gained = contrast.other.text(value.core)
            yield Sign("value.gained", sort=_sort_of_sense(value), other=gained)


def values_of(side: SideOfBead) -> tuple[Value, ...]:
    """Return all values of one side of a bead."""
    return read_values(side.words, side.language)


def value_pairs(contrast: Contrast) -> ValuePairs:
    """Return the values that a difference touches, those that are equal on both sides paired."""
    return contrast.compare(_value_pairs)


def _value_pairs(contrast: Contrast) -> ValuePairs:
    mine, theirs = contrast.seed.read(values_of), contrast.other.read(values_of)
    here = touching(mine, contrast.seed_range), touching(theirs, contrast.other_range)
    if not here[0] and not here[1]:
        return ValuePairs((), (), ())
    pairs = _matched(mine, theirs, here)
    inside = [set(map(id, side)) for side in here]
    equal = [(a, b) for a, b in pairs if id(a) in inside[0] or id(b) in inside[1]]
    paired = {id(value) for pair in pairs for value in pair}
    lost, gained = (tuple(value for value in values if id(value) not in paired) for values in here)
    unpaired = [
        tuple(v for v in values if id(v) not in paired and v.high != 1) for values in (mine, theirs)
    ]
    return ValuePairs(tuple(equal), lost, gained, (unpaired[0], unpaired[1]))


def _matched(
    mine: Sequence[Value],
    theirs: Sequence[Value],
    here: tuple[Sequence[Value], Sequence[Value]],
) -> list[tuple[Value, Value]]:
    """Return pairs of equal values of a bead, first those inside the difference."""
    pairs: list[tuple[Value, Value]] = []
    free = set(map(id, mine)), set(map(id, theirs))
    for ours, others in (here, (mine, theirs)):
        for is_strict in (True, False):
            for one in ours:
                if id(one) not in free[0]:
                    continue
                for other in others:
                    if id(other) in free[1] and _are_equal(one, other, is_strict=is_strict):
                        pairs.append((one, other))
                        free[0].discard(id(one))
                        free[1].discard(id(other))
                        break
    return pairs


def _are_equal(one: Value, other: Value, *, is_strict: bool) -> bool:
    """Return True if two values are equal; strictly also in their sort and unit."""
    if not same_value(one, other):
        return False
    return not is_strict or (one.sort is other.sort and bool(one.units) == bool(other.units))


def _without_repeated(contrast: Contrast, pairs: ValuePairs) -> ValuePairs:
    """Leave out values that the other side has too, but less often: "all three"."""
    mine, theirs = contrast.seed.read(values_of), contrast.other.read(values_of)
    lost, left = (_not_in(theirs, values) for values in (pairs.lost, pairs.moved[0]))
    gained, right = (_not_in(mine, values) for values in (pairs.gained, pairs.moved[1]))
    return pairs._replace(lost=lost, gained=gained, moved=(left, right))


def _not_in(facing: Sequence[Value], values: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(
        value
        for value in values
        if not any(_are_equal(value, other, is_strict=True) for other in facing)
    )


def _facing(contrast: Contrast, pairs: ValuePairs) -> list[tuple[Value, Value]]:
    """Return pairs of different values that face each other.

    First those of one sort in the difference, in order, then others, then those that only one
    side has in the difference, with one of their sort that moved and that no other value is in
    the place of. If the language's number words are unknown, one of them may be in that place.
    """
    found: list[tuple[Value, Value]] = []
    moved = pairs.moved
    steps = [(pairs.lost, pairs.gained, True, False), (pairs.lost, pairs.gained, False, False)]
    if contrast.seed.language.number_words:
        steps += [(pairs.lost, moved[1], True, True), (moved[0], pairs.gained, True, True)]
    for mine, theirs, must_be_alike, has_moved in steps:
        for one in mine:
            for other in theirs:
                taken = any(one is a or other is b for a, b in found)
                taken = taken or (has_moved and not _face_each_other(contrast, one, other, moved))
                is_implied = one.is_implied or other.is_implied
                if not taken and (_are_alike(one, other) or not (must_be_alike or is_implied)):
                    found.append((one, other))
    return found


def _face_each_other(
    contrast: Contrast,
    one: Value,
    other: Value,
    free: tuple[Sequence[Value], Sequence[Value]],
) -> bool:
    """Return True if no other free value of the sort is nearer to the place of one of the two."""
    sizes = len(contrast.seed.words), len(contrast.other.words)

    def distance(mine: Value, theirs: Value) -> float:
        return abs(mine.figure.start / sizes[0] - theirs.figure.start / sizes[1])

    here = distance(one, other)
    return not any(distance(one, each) < here for each in free[1] if _are_alike(one, each)) and (
        not any(distance(each, other) < here for each in free[0] if _are_alike(each, other))
    )


def _are_alike(one: Value, other: Value) -> bool:
    return one.sort is other.sort and {unit.dimension for unit in one.units} == {
        unit.dimension for unit in other.units
    }


def _differ_here(contrast: Contrast, one: Value, other: Value) -> bool:
    """Return True if a word of the difference is in one of two values only.

    In "3 May" against "4 May" the month is equal, even if it moved.
    """
    words = [
        _words_here(side, value, value.core)
        for side, value in ((contrast.seed, one), (contrast.other, other))
    ]
    mine = _words_here(contrast.seed, one, contrast.seed_range)
    theirs = _words_here(contrast.other, other, contrast.other_range)
    in_unit = not _share(one.figure, contrast.seed_range)
    in_unit &= not _share(other.figure, contrast.other_range)
    if in_unit and not same_number(one, other) and can_be_converted(one, other):
        return False  # The number beside the unit differs.
    if mine == theirs and _share(one.figure, contrast.seed_range) and not one.date:
        return not same_number(one, other)  # "In her nineteenth year", "nineteen years old".
    return bool(mine or theirs) and not (mine <= words[1] and theirs <= words[0])


def _words_here(side: SideOfBead, value: Value, here: range) -> set[object]:
    words = side.language.value_words
    return {meaning_of(side.words[n], words) for n in value.core if n in here}


def _other_value(contrast: Contrast, one: Value, other: Value) -> Sign:
    """Return the sign of a value that faces another one."""
    sorts = {one.sort, other.sort}
    name, sort = "value.other", SenseSort.NUMBER
    parts = one.figure, other.figure
    if ValueSort.DATE in sorts:
        name, sort = "value.date other", SenseSort.DATE
    elif ValueSort.TIME in sorts:
        name, sort = "value.time other", SenseSort.TIME
    elif one.units and other.units and not have_one_unit(one, other):
        parts = one.core, other.core
        if same_number(one, other):
            name, sort = "value.unit", SenseSort.UNIT
    elif (one.figure == one.core) is not (other.figure == other.core):
        parts = one.core, other.core  # "$200" has its unit in the figure.
    return Sign(name, 1.0, sort, contrast.seed.text(parts[0]), contrast.other.text(parts[1]))


def _signs_of_equals(contrast: Contrast, one: Value, other: Value) -> Iterator[Sign]:
    """Yield what differs beside two equal numbers, or that they are written differently."""
    found = [*_signs_of_limits(contrast, one, other), *_signs_of_sort(contrast, one, other)]
    words = contrast.seed.text(one.phrase), contrast.other.text(other.phrase)
    for name, sort in found:
        yield Sign(name, 1.0, sort, *words)
    in_both = _share(one.core, contrast.seed_range) and _share(other.core, contrast.other_range)
    if in_both and all(name == _CONVERTED for name, _ in found):
        yield Sign(EQUAL)


def _signs_of_limits(
    contrast: Contrast, one: Value, other: Value
) -> Iterator[tuple[str, SenseSort | None]]:
    """Yield the bounds and degrees of exactness that differ, if the difference is in them."""
    if not touch_limit(contrast, one, other):
        return
    sort = SenseSort.HOW_MANY
    if {one.sort, other.sort} & {ValueSort.DATE, ValueSort.TIME}:
        sort = SenseSort.DATE
    is_same = one.bound is other.bound or _are_at_most(contrast, one, other)
    is_same |= any(
        not value.bound and _ends_range(side, value)
        for side, value in ((contrast.seed, one), (contrast.other, other))
    )
    is_same |= sort is SenseSort.HOW_MANY and any(
        not facing.bound and _has_unclear_bound(side, value)
        for side, value, facing in ((contrast.seed, one, other), (contrast.other, other, one))
    )
    if not is_same and not is_delay_on_one_side(contrast):
        kind = "other" if one.bound and other.bound else "one"
        yield f"value.bound {kind}", sort
    both = bool(one.exactness and other.exactness)
    if one.exactness is not other.exactness and (both or not _is_converted(one, other)):
        kind = "other" if both else "one"
        yield f"value.about {kind}", sort


def _has_unclear_bound(side: SideOfBead, value: Value) -> bool:
    """Return True if the bound of a value may be a plain preposition: "über zwei Bücher"."""
    unclear = side.language.value_words.unclear_bounds
    return any(tuple(side.keys[n] for n in limit) in unclear for limit in value.limits)


def _ends_range(side: SideOfBead, value: Value) -> bool:
    """Return True if a value is an end of a range: "between the ages of two and ten"."""
    words = side.language.value_words.between
    before = range(max(0, value.core.start - _RANGE_WITHIN), value.core.start)
    return any(
        words.get(side.keys[n]) in side.keys[n : value.core.stop + _RANGE_WITHIN] for n in before
    )


def _are_at_most(contrast: Contrast, one: Value, other: Value) -> bool:
    """Return True if "no more than twice" faces "only twice"."""
    bounds = one.bound, other.bound
    return (bounds == (Bound.AT_MOST, None) and _has_only(contrast.other, other)) or (
        bounds == (None, Bound.AT_MOST) and _has_only(contrast.seed, one)
    )


def _has_only(side: SideOfBead, value: Value) -> bool:
    """Return True if "only" is before a value."""
    table, before = side.language.polarity, side.keys[: value.phrase.start][-1:]
    return table is not None and tuple(before) in table.exclusive


def touch_limit(contrast: Contrast, one: Value, other: Value) -> bool:
    """Return True if a difference is in the bound of one of two values."""
    return _touches_limit(contrast.seed, one, contrast.seed_range) or _touches_limit(
        contrast.other, other, contrast.other_range
    )


def _touches_limit(side: SideOfBead, value: Value, here: range) -> bool:
    """Return True if a difference is in the bound of a value.

    One word such as "over" beside other content words belongs to them: "they passed over three".
    """
    is_beside_content = any(n in side.content and n not in value.phrase for n in here)
    return any(
        _share(limit, here) and not (len(limit) == 1 and is_beside_content)
        for limit in value.limits
    )


def _signs_of_sort(
    contrast: Contrast, one: Value, other: Value
) -> Iterator[tuple[str, SenseSort | None]]:
    """Yield what differs in the sort of two equal numbers: in order, unit or parts of a date.

    Without endings of ordinals, "17" can be an ordinal.
    """
    in_order = bool(contrast.seed.language.value_words.ordinal_endings) and one.low > 1
    if {one.sort, other.sort} == {ValueSort.ORDINAL, ValueSort.NUMBER} and in_order:
        yield "value.order", SenseSort.NUMBER
    if bool(one.units) != bool(other.units):
        yield "value.unit one", None
    elif _is_converted(one, other):
        yield _CONVERTED, None
    if one.date is not None and other.date is not None:
        mine, theirs = one.date[:3], other.date[:3]
        if any((a is None) != (b is None) for a, b in zip(mine, theirs, strict=True)):
            yield "value.date part", SenseSort.DATE


def _is_converted(one: Value, other: Value) -> bool:
    """Return True if equal values have other units: a word such as "some" marks the rounding."""
    return bool(one.units and other.units) and not have_one_unit(one, other)


def _counts(value: Value, contrast: Contrast, number: int) -> bool:
    """Return True if a value that only one side has is more than a small word or a note mark.

    A value that the other side has once and this side twice, such as "all three", is not new.
    """
    sides = (contrast.seed, contrast.other)
    side, facing = sides[number], sides[1 - number]
    here = (contrast.seed_range, contrast.other_range)[number]
    if value.is_implied or not side.language.number_words or not _share(value.figure, here):
        return False  # Without number words: the other side may have the number in words.
    is_repeated = any(same_value(value, each) for each in facing.read(values_of))
    is_note = _NOTE.fullmatch("".join(side.words[here.start : here.stop])) is not None
    if is_repeated or is_note or (value.core.start <= 1 and _numbers_section(value, side)):
        return False
    if value.sort in {ValueSort.DATE, ValueSort.SHARE, ValueSort.LABEL}:
        return True
    multiples = side.language.value_words.multiples
    if any(multiples.get(side.keys[n], 0) > 1 for n in value.figure):
        return True  # "They knocked twice."
    return value.high > (_THIRD if value.sort is ValueSort.ORDINAL else _SMALL)


def _numbers_section(value: Value, side: SideOfBead) -> bool:
    """Return True if a value at the beginning is the number of a section: "Article 4.", "3)"."""
    after = side.words[value.core.stop : value.core.stop + 1]
    return value.sort is ValueSort.LABEL or after in {(".",), (")",)}


def _sort_of_sense(value: Value) -> SenseSort:
    if value.sort is ValueSort.DATE:
        return SenseSort.DATE
    return SenseSort.TIME if value.sort is ValueSort.TIME else SenseSort.NUMBER


def _share(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
