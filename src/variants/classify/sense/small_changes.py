"""Small words that differ between both sides of a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.denials import (
    denied_bounds,
    is_delay,
    is_exception_on_one_side,
    is_first_time,
)
from variants.classify.sense.side_verbs import read_verbs
from variants.classify.sense.word_hints import small_word_reader
from variants.languages.small_word_marks import SmallMark
from variants.languages.small_word_tables import SmallMeaning
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.sense import SenseSort

SCALES: Final[Mapping[str, SenseSort]] = {
    "quantity": SenseSort.HOW_MANY,
    "frequency": SenseSort.TIME,
    "duration": SenseSort.TIME,
    "degree": SenseSort.DEGREE,
    "comparison": SenseSort.DEGREE,
}
"""Aspects whose words are compared by grade, and the sort of sense that they touch."""
LEAST_GAP: Final = 0.4
"""Distance on a scale below which words are equal."""
_EXCLUSIVE: Final = "exclusive"
"""Aspect of "only" and "except"."""
_ACROSS: Final = frozenset({"degree", "frequency", "duration", "condition", "phase", _EXCLUSIVE})
"""Aspects of which a word can face one in another difference of the sentence."""
_OPPOSED: Final = frozenset({"phase", _EXCLUSIVE})
"""Aspects of these of which only words that exclude each other do."""
_DURATION: Final = "duration"
"""Aspect of which a phrase has a meaning besides another one: "shortly after"."""
_AGAIN: Final = "again"
_EXCEPT: Final = "except"
_ONLY: Final = "only"
_SELF: Final = "self"
_ENDED: Final = "ended"
_BEFORE: Final = "before"
_ALL_OR_NONE: Final = (0.0, 5.0)
"""Grades of the quantities that have exceptions: "all", "none"."""
_EXCEPTION_WITHIN: Final = 3
"""Words from such a quantity to its exception: "every ally but one"."""
REPEATED: Final = frozenset({_AGAIN, _ENDED})
"""Values of "again" and "no more", which deny each other unless both are denied."""


def read_small_words(side: SideOfBead) -> tuple[SmallMark, ...]:
    """Return the small words of a side that carry facts; none in an unknown language."""
    reader = small_word_reader(side.language.tag)
    return tuple(reader.marks(side.keys)) if reader is not None else ()


def _numbers_by_word(side: SideOfBead) -> dict[int, list[int]]:
    """Return the numbers of the small words and phrases that each word is in."""
    found: dict[int, list[int]] = {}
    for number, mark in enumerate(side.read(read_small_words)):
        for n in mark.at:
            found.setdefault(n, []).append(number)
    return found


@lru_cache(maxsize=WORD_CACHE_SIZE)
def hints_small_word(key: str, tag: str) -> bool:
    """Return True if a folded word is part of a small phrase that carries a fact."""
    reader = small_word_reader(tag)
    return reader is not None and reader.hints(key)


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


def small_changes(contrast: Contrast) -> dict[str, SmallChange]:
    """Return the small words of a difference that the other side of it lacks, by aspect.

    A word with several meanings ("all but": "almost", "except") is equal if the other side has one
    of them.
    """
    return contrast.compare(_small_changes)


def _small_changes(contrast: Contrast) -> dict[str, SmallChange]:
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
        return {}
    mine, theirs = (
        mine + _inversions(seed, contrast.seed_range, theirs),
        theirs + _inversions(other, contrast.other_range, mine),
    )
    mine, theirs = (
        mine + _beside(seed, contrast.seed_at, mine, theirs, other),
        theirs + _beside(other, contrast.other_at, theirs, mine, seed),
    )
    split = _split_phrases(seed, mine, changed[0]), _split_phrases(other, theirs, changed[1])
    if any(split):  # Seldom.
        more = _partners(seed, mine, split[1])
        theirs += _partners(other, theirs, split[0])
        mine += more
    found, matched = {}, set[range]()
    unmatched: dict[str, tuple[list[SmallMark], list[SmallMark]]] = {}
    for aspect in dict.fromkeys(mark.meaning.aspect for mark in (*mine, *theirs)):
        one = [mark for mark in mine if mark.meaning.aspect == aspect]
        two = [mark for mark in theirs if mark.meaning.aspect == aspect]
        left, right = _without(one, two), _without(two, one)
        if aspect != _DURATION:
            matched.update(mark.at for mark in one if mark not in left)
            matched.update(mark.at for mark in two if mark not in right)
        unmatched[aspect] = left, right
    for aspect, both in unmatched.items():
        left, right = (
            [mark for mark in side if aspect == _DURATION or mark.at not in matched]
            for side in both
        )
        if aspect in _ACROSS and bool(left) != bool(right):
            left, right = _with_partner(aspect, left, right, contrast)
        if left or right:
            found[aspect] = SmallChange(
                tuple(mark.meaning for mark in left),
                tuple(mark.meaning for mark in right),
                contrast.seed.text({n for mark in left for n in mark.at}),
                contrast.other.text({n for mark in right for n in mark.at}),
            )
    return found


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


def marks_at(side: SideOfBead, changed: frozenset[int]) -> list[SmallMark]:
    """Return the small words and phrases of a side in which words at these indices are."""
    if not changed:
        return []
    marks, numbers = side.read(read_small_words), side.read(_numbers_by_word)
    return [marks[m] for m in sorted({m for n in changed for m in numbers.get(n, ())})]


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
    """Return the words of one side with the only one that the other has in another difference.

    "I was a little offended by it" faces "it offended me deeply".
    """
    mine, theirs = (_of_aspect(side, aspect) for side in (contrast.seed, contrast.other))
    mine, theirs = _without(mine, theirs), _without(theirs, mine)
    alone = all(len({mark.at for mark in side}) == 1 for side in (mine, theirs))
    if not alone or not (left == mine or right == theirs):
        return left, right
    if _may_only_join(contrast.seed, mine) or _may_only_join(contrast.other, theirs):
        return left, right
    if aspect == "condition" and (_has_inversion(contrast.seed) or _has_inversion(contrast.other)):
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


def scale_gap(change: SmallChange) -> float:
    """Return the distance of the highest grades of both sides."""
    mine, theirs = (max(one.grade for one in side) for side in (change.seed, change.other))
    return abs(mine - theirs)


def count_denials(side: SideOfBead) -> int:
    """Return the number of words of a side that deny by themselves."""
    return sum(side.language.denies(key) for key in side.keys)


def is_lost(aspect: str, change: SmallChange, contrast: Contrast) -> bool:
    """Return True if the other side of the bead has fewer words of this meaning."""
    here, there, facing = contrast.seed, contrast.other, contrast.other_range
    meanings = change.seed
    if change.other:
        here, there, facing = there, here, contrast.seed_range
        meanings = change.other
    if aspect == "condition" and _has_inversion(there):
        return False
    if _is_said_otherwise(meanings, here, there, facing):
        return False
    return has_more(aspect, meanings, here, there)


def _is_said_otherwise(
    meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead, facing: range
) -> bool:
    """Return True if the other side has a verb, a denial or an exception for the same."""
    values = {one.value for one in meanings}
    is_none_before = values <= {_BEFORE, ""} and not any(one.grade for one in meanings)
    return (
        _is_denied_repetition(meanings, here, there)
        or (values == {_AGAIN} and (_only_goes_on(here) or _has_repeating_verb(there, here)))
        or (values == {_EXCEPT} and _has_exceptive_word(there, facing))
        or (values == {_ONLY} and not denied_bounds(here).isdisjoint(denied_bounds(there)))
        or (values == {_ONLY} and _has_value(there, _SELF))
        or (values == {_ENDED} and _has_ceasing_verb(there))
        or (is_none_before and is_first_time(here, there))
    )


def _only_goes_on(side: SideOfBead) -> bool:
    """Return True if a side has "again" only as a beginning: "Again, when he was king"."""
    found = [mark.at for mark in side.read(read_small_words) if mark.meaning.value == _AGAIN]
    return all(
        not (at.start and side.fact(at.start - 1).is_word)
        and at.stop < len(side.words)
        and not side.fact(at.stop).is_word
        for at in found
    )


def is_said_again(side: SideOfBead) -> bool:
    """Return True if a side has "again"."""
    return _has_value(side, _AGAIN)


def _has_value(side: SideOfBead, value: str) -> bool:
    return any(mark.meaning.value == value for mark in side.read(read_small_words))


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


def _has_ceasing_verb(side: SideOfBead) -> bool:
    """Return True if a side has a verb for what is no longer done: "cease"."""
    reader = small_word_reader(side.language.tag)
    return reader is not None and not reader.words.ceasing.isdisjoint(side.lemmas)


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


def _is_denied_repetition(
    meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead
) -> bool:
    """Return True if one side has "never again", the other "no more" or "not … any more"."""
    mine = REPEATED.intersection([one.value for one in meanings])
    if not mine or not count_denials(here) or not count_denials(there):
        return False
    theirs = {one.meaning.value for one in there.read(read_small_words)}
    return not (REPEATED - mine).isdisjoint(theirs)


def has_more(
    aspect: str, meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead
) -> bool:
    """Return True if a side of a bead has more words of one of these meanings than the other."""
    counts = [
        Counter((one.meaning.value, one.meaning.grade) for one in _of_aspect(side, aspect))
        for side in (here, there)
    ]
    return any(
        counts[0][one.value, one.grade] > counts[1][one.value, one.grade] for one in meanings
    )


def _of_aspect(side: SideOfBead, aspect: str) -> list[SmallMark]:
    return [one for one in side.read(read_small_words) if one.meaning.aspect == aspect]


def _has_inversion(side: SideOfBead) -> bool:
    """Return True if a side expresses "if" by an inversion: "should he come"."""
    return any(group.conditional for group in side.read(read_verbs).groups)
