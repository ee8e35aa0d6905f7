"""Joining of places: neighbours that are one difference, and words exchanged inside of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from variants.classify.core import bear_sense
from variants.classify.cutting.areas import Cut
from variants.classify.cutting.join_evidence import MOST_BETWEEN, join_evidence
from variants.classify.cutting.join_model import shipped_joins
from variants.classify.cutting.word_traits import word_traits
from variants.classify.piece import JoinedPiece, Piece, is_most, join
from variants.types.words import MARK, Token, WordAlignment

_MOST_PASSED = 2
"""Equal words and marks that a word can pass in a place.

One if only function words differ there and it would be most of the sentence.
"""


def join_differences(
    pieces: list[JoinedPiece], words: WordAlignment, tag: str
) -> list[JoinedPiece]:
    """Return the pieces, those joined that are one difference.

    They are neighbours that belong together by a learned model, and the words around a single word
    that is elsewhere on the other side, near by: "the agent of the company" against "the company's
    agent" is one difference.

    Args:
        pieces: All pieces of the bead, moved ones last.
        words: The words of the bead.
        tag: Tag of the seed's language.
    """
    for one in [one for one in pieces if one.piece.moved and one.piece.j - one.piece.i == 1]:
        if one in pieces:
            pieces = _join_around(pieces, one.piece, words)
    return _join_neighbours(pieces, words, tag)


def _join_around(
    pieces: list[JoinedPiece], moved: Piece, words: WordAlignment
) -> list[JoinedPiece]:
    """Return the pieces, those joined that a moved word passes and those beside it."""
    ordered = pieces[: _count_in_order(pieces)]
    before = (
        sum(one.piece.j <= moved.i for one in ordered),
        sum(one.piece.l <= moved.k for one in ordered),
    )
    first, last = min(before), max(before)
    if first > 0 and _differs(ordered[first - 1], words):
        first -= 1
    if last < len(ordered) and _differs(ordered[last], words):
        last += 1
    inside = ordered[first:last]
    differing = [one for one in inside if _differs(one, words)]
    content = any(any(bear_sense(_tokens(one, words))) for one in differing)
    passed = sum(one.piece.j - one.piece.i for one in inside if one.same)
    if not differing or passed > _MOST_PASSED:
        return pieces
    joined = join(pieces, first, last - 1, words, moved)
    if joined is None or (not content and passed > 1 and is_most(joined[first].piece, words)):
        return pieces
    return joined


def _count_in_order(pieces: Sequence[JoinedPiece]) -> int:
    """Return the number of pieces before the first one that is out of order."""
    last = Piece(0, 0, 0, 0)
    for number, (piece, _) in enumerate(pieces):
        if piece.moved or piece.i < last.j or piece.k < last.l:
            return number
        last = piece
    return len(pieces)


def _differs(one: JoinedPiece, words: WordAlignment) -> bool:
    """Return True if a piece has words that differ, not only marks."""
    return not one.same and any(_words_of(one.piece, words))


def _words_of(piece: Piece, words: WordAlignment) -> tuple[list[str], list[str]]:
    """Return the keys of the words of both sides, without marks."""
    i, j, k, last = piece[:4]
    mine, theirs = (
        [token.key for token in tokens if token.kind is not MARK]
        for tokens in (words.seed[i:j], words.other[k:last])
    )
    return mine, theirs


def _tokens(one: JoinedPiece, words: WordAlignment) -> tuple[Token, ...]:
    i, j, k, last = one.piece[:4]
    return (*words.seed[i:j], *words.other[k:last])


def _join_neighbours(
    pieces: list[JoinedPiece], words: WordAlignment, tag: str
) -> list[JoinedPiece]:
    """Return the pieces, neighbours joined that are one difference by the model."""
    ordered = pieces[: _count_in_order(pieces)]
    differing = [n for n, one in enumerate(ordered) if not one.same]
    runs: list[tuple[int, int]] = []
    for first, second in pairwise(differing):
        if _are_one(ordered[first], ordered[second], words, tag):
            if runs and runs[-1][1] == first:
                runs[-1] = runs[-1][0], second
            else:
                runs.append((first, second))
    for first, last in reversed(runs):
        pieces = join(pieces, first, last, words) or pieces
    return pieces


def _are_one(one: JoinedPiece, other: JoinedPiece, words: WordAlignment, tag: str) -> bool:
    """Return True if two neighbours are one difference by the model."""
    if other.piece.i - one.piece.j > MOST_BETWEEN:
        return False
    both = _words_of(one.piece, words), _words_of(other.piece, words)
    one_sided = any(not mine or not theirs for mine, theirs in both)
    if one_sided and any(mine == theirs for mine, theirs in both):
        return False  # Only marks or a capital beside words that one side lacks.
    first, second = Cut(*one.piece[:4]), Cut(*other.piece[:4])
    return shipped_joins().joins(join_evidence(words, first, second, word_traits(tag)))
