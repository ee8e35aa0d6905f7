"""Values of all sorts are read from the words of a text, and equal ones found equal."""

from __future__ import annotations

import math

import pytest

from variants.languages import language_of
from variants.languages.value_reader import read_values
from variants.languages.value_table import Bound, Exactness
from variants.languages.values import DateParts, Value, ValueSort, same_value
from variants.types.span import Span
from variants.words.tokenize import tokenize

_ENGLISH = language_of("en")


def _words(text: str, tag: str = "en") -> list[str]:
    tokens = tokenize(text, Span(0, len(text)), language_of(tag))
    return [token.span.of(text) for token in tokens]


def _read(text: str, tag: str = "en") -> tuple[Value, ...]:
    return read_values(_words(text, tag), language_of(tag))


def _only(text: str, tag: str = "en") -> Value:
    (value,) = _read(text, tag)
    return value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7 000 hides", 7_000),
        ("14,500 hides", 14_500),
        ("14'500 hides", 14_500),
        ("14.000 hides", 14_000),
        ("2.345.678 hides", 2_345_678),
        ("1,250.5 hides", 1_250.5),
        ("4½ hides", 4.5),
        ("4 1/2 hides", 4.5),
        ("four and a half hides", 4.5),
        ("seven hundred eighty and two hides", 782),
        ("sixty and five years", 65),
        ("four and three quarters", 4.75),
        ("260 thousand hides", 260_000),
        ("1 250.5 hides", 1_250.5),
        ("12 345 678.25 hides", 12_345_678.25),
        ("2.6 million hides", 2_600_000),
        ("2½ million hides", 2_500_000),
        ("half a million hides", 500_000),
        ("a quarter of a million hides", 250_000),
        ("a dozen hides", 12),
        ("half-a-dozen hides", 6),
        ("three dozen hides", 36),
        ("a score of hides", 20),
        ("five score hides", 100),
        ("fourscore and six hides", 86),
        ("four score and six hides", 86),
        ("a couple of hides", 2),
        ("four-and-twenty hides", 24),
        ("by threes", 3),
        ("four and twenty hides", 24),
        ("seven hundred and eleven hides", 711),
        ("seven hundred thousand two hundred and six hides", 700_206),
        ("fifteen hundred hides", 1_500),
        ("the 22nd hide", 22),
        ("the two-and-twentieth hide", 22),
        ("the hundred and first hide", 101),
        ("number MDCCXLIV", 1_744),
        ("Book V", 5),
        ("chapter xliv", 44),
        ("number XXXXIIII", 44),
        ("the XIIth hide", 12),
        ("the Vth hide", 5),
        ("World War I", 1),
        ("in book I of it", 1),
        ("Charles V fell", 5),
        ("King George I fell", 1),
        ("a length of .25", 0.25),
        ("half a per cent", 0.005),
        ("a quarter of one per cent", 0.0025),
        ("No. 47", 47),
        ("B-47", 47),
        ("40 ³", 40),
    ],
)
def test_one_number_is_read_in_any_writing(text: str, number: float) -> None:
    value = _only(text)

    assert (value.low, value.high) == (number, number)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("no one came", []),
        ("He may march; I sat in the sun.", []),
        ("He said, May it be so.", []),
        ("The M. D. and the CD of I. V. Hart", []),
        ("four or five and nine", [(4, 5), 9]),
        ("of twenty and five of thirty", [20, 5, 30]),
        ("between four and nine", [(4, 9)]),
        ("five to six", [(5, 6)]),
        ("two or three hundred", [(200, 300)]),
        ("from 5 to 6 hundred thousand", [(500_000, 600_000)]),
        ("two hundred or three hundred thousand", [(200_000, 300_000)]),
        ("four or five score", [(80, 100)]),
        ("between five and two hundred", [(5, 200)]),
        ("2, 3, or 4 men", [2, (3, 4)]),
        ("2, to 4 men", [2, 4]),
        ("1866-71", [(1866, 1871)]),
        ("1866–1871", [(1866, 1871)]),
        ("tens of thousands", [(10_000, math.inf)]),
        ("one in nine days", [1, 9]),
        ("three men in four boats", [3, 4]),
        ("4 ships, 900 men", [4, 900]),
    ],
)
def test_several_numbers_and_ranges_are_kept_apart(
    text: str, numbers: list[float | tuple[float, float]]
) -> None:
    found = [
        value.low if value.low == value.high else (value.low, value.high) for value in _read(text)
    ]

    assert found == numbers


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("9 April 1868", DateParts(1868, 4, 9)),
        ("the 9th of April, 1868", DateParts(1868, 4, 9)),
        ("April 9th, 1868", DateParts(1868, 4, 9)),
        ("April the ninth", DateParts(None, 4, 9)),
        ("9.4.1868", DateParts(1868, 4, 9)),
        ("4/19/1868", DateParts(1868, 4, 19)),
        ("1868-04-09", DateParts(1868, 4, 9)),
        ("9.IV.1868", DateParts(1868, 4, 9)),
        ("9.iv.1868", DateParts(1868, 4, 9)),
        ("Thursday, 9 Apr. 1868", DateParts(1868, 4, 9, 4)),
        ("on Thurs.", DateParts(weekday=4)),
        ("in May 1868", DateParts(1868, 5)),
        ("in May", DateParts(None, 5)),
        ("the 9th inst.", DateParts(None, 101, 9)),
        ("the 9th of this month", DateParts(None, 101, 9)),
        ("the 9th ult.", DateParts(None, 102, 9)),
        ("the 1860s", DateParts(1860, last_year=1869)),
        ("the sixties", DateParts(60, last_year=69)),
        ("the eighteen-sixties", DateParts(1860, last_year=1869)),
        ("the 15th century", DateParts(1400, last_year=1499)),
        ("the 1400s", DateParts(1400, last_year=1499)),
        ("eighteen sixty-eight", DateParts(1868)),
        ("in 1868", DateParts(1868)),
        ("the XVth century", DateParts(1400, last_year=1499)),
        ("the XV century", DateParts(1400, last_year=1499)),
        ("9 Apr. '68", DateParts(68, 4, 9)),
        ("in his sixties", DateParts(60, last_year=69)),
        ("31 B.C.", DateParts(-31)),
        ("A.D. 31", DateParts(31)),
    ],
)
def test_a_date_is_read_in_any_form(text: str, date: DateParts) -> None:
    value = _only(text)

    assert value.date == date
    assert value.sort is ValueSort.DATE


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("17:40", {1060}),
        ("at 5.40 p.m.", {1060}),
        ("half past five in the afternoon", {1050}),
        ("half past five", {330, 1050}),
        ("a quarter to one", {45, 765}),
        ("a quarter to six in the evening", {1065}),
        ("ten minutes past six", {370, 1090}),
        ("6 o'clock", {360, 1080}),
        ("three in the morning", {180}),
        ("1740 hours", {1060}),
        ("17h40", {1060}),
        ("9h05", {545, 1265}),
        ("at ten to six", {350, 1070}),
        ("noon", {720}),
        ("12 noon", {720}),
        ("twelve o'clock midnight", {0}),
    ],
)
def test_a_time_of_day_is_read_in_any_form(text: str, minutes: set[float]) -> None:
    value = _only(text)

    assert {value.low, value.high} == minutes
    assert value.sort is ValueSort.TIME


