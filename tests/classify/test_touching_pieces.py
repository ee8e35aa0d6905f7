"""Joining of pieces that touch, on pieces made by hand."""

from __future__ import annotations

import pytest

from tests.words.pairs import one_bead
from variants.classify.bead_context import BeadContext
from variants.classify.kinds import kind_of
from variants.classify.piece import Piece
from variants.classify.touching_pieces import join_touching
from variants.languages import language_of
from variants.types.words import WordAlignment
from variants.words.tokenize import tokens_of

_Ranges = tuple[int, int, int, int]


def _joined(seed: str, other: str, *cut: _Ranges) -> list[tuple[_Ranges, bool]]:
    """Return the pieces of two sentences after those that touch were joined."""
    alignment = one_bead(seed, other)
    mine, theirs = (tokens_of(one, one.sentences[0]) for one in (alignment.seed, alignment.other))
    words = WordAlignment(alignment.beads[0], mine, theirs, ())
    context = BeadContext(
        language_of("en"),
        tuple(token.span.of(seed) for token in mine),
        tuple(token.span.of(other) for token in theirs),
    )
    found = join_touching(
        [Piece(*each) for each in cut],
        words,
        context,
        lambda piece: kind_of(context.contrast(*piece.ranges), context),
    )
    return [(one.piece[:4], one.same) for one in found]


@pytest.mark.parametrize(
    ("seed", "other", "cut"),
    [
        ("Gao Gang", "Kao Kang", [(0, 1, 0, 1), (1, 2, 1, 2)]),
        ("We go, in fact, now", "We go now", [(2, 3, 2, 2), (3, 6, 2, 2)]),
        ("The king", "Then the king", [(0, 0, 0, 1), (0, 1, 1, 2)]),
        ("The king", "And once the king", [(0, 0, 0, 1), (0, 0, 1, 2), (0, 1, 2, 3)]),
        ("7 June", "the 7th of June", [(0, 0, 0, 1), (0, 1, 1, 3)]),
    ],
)
def test_pieces_that_are_one_difference_are_joined(
    seed: str, other: str, cut: list[_Ranges]
) -> None:
    (i, _, k, _), (_, j, _, last) = cut[0], cut[-1]

    assert _joined(seed, other, *cut) == [((i, j, k, last), False)]


@pytest.mark.parametrize(
    ("seed", "other", "cut"),
    [
        ("old kings came", "young queens went", [(0, 2, 0, 2), (2, 3, 2, 3)]),
        ("So, then, he went", "So he went then", [(1, 2, 1, 1), (3, 4, 1, 1)]),
        ("old king", "and once young king", [(0, 0, 0, 1), (0, 0, 1, 2), (0, 1, 2, 3)]),
        ("so then the king", "so: The king", [(1, 2, 2, 2), (2, 3, 2, 3)]),
    ],
)
def test_other_pieces_stay_separate(seed: str, other: str, cut: list[_Ranges]) -> None:
    assert _joined(seed, other, *cut) == [(each, False) for each in cut]


def test_equal_words_are_found_by_each_character() -> None:
    found = _joined("The king", "the king", (0, 1, 0, 1), (1, 2, 1, 2))

    assert found == [((0, 1, 0, 1), False), ((1, 2, 1, 2), True)]
