"""Equal values in other writing are form; another value, unit, bound or date is not."""

from __future__ import annotations

import pytest

from tests.words.pairs import one_bead
from variants.classify.differences import find_differences
from variants.types.variant import Flag, Kind, Variant, VariantClass, class_of
from variants.words import LINKERS


def _variants(seed: str, other: str, language: str = "en") -> tuple[Variant, ...]:
    alignment = one_bead(seed, other, language)
    (words,) = LINKERS["lexical"](alignment)
    return find_differences(words, alignment).variants


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("The farm sold 7 000 eggs.", "The farm sold 7,000 eggs."),
        ("The farm sold 7 000 eggs.", "The farm sold seven thousand eggs."),
        ("He carried 2½ tons of coal.", "He carried two and a half tons of coal."),
        ("They lost 15 per cent of all.", "They lost 15% of all."),
        ("The horse cost $350.", "The horse cost 350 dollars."),
        ("It was built in MDCCXLIV.", "It was built in 1744."),
        ("Turn to Chapter XIX of Book IV.", "Turn to Chapter 19 of Book 4."),
        ("The company held Hill CCXL.", "The company held Hill 240."),
        ("She died on 4.IX.1938.", "She died on 4 September 1938."),
        ("The letter of 21 May 1938 came.", "The letter of 21.5.1938 came."),
        ("The letter of 21 May 1938 came.", "The letter of 1938-05-21 came."),
        ("She left on Tues., 8 Nov.", "She left on Tuesday, November 8."),
        ("She left on Tues., 8 Nov.", "She left on Tuesday, 8th November."),
        ("The ship sailed at 18:30.", "The ship sailed at 6.30 p.m."),
        ("The ship sailed at 18:30.", "The ship sailed at half past six in the evening."),
        ("In the 1840s all was calm.", "In the forties all was calm."),
        ("In the 1840s all was calm.", "In the eighteen-forties all was calm."),
        ("The tower is 9 metres high.", "The tower is 9 m. high."),
        ("He paid 60 francs.", "He paid 60 fr."),
        ("We met in Aug. as planned.", "We met in August as planned."),
        ("It weighed five thousand pounds' weight.", "It weighed 5000 lbs."),
        ("He ruled from 1866-71 alone.", "He ruled from 1866–71 alone."),
        ("She died on 4 September 1938.", "She died on September 4, 1938."),
        ("King Louis XII of it was dead.", "King Louis the Twelfth of it was dead."),
        ("The rate rose by 0.25 per cent.", "The rate rose by a quarter of one per cent."),
        ("Turn to vol. XIX of it.", "Turn to volume 19 of it."),
    ],
)
def test_equal_values_in_other_writing_are_form(seed: str, other: str) -> None:
    found = _variants(seed, other)

    assert {class_of(one.kind, one.flags) for one in found} == {VariantClass.FORM}
    assert Kind.NUMERAL in {one.kind for one in found}