@pytest.mark.parametrize(
    "text", ["at ten to six men", "from ten to six", "ten to six", "26h40", "the 9h post"]
)
def test_numbers_of_other_things_are_no_time_of_day(text: str) -> None:
    assert all(value.sort is not ValueSort.TIME for value in _read(text))


@pytest.mark.parametrize(
    ("text", "bound", "exactness"),
    [
        ("at least 70 hides", Bound.AT_LEAST, None),
        ("no fewer than 70 hides", Bound.AT_LEAST, None),
        ("70 old hides or more", Bound.AT_LEAST, None),
        ("not more than 70 hides", Bound.AT_MOST, None),
        ("in less than 3 days", Bound.AT_MOST, None),
        ("upwards of 70 hides", Bound.OVER, None),
        ("over the age of 70", Bound.OVER, None),
        ("below the age of 70", Bound.UNDER, None),
        ("fewer than 70 hides", Bound.UNDER, None),
        ("before 9 April", Bound.BEFORE, None),
        ("after the 9th of April", Bound.AFTER, None),
        ("not later than 9 April", Bound.BY, None),
        ("until half past five", Bound.UNTIL, None),
        ("since 1868", Bound.SINCE, None),
        ("from 1868 to 1871", None, None),
        ("by 70 hides", None, None),
        ("some 70 hides", None, Exactness.ABOUT),
        ("70 hides or so", None, Exactness.ABOUT),
        ("nearly 70 hides", None, Exactness.NEARLY),
        ("exactly 70 hides", None, Exactness.EXACTLY),
        ("in about 1868", None, Exactness.ABOUT),
    ],
)
def test_bound_and_exactness_are_read_beside_a_value(
    text: str, bound: Bound | None, exactness: Exactness | None
) -> None:
    value = _only(text)

    assert (value.bound, value.exactness) == (bound, exactness)
    assert len(value.limits) == (bound is not None) + (exactness is not None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$350", "350 dollars"),
        ("£5 7s. 3d.", "five pounds, seven shillings and threepence"),
        ("5 ft. 9 in. tall", "five feet nine inches"),
        ("30 versts", "20 miles"),
        ("10 degrees Celsius", "50 degrees Fahrenheit"),
        ("ninety minutes", "an hour and a half"),
        ("six months", "half a year"),
        ("a fortnight", "fourteen days"),
        ("two square miles", "1,280 acres"),
        ("7 per cent", "7%"),
        ("one fourth", "25 per cent"),
        ("twice", "two times"),
        ("14 degrees Fahrenheit", "minus 10 degrees Celsius"),
        ("twelve knots", "twelve nautical miles an hour"),
        ("ten metres a second", "36 kilometres per hour"),
        ("36 km/h", "36 kilometres an hour"),
        ("40 mph", "40 miles an hour"),
        ("7 m²", "seven square metres"),
        ("15 kn", "fifteen knots"),
        ("at -14 degrees", "at minus 14 degrees"),
        ("pp. xii–xv", "pages 12-15"),
        ("in her nineteenth year", "eighteen years"),
        ("five thousand pounds' weight", "5000 lbs"),
        ("40 crowns", "40 kroner"),
        ("three or four", "3-4"),
        ("Chapter 19", "the nineteenth"),
        ("Louis XIII", "Louis the Thirteenth"),
        ("Apr. 9", "9th April 1868"),
        ("9 Apr. '68", "9.4.1868"),
        ("9.4.68", "9 April 1868"),
        ("180 °C", "180 degrees Celsius"),
        ("180 degrees F", "180 degrees Fahrenheit"),
        ("60¢", "sixty cents"),
        ("14s.", "fourteen shillings"),
        ("3s. 4d.", "three shillings and fourpence"),
        ("30 nm", "thirty nautical miles"),
        ("EUR 40", "40 euros"),
        ("$6m", "six million dollars"),
        ("£7bn", "£7 billion"),
        ("2 doz.", "two dozen"),
        ("2 tbsp.", "two tablespoons"),
        ("the 9th", "9 April"),
        ("the 9th inst.", "9 April"),
        ("5.40 p.m.", "17:40"),
        ("half past five", "5.30 a.m."),
        ("the sixties", "the 1860s"),
        ("13th century", "1200s"),
        ("1868", "MDCCCLXVIII"),
    ],
)
def test_values_in_other_writing_are_equal(one: str, other: str) -> None:
    assert same_value(_only(one), _only(other))
    assert same_value(_only(other), _only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$350", "£350"),
        ("300 Mexican dollars", "$300"),
        ("30 versts", "30 miles"),
        ("30 versts", "25 miles"),
        ("10 degrees Celsius", "10 degrees Fahrenheit"),
        ("seven", "seventeen"),
        ("90 zlotys", "90 crowns"),
        ("at -14 degrees", "at 14 degrees"),
        ("pp. xii–xv", "pages 12-16"),
        ("7 m²", "7 m³"),
        ("twelve knots", "twelve kilometres an hour"),
        ("in her nineteenth year", "nineteen years"),
        ("7 per cent", "7"),
        ("half", "half a million"),
        ("9 April", "9 May"),
        ("9 April 1868", "9 April 1869"),
        ("9 April", "nine o'clock"),
        ("5.40 p.m.", "5.40 a.m."),
        ("the sixties", "the 1870s"),
        ("31 B.C.", "A.D. 31"),
        ("the 9th inst.", "the 9th ult."),
        ("thousands", "a thousand"),
        ("three or four", "three"),
        ("Monday", "Tuesday"),
    ],
)
def test_other_values_are_not_equal(one: str, other: str) -> None:
    assert not same_value(_only(one), _only(other))
    assert not same_value(_only(other), _only(one))


