"""Signs in inflections and in the strength of words."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.inflection_signs import find_inflection_signs


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("the general came", "the generals came", ["noun.number of persons"]),
        ("the ship came", "the ships came", ["noun.number"]),
        ("he walks here", "he walked here", []),
        ("the wisest king", "the wiser king", ["comparison.gap"]),
        ("the oldest king", "the wiser king", []),
        ("the worst king", "the worse king", ["comparison.gap"]),
        ("the best king", "the worse king", []),
        ("no friend came", "friends did not come", []),
        ("without any friend here", "without any friends here", []),
        ("the generals came", "every old general came", []),
        ("the law of the generals", "the general law", []),
        ("he obeyed his general", "they obeyed their generals", []),
        ("he obeyed his general", "he obeyed his generals", ["noun.number of persons"]),
        ("many generals came", "many a brave general came", []),
        ("one of his generals came", "a general of his came", []),
        ("two of his generals came", "a general of his came", ["noun.number of persons"]),
        ("the first of the generals to come", "no general had come before", []),
        ("the oldest of the generals came", "the oldest general came", []),
        ("the last of the king's generals", "the last general of the king", []),
        ("all of the generals came", "the oldest general came", ["noun.number of persons"]),
    ],
)
def test_number_and_degree_are_read_from_endings(seed: str, other: str, names: list[str]) -> None:
    assert [sign.name for sign in find_inflection_signs(contrast_of(seed, other))] == names


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("The king was vexed .", "The king was furious .", ["degree.strength"]),
        ("He disliked the sea .", "He loathed the sea .", ["degree.strength"]),
        ("He detested the sea .", "He loathed the sea .", []),
        ("A murmur rose .", "A mutter rose .", []),
        ("He was angry .", "He was wet .", []),
        ("A slight wound .", "A grievous wound .", ["degree.strength"]),
        ("A severe wound .", "A serious wound .", []),
    ],
)
def test_words_of_one_meaning_in_another_strength_have_a_sign(
    seed: str, other: str, names: list[str]
) -> None:
    assert [sign.name for sign in find_inflection_signs(contrast_of(seed, other))] == names


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("He / disliked / the sea", "the sea / / was loathed by him", ["degree.strength"]),
        ("He / detested / the sea", "the sea / / was loathed by him", []),
        ("cold and icy water / he disliked / ", "/ / he loathed cold water", ["degree.strength"]),
        ("/ icy / water in a cold bay", "/ cold / water in an icy bay", ["degree.strength"]),
        ("icy water / lay / in it", "/ stood / in it cold water", []),
    ],
)
def test_the_only_words_of_one_meaning_face_each_other_wherever_they_are(
    seed: str, other: str, names: list[str]
) -> None:
    assert [sign.name for sign in find_inflection_signs(marked_contrast(seed, other))] == names


def test_a_language_without_tables_has_no_signs() -> None:
    contrast = contrast_of("alle Schiffe vor Mittag", "einige Schiffe nach Mittag", "de")

    assert list(find_inflection_signs(contrast)) == []
