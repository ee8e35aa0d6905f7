"""Values that differ between both sides give signs, equal ones in other writing do not."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import marked_contrast
from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.signs import Sign
from variants.classify.sense.value_signs import find_value_signs
from variants.languages import language_of
from variants.types.sense import SenseSort


def _signs(seed: str, other: str, tag: str = "en") -> list[Sign]:
    """Return the signs of the words between slashes: ``"He had / ten / guns ."``."""
    language = language_of(tag)
    sides, ranges = [], []
    for text in (seed, other):
        before, inside, after = (part.split() for part in text.split("/"))
        sides.append(SideOfBead((*before, *inside, *after), language))
        ranges.append(range(len(before), len(before) + len(inside)))
    return list(find_value_signs(Contrast(sides[0], sides[1], ranges[0], ranges[1])))


def test_a_number_that_may_be_in_unknown_words_faces_none_elsewhere() -> None:
    mine, theirs = "in het / 1. / jaar 700 schepen", "in het / eerste / jaar 800 schepen"

    assert list(find_value_signs(marked_contrast(mine, theirs, "nl"))) == []


@pytest.mark.parametrize(
    ("seed", "other", "expected"),
    [
        (
            "They held / nineteen / towns",
            "They held / ninety / towns",
            Sign("value.other", 1.0, SenseSort.NUMBER, "nineteen", "ninety"),
        ),
        (
            "They waited / eight days / there",
            "They waited / eighty hours / there",
            Sign("value.other", 1.0, SenseSort.NUMBER, "eight days", "eighty hours"),
        ),
        (
            "He paid / $70 / for it",
            "He paid / 80 dollars / for it",
            Sign("value.other", 1.0, SenseSort.NUMBER, "$70", "80 dollars"),
        ),
        (
            "He paid / 70 francs / for it",
            "He paid / 70 marks / for it",
            Sign("value.unit", 1.0, SenseSort.UNIT, "70 francs", "70 marks"),
        ),
        (
            "He paid 70 / francs / for it",
            "He paid 70 / marks / for it",
            Sign("value.unit", 1.0, SenseSort.UNIT, "70 francs", "70 marks"),
        ),
        (
            "Come / before / 9 April",
            "Come / after / 9 April",
            Sign("value.bound other", 1.0, SenseSort.DATE, "before 9 April", "after 9 April"),
        ),
        (
            "He had / at least / 70 guns",
            "He had / up to / 70 guns",
            Sign("value.bound other", 1.0, SenseSort.HOW_MANY, "at least 70", "up to 70"),
        ),
        (
            "He had / over 70 / guns",
            "He had / seventy / guns",
            Sign("value.bound one", 1.0, SenseSort.HOW_MANY, "over 70", "seventy"),
        ),
        (
            "He had / about / 70 guns",
            "He had / exactly / 70 guns",
            Sign("value.about other", 1.0, SenseSort.HOW_MANY, "about 70", "exactly 70"),
        ),
        (
            "He had / some / 70 guns",
            "He had / / 70 guns",
            Sign("value.about one", 1.0, SenseSort.HOW_MANY, "some 70", "70"),
        ),
        (
            "He came on / 9 / April",
            "He came on / 19 / April",
            Sign("value.date other", 1.0, SenseSort.DATE, "9 April", "19 April"),
        ),
        (
            "He came at / 5.40 p.m. / alone",
            "He came at / half past five / alone",
            Sign("value.time other", 1.0, SenseSort.TIME, "5.40 p.m.", "half past five"),
        ),
        (
            "the / ninth / army",
            "the / nine / armies",
            Sign("value.order", 1.0, SenseSort.NUMBER, "ninth", "nine"),
        ),
        (
            "He came / in 1868 / alone",
            "He came / then / alone",
            Sign("value.lost", 1.0, SenseSort.DATE, "1868", ""),
        ),
        (
            "He knocked / twice / there",
            "He knocked / / there",
            Sign("value.lost", 1.0, SenseSort.NUMBER, "twice", ""),
        ),
        (
            "with / men / alone",
            "with / forty men / alone",
            Sign("value.gained", 1.0, SenseSort.NUMBER, "", "forty"),
        ),
        (
            "on / 9 April 1868 / there",
            "on / 9 April / there",
            Sign("value.date part", 1.0, SenseSort.DATE, "9 April 1868", "9 April"),
        ),
        ("The / 12,500 / men", "The / 12 500 / men", Sign("value.equal")),
        ("/ every tenth / man fell", "/ one man in ten / fell", Sign("value.equal")),
        (
            "/ every tenth man / fell",
            "/ ten men / fell",
            Sign("value.other", 1.0, SenseSort.NUMBER, "tenth", "ten"),
        ),
        ("Over / $350 / was paid", "Over / 350 dollars / was paid", Sign("value.equal")),
    ],
)
def test_a_difference_of_values_is_one_sign(seed: str, other: str, expected: Sign) -> None:
    assert _signs(seed, other) == [expected]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("about / thirty versts / off", "about / twenty miles / off"),
        ("it has / nine hundred acres / of wood", "it has / some 364 hectares / of wood"),
        ("it fell to / 14 degrees Fahrenheit /", "it fell to / minus 10 degrees Celsius /"),
        ("it made / twelve knots /", "it made / twelve nautical miles an hour /"),
    ],
)
def test_a_right_conversion_is_an_equal_value_also_in_round_numbers(seed: str, other: str) -> None:
    signs = _signs(seed, other)

    assert [sign.name for sign in signs] == ["value.converted", "value.equal"]
    assert [sign.sort for sign in signs] == [None, None]


def test_a_year_of_life_is_another_number_than_the_age() -> None:
    found = _signs("She was / in her nineteenth year / then", "She was / nineteen years old / then")

    assert [sign.name for sign in found] == ["value.other"]


def test_a_value_that_moved_is_not_lost() -> None:
    seed = "In 1868 / forty / ships and ninety men"
    other = "Ninety men and / / forty ships in 1868"

    assert _signs(seed, other) == []


def test_numbers_that_change_places_face_each_other_only_if_they_are_new() -> None:
    found = _signs("/ forty / ships , ninety men", "/ ninety / ships , forty men")

    assert [sign for sign in found if sign.name == "value.other"] == []


def test_a_new_value_faces_no_number_that_another_one_is_in_the_place_of() -> None:
    seed, other = "forty ships and / stout / men", "fourteen ships and / ninety / men"

    assert _signs(seed, other) == [Sign("value.gained", 1.0, SenseSort.NUMBER, "", "ninety")]
    assert _signs("ships and / stout / men of forty", other) == [
        Sign("value.other", 1.0, SenseSort.NUMBER, "forty", "ninety")
    ]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("He came / [ 14 ] / there", "He came / / there"),
        ("He came / one day / there", "He came / then / there"),
        ("the / first / man", "the / / man"),
        ("it took / a year / there", "it took / long / there"),
        ("/ Article 9 . The / parties", "/ The / parties"),
    ],
)
def test_note_marks_small_words_and_section_numbers_are_not_lost(seed: str, other: str) -> None:
    assert _signs(seed, other) == []


def test_both_bounds_are_a_range() -> None:
    seed = "He took boys / between the ages of six and ten /"
    other = "He took boys / not younger than six nor older than ten /"

    assert [sign.name for sign in _signs(seed, other)] == ["value.equal", "value.equal"]


def test_a_bound_outside_the_difference_is_no_sign_of_it() -> None:
    assert _signs("at least forty / big / ships", "up to forty / large / ships") == []


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("It has / fewer than / ten guns", "It has / not so many as / ten guns"),
        ("It is / not longer than / ten yards", "It is / no longer than / ten yards"),
        ("They sank / all but / two guns", "They sank / all save / two guns"),
        ("/ Nobody / came at five every day", "/ No one / came at five o'clock"),
        ("It is / no shorter than / ten yards", "It is / at least / ten yards"),
    ],
)
def test_equal_bounds_are_no_sign(seed: str, other: str) -> None:
    assert _signs(seed, other) == []


def test_only_is_no_more_than() -> None:
    found = _signs("He came / no more than / three times", "He came / only / three times")

    assert found == []
    assert "value.bound one" in [s.name for s in _signs("/ no more than / three", "/ / three")]


def test_one_as_a_pronoun_is_not_the_value_that_another_became() -> None:
    found = _signs("two / of the four / men slept , the others ate", "two / / men slept , one ate")

    assert [sign for sign in found if sign.name == "value.other"] == []


def test_a_figure_can_be_an_ordinal_in_a_language_without_endings_of_ordinals() -> None:
    signs = _signs("der / siebzehnte / Brief", "der / 17 . / Brief", "de")

    assert [sign.name for sign in signs] == ["value.equal"]