def test_a_phrase_has_its_bound_its_unit_and_its_number_as_ranges_of_words() -> None:
    words = [*_words("He paid at least"), "two", "hundred", "and", "ten", *_words("roubles today")]
    (value,) = read_values(words, _ENGLISH)

    assert words[value.phrase.start : value.phrase.stop] == words[2:9]
    assert words[value.core.start : value.core.stop] == words[4:9]
    assert words[value.figure.start : value.figure.stop] == words[4:8]
    assert [words[each.start : each.stop] for each in value.limits] == [["at", "least"]]


def test_a_word_that_holds_a_whole_phrase_is_read_like_its_words() -> None:
    (value,) = read_values(["two hundred and ten", "roubles"], _ENGLISH)

    assert (value.low, value.figure, value.core) == (210, range(1), range(2))


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("de", "einundsiebzig Felle", 71),
        ("de", "zweihundertfünf Felle", 205),
        ("de", "hundertunddreißig Felle", 130),
        ("de", "achtzehnhundertsiebzig Felle", 1_870),
        ("de", "eintausendneunhunderteins Felle", 1_901),
        ("de", "sechzehn tausend Felle", 16_000),
        ("de", "drei und vierzig Felle", 43),
        ("de", "ein Dutzend Felle", 12),
        ("de", "eine Million Felle", 1_000_000),
        ("de", "7 Prozent", 0.07),
        ("fr", "vingt et une peaux", 21),
        ("fr", "soixante et onze peaux", 71),
        ("fr", "cent quatre-vingt-dix-neuf peaux", 199),
        ("fr", "neuf cents peaux", 900),
        ("fr", "sept mille peaux", 7_000),
        ("fr", "mille huit cent soixante-dix peaux", 1_870),
        ("fr", "deux millions de peaux", 2_000_000),
        ("fr", "neuf peaux", 9),
        ("fr", "une trentaine de peaux", 30),
        ("fr", "d'une douzaine de peaux", 12),
        ("fr", "trois douzaines de peaux", 36),
        ("fr", "les deux tiers des peaux", 2 / 3),
        ("fr", "la moitié des peaux", 1 / 2),
        ("fr", "un cinquième des peaux", 1 / 5),
        ("fr", "la dixième partie des peaux", 1 / 10),
        ("fr", "cinq pour 100", 0.05),
        ("es", "treinta y una pieles", 31),
        ("es", "quinientas dos pieles", 502),
        ("es", "mil ochocientos setenta", 1_870),
        ("es", "doscientos mil pieles", 200_000),
        ("es", "diez y seis pieles", 16),
        ("es", "tres docenas de pieles", 36),
        ("es", "un centenar de pieles", 100),
        ("es", "dos terceras partes", 2 / 3),
        ("es", "la tercera parte", 1 / 3),
        ("es", "tres cuartos", 3 / 4),
        ("it", "ventuno pelli", 21),
        ("it", "trentotto pelli", 38),
        ("it", "centottanta pelli", 180),
        ("it", "milleottocentosettanta", 1_870),
        ("it", "sedicimila pelli", 16_000),
        ("it", "cento venti pelli", 120),
        ("it", "sei pelli", 6),
        ("it", "una ventina di pelli", 20),
        ("it", "due dozzine di pelli", 24),
        ("it", "un centinaio di pelli", 100),
        ("it", "dugento pelli", 200),
        ("it", "due terzi delle pelli", 2 / 3),
        ("it", "un terzo delle pelli", 1 / 3),
        ("de", "ein und zwanzig Felle", 21),
        ("de", "zwey und dreyßig Felle", 32),
        ("de", "anderthalb Jahre", 1.5),
        ("de", "anderthalb tausend Felle", 1_500),
        ("de", "dreiundeinhalb Jahre", 3.5),
        ("de", "drittehalb Jahre", 2.5),
        ("de", "anderthalbtausend Felle", 1_500),
        ("de", "der einundzwanzigste Brief", 21),
        ("de", "den vierten Brief", 4),
        ("de", "der elfte Brief", 11),
        ("de", "der siebente Brief", 7),
        ("de", "der vierte Teil der Felle", 0.25),
        ("de", "drei Viertel der Felle", 0.75),
        ("de", "die Hälfte der Felle", 0.5),
        ("de", "fünf v. H. der Felle", 0.05),
        ("de", "ein Schock Felle", 60),
        ("pl", "dwa i pół roku", 2.5),
        ("pl", "półtora tysiąca skór", 1_500),
        ("pl", "dwudziestego pierwszego listu", 21),
        ("pl", "roku tysiąc sześćset czterdziestego ósmego", 1_648),
        ("pl", "dwie trzecie skór", 2 / 3),
        ("pl", "jedna trzecia skór", 1 / 3),
        ("pl", "trzy tuziny skór", 36),
        ("pl", "tuzin skór", 12),
        ("pl", "5% skór", 0.05),
        ("ru", "полтора миллиона шкур", 1_500_000),
        ("ru", "два с половиной года", 2.5),
        ("ru", "в тысяча шестьсот сорок восьмом году", 1_648),
        ("ru", "четвертый лист", 4),
        ("ru", "треть шкур", 1 / 3),
        ("ru", "пятая часть шкур", 0.2),
        ("ru", "пятьюстами шкурами", 500),
        ("pl", "dwadzieścia jeden skór", 21),
        ("pl", "dwustu pięciu skór", 205),
        ("pl", "tysiąc osiemset siedemdziesiąt", 1_870),
        ("ru", "сорок одна шкура", 41),
        ("ru", "двухсот пяти шкур", 205),
        ("ru", "тысяча восемьсот семьдесят", 1_870),
        ("ru", "шестнадцать тысяч шкур", 16_000),
    ],
)
def test_a_number_in_words_is_read_in_its_language(tag: str, text: str, number: float) -> None:
    value = _only(text, tag)

    assert (value.low, value.high) == (number, number)


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("de", "ein Fell und zwei Schiffe", [2]),
        ("de", "Tausende von Fellen", [math.inf]),
        ("fr", "un habit noir", []),
        ("fr", "une peau et deux bateaux", [2]),
        ("fr", "cent peaux et un bateau", [100]),
        ("es", "una piel y dos barcos", [2]),
        ("it", "uno dei tre", [3]),
        ("pl", "jeden z trzech", [3]),
        ("pl", "ci trzej mają dwa okręty", [3, 2]),
        ("ru", "один из трёх", [3]),
    ],
)
def test_articles_and_words_that_are_seldom_numbers_are_none_alone(
    tag: str, text: str, numbers: list[float]
) -> None:
    assert [value.high for value in _read(text, tag)] == numbers


