"""Small words that differ between both sides."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.small_word_signs import find_small_word_signs


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("should it rain we go", "if it rain we go"),
        ("should he fall", "if he falls"),
        ("they fight the fleet should it come", "they fight the fleet if it comes"),
        ("they did not sink until dawn", "they sank only at dawn"),
        ("they did not sink except in gales", "they sank only in gales"),
    ],
)
def test_an_inversion_or_an_exception_answers_a_small_word(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []


@pytest.mark.parametrize(
    ("seed", "other", "name"),
    [
        ("/ I was a little / hurt by it", "/ It / hurt me deeply", "degree.gap"),
        ("/ When / he pays we go", "/ / We go whether or not he pays", "condition.other"),
        ("/ Because / he pays we go", "/ / We go if he pays", "condition.opposite"),
        ("/ Since / he pays we go", "/ / We go if he pays", "condition.one"),
        ("/ / We go unless he pays", "/ If / he pays we go", "condition.opposite"),
        ("/ Only / he was let in", "/ / he was let in as well", "exclusive.opposite"),
        ("nor was he / only / let in", "/ he / was let in as well", "exclusive.one"),
        ("/ They still / sail there", "/ / there they sail no longer", "phase.opposite"),
        ("/ At last / they sail", "/ / they sail again", "phase.late"),
    ],
)
def test_a_small_word_faces_the_only_one_of_its_sort_in_another_difference(
    seed: str, other: str, name: str
) -> None:
    signs = find_small_word_signs(marked_contrast(seed, other))

    assert name in [sign.name for sign in signs]


def test_a_word_that_joins_a_clause_faces_no_time_elsewhere() -> None:
    contrast = marked_contrast("/ He was no longer young / , but sang", "/ He was old / , yet sang")

    assert not [sign for sign in find_small_word_signs(contrast) if sign.name == "phase.opposite"]


def test_a_condition_does_not_face_another_where_an_inversion_has_it() -> None:
    signs = find_small_word_signs(
        marked_contrast(
            "He wept / that / they came ; if he had paid , they would go",
            "He wept / when / they came ; had he paid , they would go",
        )
    )

    assert [sign.name for sign in signs] == ["condition.one", "condition.when"]


def test_a_word_next_to_a_difference_faces_one_in_it() -> None:
    sign, *_ = find_small_word_signs(
        marked_contrast("/ The / entire fleet sank", "/ Part of the / fleet sank")
    )

    assert (sign.name, sign.seed, sign.other) == ("quantity.gap", "entire", "Part of")


def test_a_word_next_to_a_difference_faces_itself() -> None:
    (sign,) = find_small_word_signs(
        marked_contrast("/ The / entire fleet sank", "/ Part of the / entire fleet sank")
    )

    assert sign.name == "quantity.one faint"
