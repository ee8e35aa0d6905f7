import unicodedata
from typing import Literal

import pytest
from hypothesis import given

from tests.strategies import texts
from variants.languages import fold
from variants.languages.folding import fold_to_two_letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("σοφὸς", "σοφός"),
        ("δ’", "δ᾽"),
        ("бо́льшая", "большая"),
        ("הַמֶּלֶךְ", "המלך"),
        ("צה״ל", 'צה"ל'),
        ("صباحًا", "صباحا"),
        ("Hawaiʻi", "Hawai’i"),
        ("محمـــد", "محمد"),
        ("می\u200cخواهم", "میخواهم"),
        ("「", "“"),
        ("ﾓｽｸﾜ", "モスクワ"),
        ("Łódź", "Lodz"),
        ("Þórður", "Thordur"),
        ("Diyarbakır", "Diyarbakir"),
        ("Mоsсow", "Moscow"),  # With Cyrillic "о" and "с".
        ("oткyдa", "откуда"),  # With Latin "o", "y" and "a".
        ("Oδός", "Οδός"),  # With a Latin "O".
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("й", "и"), ("ё", "е"), ("が", "か"), ("أن", "آن"), ("ѓ", "г"), ("ي", "ى")]
)
def test_letters_that_differ_in_a_mark_have_two_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Göring", "Goering"), ("Århus", "Aarhus"), ("Đilas", "Djilas")]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_two_letters_can_stand_for_one(one: str, other: str, form: Literal["NFC", "NFD"]) -> None:
    assert fold_to_two_letters(unicodedata.normalize(form, one)) == fold(other)


@given(texts)
def test_no_word_loses_its_key(text: str) -> None:
    for word in text.split():
        assert fold(word)