@pytest.mark.parametrize(
    ("seed", "other", "flag"),
    [
        ("The farm sold 7 000 eggs.", "The farm sold 7,500 eggs.", Flag.NUMBER),
        ("He carried 2½ tons of coal.", "He carried three and a half tons of coal.", Flag.NUMBER),
        ("They lost 15 per cent of all.", "They lost 16% of all.", Flag.NUMBER),
        ("The horse cost $350.", "The horse cost 450 dollars.", Flag.NUMBER),
        ("It was built in MDCCXLIV.", "It was built in MDCCXLVI.", Flag.DATE),
        ("Turn to Chapter XIX of Book IV.", "Turn to Chapter XXI of Book IV.", Flag.NUMBER),
        ("She died on 4.IX.1938.", "She died on 4.X.1938.", Flag.DATE),
        ("The letter of 21 May 1938 came.", "The letter of 21.6.1938 came.", Flag.DATE),
        ("She left on Tues., 8 Nov.", "She left on Thursday, 8 November.", Flag.DATE),
        ("The ship sailed at 18:30.", "The ship sailed at 6.30 a.m.", Flag.NUMBER),
        ("In the 1840s all was calm.", "In the fifties all was calm.", Flag.DATE),
        ("Over 70 men fell.", "Under 70 men fell.", Flag.NUMBER),
        ("Over 70 men fell.", "Nearly 70 men fell.", Flag.NUMBER),
        ("At least 70 men fell.", "At most 70 men fell.", Flag.NUMBER),
        ("Answer before 8 November.", "Answer after 8 November.", Flag.DATE),
        ("Answer before 8 November.", "Answer on 8 November.", Flag.DATE),
        ("The tower is 9 metres high.", "The tower is 9 feet high.", Flag.NUMBER),
        ("He paid 60 francs.", "He paid 60 roubles.", Flag.NUMBER),
        ("We met in Aug. as planned.", "We met in October as planned.", Flag.DATE),
        ("Turn to page xix of it.", "Turn to page xxi of it.", Flag.NUMBER),
        ("The queen was Elizabeth I.", "The queen was Elizabeth II.", Flag.NUMBER),
        ("He came at two minus 9 degrees.", "He came at two minus 8 degrees.", Flag.NUMBER),
    ],
)
def test_another_value_unit_bound_or_date_has_one_flag(seed: str, other: str, flag: Flag) -> None:
    flags = {each for one in _variants(seed, other) for each in one.flags}

    assert flags == {flag}


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("At least nine guns were lost.", "Not fewer than nine guns were lost."),
        ("It will not last more than nine days.", "It will last no more than nine days."),
        ("The inn is thirty versts away.", "The inn is twenty miles away."),
        ("They crossed three rivers.", "They passed over three rivers."),
        ("Nobody came at nine.", "No one came at nine."),
        ("Article 9. The parties agree.", "The parties agree."),
        ("It took a year.", "It took long."),
        ("He loved his three sons.", "He loved his three sons, all three."),
    ],
)
def test_equal_bounds_conversions_and_small_words_have_no_flag_of_values(
    seed: str, other: str
) -> None:
    flags = {each for one in _variants(seed, other) for each in one.flags}

    assert not flags & {Flag.NUMBER, Flag.DATE}


def test_only_the_part_of_a_date_that_differs_is_flagged() -> None:
    found = _variants("She left on Tues., 8 Nov.", "She left on Thursday, 8 November.")

    assert [one.seed.length for one in found if one.flags] == [len("Tues")]


def test_a_year_that_moved_alone_is_moved() -> None:
    found = _variants("In 1893 he died in Rome.", "He died in Rome in 1893.")

    assert Kind.MOVED in {one.kind for one in found}
    assert Kind.NUMERAL not in {one.kind for one in found}


def test_a_number_in_words_of_a_language_without_number_words_is_not_lost() -> None:
    assert not any(
        one.flags for one in _variants("Hij zag 70 schepen.", "Hij zag veel schepen.", "nl")
    )


def test_numbers_of_one_value_are_numerals_in_dates_that_differ() -> None:
    found = _variants(
        "会議は一九五一年五月三日に開かれた。", "会議は1951年5月4日に開かれた。", "ja"
    )

    assert [(one.kind, bool(one.flags)) for one in found] == [
        (Kind.NUMERAL, False),
        (Kind.NUMERAL, False),
        (Kind.WORDING, True),
    ]


@pytest.mark.parametrize(
    ("tag", "seed", "other"),
    [
        ("de", "Er sah 70 Schiffe.", "Er sah viele Schiffe."),
        ("pl", "Widział 70 okrętów.", "Widział wiele okrętów."),
        ("ru", "Он видел 70 кораблей.", "Он видел много кораблей."),
    ],
)
def test_a_number_is_lost_in_a_language_with_number_words(tag: str, seed: str, other: str) -> None:
    assert any(one.flags for one in _variants(seed, other, tag))
