import pytest

from variants.classify.sense.meaning_gaps import GapModel, meaning_gap, read_gaps


def _gap(one: str, other: str) -> float:
    found = meaning_gap(one, other, "en")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("harbour", "haven"), ("harbour", "castle")),
        (("began", "commenced"), ("began", "ended")),
        (("brother", "brethren"), ("brother", "cousin")),
        (("requested", "asked"), ("requested", "refused")),
        (("vast", "huge"), ("vast", "small")),
    ],
)
def test_words_of_one_meaning_have_a_smaller_gap(
    near: tuple[str, str], far: tuple[str, str]
) -> None:
    assert _gap(*near) + 0.5 < _gap(*far)


def test_the_order_of_two_words_does_not_matter() -> None:
    assert _gap("town", "village") == _gap("village", "town")


def test_another_language_has_no_gaps() -> None:
    assert meaning_gap("Haus", "Hof", "de") is None


def test_a_tree_is_read_by_its_thresholds() -> None:
    model = GapModel(1.0, ([0, 0.5, -0.25, [1, 2.0, 0.5, 0.75]],))
    assert [model.gap(row) for row in [(0.5, 9.0), (1.0, 2.0), (1.0, 3.0)]] == [0.75, 1.5, 1.75]


def test_weights_are_read_from_their_file() -> None:
    assert read_gaps('{"start": 1.5, "trees": [0.25]}').gap(()) == 1.75
