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
        ("MIG-15s and No. 302/sh", [15, 302]),
        ("no number at all", []),
        ("In 1951 two divisions", [2, 1951]),
        ("one in 1951 and one in 1952", [1, 1, 1951, 1952]),
        ("12.6.1951", [6, 12, 1951]),
        ("10:30", [10, 30]),
        ("1956-57", [57, 1956]),
        ("5-year", [5]),
        ("3½", [0.5, 3]),
        ("-15 degrees", [-15]),
        ("2 dozen", [24]),
        ("two hundred and fifty thousand", [250_000]),
        ("nineteenth", [19]),
    ],
)
def test_numbers_are_read_by_value(words: str, values: list[float]) -> None:
    assert sorted(numbers_in(words.split()).elements()) == values
