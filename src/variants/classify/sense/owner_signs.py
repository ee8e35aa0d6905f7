"""Signs of owners: another one, or an owner between a thing and its owner in the other text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from variants.classify.sense.contrast import RECENT, Contrast, Indices, SideOfBead
from variants.classify.sense.owners import is_owner, may_have_owner, owner_places
from variants.classify.sense.role_exchange import PHRASE, role_words_of
from variants.classify.sense.side_small_words import read_small_words
from variants.classify.sense.signs import Sign
from variants.classify.sense.word_hints import ACTORS
from variants.languages.kin import kin_of, nearness
from variants.types.sense import SenseSort

_NEAR = 0.7
"""Nearness from which another word names the same owner."""


class _Owners(NamedTuple):
    """The owners of a thing, the nearest first: of "his friend's house", the friend and he.

    Attributes:
        thing: Index of what is owned.
        nouns: Indices of the owners that are nouns.
        pronoun: Index of the pronoun that is the last owner; -1 without one.
        own: True for "his own".
        before: True if they precede the thing.
        marked: False for a noun without an ending: "at Government expense".
    """

    thing: int
    nouns: Indices = ()
    pronoun: int = -1
    own: bool = False
    before: bool = True
    marked: bool = True

    @property
    def at(self) -> Indices:
        """Indices of all owners."""
        return self.nouns if self.pronoun < 0 else (*self.nouns, self.pronoun)


def find_owner_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for each thing that has another owner, if a difference is in the owners."""
    for mine, theirs in _other_owners(contrast.seed, contrast.other):
        is_here = any(n in contrast.seed_range for n in mine.at)
        if is_here or any(n in contrast.other_range for n in theirs.at):
            words = (
                contrast.seed.text((*mine.at, mine.thing)),
                contrast.other.text((*theirs.at, theirs.thing)),
            )
            yield Sign("owner.opposite", 1.0, SenseSort.WHOSE, *words)


@lru_cache(maxsize=RECENT)
def _other_owners(seed: SideOfBead, other: SideOfBead) -> tuple[tuple[_Owners, _Owners], ...]:
    """Return the owners of the things that have another owner on the other side."""
    if not any(side.read(may_have_owner) or _has_own(side) for side in (seed, other)):
        return ()
    mine, theirs = seed.read(_things), other.read(_things)
    readers = _OwnerReader(seed), _OwnerReader(other)
    return tuple(
        (one, two)
        for thing in sorted(mine.keys() & theirs.keys())
        if (one := readers[0].owners_of(mine[thing])) is not None
        and (two := readers[1].owners_of(theirs[thing])) is not None
        and (
            _has_one_more(seed, one, other, two)
            or _has_one_more(other, two, seed, one)
            or _are_exchanged(seed, one, other, two)
        )
    )


def _has_own(side: SideOfBead) -> bool:
    return role_words_of(side).own in side.keys


def _has_one_more(side: SideOfBead, one: _Owners, facing: SideOfBead, other: _Owners) -> bool:
    """Return True if an owner is between a thing and who owns it in the other text.

    "His brother's sons" against "his sons" have one more, and "the king's house" against "his own
    house" another; who is named elsewhere in the other text can be he.
    """
    if not one.nouns:
        return False
    added = one.nouns
    if other.nouns:
        lemmas = [side.lemmas[n] for n in one.nouns]
        owner = facing.lemmas[other.nouns[0]]
        added = one.nouns[: lemmas.index(owner)] if owner in lemmas else ()
    elif one.pronoun < 0 and not other.own:
        return False
    return bool(added) and all(
        (is_owner(side, n) or _is_actor(side, n)) and not _is_named(side, n, facing) for n in added
    )


def _is_named(side: SideOfBead, n: int, facing: SideOfBead) -> bool:
    """Return True if a side has a word, or one for the same."""
    key, tag = side.keys[n], side.language.tag
    return side.lemmas[n] in facing.lemmas or any(
        nearness(key, facing.keys[m], tag) >= _NEAR for m in facing.content
    )


