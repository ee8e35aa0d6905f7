"""Words that a fragment lacks because its text begins or ends inside a sentence."""

from __future__ import annotations

from typing import Final

from variants.classify.piece import Piece
from variants.types.alignment import Alignment
from variants.types.sense import Sense, Tier, by_rule
from variants.types.words import MARK, WordAlignment

CUT_OFF: Final = Sense(0.0, Tier.WORDING, None, "", "", by_rule("text cut off"))
"""Sense of such words: no translator left them out."""


def is_cut_off(piece: Piece, words: WordAlignment, alignment: Alignment) -> bool:
    """Return True if a witness lacks words of the seed because its text begins or ends there.

    It begins with a small letter where the seed has a capital, or ends with a word where the seed
    has a mark, and has nothing for the sentences before or after.
    """
    if piece.k < piece.l or not words.seed or not words.other:
        return False
    bead = words.bead
    begins = bead.other[0] == 0 and bead.seed[0] > 0
    last, last_of_seed = len(alignment.other.sentences) - 1, len(alignment.seed.sentences) - 1
    ends = bead.other[-1] == last and bead.seed[-1] < last_of_seed
    if begins and piece.i == piece.k == 0:
        seed_text, other_text = (
            side.witness.compared for side in (alignment.seed, alignment.other)
        )
        opening = other_text[words.other[0].span.start]
        return opening.islower() and seed_text[words.seed[0].span.start].isupper()
    if ends and piece.l == len(words.other):
        return words.seed[-1].kind is MARK and words.other[-1].kind is not MARK
    return False
