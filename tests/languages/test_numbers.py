import pytest

from variants.languages import numbers_in


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("sixteen divisions", [16]),
        ("16 divisions", [16]),
        ("two or three", [2, 3]),
        ("two and three", [2, 3]),
        ("Seven to eight months", [7, 8]),
        ("twenty-one", [21]),
        ("twenty one", [21]),
        ("one hundred and five", [105]),
        ("two hundred thousand and six", [200_006]),
        ("1.2 million", [1_200_000]),
        ("a million", [1_000_000]),
        ("12,000 men", [12_000]),
        ("the 7th of November", [7]),
        ("13 June 1951", [13, 1951]),
        ("MIG-15s and No. 302/sh", []),
        ("no number at all", []),
    ],
)
def test_numbers_are_read_by_value(words: str, values: list[float]) -> None:
    assert sorted(numbers_in(words.split()).elements()) == values
