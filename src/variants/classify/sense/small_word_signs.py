"""Signs in small words: quantity, frequency, degree, time, place, condition, person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import (
    compare_denials,
    is_denied,
    is_exception_on_one_side,
)
from variants.classify.sense.mood import reports_on_one_side
from variants.classify.sense.side_verbs import facing_groups
from variants.classify.sense.signs import Sign
from variants.classify.sense.small_changes import (
    LEAST_GAP,
    REPEATED,
    SCALES,
    SmallChange,
    count_denials,
    hints_small_word,
    is_lost,
    is_said_again,
    read_small_words,
    scale_gap,
    small_changes,
)
from variants.classify.sense.word_hints import small_word_reader
from variants.languages.folding import fold
from variants.languages.kin import kin_of
from variants.types.sense import SenseSort

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
_FAINT = frozenset({"also", "chiefly", "include", "self"})
"""Words for one thing among others or by itself, which a sentence may have or lack."""
_SPEAKERS = frozenset({"1 one", "1 many", "2"})
"""Persons of whom a change is rarely only another reference."""
_THING = "3 thing"
_OTHER_OWNERS = frozenset({"3 male", "3 female"})
_OF_PERSONS = frozenset({"person", "owner"})
_MOST_AROUND = 2
"""Most content words on both sides of a difference whose prepositions are compared."""
_LINK = "link"
_UNLESS = "unless"
_NEGATED = frozenset({"if", _UNLESS})
_PURPOSE = "purpose"
"""Class of words such as "in order that", which a sentence may have or lack."""
_PREVENTED = frozenset({"lest", _PURPOSE})
_SOON = frozenset({"at once", "soon", "already"})
"""Phases that are opposed, but do not exclude each other."""
_PAST = "past"
_FEW = 0.7
"""Grade below which a quantity is none, or almost none."""
_WIDE = {"quantity": 0.85, "frequency": 0.85, "duration": 2.5}
"""Distance beyond which words of a scale exclude each other: "few", "a few"."""
_SELDOM = 1.0
"""Highest grade of a frequency that denies."""
_THOUGH = "though"
_WHEN, _BEFORE, _BEHIND = "when", "before", "behind"
_FROM = "from"
_DIRECTIONS = frozenset({"to", _FROM})
_SIDES = frozenset({"with", "against"})
"""Values that are opposite only in some sentences."""
_CONTEST_WITHIN = 3
"""Words from "fight" to "with" or "against"."""


def find_small_word_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs in the small words of a difference, as comparisons of both sides.

    Names end with ``gap`` for the distance on a scale, ``other`` for another class, ``opposite``
    for one that excludes the first, and ``one`` for a word that the other side lacks altogether.
    """
    changes = small_changes(contrast)
    for aspect, change in changes.items():
        if aspect in SCALES:
            yield from _scale_signs(aspect, change, contrast)
        elif aspect in _CLASSES:
            yield from _class_signs(aspect, change, contrast)
    if "limit" in changes and "condition" in changes:
        yield from _order_signs(changes["limit"], changes["condition"], contrast)
    if "limit" in changes and "place" in changes:
        yield from _behind_signs(changes["limit"], changes["place"])
    yield from _repeating_signs(contrast)


def _repeating_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for a verb for what is done again beside the plain verb: "rebuild", "build"."""
    tag = contrast.seed.language.tag
    reader, kin = small_word_reader(tag), kin_of(tag)
    if reader is None or kin is None or not reader.words.repeating_prefix:
        return
    seed, other = contrast.seed, contrast.other
    verbs = {
        side.lemmas[n]: side.words[n]
        for side, content in ((seed, contrast.seed_content), (other, contrast.other_content))
        for n in content
    }
    for lemma, word in verbs.items():
        base = lemma.removeprefix(reader.words.repeating_prefix)
        if base == lemma or base not in verbs or "v" not in kin.parts_of_speech(base):
            continue
        if not any(is_said_again(side) for side in (seed, other)):
            words = (word, verbs[base]) if lemma in seed.lemmas else (verbs[base], word)
            yield Sign("phase.again", 1.0, SenseSort.TIME, *words)


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


def _scale_signs(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    words, sort = (change.seed_words, change.other_words), SCALES[aspect]
    if change.seed and change.other:
        gap = scale_gap(change)
        if gap > LEAST_GAP and not (
            _is_neither(change, contrast) or _is_denied_twice(change, contrast)
        ):
            yield Sign(f"{aspect}.gap", gap, sort, *words)
            if gap > _WIDE.get(aspect, gap) and _exclude(change, contrast):
                yield Sign(f"{aspect}.opposite", 1.0, sort, *words)
    elif is_lost(aspect, change, contrast):
        alone = any(one.alone for one in (*change.seed, *change.other))
        yield Sign(f"{aspect}.one" if alone else f"{aspect}.one faint", 1.0, sort, *words)


def _is_denied_twice(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if a word for none is denied besides: "none of them failed", "all came".

    The other side can have an affix instead: "none was harmed", "all were unharmed".
    """
    denials = compare_denials(contrast.seed, contrast.other)
    return any(
        max(one.grade for one in words) < _FEW
        and any(
            each.start in at
            for each in (
                *side.cancelled,
                *(one for one, partner in side.partners.items() if partner.base),
            )
        )
        for words, at, side in (
            (change.seed, contrast.seed_range, denials[0]),
            (change.other, contrast.other_range, denials[1]),
        )
    )


