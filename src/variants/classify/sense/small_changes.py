"""Find the small words that differ between both sides of a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.denials import count_denials, is_delay, is_exception_on_one_side
from variants.classify.sense.scales import SCALES
from variants.classify.sense.side_small_words import (
    marks_at,
    marks_of,
    read_small_words,
    small_word_reader,
)
from variants.classify.sense.side_verbs import has_inversion, read_verbs
from variants.classify.sense.small_change import SmallChange
from variants.languages.small_word_marks import SmallMark
from variants.languages.small_word_tables import SmallMeaning

_EXCLUSIVE: Final = "exclusive"
"""Aspect of "only" and "except"."""
_ACROSS: Final = frozenset({"degree", "frequency", "duration", "condition", "phase", _EXCLUSIVE})
"""Aspects of which a word can face one in another difference of the sentence."""
_OPPOSED: Final = frozenset({"phase", _EXCLUSIVE})
"""Aspects of these of which only words that exclude each other do."""
_DURATION: Final = "duration"
"""Aspect of which a phrase has a meaning besides another one: "shortly after"."""
_ONLY: Final = "only"


def small_changes(contrast: Contrast) -> dict[str, SmallChange]:
    """Return the small words of a difference that the other side of it lacks, by aspect.

    A word with several meanings ("all but": "almost", "except") is equal if the other side has one
    of them.
    """
    return contrast.compare(_small_changes)


def _small_changes(contrast: Contrast) -> dict[str, SmallChange]:
    found = {}
    for aspect, sides in _unmatched(*_facing_marks(contrast)).items():
        left, right = _with_partner(aspect, *sides, contrast)
        if left or right:
            found[aspect] = SmallChange(
                tuple(mark.meaning for mark in left),
                tuple(mark.meaning for mark in right),
                contrast.seed.text({n for mark in left for n in mark.at}),
                contrast.other.text({n for mark in right for n in mark.at}),
            )
    return found


def _facing_marks(contrast: Contrast) -> tuple[list[SmallMark], list[SmallMark]]:
    """Return the small words of each side that the other lacks, and those that face them.

    The latter are beside the difference, in its inversions, or in phrases that differ in part.
    """
    seed, other = contrast.seed, contrast.other
    changed = (
        _changed(seed, contrast.seed_at, other, contrast.other_at),
        _changed(other, contrast.other_at, seed, contrast.seed_at),
    )
    mine, theirs = marks_at(seed, changed[0]), marks_at(other, changed[1])
    mine, theirs = _without_delay(seed, mine, other, theirs)
    theirs, mine = _without_delay(other, theirs, seed, mine)
    if _EXCLUSIVE in {mark.meaning.aspect for mark in (*mine, *theirs)} and (
        is_exception_on_one_side(contrast)
    ):
        mine, theirs = _without_exclusive(mine), _without_exclusive(theirs)
    if not mine and not theirs:
        return mine, theirs
    mine, theirs = (
        mine + _inversions(seed, contrast.seed_range, theirs),
        theirs + _inversions(other, contrast.other_range, mine),
    )
    mine, theirs = (
        mine + _beside(seed, contrast.seed_at, mine, theirs, other),
        theirs + _beside(other, contrast.other_at, theirs, mine, seed),
    )
    split = _split_phrases(seed, mine, changed[0]), _split_phrases(other, theirs, changed[1])
    return mine + _partners(seed, mine, split[1]), theirs + _partners(other, theirs, split[0])


def _unmatched(
    mine: Sequence[SmallMark], theirs: Sequence[SmallMark]
) -> dict[str, tuple[list[SmallMark], list[SmallMark]]]:
    """Return the words of each side without an equal in the other, by aspect.

    A phrase that has an equal in one aspect is left out of the others, except a duration.
    """
    matched = set[range]()
    unmatched: dict[str, tuple[list[SmallMark], list[SmallMark]]] = {}
    for aspect in dict.fromkeys(mark.meaning.aspect for mark in (*mine, *theirs)):
        one = [mark for mark in mine if mark.meaning.aspect == aspect]
        two = [mark for mark in theirs if mark.meaning.aspect == aspect]
        left, right = _without(one, two), _without(two, one)
        if aspect != _DURATION:
            matched.update(mark.at for mark in one if mark not in left)
            matched.update(mark.at for mark in two if mark not in right)
        unmatched[aspect] = left, right
    for aspect, sides in unmatched.items():
        if aspect != _DURATION:
            left, right = ([one for one in side if one.at not in matched] for side in sides)
            unmatched[aspect] = left, right
    return unmatched


def _changed(
    side: SideOfBead, indices: Indices, facing: SideOfBead, facing_indices: Indices
) -> frozenset[int]:
    """Return the words of a difference that the other side of it lacks, if any is a small word."""
    reader, keys = small_word_reader(side.language.tag), side.keys
    if reader is None or reader.all_words.isdisjoint([keys[n] for n in indices]):
        return frozenset()
    there = {facing.keys[n] for n in facing_indices}
    changed = frozenset([n for n in indices if keys[n] not in there])
    return frozenset() if reader.all_words.isdisjoint([keys[n] for n in changed]) else changed


def _beside(
    side: SideOfBead,
    indices: Indices,
    marks: Sequence[SmallMark],
    facing_marks: Sequence[SmallMark],
    facing: SideOfBead,
) -> list[SmallMark]:
    """Return the words of a scale next to a difference that face one in it.

    So "entire" faces "part of" where "the" faces "part of the" and "entire" is a difference of its
    own. A word that the other side has too faces that one.
    """
    aspects = {mark.meaning.aspect for mark in facing_marks if mark.meaning.aspect in SCALES}
    aspects -= {mark.meaning.aspect for mark in marks}
    if not aspects or not indices:
        return []
    there = {mark.meaning for mark in facing.read(read_small_words)}
    ends = {min(indices), max(indices) + 1}
    return [
        mark
        for mark in side.read(read_small_words)
        if mark.meaning.aspect in aspects
        and mark.meaning not in there
        and not ends.isdisjoint((mark.at.start, mark.at.stop))
    ]


def _without_delay(
    side: SideOfBead, marks: list[SmallMark], facing: SideOfBead, others: list[SmallMark]
) -> tuple[list[SmallMark], list[SmallMark]]:
    """Return the words without "until" and "only", if "not until" faces "only on"."""
    if not is_delay(side, facing):
        return marks, others
    return [mark for mark in marks if mark.meaning.aspect != "limit"], _without_exclusive(others)


def _without_exclusive(marks: list[SmallMark]) -> list[SmallMark]:
    return [mark for mark in marks if mark.meaning.aspect != _EXCLUSIVE]


def _with_partner(
    aspect: str, left: list[SmallMark], right: list[SmallMark], contrast: Contrast
) -> tuple[list[SmallMark], list[SmallMark]]:
    """Return words of one side with the only one that the other has in another difference.

    "I was a little offended by it" faces "it offended me deeply".
    """
    if aspect not in _ACROSS or bool(left) == bool(right):
        return left, right
    mine, theirs = (marks_of(side, aspect) for side in (contrast.seed, contrast.other))
    mine, theirs = _without(mine, theirs), _without(theirs, mine)
    alone = all(len({mark.at for mark in side}) == 1 for side in (mine, theirs))
    if not alone or not (left == mine or right == theirs):
        return left, right
    if _may_only_join(contrast.seed, mine) or _may_only_join(contrast.other, theirs):
        return left, right
    if aspect == "condition" and (has_inversion(contrast.seed) or has_inversion(contrast.other)):
        return left, right
    if aspect in _OPPOSED and not _are_opposed(aspect, mine, theirs, contrast):
        return left, right
    return mine, theirs


def _are_opposed(
    aspect: str, mine: Sequence[SmallMark], theirs: Sequence[SmallMark], contrast: Contrast
) -> bool:
    """Return True if the words of both sides exclude each other."""
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None:
        return False
    if aspect == _EXCLUSIVE:
        if not any(mark.meaning.value == _ONLY for mark in (*mine, *theirs)):
            return False  # "All but one", "one, even the last".
        if count_denials(contrast.seed) != count_denials(contrast.other):
            return False  # "It was not the only one", "there were others besides".
    pairs = reader.words.opposites.get(aspect, frozenset())
    return any(frozenset({a.meaning.value, b.meaning.value}) in pairs for a in mine for b in theirs)


def _may_only_join(side: SideOfBead, marks: Sequence[SmallMark]) -> bool:
    """Return True if a word may only join a clause to another, as "for" and "as" do."""
    reader = small_word_reader(side.language.tag)
    return reader is not None and any(
        len(mark.at) == 1
        and (
            reader.words.clause_words.get(side.keys[mark.at.start]) == mark.meaning.aspect
            or (side.keys[mark.at.start] in reader.words.joining and _begins_clause(side, mark))
        )
        for mark in marks
    )


def _begins_clause(side: SideOfBead, mark: SmallMark) -> bool:
    return not (mark.at.start and side.facts[mark.at.start - 1].is_word)


def _inversions(side: SideOfBead, here: range, facing: Sequence[SmallMark]) -> list[SmallMark]:
    """Return a mark of "if" for each inversion that faces a condition: "should he come"."""
    if not any(mark.meaning.aspect == "condition" for mark in facing):
        return []
    groups = side.read(read_verbs).groups
    inverted = [group.at for group in groups if group.conditional and group.at.start in here]
    return [SmallMark(at[:1], SmallMeaning("condition", "if")) for at in inverted]


def _split_phrases(
    side: SideOfBead, marks: Sequence[SmallMark], changed: frozenset[int]
) -> dict[str, set[str]]:
    """Return the unchanged words of partly changed phrases by aspect: "few" of "a few"."""
    split = {
        mark.meaning.aspect: {side.keys[n] for n in mark.at if n not in changed} for mark in marks
    }
    return {aspect: keys for aspect, keys in split.items() if keys}


def _partners(
    side: SideOfBead, marks: Sequence[SmallMark], split: dict[str, set[str]]
) -> list[SmallMark]:
    """Return the small words that face a phrase of which only a part differs."""
    known = {mark.meaning.aspect for mark in marks}
    found = []
    for aspect, keys in split.items():
        if aspect not in known:
            same = [
                one
                for one in side.read(read_small_words)
                if one.meaning.aspect == aspect and any(side.keys[n] in keys for n in one.at)
            ]
            found += same[:1]
    return found


def _without(marks: Sequence[SmallMark], other: Sequence[SmallMark]) -> list[SmallMark]:
    if not other:
        return list(marks)
    there = Counter((one.meaning.value, one.meaning.grade) for one in other)
    kept = []
    for mark in marks:
        key = mark.meaning.value, mark.meaning.grade
        if there[key]:
            there[key] -= 1
        else:
            kept.append(mark)
    return kept
