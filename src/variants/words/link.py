"""Links between the words of every bead."""

from __future__ import annotations

import numpy as np

from variants.languages import Language, language_of
from variants.types import Alignment, Bead, Link, Segmentation, Token, WordAlignment
from variants.words.context import Floats
from variants.words.evidence import weigh_pairs
from variants.words.scorer import lexical_weights, score_pairs
from variants.words.tokenize import tokenize


def link_words(alignment: Alignment) -> tuple[WordAlignment, ...]:
    """The links inside each bead that has sentences on both sides, in the order of beads.

    A link is a pair of words that the scorer gives more than its threshold; a word may
    have several. Beads whose words are the same, one by one, cost no scoring.
    """
    language = language_of(alignment.base.witness.language)
    beads = [bead for bead in alignment.beads if bead.base and bead.other]
    words = [
        (
            _tokens(alignment.base, bead.base, language),
            _tokens(alignment.other, bead.other, language),
        )
        for bead in beads
    ]
    differing = [k for k, (base, other) in enumerate(words) if _keys(base) != _keys(other)]
    weights = lexical_weights()
    evidence = [weigh_pairs(*words[k], language) for k in differing]
    scores = dict(zip(differing, score_pairs(evidence, weights), strict=True))
    return tuple(
        _aligned(bead, *words[k], scores.get(k), weights.threshold) for k, bead in enumerate(beads)
    )


def _tokens(cut: Segmentation, sentences: tuple[int, ...], language: Language) -> tuple[Token, ...]:
    return tuple(
        token
        for sentence in sentences
        for token in tokenize(cut.witness.text, cut.sentences[sentence], language)
    )


def _keys(tokens: tuple[Token, ...]) -> list[str]:
    return [token.key for token in tokens]


def _aligned(
    bead: Bead,
    base: tuple[Token, ...],
    other: tuple[Token, ...],
    scores: Floats | None,
    threshold: float,
) -> WordAlignment:
    if scores is None:
        return WordAlignment(bead, base, other, tuple(Link(i, i, 1.0) for i in range(len(base))))
    links = (
        Link(int(i), int(j), round(float(scores[i, j]), 4))
        for i, j in zip(*np.nonzero(scores > threshold), strict=True)
    )
    return WordAlignment(bead, base, other, tuple(links))
