"""Links between the words of every bead."""

from __future__ import annotations

from itertools import chain

from variants.languages import Language, language_of
from variants.types.alignment import Alignment
from variants.types.segmentation import Segmentation
from variants.types.words import Link, Token, WordAlignment
from variants.words.linking import link_pairs
from variants.words.scorer import ScorerModel, lexical_model
from variants.words.tokenize import tokenize


def link_words(alignment: Alignment, model: ScorerModel | None = None) -> tuple[WordAlignment, ...]:
    """Return the word links of each bead that has sentences on both sides, in order.

    A link is a pair of words that is probable enough to be considered; a word may have several.

    Args:
        alignment: The beads.
        model: Model that scores pairs of words (default: by spelling and context).
    """
    language = language_of(alignment.seed.witness.language)
    beads = [bead for bead in alignment.beads if bead.seed and bead.other]
    words = [
        (
            _tokens(alignment.seed, bead.seed, language),
            _tokens(alignment.other, bead.other, language),
        )
        for bead in beads
    ]
    keys = [([t.key for t in seed], [t.key for t in other]) for seed, other in words]
    found = link_pairs(keys, language, model or lexical_model())
    return tuple(
        WordAlignment(bead, seed, other, tuple(Link(*link) for link in links))
        for bead, (seed, other), links in zip(beads, words, found, strict=True)
    )


def _tokens(cut: Segmentation, sentences: tuple[int, ...], language: Language) -> tuple[Token, ...]:
    text = cut.witness.compared
    found = [tokenize(text, cut.sentences[sentence], language) for sentence in sentences]
    return found[0] if len(found) == 1 else tuple(chain.from_iterable(found))
