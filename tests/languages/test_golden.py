"""Exact values, forms and spellings of many words, so that a changed constant is noticed."""

from __future__ import annotations

from tests.conftest import Golden
from variants.languages import (
    fold,
    is_number,
    language_of,
    name_forms,
    same_name,
    spelling_key,
    unify_typography,
)
from variants.languages.value_reader import read_values

_NUMBERS = (
    "sixteen",
    "one hundred and twenty-one",
    "one hundred twenty one",
    "1.2 million",
    "12,000 and the 7th",
    "MIG-15s at 9:40",
    "two or three",
    "twenty three hundred",
    "a hundred",
    "two hundred and five men and six",
    "five thousand and two",
    "one thousand one hundred",
    "thousand",
    "three dozen",
    "nineteen fifty-one",
    "1951",
    "3½",
    "½",
    "10²",
    "1,234.5%",
    "-5",
    "the 21st of May",
    "twentieth century",
    "two thirds",
    "No. 302",
    "half a million men",
    "half an hour",
    "half past eight",
    "a quarter to nine",
    "quarter past one",
    "a quarter to one",
    "half past thirteen",
    "one million two hundred thousand and three",
    "seventy and seven",
    "ninety-nine",
    "ten nine",
    "12-13",
    "third and last",
    "hundredth",
    "one billion",
    "forty two",
    "fifty nine ten",
    "hundred and",
    "zero",
    "",
    "five hundred thousand",
    "two million",
    "eleven hundred",
    "twenty-ten",
    "sixty-first",
    "four and twenty",
)
_NAMES = (
    ("Mao Zedong", "Mao Tse-tung"),
    ("Gao Gang", "KAO KANG"),
    ("Beijing", "Peking"),
    ("Zhou Enlai", "Chou En-lai"),
    ("Xian", "Sian"),
    ("Deng Xiaoping", "Teng Hsiao-p'ing"),
    ("Qiqihar", "Ch'i-ch'i-ha-erh"),
    ("Gao", "Mao"),
    ("Moscow", "Moskva"),
    ("Zhu De", "Chu Teh"),
    ("Lüshun", "Port Arthur"),
    ("Stalin", "stalin"),
    ("", "…"),
    ("Shanghai", "Shang-hai"),
    ("Guo Moruo", "Kuo Mo-jo"),
    ("Zi", "Tzu"),
    ("Rizhao", "Jih-chao"),
    ("ong", "ung"),
)
_SPELLINGS = [
    "harbour",
    "recognised",
    "to-day",
    "awards",
    "tonne",
    "aeroplane",
    "airplanes",
    "towards",
    "analysed",
    "defence",
    "offences",
    "practise",
    "centre",
    "storey",
    "organisation",
    "apologises",
    "travellers",
    "backwards",
    "pretenceless",
    "advise",
    "rise",
    "promise",
    "grey",
    "colour",
    "wise",
]
_WORDS = (
    "Café’s",
    "TSE‑TUNG",
    "Straße",
    "й",
    "が",
    "\u00ad",
    "“So”…",
    "naïve",
    "ﬁne",
    "İ",
    "re-\nplied",
    "x–y",
)
_ENGLISH = [
    "not",
    "shouldn't",
    "no",
    "may",
    "must",
    "only",
    "Tuesday",
    "sept",
    "fewer",
    "than",
    "divisions",
    "harbour",
    "the",
]


def test_values_of_numbers_are_exactly_these(golden: Golden) -> None:
    lines = []
    for text in _NUMBERS:
        words = text.split()
        values = [
            (value.sort.value, value.low, value.high, *value.figure)
            for value in read_values(words, language_of("en"))
        ]
        parts = [word for word in words if is_number(fold(word))]
        lines.append(f"{text!r}: {values} {parts}")

    golden("languages/numbers.txt", "".join(f"{line}\n" for line in lines))


def test_names_spellings_and_forms_are_exactly_these(golden: Golden) -> None:
    lines = [f"{one!r} {two!r}: {same_name(one, two)} {name_forms(one)}" for one, two in _NAMES]
    lines += [f"{word}: {spelling_key(word)}" for word in _SPELLINGS]
    lines += [f"{word!r}: {fold(word)!r} {unify_typography(word)!r}" for word in _WORDS]
    for tag in ("en", "de", "fr", "ru", "tlh"):
        language = language_of(tag)
        for word in _ENGLISH:
            known = language.denies(word), language.modals.get(word), language.dates.get(word)
            lines.append(f"{tag} {word}: {language.stem(word)} {language.spelling(word)} {known}")

    golden("languages/forms.txt", "".join(f"{line}\n" for line in lines))
