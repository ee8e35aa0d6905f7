import pytest
from hypothesis import given

from tests.strategies import texts
from variants.readers.numbering import label_numbers
from variants.readers.paragraphs import find_paragraphs

# Heads of paragraphs, and the labels they are to get.
_CASES = {
    "items": (["1.", "2.", "3."], ["1", "2", "3"]),
    "bare numbers": (["11", "12", "13"], ["11", "12", "13"]),
    "verses": (["3:15", "3:16", "4:1"], ["3:15", "3:16", "4:1"]),
    "sections with points": (["1.1.", "1.2.", "2.1."], ["1.1", "1.2", "2.1"]),
    "section signs": (["§ 4", "§ 5", "§ 6"], ["4", "5", "6"]),
    "brackets": (["[7]", "(8)", "9)"], ["7", "8", "9"]),
    "verses that begin anew": (["20", "21", "1", "2"], ["20", "21", "1", "2"]),
    "one that is missing": (["1.", "2.", "5."], ["1", "2", "5"]),
    "paragraphs without a number between": (["1.", "So", "2.", "3."], ["1", "", "2", "3"]),
    "a number that stands by itself": (["1950", "So", "It"], ["", "", ""]),
    "two are too few": (["16", "17", "So"], ["", "", ""]),
    "numbers that do not go on": (["16", "3", "1950", "4"], ["", "", "", ""]),
    "chapters that do not begin anew": (["3:15", "4:7", "5:2"], ["", "", ""]),
    "numbers that fall": (["3.", "2.", "1."], ["", "", ""]),
    "the same again and again": (["1.", "1.", "1."], ["", "", ""]),
    "a number among others": (["1.", "2.", "3.", "1950", "So"], ["1", "2", "3", "", ""]),
    "numbers of another kind": (["1.", "2.", "3:16"], ["", "", ""]),
    "parts of words": (["1st", "2nd", "3rd"], ["", "", ""]),
}


@pytest.mark.parametrize("name", _CASES)
def test_numbers_that_go_on_are_labels(name: str) -> None:
    heads, expected = _CASES[name]
    text = "\n\n".join(f"{head} ship left early." for head in heads)

    divisions = label_numbers(text, find_paragraphs(text))

    assert [division.label for division in divisions] == expected


@given(texts)
def test_numbers_change_no_division_but_for_its_label(text: str) -> None:
    found = list(find_paragraphs(text))

    labelled = label_numbers(text, found)

    assert [(each.kind, each.span) for each in labelled] == [
        (each.kind, each.span) for each in found
    ]
