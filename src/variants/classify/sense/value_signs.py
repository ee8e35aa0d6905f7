"""Signs in values: another number, date, hour, unit or bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.signs import Sign
from variants.languages.value_reader import may_change_value, read_values
from variants.languages.values import (
    Value,
    ValueSort,
    have_one_unit,
    same_number,
    same_value,
    touching,
)
from variants.types.sense import SenseSort

_SMALL = 2  # "one", "first", "two" on one side only are articles and the like, not numbers.
_NOTE = re.compile(r"\W*(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})\W*")
"""Mark of a footnote on one side only; its figure is not a number of the text."""


class ValuePairs(NamedTuple):
    """The values of a difference, those of both sides that are equal in pairs.

    Attributes:
        equal: Pairs of equal values; one of the two may be outside the difference.
        lost: Values of the seed in the difference that the other side has nowhere.
        gained: Values of the other side that the seed has nowhere.
    """

    equal: tuple[tuple[Value, Value], ...]
    lost: tuple[Value, ...]
    gained: tuple[Value, ...]


def find_value_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of values that differ, and of equal values in other writing."""
    tag = contrast.seed.language.tag
    words = (*contrast.key[0], *contrast.key[1])
    if not any(may_change_value(word, tag) for word in words):
        return
    pairs = value_pairs(contrast)
    for one, other in pairs.equal:
        yield from _signs_of_equals(contrast, one, other)
    facing = _facing(pairs.lost, pairs.gained)
    for one, other in facing:
        yield _other_value(contrast, one, other)
    for value in pairs.lost:
        if all(value is not one for one, _ in facing) and _counts(value, contrast, contrast.seed):
            lost = contrast.seed.text(value.core)
            yield Sign("value.lost", sort=_sort_of_sense(value), seed=lost)
    for value in pairs.gained:
        if all(value is not one for _, one in facing) and _counts(value, contrast, contrast.other):
            gained = contrast.other.text(value.core)
            yield Sign("value.gained", sort=_sort_of_sense(value), other=gained)


def values_of(side: SideOfBead) -> tuple[Value, ...]:
    """Return all values of one side of a bead."""
    return read_values(side.words, side.language)


def value_pairs(contrast: Contrast) -> ValuePairs:
    """Return the values that a difference touches, those that are equal on both sides paired."""
    mine, theirs = contrast.seed.read(values_of), contrast.other.read(values_of)
    here = touching(mine, contrast.seed_range), touching(theirs, contrast.other_range)
    if not here[0] and not here[1]:
        return ValuePairs((), (), ())
    pairs = _matched(mine, theirs, here)
    inside = [set(map(id, side)) for side in here]
    equal = [(a, b) for a, b in pairs if id(a) in inside[0] or id(b) in inside[1]]
    paired = {id(value) for pair in pairs for value in pair}
    lost = tuple(value for value in here[0] if id(value) not in paired)
    gained = tuple(value for value in here[1] if id(value) not in paired)
    return ValuePairs(tuple(equal), lost, gained)


def _matched(
    mine: Sequence[Value],
    theirs: Sequence[Value],
    here: tuple[Sequence[Value], Sequence[Value]],
) -> list[tuple[Value, Value]]:
    """Return pairs of equal values of a bead, first those inside the difference."""
    pairs: list[tuple[Value, Value]] = []
    free = list(mine), list(theirs)
    for ours, others in (here, (mine, theirs)):
        for is_strict in (True, False):
            for one in ours:
                if not _holds(free[0], one):
                    continue
                for other in others:
                    if _holds(free[1], other) and _are_equal(one, other, is_strict=is_strict):
                        pairs.append((one, other))
                        free[0][:] = [value for value in free[0] if value is not one]
                        free[1][:] = [value for value in free[1] if value is not other]
                        break
    return pairs


def _holds(values: Sequence[Value], wanted: Value) -> bool:
    return any(value is wanted for value in values)


