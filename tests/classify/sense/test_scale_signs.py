"""Signs in small words that are compared by grade."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("all ships", "some ships", "quantity.gap", SenseSort.HOW_MANY),
        ("few ships", "a few ships", "quantity.gap", SenseSort.HOW_MANY),
        ("few ships", "a few ships", "quantity.opposite", SenseSort.HOW_MANY),
        ("all ships", "most of the ships", "quantity.opposite", SenseSort.HOW_MANY),
        ("all ships sank", "most of the rafts sank", "quantity.opposite", None),
        ("none sank", "all were not afloat", "quantity.opposite", None),
        ("none sank", "all were afloat", "quantity.opposite", None),
        ("none of the ships failed to sink", "all the ships sank", "quantity.gap", None),
        ("none of them came", "all of them came", "quantity.gap", SenseSort.HOW_MANY),
        ("a handful of ships", "most of the ships", "quantity.gap", SenseSort.HOW_MANY),
        ("he never sank", "he seldom sank", "frequency.opposite", SenseSort.TIME),
        ("he never sank", "he always swam", "frequency.opposite", None),
        ("soon after it sank", "long after it sank", "duration.opposite", SenseSort.TIME),
        ("soon after it sank", "shortly after it sank", "duration.gap", None),
        ("for a while it sank", "for some time it sank", "duration.opposite", None),
        ("with some care", "with the utmost care", "quantity.gap", SenseSort.HOW_MANY),
        ("every other day", "every day", "quantity.gap", SenseSort.HOW_MANY),
        ("they sank every second Friday", "they sank weekly", "quantity.gap", SenseSort.HOW_MANY),
        ("they often sank", "they seldom sank", "frequency.gap", SenseSort.TIME),
        ("almost full", "altogether full", "degree.gap", SenseSort.DEGREE),
        ("tolerably good", "exceptionally good", "degree.gap", SenseSort.DEGREE),
        ("more than one ship", "a single ship", "quantity.gap", SenseSort.HOW_MANY),
        ("for some time", "for a long time", "duration.gap", SenseSort.TIME),
        ("a little while", "a good while", "duration.gap", SenseSort.TIME),
        ("none of the wells", "not all of the wells", "quantity.gap", SenseSort.HOW_MANY),
    ],
)
def test_words_of_a_scale_are_compared_by_grade(
    seed: str, other: str, name: str, sort: SenseSort | None
) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("each ship", "every ship"),
        ("both ships and guns", "ships and guns"),
        ("some sixty ships", "sixty ships"),
        ("every day they sank", "daily they sank"),
        ("for some time", "for a while"),
        ("none of them was harmed", "all of them were unharmed"),
        ("few came", "hardly anyone came"),
        ("every other day", "every second day"),
        ("every other man", "every man"),
        ("every second he sank", "each second he sank"),
        ("a handful of ships", "a few ships"),
        ("more than one ship", "several ships"),
        ("partly true", "true in part"),
        ("they seldom sank", "they sank not often"),
        ("scarcely any ships", "almost no ships"),
        ("both ships", "the two ships"),
        ("he did not sink either of them", "he sank neither of them"),
        ("no ship at all", "no ship"),
        ("only a few ships", "few ships"),
        ("not many ships", "few ships"),
        ("not one of them", "none of them"),
        ("not every ship", "some ships"),
        ("not a single ship", "no ship"),
        ("It falls chiefly on us .", "It falls for the most part on us ."),
        ("It had scarcely rung .", "It had only just rung ."),
        ("It is too deep .", "It is very deep ."),
        ("Max is wiser .", "Max is wiser than all the rest ."),
    ],
)
def test_words_of_one_grade_have_no_sort(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []


def test_a_sign_names_the_words_of_both_sides() -> None:
    sign, *_ = find_small_word_signs(contrast_of("few ships sank", "most of the ships sank"))

    assert (sign.seed, sign.other) == ("few", "most of")
    assert sign.value == pytest.approx(3.1)