@pytest.mark.parametrize(
    ("tag", "text", "date"),
    [
        ("de", "am siebzehnten März 1648", DateParts(1648, 3, 17)),
        ("de", "Montag, den 3. Mai", DateParts(None, 5, 3, 1)),
        ("pl", "siedemnastego marca", DateParts(None, 3, 17)),
        ("pl", "w środę", DateParts(weekday=3)),
        ("ru", "семнадцатого марта", DateParts(None, 3, 17)),
        ("ru", "17 Марта 1648 года", DateParts(1648, 3, 17)),
    ],
)
def test_a_date_is_read_in_a_language(tag: str, text: str, date: DateParts) -> None:
    assert _only(text, tag).date == date


@pytest.mark.parametrize(
    ("tag", "text", "minutes"),
    [
        ("de", "um halb acht Uhr", {450, 1170}),
        ("de", "drei Viertel zwei", {105, 825}),
        ("de", "halb eins", {30, 750}),
        ("de", "Viertel nach sieben", {435, 1155}),
        ("pl", "o wpół do ósmej", {450, 1170}),
        ("ru", "в половине восьмого", {450, 1170}),
        ("ru", "без четверти восемь", {465, 1185}),
    ],
)
def test_an_hour_that_has_not_come_is_read_in_a_language(
    tag: str, text: str, minutes: set[float]
) -> None:
    value = _only(text, tag)

    assert {value.low, value.high} == minutes


