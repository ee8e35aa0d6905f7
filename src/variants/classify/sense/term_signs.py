"""Signs in terms that exclude each other, such as ranks, relatives and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.signs import Sign
from variants.languages.kin import kin_of
from variants.languages.language import Language
from variants.types.sense import SenseSort


def find_term_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for a term that faces another one of its field: "acquitted", "pardoned"."""
    language = contrast.seed.language
    if not (contrast.seed_content and contrast.other_content):
        return
    for n in contrast.seed_content:
        for m in contrast.other_content:
            one, other = contrast.seed.facts[n].key, contrast.other.facts[m].key
            if _has_prefix(one, other, language) or _has_prefix(other, one, language):
                words = contrast.seed.words[n], contrast.other.words[m]
                yield Sign("term.prefix", 1.0, SenseSort.TERM, *words)
    if not language.terms:
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
