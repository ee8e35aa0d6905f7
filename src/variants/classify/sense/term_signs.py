"""Signs in terms that exclude each other, such as ranks, relatives and verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.signs import Sign
from variants.languages.kin import kin_of
from variants.languages.language import Language
from variants.types.sense import SenseSort


def find_term_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of terms that face others, such as "acquitted", "pardoned"."""
    if contrast.seed_content and contrast.other_content:
        yield from _prefix_signs(contrast)
        yield from _field_signs(contrast)


def _prefix_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for each word that faces itself with a prefix."""
    seed, other = contrast.seed, contrast.other
    if not seed.language.term_prefixes:
        return
    for n, m in product(contrast.seed_content, contrast.other_content):
        one, two = seed.facts[n].key, other.facts[m].key
        if _has_prefix(one, two, seed.language) or _has_prefix(two, one, seed.language):
            yield Sign("term.prefix", 1.0, SenseSort.TERM, seed.words[n], other.words[m])


def _field_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for the first term that faces another one of its field."""
    if not contrast.seed.language.terms:
        return
    theirs = list(_terms(contrast.other, contrast.other_content))
    for n, mine in _terms(contrast.seed, contrast.seed_content):
        for m, facing in theirs:
            fields = {field for field, _ in mine} & {field for field, _ in facing}
            if fields and not mine & facing:
                words = contrast.seed.words[n], contrast.other.words[m]
                yield Sign("term.other", 1.0, SenseSort.TERM, *words)
                return


def _terms(side: SideOfBead, indices: Indices) -> Iterator[tuple[int, frozenset[tuple[int, int]]]]:
    """Yield the terms of a side of a difference, with what they name."""
    terms = side.language.terms
    for n in indices:
        fact = side.facts[n]
        found = terms.get(fact.key) or terms.get(fact.lemma)
        if found is not None:
            yield n, found


def _has_prefix(word: str, base: str, language: Language) -> bool:
    """Return True if a word is another with a prefix of rank or time: "sub-prefect".

    Without a hyphen, the other has to be a person: of "subway" and "way", neither is.
    """
    if len(word) <= len(base) or not word.endswith(base):
        return False
    prefix, kin = word.removesuffix(base), kin_of(language.tag)
    is_person = kin is not None and kin.topic(base) == "person"
    return prefix.rstrip("-") in language.term_prefixes and (prefix.endswith("-") or is_person)
