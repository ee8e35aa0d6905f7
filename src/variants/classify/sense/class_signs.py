"""Signs in small words that are compared by class: time, place, condition, person."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import (
    count_denials,
    is_denied,
    is_exception_on_one_side,
)
from variants.classify.sense.lost_small_words import REPEATED, is_lost
from variants.classify.sense.person_words import are_in_another_order, are_other_persons
from variants.classify.sense.side_small_words import marks_of, read_small_words, small_word_reader
from variants.classify.sense.side_verbs import facing_groups
from variants.classify.sense.signs import Sign
from variants.classify.sense.small_change import SmallChange, sides_of
from variants.classify.sense.spatial_words import (
    are_opposite_places,
    faces_elsewhere,
    turns_round,
)
from variants.languages.folding import fold
from variants.types.sense import SenseSort

CLASSES = {
    "exclusive": SenseSort.NOT_MERELY,
    "phase": SenseSort.TIME,
    "limit": SenseSort.TIME,
    "place": SenseSort.PLACE,
    "side": SenseSort.WHO_ACTS,
    "condition": SenseSort.CONDITION,
    "link": SenseSort.CONDITION,
    "person": SenseSort.WHO_ACTS,
    "owner": SenseSort.WHOSE,
    "mention": SenseSort.WHO_ACTS,
}
"""Aspects whose words are compared by class, and the sort of sense that they touch."""
_COUNT_ALONE = frozenset({"exclusive", "phase", "limit", "condition"})
"""Aspects with classes that can touch the sense where the other side has nothing instead."""
_FAINT = frozenset({"also", "chiefly", "include", "self"})
"""Words for one thing among others or by itself, which a sentence may have or lack."""
_OF_PERSONS = frozenset({"person", "owner"})
_LINK = "link"
_UNLESS = "unless"
_NEGATED = frozenset({"if", _UNLESS})
_PURPOSE = "purpose"
"""Class of words such as "in order that", which a sentence may have or lack."""
_PREVENTED = frozenset({"lest", _PURPOSE})
_SOON = frozenset({"at once", "soon", "already"})
"""Phases that are opposed, but do not exclude each other."""
_PAST = "past"
_THOUGH = "though"
_SIDES = frozenset({"with", "against"})
"""Values that are opposite only in some sentences."""
_CONTEST_WITHIN = 3
"""Words from "fight" to "with" or "against"."""


def class_signs(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of the words of one topic: another class, an opposite one, or a loss."""
    if not (change.seed and change.other):
        yield from _signs_of_one_side(aspect, change, contrast)
        return
    words, sort = (change.seed_words, change.other_words), CLASSES[aspect]
    mine, theirs = ({one.value for one in side} for side in (change.seed, change.other))
    if aspect == "person" and are_in_another_order(contrast):
        return
    yield Sign(f"{aspect}.other", 1.0, None, *words)
    if aspect in _OF_PERSONS:
        if are_other_persons(mine, theirs, contrast):
            yield Sign(f"{aspect}.opposite", 1.0, sort, *words)
    elif _are_opposite(aspect, mine, theirs, contrast):
        is_sooner = mine | theirs <= _SOON
        if is_sooner or not _joins_clause(contrast, change):
            name = f"{aspect}.sooner" if is_sooner else f"{aspect}.opposite"
            yield Sign(name, 1.0, sort, *words)