@pytest.mark.parametrize(
    ("tag", "text", "bound", "exactness"),
    [
        ("de", "höchstens 70 Felle", Bound.AT_MOST, None),
        ("de", "etwa 70 Felle", None, Exactness.ABOUT),
        ("de", "nicht über 70 Felle", Bound.AT_MOST, None),
        ("de", "vor dem 3. Mai", Bound.BEFORE, None),
        ("pl", "70 skór lub więcej", Bound.AT_LEAST, None),
        ("pl", "po 3 maja", Bound.AFTER, None),
        ("ru", "70 с лишним шкур", Bound.OVER, None),
        ("ru", "до 70 шкур", Bound.AT_MOST, None),
        ("fr", "plus de 70 peaux", Bound.OVER, None),
        ("fr", "plus d'une trentaine de peaux", Bound.OVER, None),
        ("fr", "70 peaux au plus", Bound.AT_MOST, None),
        ("es", "por lo menos 70 pieles", Bound.AT_LEAST, None),
        ("es", "70 pieles a lo sumo", Bound.AT_MOST, None),
        ("it", "quasi 70 pelli", None, Exactness.NEARLY),
        ("it", "70 pelli al massimo", Bound.AT_MOST, None),
        ("pl", "około 70 skór", None, Exactness.ABOUT),
        ("ru", "не более 70 шкур", Bound.AT_MOST, None),
    ],
)
def test_bound_and_exactness_are_read_in_a_language(
    tag: str, text: str, bound: Bound | None, exactness: Exactness | None
) -> None:
    value = _only(text, tag)

    assert (value.bound, value.exactness) == (bound, exactness)


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("fr", "la dix-huitième année", 18),
        ("fr", "le vingt et unième jour", 21),
        ("fr", "le 1er régiment", 1),
        ("fr", "le XVIIIe siècle", 18),
        ("es", "la segunda parte", 2),
        ("es", "el vigésimo tercero", 23),
        ("es", "el decimoctavo", 18),
        ("es", "el 3.º capítulo", 3),
        ("it", "la quarta clausola", 4),
        ("it", "il ventesimo terzo", 23),
        ("it", "il ventitreesimo", 23),
    ],
)
def test_an_ordinal_is_read_in_its_language(tag: str, text: str, number: float) -> None:
    value = _only(text, tag)

    assert (value.sort, value.low) == (ValueSort.ORDINAL, number)


