"""Owners that are exchanged between both sides of a bead with what they own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.role_exchange import NO_WORDS, PHRASE, Exchange, role_words_of
from variants.languages.folding import fold
from variants.languages.kin import kin_of
from variants.languages.known import language_of
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.sense import SenseSort

_MEASURES = frozenset({"time", "quantity"})


class _Owned(NamedTuple):
    """An owner and what it owns, by lemma.

    Attributes:
        owner: Lemma of the owner.
        owned: Lemma of what it owns.
        at: Their indices.
        before: True for "the king's daughter", False for "the daughter of the king".
        passed: Lemma of the owner of the owner, which is between both; "" without one.
    """

    owner: str
    owned: str
    at: tuple[int, int]
    before: bool
    passed: str = ""


def exchanged_owners(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield the owners that one side has as what is owned: "the king's son", "the son's king"."""
    if not (seed.read(may_have_owner) and other.read(may_have_owner)):
        return
    mine = list(_owners(seed))
    theirs = list(_owners(other)) if mine else []
    pairs = {(one.owner, one.owned) for one in theirs}
    kinds = role_words_of(seed).kinds
    for one, two in product(mine, theirs):
        exchanged = (one.owner, one.owned) == (two.owned, two.owner) and one.owner != one.owned
        if (
            exchanged
            and kinds.isdisjoint((one.owner, one.owned))
            and (one.owner, one.owned) not in pairs
            and not _is_one_owner(one, two, mine, theirs)
        ):
            yield Exchange("owners", SenseSort.WHOSE, one.at, two.at)
        if _is_other_side_of(one, two) and any(
            _is_other_side_of(three, four) and three.owned == one.owned
            for three, four in product(theirs, mine)
            if three.before and three is not two
        ):
            # "The judges' fear of the mob" and "the mob's fear of the judges".
            yield Exchange("owners", SenseSort.WHOSE, one.at, two.at)


def may_have_owner(side: SideOfBead) -> bool:
    """Return True if a side has a word that can mark an owner: "of", or an apostrophe."""
    return role_words_of(side).owner_marker in side.keys or side.read(_may_end_as_owner)


def _may_end_as_owner(side: SideOfBead) -> bool:
    """Return True if a side has all characters of an ending of owners, such as an apostrophe."""
    text = "".join(map(fold, side.words))
    return any(all(c in text for c in ending) for ending in role_words_of(side).owner_endings)


def _is_one_owner(
    one: _Owned, two: _Owned, mine: Sequence[_Owned], theirs: Sequence[_Owned]
) -> bool:
    """Return True if a whole phrase is the owner: "the king of Spain's ship"."""
    return any(
        (phrase.owner, phrase.owned, phrase.before) == (chain.passed, chain.owned, False)
        for chain, facing in ((one, theirs), (two, mine))
        if chain.passed
        for phrase in facing
    )


def _is_other_side_of(one: _Owned, two: _Owned) -> bool:
    """Return True if an owner before a noun follows it in the other text."""
    return one.before and not two.before and (one.owner, one.owned) == (two.owner, two.owned)


def _owners(side: SideOfBead) -> Iterator[_Owned]:
    """Yield owners and what they own: "the king's daughter", "the daughter of the king"."""
    marker, keys, lemmas = role_words_of(side).owner_marker, side.keys, side.lemmas
    topic = _topics(side.language.tag)
    content = sorted(side.content)
    for n, (at, after) in enumerate(pairwise(content)):
        if after - at > PHRASE:
            continue
        if is_owner(side, at):
            if topic(lemmas[at]) in _MEASURES:
                continue  # "Five years' hard labour" is "five years of hard labour".
            yield _Owned(lemmas[at], lemmas[after], (at, after), before=True)
        elif keys[at + 1] != marker:
            continue
        elif not is_owner(side, after):
            yield _Owned(lemmas[after], lemmas[at], (after, at), before=False)
        elif n + 2 < len(content):
            # Of "the daughter of the king's friend", the friend is the owner.
            owner = content[n + 2]
            names = lemmas[owner], lemmas[at]
            yield _Owned(*names, (owner, at), before=False, passed=lemmas[after])


def _topics(tag: str) -> Callable[[str], str]:
    """Return the function from a lemma to its topic; "" for all in a language without them."""
    kin = kin_of(tag)
    return kin.topic if kin else lambda _: ""


def is_owner(side: SideOfBead, at: int) -> bool:
    """Return True if a word ends as an owner does that precedes what is owned."""
    return at in side.read(owner_places)


def owner_places(side: SideOfBead) -> frozenset[int]:
    """Return the indices of the words that end as an owner does that precedes what is owned."""
    if not side.read(_may_end_as_owner):
        return frozenset()
    words, tag = side.words, side.language.tag
    pairs = zip(words, (*words[1:], ""), strict=True)
    return frozenset([n for n, pair in enumerate(pairs) if _ends_as_owner(*pair, tag)])


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _ends_as_owner(word: str, after: str, tag: str) -> bool:
    word, after = fold(word), fold(after)
    return any(
        word.endswith(ending) or word + after == word.removesuffix(ending[:-1]) + ending
        for ending in (language_of(tag).roles or NO_WORDS).owner_endings
    )
