"""Pieces of a bead: words that correspond, and several pieces joined to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variants.types.words import MARK, Token, WordAlignment

_MOST_TOKENS = 24
"""Words and marks on both sides of a joined piece."""
_MOST_JOINED = 0.75
"""Share of the words on both sides that a piece can have that is joined with equal words inside."""


class Piece(NamedTuple):
    """Ranges of tokens that correspond: seed ``i`` to ``j``, other ``k`` to ``l``, half-open.

    Its probability is that of the links which pair its words, from 0 to 1. A moved piece has equal
    words in another order than the pieces around it.
    """

    i: int
    j: int
    k: int
    l: int  # noqa: E741 - the fourth of i, j, k, l
    probability: float = 1.0
    moved: bool = False

    @property
    def ranges(self) -> tuple[range, range]:
        """Token indices of each side."""
        return range(self.i, self.j), range(self.k, self.l)

    @property
    def lacks_a_side(self) -> bool:
        """True if exactly one side has words or marks."""
        return (self.i == self.j) != (self.k == self.l)

    def is_within(self, other: Piece) -> bool:
        """Return True if another piece has all of its tokens."""
        seed = other.i <= self.i and self.j <= other.j
        return seed and other.k <= self.k and self.l <= other.l


class JoinedPiece(NamedTuple):
    """A piece, and True if its words are equal on both sides."""

    piece: Piece
    same: bool


def touch(one: Piece, after: Piece) -> bool:
    """Return True if the second piece follows the first on both sides, and none of them moved."""
    return not (one.moved or after.moved) and (one.j, one.l) == (after.i, after.k)


def whole_of(pieces: Sequence[Piece]) -> Piece:
    """Return the piece from the first to the last word of some, with their least probability."""
    return Piece(
        min(one.i for one in pieces),
        max(one.j for one in pieces),
        min(one.k for one in pieces),
        max(one.l for one in pieces),
        min(one.probability for one in pieces),
    )


def join(
    pieces: list[JoinedPiece],
    first: int,
    last: int,
    words: WordAlignment,
    moved: Piece | None = None,
) -> list[JoinedPiece] | None:
    """Return the pieces, those from first to last joined; ``None`` if they cannot be joined.

    They cannot if that would be too long, or part words that moved, or be most of the sentence and
    take in equal words that no moved word passes.

    Args:
        pieces: All pieces of a bead, moved ones last.
        first: Number of the first to join.
        last: Number of the last.
        words: The words of the bead.
        moved: A moved piece beside or between them that is joined with them.
    """
    inside = pieces[first : last + 1]
    whole = whole_of([*(one.piece for one in inside), *([] if moved is None else [moved])])
    takes_in_equal_words = moved is None and any(one.same for one in inside)
    if whole.j - whole.i + whole.l - whole.k > _MOST_TOKENS:
        return None
    if takes_in_equal_words and is_most(whole, words):
        return None
    after = _outside(whole, pieces[last + 1 :])
    return None if after is None else [*pieces[:first], JoinedPiece(whole, same=False), *after]


def _outside(whole: Piece, after: Iterable[JoinedPiece]) -> list[JoinedPiece] | None:
    """Return the pieces without moved ones inside a joined piece; ``None`` if it would part one."""
    kept = []
    for one in after:
        if one.piece.moved:
            seed, other = whole.i <= one.piece.i < whole.j, whole.k <= one.piece.k < whole.l
            if seed != other:
                return None
            if seed:
                continue
        kept.append(one)
    return kept


def is_most(piece: Piece, words: WordAlignment) -> bool:
    """Return True if a piece has most words of both sides, too many to take in equal words."""
    return share_of_words(piece, words) > _MOST_JOINED


def share_of_words(piece: Piece, words: WordAlignment) -> float:
    """Return the share of the words of both sides that a piece has, from 0 to 1, without marks."""
    found = _count_words((*words.seed[piece.i : piece.j], *words.other[piece.k : piece.l]))
    return found / max(1, _count_words((*words.seed, *words.other)))


def _count_words(tokens: Iterable[Token]) -> int:
    return sum(token.kind is not MARK for token in tokens)
