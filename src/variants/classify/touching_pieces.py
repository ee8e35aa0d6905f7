"""Joining of pieces that touch: halves of a name, the capital of a sentence, words and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from variants.classify.bead_context import BeadContext
from variants.classify.piece import JoinedPiece, Piece, touch, whole_of
from variants.types.variant import FORM_OR_NAME_KINDS, Kind
from variants.types.words import MARK, Token, WordAlignment

_WHOLE = FORM_OR_NAME_KINDS - {Kind.PUNCTUATION, Kind.TYPOGRAPHY, Kind.NUMERAL}
"""Kinds that two neighbouring pieces can have together: halves of a name or of a word."""


def join_touching(
    pieces: Iterable[Piece],
    words: WordAlignment,
    context: BeadContext,
    kind_of: Callable[[Piece], Kind],
) -> list[JoinedPiece]:
    """Return equal and differing pieces, those joined that touch and form one difference.

    Args:
        pieces: All pieces of the bead, moved ones last.
        words: The words of the bead.
        context: Its words as written, which are equal only if each character is.
        kind_of: Function that returns the kind of a piece.
    """
    joiner = _Joiner(words, context, kind_of)
    joined: list[JoinedPiece] = []
    for piece in pieces:
        one = joiner.compared(piece)
        if one.same or not joined or joined[-1].same:
            joined.append(one)
            continue
        if joiner.is_first_capital(piece):
            joiner.join_words_before(joined)
        last = joined[-1].piece
        if joiner.form_one_difference(last, piece):
            both = whole_of([last, piece])
            if len(joined) > 1 and joiner.completes(joined[-2], both):
                both = whole_of([joined[-2].piece, both])
                del joined[-2]
            joined[-1] = joiner.compared(both)
        else:
            joined.append(one)
    return joined


class _Joiner:
    """State for one bead: its words."""

    def __init__(
        self, words: WordAlignment, context: BeadContext, kind_of: Callable[[Piece], Kind]
    ) -> None:
        self._seed, self._other = words.seed, words.other
        self._texts = context.seed, context.other
        self._kind_of = kind_of

    def compared(self, piece: Piece) -> JoinedPiece:
        """Return a piece, and True if it has the same words on both sides, unless they moved."""
        i, j, k, last = piece[:4]
        seed, other = self._texts
        return JoinedPiece(piece, not piece.moved and seed[i:j] == other[k:last])

    def join_words_before(self, joined: list[JoinedPiece]) -> None:
        """Join the last pieces to one if they are words that a sentence begins with on one side.

        A capital after them is a part of them, although they were cut into several pieces.
        """
        first = number = len(joined)
        while number and joined[number - 1].piece.lacks_a_side:
            if number < len(joined) and not touch(joined[number - 1].piece, joined[number].piece):
                break
            number -= 1
            if _begins_at(self._seed, joined[number].piece.i):
                first = number
        run = [one.piece for one in joined[first:]]
        if len(run) > 1:
            joined[first:] = [self.compared(whole_of(run))]

    def form_one_difference(self, last: Piece, piece: Piece) -> bool:
        """Return True if two neighbouring pieces are one difference.

        They are if one is only the capital that a sentence begins with ("The king" against "Then
        the king"), if they are words and marks that one side lacks (", in fact,"), or if they are
        halves of a name, a word or a number ("Gao Gang").
        """
        if not touch(last, piece):
            return False
        return (
            self._have_first_capital(last, piece)
            or self._are_words_and_marks(last, piece)
            or self._are_halves(last, piece)
        )

    def completes(self, before: JoinedPiece, piece: Piece) -> bool:
        """Return True if a mark and words that one side lacks are half of the word before.

        "–west" is that of "North–west" against "North-west".
        """
        touching = not before.same and piece.lacks_a_side and touch(before.piece, piece)
        return touching and self._are_halves(before.piece, piece)

    def _have_first_capital(self, last: Piece, piece: Piece) -> bool:
        """Return True if one of two pieces is a first capital, and a sentence of the seed begins.

        A capital joins no words inside of a sentence of the seed, which has no capital there.
        """
        return any(
            self.is_first_capital(one)
            and (_begins_at(self._seed, last.i) or _begins_at(self._seed, one.i))
            for one in (last, piece)
        )

    def is_first_capital(self, piece: Piece) -> bool:
        """Return True if one word has a capital on one side because a sentence begins there."""
        seed, other = self._seed, self._other
        mine, theirs = (
            [n for n in places if tokens[n].kind is not MARK]
            for tokens, places in zip((seed, other), piece.ranges, strict=True)
        )
        if (len(mine), len(theirs)) != (1, 1) or seed[mine[0]].key != other[theirs[0]].key:
            return False
        begins = _begins_at(seed, mine[0]) or _begins_at(other, theirs[0])
        return begins and self._kind_of(piece) is Kind.CASE

    def _are_words_and_marks(self, last: Piece, piece: Piece) -> bool:
        """Return True if the first piece is marks that one side lacks, and goes with the second.

        It does with words that face others. Of words that one side lacks, marks on either side
        are a part.
        """
        marks = self._are_marks(last), self._are_marks(piece)
        faces = _faces_words(last), _faces_words(piece)
        if marks[0] and not faces[0] and faces[1] and not marks[1]:
            return True
        return whole_of([last, piece]).lacks_a_side and any(marks)

    def _are_marks(self, piece: Piece) -> bool:
        tokens = (*self._seed[piece.i : piece.j], *self._other[piece.k : piece.l])
        return all(token.kind is MARK for token in tokens)

    def _are_halves(self, last: Piece, piece: Piece) -> bool:
        """Return True if two pieces are halves of a name, a word or a number.

        A number can have function words: "7" against "the 7th of", "$200" against "200 dollars".
        """
        kinds = {self._kind_of(last), self._kind_of(piece)}
        kind = self._kind_of(whole_of([last, piece]))
        if kind in _WHOLE:
            return len(kinds) == 1 or not kinds <= FORM_OR_NAME_KINDS
        return kind is Kind.NUMERAL and kinds <= {Kind.NUMERAL, Kind.FUNCTION_WORD}


def _faces_words(piece: Piece) -> bool:
    """Return True if both sides have words or marks."""
    return piece.i < piece.j and piece.k < piece.l


def _begins_at(tokens: Sequence[Token], at: int) -> bool:
    """Return True if a sentence may begin with a token."""
    return at == 0 or tokens[at - 1].kind is MARK
