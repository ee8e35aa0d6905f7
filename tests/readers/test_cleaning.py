from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.documents import docx
from variants.errors import EmptyFile
from variants.readers.cleaning import cleaned
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content
from variants.readers.plain import plain_divisions
from variants.types.witness import DivisionKind

_HEADING = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'
_STYLES = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'


def read(text: str, *, join: bool = False, drop: bool = False) -> FileText:
    options = ReadOptions(join_hyphens=join, drop_headings=drop)
    (found,) = read_content(Path("a.txt"), text.encode(), options)
    return found


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The exam-\nple is long.", "The example is long."),
        ("The exam\u00ad\n  ple is long.", "The example is long."),
        ("The exam¬\r\nple is long.", "The example is long."),
        ("A well-known man, well-\nknown here.", "A well-known man, well-known here."),
        (
            "Late.\n\nOf the Anglo-\nFrench ships lay\nhere.",
            "Late.\n\nOf the Anglo-French ships lay\nhere.",
        ),
        ("A dash -\nand more.", "A dash -\nand more."),
        ("From 1914-\n18 on.", "From 1914-\n18 on."),
        ("The end of one-\n\ntwo begins.", "The end of one-\n\ntwo begins."),
    ],
)
def test_words_divided_at_the_end_of_a_line_are_joined(text: str, joined: str) -> None:
    assert read(text, join=True).text == joined


def test_lines_that_a_word_joins_are_one_paragraph() -> None:
    found = read("Late.\n\nOf the Anglo-\nFrench ships lay\nhere.", join=True)

    assert [(each.kind, each.span.of(found.text)) for each in found.divisions] == [
        (DivisionKind.PARAGRAPH, "Late."),
        (DivisionKind.PARAGRAPH, "Of the Anglo-French ships lay\nhere."),
    ]


def test_joined_words_are_counted() -> None:
    found = read("The exam-\nple and the sam-\nple.", join=True)

    assert found.notices == ("a.txt: 2 divided words joined.",)


def test_headings_are_left_out_and_counted() -> None:
    text = "THE FIRST PART\n\nWe must go.\n\nTHE SECOND PART\n\nHe will come.\n"
    kinds = [each.kind for each in plain_divisions(text)]
    assert kinds.count(DivisionKind.HEADING) == 2

    found = read(text, drop=True)

    assert found.text == "We must go.\n\nHe will come.\n"
    assert found.notices == ("a.txt: 2 headings left out.",)
    assert [each.span.of(found.text) for each in found.divisions] == [
        "We must go.",
        "He will come.",
    ]


def test_a_text_of_headings_only_is_an_error() -> None:

    with pytest.raises(EmptyFile, match="1 heading left out"):
        read_content(
            Path("a.docx"), docx(_HEADING, styles=_STYLES), ReadOptions(drop_headings=True)
        )


def test_words_that_are_set_aside_move_along() -> None:
    data = (
        b"<TEI><text><head>Head <fw>I</fw> two</head><p>Long exam-<lb/>&#10;x <fw>II</fw> y.</p>"
        b"<p>Over<fw>III</fw> it.</p></text></TEI>"
    )
    options = ReadOptions(drop_headings=True, join_hyphens=True)

    (text,) = read_content(Path("a.tei"), data, options)

    assert [one.span.of(text.text) for one in text.set_aside] == ["II", "III"]


def test_the_marks_of_notes_move_along() -> None:
    body = '<w:p><w:r><w:t>We go</w:t><w:footnoteReference w:id="1"/><w:t>.</w:t></w:r></w:p>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>On foot.</w:t></w:r></w:p></w:footnote>'

    (found,) = read_content(
        Path("a.docx"),
        docx(_HEADING + body, footnotes=note, styles=_STYLES),
        ReadOptions(drop_headings=True),
    )

    assert found.text == "We go.\n\nOn foot.\n"
    assert found.divisions[1].mark == len("We go")


@given(text=st.text("aB-\n\r \u00ad.", min_size=1), join=st.booleans(), drop=st.booleans())
def test_a_cleaned_text_is_in_its_divisions(text: str, *, join: bool, drop: bool) -> None:
    options = ReadOptions(join_hyphens=join, drop_headings=drop)
    before = FileText(text, plain_divisions(text))

    try:
        found = cleaned(Path("a.txt"), before, options)
    except EmptyFile:
        return

    at = 0
    for division in found.divisions:
        assert not found.text[at : division.span.start].strip()
        at = division.span.end
    assert not found.text[at:].strip()
    kept = [each for each in before.divisions if not (drop and each.kind is DivisionKind.HEADING)]
    assert len(found.divisions) <= len(kept)
