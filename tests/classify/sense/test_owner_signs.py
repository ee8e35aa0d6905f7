"""Tests of signs of owners."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.owner_signs import find_owner_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "shown"),
    [
        ("it was his own son", "it was his enemy's son", ("his … son", "his enemy's son")),
        ("he left his sons land", "he left his aunt's sons land", ("his sons", "his aunt's sons")),
        ("its own shares rose", "the other's shares rose", ("its … shares", "other's shares")),
        (
            "it was at parish expense",
            "at our own expense it was",
            ("parish expense", "our … expense"),
        ),
        ("a boat of the abbot", "a boat of our own", ("boat … abbot", "boat … our")),
        ("the hawk of the king's son", "the king's hawk", ("hawk … king's son", "king's hawk")),
    ],
)
def test_another_owner_is_a_sign(seed: str, other: str, shown: tuple[str, str]) -> None:
    (sign,) = find_owner_signs(contrast_of(seed, other))

    assert (sign.name, sign.sort) == ("owner.opposite", SenseSort.WHOSE)
    assert (sign.seed, sign.other) == shown


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("he met the king's brother", "he met the brother of the king"),
        ("the count's son's horse fell", "the horse of the son of the count fell"),
        ("he saw his own house", "he saw his house"),
        ("the king rode to his own tent", "to the king's tent he rode"),
        ("the abbot's house burnt", "the house burnt"),
        ("he left their horses", "he left the soldiers' horses"),
        ("he saw his father's boat", "he saw a boat of his father's"),
        ("the king of Spain's ship sank", "the ship of the king of Spain sank"),
        ("the judges' fear of the mob", "the fear of the mob by the judges"),
        ("she lost her sight", "she lost the sight of her eyes"),
        ("he sold his master's horse", "he sold the horse of his lord"),
        ("a master of a French brig", "a master of a coasting French brig"),
        ("his own son came", "his own brother came"),
    ],
)
def test_the_same_owner_is_no_sign(seed: str, other: str) -> None:
    assert list(find_owner_signs(contrast_of(seed, other))) == []


@pytest.mark.parametrize(
    ("seed", "other", "count"),
    [
        ("he gave the / widow's / rings to her son", "he gave the / widow / her son's rings", 1),
        ("he / gave / the widow's rings to her son", "he / left / the widow her son's rings", 0),
    ],
)
def test_owners_that_both_texts_name_can_own_the_same_thing(
    seed: str, other: str, count: int
) -> None:
    assert len(list(find_owner_signs(marked_contrast(seed, other)))) == count
