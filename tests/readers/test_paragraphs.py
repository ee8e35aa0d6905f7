import pytest
from hypothesis import given

from tests.strategies import texts
from variants.readers.paragraphs import find_paragraphs
from variants.types.witness import DivisionKind, Witness

_WRAPPED = """\
It was already dark when we reached the river, and the bridge of
which the guide had spoken was nowhere to be seen. General Peng
ordered a halt. Nobody had eaten since the morning.
"""
_LONG = "It was already dark when we reached the river, and we saw no bridge. " * 3

# Each string of a list is a paragraph; its lines are joined by newlines.
_CASES = {
    "paragraphs between blank lines": ["One. Two.", "", "Three."],
    "a wrapped paragraph": [_WRAPPED.rstrip()],
    "two wrapped paragraphs": [_WRAPPED.rstrip(), "", _WRAPPED.rstrip()],
    "wrapped paragraphs shown by a short line": [_WRAPPED.rstrip(), _WRAPPED.rstrip()],
    "wrapped paragraphs shown by an indent": [
        "   It was already dark when we reached the river, and we waited for\nGeneral Peng",
        "   General Peng ordered a halt, although he knew that the enemy\nwas near.",
    ],
    "wrapped paragraphs shown by an indent alone": [
        "   It was already dark when we reached the river; there was no\nbridge. "
        + _WRAPPED[:50]
        + ".",
        "   General Peng ordered a halt, although he knew that the enemy\nwas near.",
    ],
    "stars between wrapped paragraphs": [
        *("\n".join(_WRAPPED.splitlines()[:2]), "***", "\n".join(_WRAPPED.splitlines()[:2])),
    ],
    "a wrapped paragraph with a line that is too long": [
        "See https://example.org/digital-archive/documents/a-telegram-from-the-front-of-1953-and-more\n"
        + "\n".join(_WRAPPED.splitlines()[:2] * 6)
    ],
    "a line that the next word would have filled": [f"{'A' * 31}\nWord {'b' * 35}\nEnd here."],
    "a heading on a wrapped paragraph": ["CHAPTER ONE", _WRAPPED.rstrip()],
    "each line a paragraph": [_LONG.strip(), "A short one.", _LONG.strip()],
    "each long line a paragraph, with a heading": ["The River", _LONG.strip(), _LONG.strip()],
    "an address": ["Mr. John Smith", "123 Main Street", "Springfield, IL 62701", "USA"],
    "an address in a wrapped letter": [
        "The President of the Council of Ministers",
        "Moscow",
        "",
        _WRAPPED.rstrip(),
        "",
        _WRAPPED.rstrip(),
    ],
    "a salutation and a close": [
        *("Dear Sir,", "", _WRAPPED.rstrip(), ""),
        *("Yours faithfully,", "John Smith", "Secretary"),
    ],
    "short verse": [
        "The owl and the pussycat",
        "In a beautiful boat,",
        "They took some honey,",
    ],
    "verse that runs on": ["Sing, goddess, the anger\nand its devastation\nof the Greeks."],
    "a line that begins small goes on": ["We met the\nenemy."],
    "items of a list": ["We need:", "- rifles", "- boots,\nand food", "1. one", "(a) two"],
    "items in a wrapped block": [
        "We need the following things as soon as ever they can be sent to:",
        "1. rifles, of which we have hardly a hundred left in the whole of\nthe division",
        "2. boots, since those which came in the autumn were far too small\nfor anyone",
    ],
    "stars between paragraphs": ["One.", "* * *", "Two."],
    "wrapped Chinese": [
        "我们认为现在停战是有利的我们不会反对我们建议你们坚守\n防线不让敌人前进我们认为停战。"
    ],
    "lines of the telegram": ["FILIPPOV [Stalin].”", "", "For Roshchin.", "", "No. 302/sh"],
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("name", _CASES)
def test_paragraphs_are_found_as_a_reader_would(name: str, newline: str) -> None:
    text = "\n".join(_CASES[name]).replace("\n", newline)

    found = [division.span.of(text) for division in find_paragraphs(text)]

    assert found == [part.strip().replace("\n", newline) for part in _CASES[name] if part]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("BEIJING, TO ROSHCHIN", DivisionKind.HEADING),
        ("FILIPPOV", DivisionKind.HEADING),
        ("No. 302/sh", DivisionKind.HEADING),
        ("Deliver immediately to the addressee.", DivisionKind.PARAGRAPH),
        ("“To Comrade MAO ZEDONG.”", DivisionKind.PARAGRAPH),
        ("Dear Sir,", DivisionKind.PARAGRAPH),
        ("a line that is much too long for a heading " * 3, DivisionKind.PARAGRAPH),
    ],
)
def test_a_short_line_without_a_mark_at_its_end_is_a_heading(line: str, kind: DivisionKind) -> None:
    (division,) = find_paragraphs(line)

    assert division.kind is kind


@given(texts)
def test_paragraphs_hold_all_but_white_space(text: str) -> None:
    divisions = tuple(find_paragraphs(text))

    # A witness refuses divisions that overlap or leave anything out.
    assert Witness("S", text, divisions).divisions == divisions
    assert all(d.span.of(text) == d.span.of(text).strip() != "" for d in divisions)


@given(texts)
def test_a_text_without_blank_lines_and_with_one_line_is_one_paragraph(text: str) -> None:
    line = " ".join(text.split())

    assert len(list(find_paragraphs(line))) == bool(line)
