"""Signs in small words: quantity, frequency, degree, time, place, condition, person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.side_verbs import read_verbs
from variants.classify.sense.signs import Sign
from variants.classify.sense.word_hints import small_word_reader
from variants.languages.small_word_marks import SmallMark
from variants.languages.small_word_tables import SmallMeaning
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.sense import SenseSort

_SCALES = {
    "quantity": SenseSort.HOW_MANY,
    "frequency": SenseSort.TIME,
    "degree": SenseSort.DEGREE,
    "comparison": SenseSort.DEGREE,
}
"""Aspects whose words are compared by grade, and the sort of sense that they touch."""
_CLASSES = {
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
"""Aspects whose words are compared by class."""
_COUNT_ALONE = frozenset({"exclusive", "phase", "limit", "condition"})
"""Aspects with classes that can touch the sense where the other side has nothing instead."""
_FAINT = frozenset({"also", "chiefly", "include"})
"""Words for one thing among others, which a sentence may have or lack."""
_SPEAKERS = frozenset({"1 one", "1 many", "2"})
"""Persons of whom a change is rarely only another reference."""
_THING = "3 thing"
_OTHER_OWNERS = frozenset({"3 male", "3 female"})
_OF_PERSONS = frozenset({"person", "owner"})
_MOST_AROUND = 2
"""Most content words on both sides of a difference whose prepositions are compared."""
LEAST_GAP = 0.4
"""Distance on a scale below which words are equal."""


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
    mine, theirs = _marks_at(seed, changed[0]), _marks_at(other, changed[1])
    if not mine and not theirs:
        return {}
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
        matched.update(mark.at for mark in one if mark not in left)
        matched.update(mark.at for mark in two if mark not in right)
        unmatched[aspect] = left, right
    for aspect, both in unmatched.items():
        left, right = ([mark for mark in side if mark.at not in matched] for side in both)
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


def _marks_at(side: SideOfBead, changed: frozenset[int]) -> list[SmallMark]:
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
    aspects = {mark.meaning.aspect for mark in facing_marks if mark.meaning.aspect in _SCALES}
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


def find_small_word_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs in the small words of a difference, as comparisons of both sides.

    Names end with ``gap`` for the distance on a scale, ``other`` for another class, ``opposite``
    for one that excludes the first, and ``one`` for a word that the other side lacks altogether.
    """
    for aspect, change in small_changes(contrast).items():
        if aspect in _SCALES:
            yield from _scale_signs(aspect, change, contrast)
        elif aspect in _CLASSES:
            yield from _class_signs(aspect, change, contrast)