@pytest.mark.parametrize(
    ("tag", "text", "low", "high"),
    [
        ("fr", "deux ou trois cents peaux", 200, 300),
        ("fr", "entre dix et vingt peaux", 10, 20),
        ("es", "de veinte a treinta pieles", 20, 30),
        ("it", "fra venti e trenta pelli", 20, 30),
    ],
)
def test_a_range_is_read_in_its_language(tag: str, text: str, low: float, high: float) -> None:
    value = _only(text, tag)

    assert (value.low, value.high) == (low, high)


def test_figures_are_read_in_a_language_without_a_table_and_number_words_are_not() -> None:
    assert [value.low for value in _read("7 000 Schafe", "de")] == [7_000]
    assert [value.low for value in _read("1\N{NARROW NO-BREAK SPACE}250,5 Schafe", "de")] == [
        1_250.5
    ]
    assert _read("at least seven in May", "tlh") == ()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "am 13. Juni 1951"),
        ("de", "am 13. 6. 1951"),
        ("de", "13.VI.1951"),
        ("es", "el 13 de junio de 1951"),
        ("es", "13 de jun. del 1951"),
        ("fr", "le 13 juin 1951"),
        ("it", "il 13 giugno 1951"),
        ("ja", "1951年6月13日"),
        ("ja", "一九五一年六月十三日"),
        ("pl", "13 czerwca 1951 r."),
        ("pl", "13 VI 1951 r."),
        ("ru", "13 июня 1951 г."),
        ("zh", "１９５１年６月13號"),
    ],
)
def test_a_date_is_read_in_the_writing_of_its_language(tag: str, text: str) -> None:
    assert [value.date for value in _read(text, tag)] == [DateParts(1951, 6, 13)]


@pytest.mark.parametrize(
    ("tag", "text", "date"),
    [
        ("es", "en junio", DateParts(month=6)),
        ("de", "am 12.3. in Wien", DateParts(month=3, day=12)),
        ("pl", "dnia 12.III w nocy", DateParts(month=3, day=12)),
        ("ru", "утром 12/V я", DateParts(month=5, day=12)),
        ("es", "en julio", DateParts(month=7)),
        ("es", "3 de Julio", DateParts(month=7, day=3)),
        ("fr", "en mars", DateParts(month=3)),
        ("fr", "1er mai", DateParts(month=5, day=1)),
        ("ja", "二月に", DateParts(month=2)),
        ("ru", "15 авг. 1951", DateParts(1951, 8, 15)),
    ],
)
def test_a_date_may_lack_parts(tag: str, text: str, date: DateParts) -> None:
    assert [value.date for value in _read(text, tag)] == [date]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "August kam"),
        ("de", "1.2. Ziele"),
        ("de", "um 9.10."),
        ("de", "um 9.30. Danach"),
        ("pl", "punkt 5. I potem"),
        ("es", "don Julio"),
        ("fr", "la planète Mars"),
        ("ja", "大陸を参照"),
        ("ja", "十三月"),
        ("pl", "mają konie"),
        ("ru", "Марта пришла"),
    ],
)
def test_other_words_are_no_dates_or_numbers(tag: str, text: str) -> None:
    assert all(value.date is None for value in _read(text, tag))
    assert tag != "ja" or all(value.low == 13 for value in _read(text, tag))


