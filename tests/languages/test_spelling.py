import pytest

from variants.languages import fold, language_of, spelling_key


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
    ],
)
def test_other_languages_have_spellings_too(tag: str, one: str, other: str) -> None:
    spelling = language_of(tag).spelling

    assert spelling(fold(one)) == spelling(fold(other))


def test_letters_that_two_forms_share_have_one_spelling() -> None:
    spelling = language_of("zh").spelling

    assert spelling("國") == spelling(spelling("國"))
    assert spelling("我") == "我"
