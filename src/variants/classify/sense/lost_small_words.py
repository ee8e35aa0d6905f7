"""Small words that the other side of a bead has neither as they are nor in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import count_denials, denied_bounds, is_first_time
from variants.classify.sense.side_small_words import (
    has_value,
    marks_of,
    read_small_words,
    small_word_reader,
)
from variants.classify.sense.side_verbs import has_inversion
from variants.classify.sense.small_change import SmallChange
from variants.languages.small_word_tables import SmallMeaning

AGAIN: Final = "again"
_ENDED: Final = "ended"
REPEATED: Final = frozenset({AGAIN, _ENDED})
"""Values of "again" and "no more", which deny each other unless both are denied."""
_EXCEPT: Final = "except"
_ONLY: Final = "only"
_SELF: Final = "self"
_BEFORE: Final = "before"
_ALL_OR_NONE: Final = (0.0, 5.0)
"""Grades of the quantities that have exceptions: "all", "none"."""
_EXCEPTION_WITHIN: Final = 3
"""Words from such a quantity to its exception: "every ally but one"."""


def is_lost(aspect: str, change: SmallChange, contrast: Contrast) -> bool:
    """Return True if the other side of the bead has fewer words of this meaning."""
    here, there, facing = contrast.seed, contrast.other, contrast.other_range
    meanings = change.seed
    if change.other:
        here, there, facing = there, here, contrast.seed_range
        meanings = change.other
    if aspect == "condition" and has_inversion(there):
        return False
    if _is_said_otherwise(meanings, here, there, facing):
        return False
    return has_more(aspect, meanings, here, there)


def has_more(
    aspect: str, meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead
) -> bool:
    """Return True if a side of a bead has more words of one of these meanings than the other."""
    counts = [
        Counter((one.meaning.value, one.meaning.grade) for one in marks_of(side, aspect))
        for side in (here, there)
    ]
    return any(
        counts[0][one.value, one.grade] > counts[1][one.value, one.grade] for one in meanings
    )


def _is_said_otherwise(
    meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead, facing: range
) -> bool:
    """Return True if the other side has a verb, a denial or an exception for the same."""
    values = {one.value for one in meanings}
    is_none_before = values <= {_BEFORE, ""} and not any(one.grade for one in meanings)
    return (
        _is_denied_repetition(meanings, here, there)
        or (values == {AGAIN} and (_only_goes_on(here) or _has_repeating_verb(there, here)))
        or (values == {_EXCEPT} and _has_exceptive_word(there, facing))
        or (values == {_ONLY} and not denied_bounds(here).isdisjoint(denied_bounds(there)))
        or (values == {_ONLY} and has_value(there, _SELF))
        or (values == {_ENDED} and _has_ceasing_verb(there))
        or (is_none_before and is_first_time(here, there))
    )


def _is_denied_repetition(
    meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead
) -> bool:
    """Return True if one side has "never again", the other "no more" or "not … any more"."""
    mine = REPEATED.intersection([one.value for one in meanings])
    if not mine or not count_denials(here) or not count_denials(there):
        return False
    theirs = {one.meaning.value for one in there.read(read_small_words)}
    return not (REPEATED - mine).isdisjoint(theirs)


def _only_goes_on(side: SideOfBead) -> bool:
    """Return True if a side has "again" only as a beginning: "Again, when he was king"."""
    found = [mark.at for mark in side.read(read_small_words) if mark.meaning.value == AGAIN]
    return all(
        not (at.start and side.fact(at.start - 1).is_word)
        and at.stop < len(side.words)
        and not side.fact(at.stop).is_word
        for at in found
    )


def _has_repeating_verb(side: SideOfBead, facing: SideOfBead) -> bool:
    """Return True if a side has a verb for what the other side does again: "rebuild", "return"."""
    reader = small_word_reader(side.language.tag)
    if reader is None:
        return False
    words = reader.words
    prefix = words.repeating_prefix
    return any(
        lemma in words.repeating
        or (lemma.startswith(prefix) and lemma.removeprefix(prefix) in facing.lemmas)
        for lemma in {*side.lemmas} - {*facing.lemmas}
    )


def _has_exceptive_word(side: SideOfBead, at: range) -> bool:
    """Return True if "but" is in a difference, or after all or none: "every one but him"."""
    reader = small_word_reader(side.language.tag)
    if reader is None:
        return False
    words = reader.words.exceptive
    if not words.isdisjoint(side.keys[at.start : at.stop]):
        return True
    ends = [
        mark.at.stop
        for mark in side.read(read_small_words)
        if mark.meaning.aspect == "quantity" and mark.meaning.grade in _ALL_OR_NONE
    ]
    return any(not words.isdisjoint(side.keys[end : end + _EXCEPTION_WITHIN]) for end in ends)


def _has_ceasing_verb(side: SideOfBead) -> bool:
    """Return True if a side has a verb for what is no longer done: "cease"."""
    reader = small_word_reader(side.language.tag)
    return reader is not None and not reader.words.ceasing.isdisjoint(side.lemmas)
