import pytest

from variants.languages import spelling_key


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