def _signs_of_one_side(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of words of a class that the other side of a difference lacks."""
    words, sort = (change.seed_words, change.other_words), CLASSES[aspect]
    values = {one.value for one in (*change.seed, *change.other)}
    counts = aspect in _COUNT_ALONE and values != {_PURPOSE}
    if counts and is_lost(aspect, change, contrast):
        alone = any(one.alone for one in (*change.seed, *change.other))
        is_faint = aspect == "exclusive" and values <= _FAINT
        name = f"{aspect}.one faint" if is_faint else f"{aspect}.one"
        yield Sign(name, 1.0, sort if alone else None, *words)
        yield from (Sign(f"{aspect}.{value}") for value in sorted(values))
        if aspect == "condition" and _is_free_of(contrast, change):
            yield Sign("condition.firm", 1.0, sort, *words)
    if aspect == "phase" and values == {_PAST} and _is_present(contrast, change):
        yield Sign("phase.opposite", 1.0, sort, *words)
    if aspect == "place" and (faces_elsewhere(contrast, change) or turns_round(contrast, change)):
        yield Sign("place.opposite", 1.0, sort, *words)


def _is_free_of(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if the other side has nothing that could state a firm condition of one side."""
    reader = small_word_reader(contrast.seed.language.tag)
    words = fold(change.seed_words or change.other_words)
    if reader is None or words not in reader.words.firm_conditions:
        return False
    here, there = sides_of(contrast, change)
    facing = contrast.other_range if change.seed else contrast.seed_range
    if not reader.words.occasions.isdisjoint(there.keys[facing.start : facing.stop]):
        return all(one.value == _THOUGH for one in (*change.seed, *change.other))
    return len(marks_of(here, "condition")) > len(marks_of(there, "condition"))


def _is_present(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if a verb beside "formerly" is in the present on the other side."""
    here = contrast.seed if change.seed else contrast.other
    groups = facing_groups(contrast)[bool(change.seed)]
    return bool(groups) and all(
        group.tense == "present" and not group.perfect and group.main in here.lemmas
        for group in groups
    )


def _joins_clause(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if words that begin a clause on both sides may only join it: "Yet", "Once"."""
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None or not reader.words.joining.issuperset(
        {fold(change.seed_words), fold(change.other_words)}
    ):
        return False
    seed, other = contrast.seed, contrast.other
    starts = (seed, contrast.seed_range.start), (other, contrast.other_range.start)
    return not any(start and side.fact(start - 1).is_word for side, start in starts)


def _are_opposite(aspect: str, mine: set[str], theirs: set[str], contrast: Contrast) -> bool:
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None:
        return False
    pairs = reader.words.opposites.get(aspect, frozenset())
    found = {frozenset({one, two}) for one in mine for two in theirs} & pairs
    if found in ({_NEGATED}, {_PREVENTED}, {REPEATED}):
        # "Unless he comes" is "if he does not come", and "no more" is "never again": both deny.
        # So does "not unless he comes" beside "only if he comes".
        count = _denials_beside_unless if found == {_NEGATED} else count_denials
        same = count(contrast.seed) == count(contrast.other)
        return same == (found == {_NEGATED}) and not is_exception_on_one_side(contrast)
    if (found == {_SIDES} and _is_of_opponent(contrast, reader.words.contests)) or (
        aspect == _LINK and _join_denied(contrast)
    ):
        return False
    return are_opposite_places(found, contrast) if aspect == "place" else bool(found)


def _denials_beside_unless(side: SideOfBead) -> int:
    """Return the number of words of a side that deny, without "unless"."""
    return count_denials(side) - sum(
        side.language.denies(side.keys[mark.at.start])
        for mark in side.read(read_small_words)
        if mark.meaning.value == _UNLESS
    )


def _is_of_opponent(contrast: Contrast, contests: frozenset[str]) -> bool:
    """Return True if a preposition follows a word for a contest on both sides: "fight with"."""
    starts = (
        (contrast.seed, contrast.seed_range.start),
        (contrast.other, contrast.other_range.start),
    )
    return not any(
        contests.isdisjoint(side.lemmas[max(0, at - _CONTEST_WITHIN) : at]) for side, at in starts
    )


def _join_denied(contrast: Contrast) -> bool:
    """Return True if "and" and "or" follow a denied word: "did not sing or dance"."""
    return all(
        any(
            mark.meaning.aspect == _LINK
            and mark.at.start in here
            and is_denied(side, mark.at.start - 1)
            for mark in side.read(read_small_words)
        )
        for side, here in (
            (contrast.seed, contrast.seed_range),
            (contrast.other, contrast.other_range),
        )
    )
