"""Signs in terms that exclude each other, such as ranks, relatives and verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import TypeAlias

from variants.classify.sense.contrast import RECENT, Contrast, Indices, SideOfBead
from variants.classify.sense.meaning_gaps import meaning_gap
from variants.classify.sense.side_small_words import hints_small_word
from variants.classify.sense.signs import Sign
from variants.classify.sense.value_signs import values_of
from variants.languages.kin import kin_of, nearness
from variants.languages.substitutes import listed_grades, substitutes_of
from variants.types.sense import SenseSort

_Terms: TypeAlias = tuple[tuple[int, int], ...]
"""Numbers of field and term."""
_NEAR = 0.7
"""Nearness from which a word stands for another."""
_NUANCE = 1.2
"""Gap below which it does too."""
_OTHER = 2
"""Grade of words of one field that report another fact."""
_MOST_WORDS = 16
"""Most words that one side lacks among which nouns are compared: more are a paraphrase."""


def find_term_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of terms that face others, such as "acquitted", "pardoned"."""
    if contrast.seed_content and contrast.other_content:
        yield from _prefix_signs(contrast)
        signs = list(_field_signs(contrast))
        yield from signs or _signs_of_moved(contrast)
    elif contrast.seed_content or contrast.other_content:
        yield from _signs_of_moved(contrast)


def _prefix_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for each word that faces itself with a prefix."""
    seed, other = contrast.seed, contrast.other
    if not seed.language.term_prefixes:
        return
    for n, m in product(contrast.seed_content, contrast.other_content):
        if _is_prefixed(seed, n, other, m) or _is_prefixed(other, m, seed, n):
            yield Sign("term.prefix", 1.0, SenseSort.TERM, seed.words[n], other.words[m])


def _field_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for the first term that faces another one of its field."""
    if not contrast.seed.language.terms:
        return
    theirs = list(_terms(contrast.other, contrast.other_content))
    for n, mine in _terms(contrast.seed, contrast.seed_content):
        for m, facing in theirs:
            if _exclude(mine, facing):
                words = contrast.seed.words[n], contrast.other.words[m]
                yield Sign("term.other", 1.0, SenseSort.TERM, *words)
                return


def _signs_of_moved(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for each noun of one side that faces another of its field elsewhere."""
    seed, other = contrast.seed, contrast.other
    for n, m in _facing_nouns(seed, other):
        if (n in contrast.seed_range) != (m in contrast.other_range):
            yield Sign("term.other", 1.0, SenseSort.TERM, seed.words[n], other.words[m])


@lru_cache(maxsize=RECENT)
def _facing_nouns(seed: SideOfBead, other: SideOfBead) -> tuple[tuple[int, int], ...]:
    """Return the nouns of a bead that face another one of their field, wherever they are.

    For neither, the other side may have a word that can replace it.
    """
    mine, theirs = _missing_words(seed, other), _missing_words(other, seed)
    if not (mine and theirs) or max(len(mine), len(theirs)) > _MOST_WORDS:
        return ()
    pairs = [
        (n, m)
        for n in _nouns(seed, mine)
        for m in _nouns(other, theirs)
        if _are_other_facts(seed, n, other, m)
    ]
    found = [
        (n, m)
        for n, m in pairs
        if not any(_can_replace(other, each, seed, n) for each in theirs)
        and not any(_can_replace(seed, each, other, m) for each in mine)
    ]
    return tuple(
        (n, m)
        for n, m in found
        if sum(n == one for one, _ in found) == sum(m == one for _, one in found) == 1
    )


def _missing_words(side: SideOfBead, facing: SideOfBead) -> Indices:
    """Return the content words that the other side lacks."""
    there = {*facing.lemmas}
    return tuple(n for n in sorted(side.content) if side.lemmas[n] not in there)


def _nouns(side: SideOfBead, words: Indices) -> Indices:
    """Return the nouns among words; words of values and small words are compared elsewhere."""
    kin, tag = kin_of(side.language.tag), side.language.tag
    in_values = {n for value in side.read(values_of) for n in value.core}
    return tuple(
        n
        for n in words
        if kin is not None
        and kin.parts_of_speech(side.keys[n])[:1] == "n"
        and not (n in in_values or hints_small_word(side.keys[n], tag))
    )


def _can_replace(side: SideOfBead, n: int, facing: SideOfBead, m: int) -> bool:
    one, two, tag = side.keys[n], facing.keys[m], side.language.tag
    gap = meaning_gap(one, two, tag)
    is_near = nearness(one, two, tag) >= _NEAR or (gap is not None and gap < _NUANCE)
    return is_near and not _are_other_terms(side, n, facing, m)


def _are_other_facts(side: SideOfBead, n: int, facing: SideOfBead, m: int) -> bool:
    """Return True if two nouns are terms that exclude each other, or listed as other facts."""
    listed = substitutes_of(side.language.tag)
    return _are_other_terms(side, n, facing, m) or (
        listed is not None
        and listed_grades(listed.of(side.keys[n]), listed.of(facing.keys[m])) == [_OTHER, _OTHER]
    )


def _are_other_terms(side: SideOfBead, n: int, facing: SideOfBead, m: int) -> bool:
    return any(
        _exclude(mine, theirs)
        for _, mine in _terms(side, (n,))
        for _, theirs in _terms(facing, (m,))
    )


def _exclude(mine: _Terms, theirs: _Terms) -> bool:
    """Return True if two terms are of one field, and not equal."""
    fields = {field for field, _ in mine} & {field for field, _ in theirs}
    return bool(fields) and set(mine).isdisjoint(theirs)


def _terms(side: SideOfBead, indices: Indices) -> Iterator[tuple[int, _Terms]]:
    """Yield the terms of a side of a difference, with what they name."""
    terms = side.language.terms
    for n in indices:
        fact = side.facts[n]
        found = terms.get(fact.key) or terms.get(fact.lemma)
        if found is not None:
            yield n, found


def _is_prefixed(side: SideOfBead, n: int, facing: SideOfBead, m: int) -> bool:
    """Return True if a word is another with a prefix of rank or time: "sub-prefect".

    Without a hyphen, the other has to be a person: of "subway" and "way", neither is. A word before
    the other can be as good as the prefix: "ex-minister", "former minister".
    """
    word, base, prefixes = side.keys[n], facing.keys[m], side.language.term_prefixes
    if len(word) <= len(base) or not word.endswith(base):
        return False
    prefix, kin = word.removesuffix(base), kin_of(side.language.tag)
    is_person = kin is not None and kin.topic(base) == "person"
    equal = prefixes.get(prefix.rstrip("-"))
    if equal is None or not (prefix.endswith("-") or is_person):
        return False
    return m == 0 or facing.keys[m - 1] not in equal
