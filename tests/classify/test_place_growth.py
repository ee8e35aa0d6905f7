"""Growth of places, on pieces made by hand."""

from __future__ import annotations

from functools import partial

from tests.words.pairs import one_bead
from variants.classify.piece import JoinedPiece, Piece
from variants.classify.place_growth import GrownPieces, grow, join_function_words
from variants.languages import language_of
from variants.types.variant import Kind
from variants.types.words import Link, WordAlignment
from variants.words.tokenize import tokens_of

_BEFORE = "He came home and slept there"
_AFTER = "until the summer of that year ended"


def _words(seed: str, other: str, links: tuple[tuple[int, int], ...] = ()) -> WordAlignment:
    """Return the words of two sentences, the changed ones in the middle."""
    texts = [f"{_BEFORE} {words} {_AFTER}" for words in (seed, other)]
    alignment = one_bead(*texts)
    sides = [tokens_of(cut, cut.sentences[0]) for cut in (alignment.seed, alignment.other)]
    at = len(_BEFORE.split())
    shown = tuple(Link(at + i, at + k, 0.9) for i, k in links)
    return WordAlignment(alignment.beads[0], sides[0], sides[1], shown)


def _pieces(words: WordAlignment, *changed: tuple[int, int, int, int]) -> list[JoinedPiece]:
    """Return the pieces of the words in the middle, and of the equal ones around them."""
    n, m = len(words.seed), len(words.other)
    at, rest = len(_BEFORE.split()), len(_AFTER.split())
    inner = [Piece(at + i, at + j, at + k, at + last) for i, j, k, last in changed]
    same = [Piece(i, i + 1, i, i + 1) for i in range(at)]
    after = [Piece(n - i, n - i + 1, m - i, m - i + 1) for i in range(rest, 0, -1)]
    return [JoinedPiece(one, _is_same(one, words)) for one in (*same, *inner, *after)]


def _is_same(piece: Piece, words: WordAlignment) -> bool:
    mine = [token.key for token in words.seed[piece.i : piece.j]]
    return mine == [token.key for token in words.other[piece.k : piece.l]]


def _differing(found: list[JoinedPiece], words: WordAlignment) -> list[tuple[str, str]]:
    return [
        (
            " ".join(token.key for token in words.seed[one.i : one.j]),
            " ".join(token.key for token in words.other[one.k : one.l]),
        )
        for one, same in found
        if not same
    ]


def _always(kind: Kind, _piece: Piece) -> Kind:
    return kind


def _grown(words: WordAlignment, *changed: tuple[int, int, int, int]) -> GrownPieces:
    return grow(_pieces(words, *changed), words, words.links)


def test_a_place_takes_in_the_words_between_it_and_a_linked_word() -> None:
    words = _words("loudly he spoke", "he talked loudly", ((0, 2), (1, 0)))

    grown = _grown(words, (0, 1, 0, 0), (1, 2, 0, 1), (2, 3, 1, 3))

    assert _differing(grown.pieces, words) == [("loudly he spoke", "he talked loudly")]
    assert not grown.parted


def test_places_without_such_a_link_stay_apart() -> None:
    words = _words("loudly he spoke", "he talked loudly", ((1, 0),))

    grown = _grown(words, (0, 1, 0, 0), (1, 2, 0, 1), (2, 3, 1, 3))

    assert _differing(grown.pieces, words) == [("loudly", ""), ("spoke", "talked loudly")]


def test_a_place_takes_in_a_word_that_it_would_repeat() -> None:
    words = _words("the end", "by the finish")

    grown = _grown(words, (0, 1, 0, 1), (1, 2, 1, 3))

    assert _differing(grown.pieces, words) == [("the end", "by the finish")]


def test_a_word_that_one_text_repeats_itself_stays_outside() -> None:
    words = _words("the end", "the the finish")

    grown = _grown(words, (0, 1, 0, 1), (1, 2, 1, 3))

    assert _differing(grown.pieces, words) == [("end", "the finish")]


def test_a_place_does_not_take_in_many_equal_words() -> None:
    equal = "one two three four five six"
    words = _words(f"loudly {equal}", f"{equal} loudly", ((0, 6),))
    same = tuple((n + 1, n + 2, n, n + 1) for n in range(6))

    grown = _grown(words, (0, 1, 0, 0), *same, (7, 7, 6, 7))

    assert _differing(grown.pieces, words) == [("loudly", ""), ("", "loudly")]
    assert [(link.seed, link.other) for link in grown.parted] == [(6, 12)]


def test_function_words_of_one_side_join_the_words_beside_them() -> None:
    words = _words("river", "banks of the")
    pieces = _pieces(words, (0, 1, 0, 1), (1, 1, 1, 3))

    joined = join_function_words(pieces, words, language_of("en"), partial(_always, Kind.WORDING))

    assert _differing(joined, words) == [("river", "banks of the")]


def test_adverbs_and_words_beside_a_difference_in_form_stay_apart() -> None:
    language = language_of("en")
    cases = (("again", Kind.WORDING), ("the", Kind.SPELLING))

    for word, kind in cases:
        words = _words("river", f"banks {word}")
        pieces = _pieces(words, (0, 1, 0, 1), (1, 1, 1, 2))
        joined = join_function_words(pieces, words, language, partial(_always, kind))

        assert _differing(joined, words) == [("river", "banks"), ("", word)]
