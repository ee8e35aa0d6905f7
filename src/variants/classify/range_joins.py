"""Joining of the ends of a range: "two or three" against "2 or 3" is one difference."""

from __future__ import annotations

from itertools import pairwise

from variants.classify.bead_context import BeadContext
from variants.classify.piece import JoinedPiece, join
from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.value_signs import values_of
from variants.languages.values import Value
from variants.types.words import TokenKind, WordAlignment


def join_ranges(
    pieces: list[JoinedPiece], words: WordAlignment, context: BeadContext
) -> list[JoinedPiece]:
    """Return the pieces, those joined that are both ends of a range on both sides.

    Args:
        pieces: All pieces of the bead, moved ones last.
        words: The words of the bead.
        context: The words with all that was read in them.
    """
    changed = [n for n, one in enumerate(pieces) if _is_changed_number(one, words)]
    ends = list(pairwise(changed))
    if not ends:
        return pieces
    mine, theirs = map(_ranges_of, context.sides)
    for first, last in reversed(ends):
        one, other = pieces[first].piece, pieces[last].piece
        if any(
            one.i in a.core and other.i in a.core and one.k in b.core and other.k in b.core
            for a in mine
            for b in theirs
        ):
            pieces = join(pieces, first, last, words) or pieces
    return pieces


def _is_changed_number(one: JoinedPiece, words: WordAlignment) -> bool:
    if one.same or one.piece.moved:
        return False
    i, j, k, last = one.piece[:4]
    sides = words.seed[i:j], words.other[k:last]
    return all(any(token.kind is TokenKind.NUMBER for token in side) for side in sides)


def _ranges_of(side: SideOfBead) -> list[Value]:
    return [value for value in side.read(values_of) if value.low < value.high]
