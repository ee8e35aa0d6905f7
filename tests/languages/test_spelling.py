import pytest

from variants.languages import fold, language_of, spelling_key
from variants.languages.chinese import TRADITIONAL
from variants.languages.written_out import same_words


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("rumours", "rumors"),
        ("defence", "defense"),
        ("recognised", "recognized"),
        ("harbour", "harbor"),
        ("travelled", "traveled"),
        ("towards", "toward"),
        ("to-day", "today"),
        ("aeroplanes", "airplanes"),
        ("analyse", "analyze"),
    ],
)
def test_british_and_american_spellings_meet(british: str, american: str) -> None:
    assert spelling_key(british) == spelling_key(american)


@pytest.mark.parametrize(
    ("one", "other"), [("awards", "award"), ("filled", "filed"), ("prised", "prized")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        ("ru", "самолётов", "самолетов"),
        ("la", "juvenis", "iuuenis"),
        ("la", "Cæsar", "Caesar"),
        ("fr", "cœur", "coeur"),
        ("zh", "團", "团"),
        ("zh", "後", "后"),
        ("zh", "製", "制"),
        ("zh", "衆", "众"),
        ("ar", "أحمد", "احمد"),
        ("ar", "القاضي", "القاضى"),
        ("ar", "مسؤول", "مسئول"),
        ("ar", "شيء", "شئ"),
        ("ar", "مدرسة", "مدرسه"),
        ("fa", "علی", "علي"),
        ("fa", "کتاب", "كتاب"),
    ],
)
def test_other_languages_have_spellings_too(tag: str, one: str, other: str) -> None:
    spelling = language_of(tag).spelling

    assert spelling(fold(one)) == spelling(fold(other))


def test_letters_that_two_forms_share_have_one_spelling() -> None:
    spelling = language_of("zh").spelling

    assert all(spelling(spelling(each)) == spelling(each) for each in TRADITIONAL)
    assert spelling("我") == "我"


@pytest.mark.parametrize("word", ["أن", "إن"])
def test_a_word_without_hamza_is_either_of_two_in_arabic(word: str) -> None:
    assert same_words([word], ["ان"], "ar")
    assert same_words(["وانها"], ["و" + word + "ها"], "ar")


def test_hamza_distinguishes_some_words_in_arabic() -> None:
    assert not same_words(["أن"], ["إن"], "ar")
