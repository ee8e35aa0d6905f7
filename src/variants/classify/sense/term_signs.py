"""Signs in terms that exclude each other, such as ranks, relatives and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.signs import Sign
from variants.types.sense import SenseSort


def find_term_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for a term that faces another one of its field: "acquitted", "pardoned"."""
    if not (contrast.seed.language.terms and contrast.seed_content and contrast.other_content):
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
