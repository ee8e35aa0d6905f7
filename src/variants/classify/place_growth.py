"""Growth of places: a place takes in the words without which it cannot be exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from variants.classify.core import is_content_word
from variants.classify.piece import JoinedPiece, Piece, join, share_of_words, touch, whole_of
from variants.languages.language import Language
from variants.types.variant import FORM_OR_NAME_KINDS, Kind
from variants.types.words import FUNCTION, MARK, Link, Token, WordAlignment

_MOST_EQUAL = 4
"""Equal words that a place can take in."""
_MOST_OF_SENTENCE = 0.5
"""Share of the words on both sides; a place with more of them would be the sentence."""
_INDEPENDENT = frozenset({"adverb", "conjunction", "negation"})
"""Classes of function words that a sentence can have or lack by themselves."""


class GrownPieces(NamedTuple):
    """Pieces after their growth, moved ones last, and the links between words of two of them."""

    pieces: list[JoinedPiece]
    parted: list[Link]


def grow(pieces: list[JoinedPiece], words: WordAlignment, shown: Sequence[Link]) -> GrownPieces:
    """Join pieces so that no link leads from a differing piece to a word of another piece.

    Pieces are also joined if a word would be repeated at their border: the piece's other side put
    into the seed's sentence. Nothing is joined that would be most of the sentence, take in many
    equal words or part words that moved; the links between such pieces are returned.

    Args:
        pieces: All pieces of the bead, moved ones last.
        words: The words of the bead.
        shown: The links that pair words.
    """
    if all(one.same for one in pieces):
        return GrownPieces(pieces, [])
    while True:
        parted = list(_parted(pieces, words, shown))
        ends = {(a, b) for _, a, b in parted if not (pieces[a].same and pieces[b].same)}
        ends.update(_repeating(pieces, words))
        for first, last in sorted(ends, key=lambda pair: pair[1] - pair[0]):
            both = _grown(pieces, first, last, words)
            if both is not None:
                pieces = both
                break
        else:
            return GrownPieces(pieces, [link for link, _, _ in parted])


def _parted(
    pieces: Sequence[JoinedPiece], words: WordAlignment, shown: Sequence[Link]
) -> Iterator[tuple[Link, int, int]]:
    """Yield the links between words of two pieces, with the numbers of the pieces in order."""
    mine, theirs = [0] * len(words.seed), [0] * len(words.other)
    for number, (piece, _) in enumerate(pieces):
        i, j, k, last = piece[:4]
        mine[i:j] = [number] * (j - i)
        theirs[k:last] = [number] * (last - k)
    for link in shown:
        a, b = mine[link.seed], theirs[link.other]
        if a != b and MARK not in {words.seed[link.seed].kind, words.other[link.other].kind}:
            yield link, min(a, b), max(a, b)


def _repeating(pieces: Sequence[JoinedPiece], words: WordAlignment) -> Iterator[tuple[int, int]]:
    """Yield the numbers of neighbours at whose border the seed's sentence would repeat a word."""
    seed, other = words.seed, words.other
    for number, (piece, same) in enumerate(pieces):
        if same or piece.moved:
            continue
        i, j, k, last = piece[:4]
        left = _are_equal(seed, i - 1, other, k) if k < last else _are_equal(seed, i - 1, seed, j)
        if left and not (_are_equal(seed, i - 1, seed, i) or _are_equal(other, k - 1, other, k)):
            yield number - 1, number
        right = k < last and _are_equal(other, last - 1, seed, j)
        if right and not (
            _are_equal(seed, j - 1, seed, j) or _are_equal(other, last - 1, other, last)
        ):
            yield number, number + 1


def _are_equal(one: Sequence[Token], a: int, two: Sequence[Token], b: int) -> bool:
    """Return True if two words are equal; False for marks and beyond the ends."""
    if not (0 <= a < len(one) and 0 <= b < len(two)):
        return False
    return one[a].key == two[b].key and one[a].kind is not MARK


def _grown(
    pieces: list[JoinedPiece], first: int, last: int, words: WordAlignment
) -> list[JoinedPiece] | None:
    """Return the pieces, those from first to last joined; ``None`` if a place must not grow so."""
    if first < 0 or last >= len(pieces):
        return None
    start, end = pieces[first].piece, pieces[last].piece
    if start.moved or end.moved:
        return None
    equal = _count(one.piece for one in pieces[first : last + 1] if one.same)
    whole = Piece(start.i, end.j, start.k, end.l)
    if equal > _MOST_EQUAL or share_of_words(whole, words) > _MOST_OF_SENTENCE:
        return None
    return join(pieces, first, last, words)


def _count(pieces: Iterable[Piece]) -> int:
    return sum(piece.j - piece.i for piece in pieces)


def join_function_words(
    pieces: Sequence[JoinedPiece],
    words: WordAlignment,
    language: Language,
    kind_of: Callable[[Piece], Kind],
) -> list[JoinedPiece]:
    """Join function words that one side lacks with the differing words beside them.

    "of the" added after "river → banks" is not a place of its own. Adverbs, conjunctions and
    negations are, because a sentence can lack them.

    Args:
        pieces: All pieces of the bead, moved ones last.
        words: The words of the bead.
        language: Language of both sides.
        kind_of: Function that returns the kind of a piece.
    """
    joiner = _FunctionWords(pieces, words, language, kind_of)
    done: list[JoinedPiece] = []
    for one in reversed(pieces):
        after = done[-1] if done else None
        if after is not None and joiner.belong_together(one, after):
            done[-1] = JoinedPiece(whole_of([one.piece, after.piece]), same=False)
        else:
            done.append(one)
    return done[::-1]


class _FunctionWords:
    """State for one bead: its words, and those before moved ones."""

    def __init__(
        self,
        pieces: Sequence[JoinedPiece],
        words: WordAlignment,
        language: Language,
        kind_of: Callable[[Piece], Kind],
    ) -> None:
        self._words = words
        self._language = language
        self._kind_of = kind_of
        moved = [one.piece for one in pieces if one.piece.moved]
        self._moved = {piece.i for piece in moved}, {piece.k for piece in moved}

    def belong_together(self, one: JoinedPiece, after: JoinedPiece) -> bool:
        """Return True if one of two neighbours is function words that belong to the other."""
        if one.same or after.same or not touch(one.piece, after.piece):
            return False
        for small, large in ((one.piece, after.piece), (after.piece, one.piece)):
            if self._hangs(small) and self._can_take(large, small):
                return self._kind_of(large) not in FORM_OR_NAME_KINDS
        return False

    def _hangs(self, piece: Piece) -> bool:
        """Return True if only one side has the words, and they need other words beside them."""
        if not piece.lacks_a_side or piece.j in self._moved[0] or piece.l in self._moved[1]:
            return False
        return all(
            token.kind is FUNCTION
            and not is_content_word(token, self._language)
            and self._language.grammar.get(token.key) not in _INDEPENDENT
            for token in self._tokens(piece)
        )

    def _can_take(self, large: Piece, small: Piece) -> bool:
        """Return True if a piece has content words, and any on the side of the function words."""
        lacks = (large.i == large.j, large.k == large.l)
        if (lacks[0] and small.i < small.j) or (lacks[1] and small.k < small.l):
            return False
        return any(is_content_word(token, self._language) for token in self._tokens(large))

    def _tokens(self, piece: Piece) -> tuple[Token, ...]:
        return (
            *self._words.seed[piece.i : piece.j],
            *self._words.other[piece.k : piece.l],
        )