def _are_exchanged(seed: SideOfBead, mine: _Owners, other: SideOfBead, theirs: _Owners) -> bool:
    """Return True if both texts name both owners: "the widow's jewels", "her brother's jewels"."""
    if not (mine.nouns and theirs.nouns and mine.marked and theirs.marked):
        return False
    here = [seed.lemmas[n] for n in mine.nouns]
    there = [other.lemmas[n] for n in theirs.nouns]
    return (
        mine.before == theirs.before
        and here[0] not in there
        and there[0] not in here
        and here[0] in other.lemmas
        and there[0] in seed.lemmas
    )


def _things(side: SideOfBead) -> Mapping[str, int]:
    """Return the indices of the nouns of a side, by lemma; without those that it has twice."""
    counts = Counter(side.lemmas)
    words = [(side.lemmas[n], n) for n in side.content]
    return {lemma: n for lemma, n in words if counts[lemma] == 1 and _may_be_noun(side, n)}


def _pronouns(side: SideOfBead) -> frozenset[int]:
    """Return the indices of pronouns for owners, and of "own" after them."""
    marks = side.read(read_small_words)
    return frozenset(n for mark in marks if mark.meaning.aspect == "owner" for n in mark.at)


class _OwnerReader:
    """Reader of the owners of the things of one side."""

    def __init__(self, side: SideOfBead) -> None:
        words = role_words_of(side)
        self._side, self._kin = side, kin_of(side.language.tag)
        self._own, self._marker = words.own, words.owner_marker
        self._owners, self._pronouns = side.read(owner_places), side.read(_pronouns)

    def owners_of(self, thing: int) -> _Owners | None:
        """Return the owners of a thing, which is at an index; ``None`` without any."""
        return self._before(thing) or self._after(thing)

    def _before(self, thing: int) -> _Owners | None:
        """Return the owners before a thing: "his old friend's house"."""
        side, n, own = self._side, thing - 1, False
        while n >= 0 and (side.keys[n] == self._own or self._is_adjective(n)):
            own |= side.keys[n] == self._own
            n -= 1
        if n < 0:
            return None
        if n in self._pronouns:
            return _Owners(thing, (), n, own)
        if not side.facts[n].is_word:
            n -= 1
        if n >= 0 and n in self._owners:
            farther = self._before(n)
            return _Owners(thing, (n, *(farther.nouns if farther else ())), _last(farther))
        is_actor = n == thing - 1 and n in side.content and _is_actor(side, n)
        return _Owners(thing, (n,), marked=False) if is_actor else None

    def _after(self, thing: int) -> _Owners | None:
        """Return the owners after a thing: "the house of his friend", "a house of his own"."""
        side, n = self._side, thing + 1
        if side.keys[n : n + 1] != (self._marker,):
            return None
        for m in range(n + 1, min(n + 1 + PHRASE, len(side.words))):
            if not side.facts[m].is_word:
                break
            if m in side.content and not self._precedes_noun(m):
                farther = self._before(m) or self._after(m)
                nouns = (m, *(farther.nouns if farther else ()))
                return _Owners(thing, nouns, _last(farther), before=False)
        if n + 1 in self._pronouns:
            own = side.keys[n + 2 : n + 3] == (self._own,)
            return _Owners(thing, (), n + 1, own, before=False)
        return None

    def _precedes_noun(self, n: int) -> bool:
        """Return True if a word of a phrase is an adjective, or an owner before what is owned.

        "My father's" in "a friend of my father's" is not.
        """
        side, kin = self._side, self._kin
        if n in self._owners:
            return any(m in side.content for m in (n + 1, n + 2))
        is_before = n + 1 in side.content
        return is_before and kin is not None and "a" in kin.parts_of_speech(side.keys[n])

    def _is_adjective(self, n: int) -> bool:
        is_plain = n in self._side.content and n not in self._owners
        key, kin = self._side.keys[n], self._kin
        return is_plain and kin is not None and kin.parts_of_speech(key)[:1] == "a"


def _last(owners: _Owners | None) -> int:
    return owners.pronoun if owners else -1


def _may_be_noun(side: SideOfBead, n: int) -> bool:
    kin = kin_of(side.language.tag)
    parts = kin.parts_of_speech(side.keys[n]) if kin is not None else ""
    return not parts or "n" in parts


def _is_actor(side: SideOfBead, n: int) -> bool:
    kin = kin_of(side.language.tag)
    return kin is not None and kin.topic(side.keys[n]) in ACTORS