def _exclude(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if only small words differ, and neither side denies more than the other.

    "None of them failed" is "all of them came", while "never" and "seldom" both deny.
    """
    seed, other = contrast.seed, contrast.other
    keys = [
        *(seed.keys[n] for n in contrast.seed_content),
        *(other.keys[m] for m in contrast.other_content),
    ]
    both_deny = all(one.grade <= _SELDOM for one in (*change.seed, *change.other))
    return (both_deny or count_denials(seed) == count_denials(other)) and all(
        hints_small_word(key, seed.language.tag) for key in keys
    )


def _is_neither(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if "neither" faces "not … either"."""
    grades = [{one.grade for one in side} for side in (change.seed, change.other)]
    is_pair = {0.0} in grades and any(len(side) > 1 for side in grades)
    return is_pair and count_denials(contrast.seed) == count_denials(contrast.other)


def _class_signs(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    if not (change.seed and change.other):
        yield from _signs_of_one_side(aspect, change, contrast)
        return
    words, sort = (change.seed_words, change.other_words), _CLASSES[aspect]
    mine, theirs = ({one.value for one in side} for side in (change.seed, change.other))
    if aspect == "person" and _are_in_another_order(contrast):
        return
    yield Sign(f"{aspect}.other", 1.0, None, *words)
    if aspect in _OF_PERSONS:
        if _are_other_persons(mine, theirs, contrast):
            yield Sign(f"{aspect}.opposite", 1.0, sort, *words)
    elif _are_opposite(aspect, mine, theirs, contrast):
        is_sooner = mine | theirs <= _SOON
        if is_sooner or not _joins_clause(contrast, change):
            name = f"{aspect}.sooner" if is_sooner else f"{aspect}.opposite"
            yield Sign(name, 1.0, sort, *words)


def _signs_of_one_side(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of words of a class that the other side of a difference lacks."""
    words, sort = (change.seed_words, change.other_words), _CLASSES[aspect]
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
    if aspect == "place" and (_faces_elsewhere(contrast, change) or _turns_round(contrast, change)):
        yield Sign("place.opposite", 1.0, sort, *words)


def _is_free_of(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if the other side has nothing that could state a firm condition of one side."""
    reader = small_word_reader(contrast.seed.language.tag)
    words = fold(change.seed_words or change.other_words)
    if reader is None or words not in reader.words.firm_conditions:
        return False
    here, there = _sides(contrast, change)
    facing = contrast.other_range if change.seed else contrast.seed_range
    if not reader.words.occasions.isdisjoint(there.keys[facing.start : facing.stop]):
        return all(one.value == _THOUGH for one in (*change.seed, *change.other))
    counts = [
        sum(mark.meaning.aspect == "condition" for mark in side.read(read_small_words))
        for side in (here, there)
    ]
    return counts[0] > counts[1]


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


def _are_other_persons(mine: set[str], theirs: set[str], contrast: Contrast) -> bool:
    """Return True if pronouns are for other persons, and not for those of a report."""
    both = mine | theirs
    if both == _OTHER_OWNERS:
        return not _owns_through_another(contrast)
    if _THING in both or both.isdisjoint(_SPEAKERS):
        return False  # "I must", "it is necessary to me".
    is_of_report = mine.isdisjoint(_SPEAKERS) or theirs.isdisjoint(_SPEAKERS)
    return not (is_of_report and reports_on_one_side(contrast))


def _owns_through_another(contrast: Contrast) -> bool:
    """Return True if an owner in a difference owns an owner: "his mother's sister"."""
    return any(
        fold(side.words[mark.at.stop]).endswith("'s")
        for side, here in (
            (contrast.seed, contrast.seed_range),
            (contrast.other, contrast.other_range),
        )
        for mark in side.read(read_small_words)
        if mark.meaning.aspect == "owner"
        and mark.at.start in here
        and mark.at.stop < len(side.words)
    )


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
    if found in ({_NEGATED}, {_PREVENTED}, {REPEATED}):
        # "Unless he comes" is "if he does not come", and "no more" is "never again": both deny.
        # So does "not unless he comes" beside "only if he comes".
        count = _denials_beside_unless if found == {_NEGATED} else count_denials
        same = count(contrast.seed) == count(contrast.other)
        return same == (found == {_NEGATED}) and not is_exception_on_one_side(contrast)
    if (
        (found == {_DIRECTIONS} and _is_of_another_noun(contrast))
        or (found == {_SIDES} and _is_of_opponent(contrast, reader.words.contests))
        or (aspect == _LINK and _join_denied(contrast))
    ):
        return False
    if aspect == "place":
        firm = reader.words.firm_places if _is_recast(contrast) else None
        return any(
            (firm is None or pair <= firm) and not _is_converse(contrast, pair) for pair in found
        )
    return bool(found)


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


def _denials_beside_unless(side: SideOfBead) -> int:
    """Return the number of words of a side that deny, without "unless"."""
    return count_denials(side) - sum(
        side.language.denies(side.keys[mark.at.start])
        for mark in side.read(read_small_words)
        if mark.meaning.value == _UNLESS
    )


def _is_recast(contrast: Contrast) -> bool:
    """Return True if a preposition may be another one because of the words around it."""
    return len(contrast.seed_content) + len(contrast.other_content) > _MOST_AROUND


def _faces_elsewhere(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if the other side has an opposite place instead, outside the difference."""
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None:
        return False
    opposites = reader.words.opposites["place"]
    here, there = _sides(contrast, change)
    mine, theirs = here.read(_places_of), there.read(_places_of)
    lost = {one.value for one in (*change.seed, *change.other)} & (mine - theirs).keys()
    pairs = (frozenset({one, two}) for one in lost for two in theirs - mine)
    return any(
        pair <= reader.words.firm_places and pair in opposites and not _is_converse(contrast, pair)
        for pair in pairs
    )


def _turns_round(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if one side goes where the other comes from: "moving north", "from the north"."""
    if {one.value for one in (*change.seed, *change.other)} != {_FROM}:
        return False
    here, there = _sides(contrast, change)
    sources, aims = here.read(_compass_by_index), there.read(_compass_by_index)
    if not sources or not aims:
        return False
    origins = {mark.at.stop for mark in here.read(read_small_words) if mark.meaning.value == _FROM}
    return any(
        value == aims[m] and not origins.isdisjoint({n, n - 1}) and _is_aim(there, m)
        for n, value in sources.items()
        for m in aims
    )


def _is_aim(side: SideOfBead, at: int) -> bool:
    """Return True if a point of the compass follows a verb and precedes no noun."""
    kin, before = kin_of(side.language.tag), at - 1
    if kin is None or at + 1 in side.content or before not in side.content:
        return False
    return "v" in kin.parts_of_speech(side.keys[before])


def _compass_by_index(side: SideOfBead) -> dict[int, str]:
    """Return the points of the compass of a side."""
    reader = small_word_reader(side.language.tag)
    compass = reader.words.compass if reader is not None else frozenset()
    marks = side.read(read_small_words)
    return {mark.at.start: mark.meaning.value for mark in marks if mark.meaning.value in compass}


def _sides(contrast: Contrast, change: SmallChange) -> tuple[SideOfBead, SideOfBead]:
    """Return the side with the words of a change on one side, and the other side."""
    seed, other = contrast.seed, contrast.other
    return (seed, other) if change.seed else (other, seed)


def _places_of(side: SideOfBead) -> Counter[str]:
    marks = side.read(read_small_words)
    return Counter(mark.meaning.value for mark in marks if mark.meaning.aspect == "place")


def _is_of_another_noun(contrast: Contrast) -> bool:
    """Return True if a preposition is before another noun on each side, and both have both nouns.

    "She rented it from him" is "he rented it to her"; roles are compared elsewhere.
    """
    seed, other = contrast.seed, contrast.other
    one, two = (
        _noun_after(seed, contrast.seed_range.start),
        _noun_after(other, contrast.other_range.start),
    )
    return one != two and one in other.lemmas and two in seed.lemmas


def _is_of_opponent(contrast: Contrast, contests: frozenset[str]) -> bool:
    """Return True if a preposition follows a word for a contest on both sides: "fight with"."""
    starts = (
        (contrast.seed, contrast.seed_range.start),
        (contrast.other, contrast.other_range.start),
    )
    return not any(
        contests.isdisjoint(side.lemmas[max(0, at - _CONTEST_WITHIN) : at]) for side, at in starts
    )


def _is_converse(contrast: Contrast, pair: frozenset[str]) -> bool:
    """Return True if places are named from the other end: "A north of B", "B south of A"."""
    seed, other = contrast.seed, contrast.other
    mine, theirs = (
        {
            _noun_after(side, mark.at.stop)
            for mark in side.read(read_small_words)
            if mark.meaning.value in pair
        }
        for side in (seed, other)
    )
    return mine.isdisjoint(theirs) and mine <= {*other.lemmas} and theirs <= {*seed.lemmas}


def _noun_after(side: SideOfBead, start: int) -> str:
    after = (n for n in range(start, len(side.words)) if n in side.content)
    return next((side.lemmas[n] for n in after), "")