def _are_equal(one: Value, other: Value, *, is_strict: bool) -> bool:
    """Return True if two values are equal; strictly also in their sort and unit."""
    if not same_value(one, other):
        return False
    return not is_strict or (one.sort is other.sort and bool(one.units) == bool(other.units))


def _facing(lost: Sequence[Value], gained: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Return pairs of different values that face each other: first those of one sort, in order."""
    pairs: list[tuple[Value, Value]] = []
    free = list(gained)
    for is_strict in (True, False):
        for one in lost:
            if any(one is value for value, _ in pairs):
                continue
            for other in free:
                if _are_alike(one, other) or not is_strict:
                    pairs.append((one, other))
                    free = [value for value in free if value is not other]
                    break
    return pairs


def _are_alike(one: Value, other: Value) -> bool:
    return one.sort is other.sort and {unit.dimension for unit in one.units} == {
        unit.dimension for unit in other.units
    }


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
    return Sign(name, 1.0, sort, contrast.seed.text(parts[0]), contrast.other.text(parts[1]))


def _signs_of_equals(contrast: Contrast, one: Value, other: Value) -> Iterator[Sign]:
    """Yield what differs beside two equal numbers, or that they are written differently."""
    found = [*_signs_of_limits(contrast, one, other), *_signs_of_sort(one, other)]
    words = contrast.seed.text(one.phrase), contrast.other.text(other.phrase)
    for name, sort in found:
        yield Sign(name, 1.0, sort, *words)
    in_both = _share(one.core, contrast.seed_range) and _share(other.core, contrast.other_range)
    if in_both and not found:
        yield Sign("value.equal")


def _signs_of_limits(
    contrast: Contrast, one: Value, other: Value
) -> Iterator[tuple[str, SenseSort | None]]:
    """Yield the bounds and degrees of exactness that differ, if the difference is in them."""
    touched = any(_share(limit, contrast.seed_range) for limit in one.limits)
    touched |= any(_share(limit, contrast.other_range) for limit in other.limits)
    if not touched:
        return
    sort = SenseSort.HOW_MANY
    if {one.sort, other.sort} & {ValueSort.DATE, ValueSort.TIME}:
        sort = SenseSort.DATE
    if one.bound is not other.bound:
        kind = "other" if one.bound and other.bound else "one"
        yield f"value.bound {kind}", sort
    if one.exactness is not other.exactness:
        kind = "other" if one.exactness and other.exactness else "one"
        yield f"value.about {kind}", sort


def _signs_of_sort(one: Value, other: Value) -> Iterator[tuple[str, SenseSort | None]]:
    """Yield what differs in the sort of two equal numbers: in order, unit or parts of a date."""
    if {one.sort, other.sort} == {ValueSort.ORDINAL, ValueSort.NUMBER} and one.low > 1:
        yield "value.order", SenseSort.NUMBER
    if bool(one.units) != bool(other.units):
        yield "value.unit one", None
    elif one.units and not have_one_unit(one, other):
        yield "value.converted", None
    if one.date is not None and other.date is not None:
        mine, theirs = one.date[:3], other.date[:3]
        if any((a is None) != (b is None) for a, b in zip(mine, theirs, strict=True)):
            yield "value.date part", SenseSort.DATE


def _counts(value: Value, contrast: Contrast, side: SideOfBead) -> bool:
    """Return True if a value that only one side has is more than a small word or a note mark."""
    here = contrast.seed_range if side is contrast.seed else contrast.other_range
    if value.is_implied or _NOTE.fullmatch("".join(side.words[here.start : here.stop])):
        return False
    if value.sort is ValueSort.LABEL and value.core.start <= 1:
        return False  # Number of a section, before its text.
    is_word = not any(c.isnumeric() for n in value.figure for c in side.words[n])
    is_small = value.high <= _SMALL and value.sort not in {ValueSort.DATE, ValueSort.SHARE}
    return not (is_small and is_word)


def _sort_of_sense(value: Value) -> SenseSort:
    if value.sort is ValueSort.DATE:
        return SenseSort.DATE
    return SenseSort.TIME if value.sort is ValueSort.TIME else SenseSort.NUMBER


def _share(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
