"""Small words that only one side of a bead has."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("all ships", "ships", "quantity.one", SenseSort.HOW_MANY),
        ("true in part", "true", "degree.one", SenseSort.DEGREE),
        ("only ships sank", "ships sank", "exclusive.one", SenseSort.NOT_MERELY),
        ("he came a second time", "he came", "phase.one", SenseSort.TIME),
        ("most ships sank", "ships sank", "quantity.one", SenseSort.HOW_MANY),
        ("rain , for he fell", "rain ; he fell", "condition.one", None),
        ("if it rains we go", "we go", "condition.one", SenseSort.CONDITION),
        ("they built it again", "they built it", "phase.again", None),
        ("all ships except one", "all ships and one", "exclusive.except", None),
        ("all ships except one", "all ships sank , but not one", "exclusive.except", None),
    ],
)
def test_a_lost_word_has_a_sign(seed: str, other: str, name: str, sort: SenseSort | None) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


@pytest.mark.parametrize(
    ("seed", "other", "name"),
    [
        ("ships also sank", "ships sank", "exclusive.one faint"),
        ("they sailed for home", "they sailed home", None),
        ("the most safe harbour", "the harbour", "comparison.one faint"),
    ],
)
def test_a_small_word_alone_counts_by_its_place(seed: str, other: str, name: str | None) -> None:
    found = [sign.name for sign in find_small_word_signs(contrast_of(seed, other))]

    assert found[:1] == ([name] if name else [])


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("ships also sank", "ships sank"),
        ("they rebuilt the wall", "they built the wall again"),
        ("he returned to the wall", "he came to the wall once more"),
        ("again , when he fell", "when he fell"),
        ("no ship sails except by his leave", "no ship sails without his leave"),
        ("they went no farther than that", "they did not go farther than that"),
        ("he sailed no more", "he stopped sailing"),
        ("all ships except the frigates sank", "every ship sank but the frigates"),
        ("all except the frigates sank", "sunk was every ship but the frigates"),
        ("they gave ships , keeping only two", "they gave the ships except two"),
        ("no one before had sailed", "he was the first to sail"),
        ("he sank it alone", "he sank it by himself"),
    ],
)
def test_a_word_that_is_said_otherwise_is_not_lost(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []
