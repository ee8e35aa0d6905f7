"""Exchange of words in adjuncts, and on both sides of "against" and "than"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from variants.classify.sense.argument_phrases import (
    REACH,
    Words,
    argument_words,
    noun_phrase,
    phrase_after,
    phrase_before,
    prepositions_of,
    words_of_verbs,
)
from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.owners import is_owner
from variants.classify.sense.role_exchange import PHRASE, Exchange, role_words_of
from variants.classify.sense.side_verbs import read_verbs
from variants.types.sense import SenseSort


def exchanged_places(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield words after two prepositions: "from Ufa to Perm", "from Perm to Ufa"."""
    mine = _after_prepositions(seed)
    if len(mine) <= 1:
        return
    theirs = _after_prepositions(other)
    for one, two in combinations(sorted(mine.keys() & theirs.keys()), 2):
        first = mine[one].keys() & theirs[two].keys() - theirs[one].keys()
        second = mine[two].keys() & theirs[one].keys() - theirs[two].keys()
        if first and second:
            x, y = min(first), min(second)
            places = role_words_of(seed).places
            sort = SenseSort.PLACE if {one, two} <= places else SenseSort.WHO_ACTS
            at = (mine[one][x], mine[two][y])
            yield Exchange("places", sort, at, (theirs[two][x], theirs[one][y]))


def _after_prepositions(side: SideOfBead) -> dict[str, Words]:
    """Return the content words that follow each preposition."""
    prepositions = prepositions_of(side.language.tag)
    keys, facts, content = side.keys, side.facts, side.content
    found: dict[str, Words] = {}
    for n, key in enumerate(keys):
        if key not in prepositions:
            continue
        for m in range(n + 1, min(len(keys), n + 1 + PHRASE)):
            if keys[m] in prepositions or not facts[m].is_word:
                break
            if m in content:
                found.setdefault(key, {})[side.lemmas[m]] = m
    return found


class _Opponents(NamedTuple):
    """Content words before and after "against": "complaints by the settlers against the police"."""

    before: Words
    after: Words


def exchanged_opponents(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield two opponents if a noun such as "complaints" precedes them on both sides."""
    mine, theirs = seed.read(_opponents), other.read(_opponents)
    if mine is None or theirs is None or mine.before.keys().isdisjoint(theirs.before):
        return
    first = mine.after.keys() & theirs.before.keys() - theirs.after.keys()
    second = theirs.after.keys() & mine.before.keys() - mine.after.keys()
    if first and second:
        x, y = min(first), min(second)
        places = (mine.after[x], mine.before[y]), (theirs.before[x], theirs.after[y])
        yield Exchange("arguments", SenseSort.WHO_ACTS, *places)


def _opponents(side: SideOfBead) -> _Opponents | None:
    words, marker = role_words_of(side), role_words_of(side).opponent_marker
    if marker not in side.keys:
        return None
    at, verbs = side.keys.index(marker), side.read(words_of_verbs)
    before: Words = {}
    for n in range(at - 1, max(-1, at - 1 - REACH), -1):
        is_mark = not (side.facts[n].is_word or (n and is_owner(side, n - 1)))
        if n in verbs or is_mark or side.keys[n] in words.boundaries:
            break
        before.update(argument_words(side, (n,)))
    return _Opponents(before, _after_prepositions(side).get(marker, {}))


class _Compared(NamedTuple):
    """A comparative, and the words before it and after "than"."""

    comparative: str
    before: Words
    after: Words


def exchanged_in_comparison(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield two words that one comparative compares: "the inn is older than the mill"."""
    mine, theirs = seed.read(_comparison), other.read(_comparison)
    if mine is None or theirs is None or mine.comparative != theirs.comparative:
        return
    yield from _exchanged_words(mine.before, mine.after, theirs.before, theirs.after)


def _comparison(side: SideOfBead) -> _Compared | None:
    words, polarity = role_words_of(side), side.language.polarity
    if polarity is None or words.comparing not in side.keys:
        return None
    than = side.keys.index(words.comparing)
    near = range(than - 1, max(-1, than - 1 - PHRASE), -1)
    at = next((n for n in near if polarity.is_comparative(side.keys[n])), None)
    if at is None:
        return None
    before, after = phrase_before(side, at), phrase_after(side, than + 1)
    return _Compared(side.keys[at], before.words, after.words)


def exchanged_with_adjunct(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield subject or object and the word after a preposition: "the mill is above the inn"."""
    words = role_words_of(seed)
    one_way = {*words.one_way, words.receiver_marker, words.source_marker}
    markers = sorted(one_way.intersection(seed.keys) & {*other.keys})
    if not markers:
        return
    mine, theirs = seed.read(_arguments_by_verb), other.read(_arguments_by_verb)
    for marker in markers:
        after = _words_after(seed, marker), _words_after(other, marker)
        for verb in sorted(mine.keys() & theirs.keys()):
            for here, there in zip(mine[verb], theirs[verb], strict=True):
                yield from _exchanged_words(here, after[0], there, after[1])


def _arguments_by_verb(side: SideOfBead) -> dict[str, tuple[Words, Words]]:
    """Return the words before each verb, and the words after it up to a preposition."""
    return {
        group.main: (
            phrase_before(side, group.at.start).words,
            noun_phrase(side, group.at.stop),
        )
        for group in side.read(read_verbs).groups
    }


def _words_after(side: SideOfBead, marker: str) -> Words:
    return noun_phrase(side, side.keys.index(marker) + 1)


def _exchanged_words(
    before: Words, after: Words, there: Words, after_there: Words
) -> Iterator[Exchange]:
    first = before.keys() & after_there.keys() - there.keys() - after.keys()
    second = after.keys() & there.keys() - before.keys() - after_there.keys()
    if first and second:
        x, y = min(first), min(second)
        at, at_there = (before[x], after[y]), (after_there[x], there[y])
        yield Exchange("arguments", SenseSort.WHO_ACTS, at, at_there)
