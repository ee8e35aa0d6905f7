"""Small words for places and directions: opposite ones, and one place seen from both ends."""

from __future__ import annotations

from collections import Counter

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.side_small_words import marks_of, read_small_words, small_word_reader
from variants.classify.sense.small_change import SmallChange, sides_of
from variants.languages.kin import kin_of

_MOST_AROUND = 2
"""Most content words on both sides of a difference whose prepositions are compared."""
_FROM = "from"
_DIRECTIONS = frozenset({"to", _FROM})


def are_opposite_places(pairs: set[frozenset[str]], contrast: Contrast) -> bool:
    """Return True if one of these pairs of opposites is a difference of both sides.

    Args:
        pairs: Pairs of values that exclude each other, such as "to" and "from".
        contrast: The difference that they are in.
    """
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None or (pairs == {_DIRECTIONS} and _is_of_another_noun(contrast)):
        return False
    if _is_recast(contrast):
        pairs = {pair for pair in pairs if pair <= reader.words.firm_places}
    return any(not _is_converse(contrast, pair) for pair in pairs)


def faces_elsewhere(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if the other side has an opposite place instead, outside the difference."""
    reader = small_word_reader(contrast.seed.language.tag)
    if reader is None:
        return False
    opposites = reader.words.opposites["place"]
    here, there = sides_of(contrast, change)
    mine, theirs = here.read(_places_of), there.read(_places_of)
    lost = {one.value for one in (*change.seed, *change.other)} & (mine - theirs).keys()
    pairs = (frozenset({one, two}) for one in lost for two in theirs - mine)
    return any(
        pair <= reader.words.firm_places and pair in opposites and not _is_converse(contrast, pair)
        for pair in pairs
    )


def turns_round(contrast: Contrast, change: SmallChange) -> bool:
    """Return True if one side goes where the other comes from: "moving north", "from the north"."""
    if {one.value for one in (*change.seed, *change.other)} != {_FROM}:
        return False
    here, there = sides_of(contrast, change)
    sources, aims = here.read(_compass_by_index), there.read(_compass_by_index)
    if not sources or not aims:
        return False
    origins = {mark.at.stop for mark in here.read(read_small_words) if mark.meaning.value == _FROM}
    return any(
        value == aims[m] and not origins.isdisjoint({n, n - 1}) and _is_aim(there, m)
        for n, value in sources.items()
        for m in aims
    )


def _is_recast(contrast: Contrast) -> bool:
    """Return True if a preposition may be another one because of the words around it."""
    return len(contrast.seed_content) + len(contrast.other_content) > _MOST_AROUND


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


def _is_aim(side: SideOfBead, at: int) -> bool:
    """Return True if a point of the compass follows a verb and precedes no noun."""
    kin, before = kin_of(side.language.tag), at - 1
    if kin is None or at + 1 in side.content or before not in side.content:
        return False
    return "v" in kin.parts_of_speech(side.keys[before])


def _places_of(side: SideOfBead) -> Counter[str]:
    return Counter(mark.meaning.value for mark in marks_of(side, "place"))


def _compass_by_index(side: SideOfBead) -> dict[int, str]:
    """Return the points of the compass of a side."""
    reader = small_word_reader(side.language.tag)
    compass = reader.words.compass if reader is not None else frozenset()
    marks = side.read(read_small_words)
    return {mark.at.start: mark.meaning.value for mark in marks if mark.meaning.value in compass}
