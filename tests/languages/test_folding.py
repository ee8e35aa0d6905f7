import pytest
from hypothesis import given

from tests.strategies import texts
from variants.languages import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("σοφὸς", "σοφός"),
        ("δ’", "δ᾽"),
        ("бо́льшая", "большая"),
        ("הַמֶּלֶךְ", "המלך"),
        ("צה״ל", 'צה"ל'),
        ("صباحًا", "صباحا"),
        ("محمـــد", "محمد"),
        ("می\u200cخواهم", "میخواهم"),
        ("「", "“"),
        ("ﾓｽｸﾜ", "モスクワ"),
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("й", "и"), ("ё", "е"), ("が", "か"), ("أن", "آن"), ("ѓ", "г"), ("ي", "ى")]
)
def test_letters_that_differ_in_a_mark_have_two_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(texts)
def test_no_word_loses_its_key(text: str) -> None:
    for word in text.split():
        assert fold(word)