def _scale_signs(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    words, sort = (change.seed_words, change.other_words), _SCALES[aspect]
    if change.seed and change.other:
        gap = scale_gap(change)
        if gap > LEAST_GAP and not _is_neither(change, contrast):
            yield Sign(f"{aspect}.gap", gap, sort, *words)
    elif is_lost(aspect, change, contrast):
        alone = any(one.alone for one in (*change.seed, *change.other))
        yield Sign(f"{aspect}.one" if alone else f"{aspect}.one faint", 1.0, sort, *words)


def _is_neither(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if "neither" faces "not … either"."""
    grades = [{one.grade for one in side} for side in (change.seed, change.other)]
    is_pair = {0.0} in grades and any(len(side) > 1 for side in grades)
    return is_pair and _denials(contrast.seed) == _denials(contrast.other)


def scale_gap(change: SmallChange) -> float:
    """Return the distance of the highest grades of both sides."""
    mine, theirs = (max(one.grade for one in side) for side in (change.seed, change.other))
    return abs(mine - theirs)


def _class_signs(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    words, sort = (change.seed_words, change.other_words), _CLASSES[aspect]
    mine, theirs = ({one.value for one in side} for side in (change.seed, change.other))
    if not (mine and theirs):
        if aspect in _COUNT_ALONE and is_lost(aspect, change, contrast):
            alone = any(one.alone for one in (*change.seed, *change.other))
            is_faint = aspect == "exclusive" and (mine | theirs) <= _FAINT
            name = f"{aspect}.one faint" if is_faint else f"{aspect}.one"
            yield Sign(name, 1.0, sort if alone else None, *words)
            yield from (Sign(f"{aspect}.{value}") for value in sorted(mine | theirs))
        return
    if aspect == "person" and _are_in_another_order(contrast):
        return
    yield Sign(f"{aspect}.other", 1.0, None, *words)
    if aspect in _OF_PERSONS:
        is_impersonal = _THING in mine | theirs  # "I must", "it is necessary to me".
        if ((mine | theirs) & _SPEAKERS and not is_impersonal) or mine | theirs == _OTHER_OWNERS:
            yield Sign(f"{aspect}.opposite", 1.0, sort, *words)
    elif _are_opposite(aspect, mine, theirs, contrast):
        yield Sign(f"{aspect}.opposite", 1.0, sort, *words)


def _are_in_another_order(contrast: Contrast) -> bool:
    """Return True if both sides join the same two persons: "me and you", "you and me"."""
    mine = _joined_persons(contrast.seed, contrast.seed_range)
    return not mine.isdisjoint(_joined_persons(contrast.other, contrast.other_range))


def _joined_persons(side: SideOfBead, here: range) -> set[frozenset[str]]:
    """Return the pairs of persons that "and" joins, one of them in a difference."""
    marks = {mark.at.start: mark.meaning for mark in side.read(read_small_words)}
    joins = (n for n, meaning in marks.items() if meaning.aspect == "link")
    return {
        frozenset({marks[n - 1].value, marks[n + 1].value})
        for n in joins
        if (n - 1 in here or n + 1 in here)
        and all(m in marks and marks[m].aspect == "person" for m in (n - 1, n + 1))
    }


def _are_opposite(aspect: str, mine: set[str], theirs: set[str], contrast: Contrast) -> bool:
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None:
        return False
    pairs = reader.words.opposites.get(aspect, frozenset())
    found = {frozenset({one, two}) for one in mine for two in theirs} & pairs
    if found in ({_NEGATED}, {_REPEATED}):
        # "Unless he comes" is "if he does not come", and "no more" is "never again": both deny.
        return _denials(contrast.seed) != _denials(contrast.other)
    if found == {_DIRECTIONS} and _is_of_another_noun(contrast):
        return False
    if aspect == "place" and _is_recast(contrast):
        return any(pair <= reader.words.compass for pair in found)
    return bool(found)


def _is_recast(contrast: Contrast) -> bool:
    """Return True if a preposition may be another one because of the words around it."""
    return len(contrast.seed_content) + len(contrast.other_content) > _MOST_AROUND


_NEGATED = frozenset({"if", "unless"})
_REPEATED = frozenset({"again", "ended"})
_DIRECTIONS = frozenset({"to", "from"})


def _is_of_another_noun(contrast: Contrast) -> bool:
    """Return True if a preposition is before another noun on each side, and both have both nouns.

    "She rented it from him" is "he rented it to her"; roles are compared elsewhere.
    """
    seed, other = contrast.seed, contrast.other
    one, two = _noun_after(seed, contrast.seed_range), _noun_after(other, contrast.other_range)
    return one != two and one in other.lemmas and two in seed.lemmas


def _noun_after(side: SideOfBead, here: range) -> str:
    after = (n for n in range(here.start, len(side.words)) if n in side.content)
    return next((side.lemmas[n] for n in after), "")


def _denials(side: SideOfBead) -> int:
    return sum(side.language.denies(key) for key in side.keys)


def is_lost(aspect: str, change: SmallChange, contrast: Contrast) -> bool:
    """Return True if the other side of the bead has fewer words of this meaning."""
    here, there = contrast.seed, contrast.other
    meanings = change.seed
    if change.other:
        here, there, meanings = there, here, change.other
    if aspect == "condition" and _has_inversion(there):
        return False
    if _is_denied_repetition(meanings, here, there):
        return False
    return has_more(aspect, meanings, here, there)


def _is_denied_repetition(
    meanings: Sequence[SmallMeaning], here: SideOfBead, there: SideOfBead
) -> bool:
    """Return True if one side has "never again", the other "no more" or "not … any more"."""
    mine = _REPEATED.intersection([one.value for one in meanings])
    if not mine or not _denials(here) or not _denials(there):
        return False
    theirs = {one.meaning.value for one in there.read(read_small_words)}
    return not (_REPEATED - mine).isdisjoint(theirs)


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