@pytest.mark.parametrize(
    ("tag", "text", "bound"),
    [
        ("de", "bis zum 20. Mai", Bound.UNTIL),
        ("es", "después del 20 de mayo", Bound.AFTER),
        ("fr", "à partir du 20 mai", Bound.SINCE),
        ("it", "prima del 20 maggio", Bound.BEFORE),
        ("ja", "5月20日以後", Bound.AFTER),
        ("pl", "po 20 maja", Bound.AFTER),
        ("ru", "к 20 мая", Bound.BY),
        ("zh", "5月20日之前", Bound.BEFORE),
    ],
)
def test_a_date_is_a_limit_in_the_words_of_its_language(tag: str, text: str, bound: Bound) -> None:
    assert [value.bound for value in _read(text, tag)] == [bound]


def test_hours_and_minutes_are_a_length_of_time_in_english() -> None:
    assert ValueSort.TIME not in {value.sort for value in _read("9 hours 30 minutes")}


def test_a_sentence_without_values_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variants.languages.value_reader.Parts", None)

    assert _read("And the king said that they should go, and may God be with them.") == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("less than a second;", 1),
        ("about a second.", 1),
        ("a second ship", 0),
        ("no one this evening", 0),
        ("one this evening", 1),
        ("He sang. May they rest", 0),
        ("the book I read", 0),
        ("in London I read nine books", 0),
        ("In May they rested", 1),
    ],
)
def test_a_value_is_not_read_in_words_that_mean_another_thing(text: str, count: int) -> None:
    numbers = {ValueSort.NUMBER, ValueSort.ORDINAL}

    assert sum(one.sort not in numbers for one in _read(text)) == count


@pytest.mark.parametrize("text", ["thousands B.C.", "more than hundreds B.C.", "in the thousands"])
def test_a_number_without_an_end_is_no_year(text: str) -> None:
    assert [value for value in _read(text) if value.sort is ValueSort.DATE] == []


def test_a_thousand_years_before_christ_are_a_year() -> None:
    assert _only("1000 B.C.").date == DateParts(-1000)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("on Tuesday", 2),
        ("on Tuesday week", 9),
        ("on Tuesday fortnight", 16),
        ("a fortnight on Tuesday", 16),
        ("a week from Tuesday", 9),
        ("a storm on Tuesday", 2),
        ("on Tuesday morning", 2),
    ],
)
def test_a_day_of_a_later_week_is_another_day(text: str, weekday: int) -> None:
    dates = [value.date for value in _read(text) if value.date is not None]

    assert [date.weekday for date in dates] == [weekday]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("one in ten", 0.1),
        ("one man in ten fell", 0.1),
        ("nine out of every ten", 0.9),
        ("four men out of five voted", 0.8),
        ("every third man", 1 / 3),
    ],
)
def test_so_many_of_a_number_are_a_share(text: str, share: float) -> None:
    (value,) = _read(text)

    assert (value.sort, value.low) == (ValueSort.SHARE, share)


@pytest.mark.parametrize("text", ["every third day", "every second man", "the third man"])
def test_an_ordinal_is_a_share_only_after_every_and_before_a_thing(text: str) -> None:
    (value,) = _read(text)

    assert value.sort is ValueSort.ORDINAL


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ninety years old and nine", 99),
        ("an hundred years old and seven died", 107),
        ("forty cubits and two", 42),
        ("a hundred and seven and thirty years", 137),
    ],
)
def test_the_ones_can_follow_the_unit_or_be_before_the_tens(text: str, number: int) -> None:
    assert _only(text).low == number


@pytest.mark.parametrize(
    "text",
    ["forty days and two ships", "ten days and two", "ninety days and 9", "forty days , nine"],
)
def test_a_number_of_other_things_is_not_added_to_the_one_before(text: str) -> None:
    assert len(_read(text)) == 2
