from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readers.documents import parts_of, read, sources_of
from tests.readers.pdf_files import HEIGHT, Line, pdf
from variants.errors import DamagedFile, EmptyFile, OverLimit, ScannedPages
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_content
from variants.types.witness import DivisionKind

_TOP = HEIGHT - 60
_PITCH = 14


def column(*texts: str, x: float = 40, top: float = _TOP) -> list[Line]:
    """Return lines below one another; an empty text is an empty line."""
    return [Line(x, top - _PITCH * n, text) for n, text in enumerate(texts) if text]


_FULL = "A line of words that is as wide as others"  # 41 characters.
_LAST = "and the last line."


def test_lines_are_joined_to_paragraphs() -> None:
    page = column("A Heading", "", _FULL, _FULL, _LAST, "", "Another para-", "graph is here.")
    page[0] = page[0]._replace(size=18)

    text = read(pdf(page), "a.pdf")

    assert parts_of(text) == ["A Heading", f"{_FULL} {_FULL} {_LAST}", "Another paragraph is here."]
    assert text.divisions[0].kind is DivisionKind.HEADING
    assert sources_of(text) == ["p. 1"] * 3


def test_a_heading_may_have_several_lines() -> None:
    page = column("A Long", "", "Heading", "", "", _FULL, _FULL, _LAST)
    page = [
        line._replace(size=20, y=line.y + 4 * n) if n < 2 else line for n, line in enumerate(page)
    ]

    assert parts_of(read(pdf(page), "a.pdf")) == ["A Long Heading", f"{_FULL} {_FULL} {_LAST}"]


def test_an_indent_begins_a_paragraph() -> None:
    page = column(_FULL, _FULL, _FULL, "as wide as others, and it ends this here.", _FULL, _LAST)
    page[4] = page[4]._replace(x=60, text=_FULL[:38])

    first, second = parts_of(read(pdf(page), "a.pdf"))

    assert first.endswith("it ends this here.")
    assert second == f"{_FULL[:38]} {_LAST}"


def test_a_paragraph_goes_on_after_a_page_or_a_column() -> None:
    pages = [column(_FULL, _FULL, _FULL), column("goes on after that.", "", "New.")]

    text = read(pdf(*pages), "a.pdf")

    assert parts_of(text) == [f"{_FULL} {_FULL} {_FULL} goes on after that.", "New."]
    assert sources_of(text) == ["p. 1", "p. 2"]


def test_columns_are_read_in_order() -> None:
    left = column(*["Words of the left"] * 5, x=40)
    right = column(*["words of the right"] * 4, "and end.", x=220)

    (text,) = parts_of(read(pdf([*left, *right]), "a.pdf"))

    assert text.split("left words") == [
        " ".join(["Words of the left"] * 5).removesuffix("left"),
        " ".join(["", "of the right", *["words of the right"] * 3, "and end."]),
    ]


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("it is a tele-", "gram that came.", "telegram"),  # The word is elsewhere.
        ("it is well-", "known to all.", "well-known"),  # Likewise.
        ("the Anglo-", "Saxon came.", "Anglo-Saxon"),  # No word is cut before a capital.
        ("of the unu-", "sual kind.", "unusual"),
    ],
)
def test_hyphens_at_the_end_of_a_line(last: str, first: str, joined: str) -> None:
    page = column(
        "The telegram is well-known to us", "and the para-", "graph of a paragraph here is"
    )
    page += column(last, first, top=_TOP - 3 * _PITCH)

    assert joined in read(pdf(page), "a.pdf").text


def book(heads: bool = True) -> Iterator[list[Line]]:  # noqa: FBT001, FBT002 - for a test
    for number in range(1, 9):
        head = [Line(150, HEIGHT - 20, "A Book" if number % 2 else f"Chapter {(number + 3) // 4}")]
        foot = [Line(190, 20, str(number))]
        body = column(f"Page {number} begins", *[_FULL] * 5, _LAST)
        yield [*(head if heads else []), *body, *foot]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    text = read(pdf(*book()), "a.pdf")

    assert "A Book" not in text.text
    assert "Chapter" not in text.text
    assert not any(part.isdigit() for part in parts_of(text))
    assert text.text.count("begins") == 8
    assert text.notices == ("a.pdf: 16 running heads left out.",)
    found = [(one.span.length, one.kind.value, one.reason) for one in text.set_aside]
    assert found[:2] == [(0, "running head", "“A Book”, p. 1"), (0, "page number", "“1”, p. 1")]
    assert len(found) == 16
    assert len({one.span for one in text.set_aside}) == 8


def test_chosen_pages_are_read() -> None:
    options = ReadOptions(from_page=3, to_page=4)

    (text,) = read_content(Path("a.pdf"), pdf(*book()), options)

    assert [each for each in range(1, 9) if f"Page {each} begins" in text.text] == [3, 4]
    assert text.notices == ("a.pdf: 4 running heads, 6 other pages left out.",)


def test_heads_of_two_pages_are_left_out() -> None:
    pages = [
        [*column(f"{first} page", _FULL, _LAST), Line(40, 20, f"file:///a.html {number}/2", 8)]
        for number, first in ((1, "One"), (2, "Another"))
    ]

    text = read(pdf(*pages), "a.pdf")

    assert "file" not in text.text
    assert text.notices == ("a.pdf: 2 running heads left out.",)


@pytest.mark.parametrize("foot", ["https://a.org {}/12", "{} of 12  11/30/26, 2:26 AM"])
def test_a_numbered_foot_close_to_full_pages_is_left_out(foot: str) -> None:
    pages = [
        [*column(f"Page {n} begins", _FULL, _LAST, top=48), Line(40, 6, foot.format(n), 8)]
        for n in range(9, 13)
    ]

    text = read(pdf(*pages), "a.pdf")

    assert "/" not in text.text
    assert " of " not in text.text.replace(_FULL, "")
    assert text.notices == ("a.pdf: 4 running heads left out.",)


@pytest.mark.parametrize("notes", ["1234", ["Ann wrote:", "Ben wrote:", "Cy wrote:", "Di wrote:"]])
def test_small_notes_at_one_height_that_differ_are_text(notes: list[str]) -> None:
    pages = [
        [*column(f"Page {note} begins", _FULL, _LAST, top=48), Line(40, 6, f"{note} The note.", 8)]
        for note in notes
    ]

    text = read(pdf(*pages), "a.pdf")

    assert text.text.count("The note.") == 4
    assert text.notices == ()


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        (Line(190, 40, "1"), True),
        (Line(190, 40, "Page 1"), True),
        (Line(190, 40, "Page 1 of 2"), True),
        (Line(190, 40, "- 17 -"), True),
        (Line(190, 40, "No. 17"), False),
        (Line(190, 200, "17"), False),
        (Line(190, HEIGHT - 20, "1"), False),
        (Line(40, 20, "file:///a.html 1/1", 8), True),
        (Line(40, 20, "Page 1 of 1", 8), True),
        (Line(40, HEIGHT - 20, "11/30/26, 2:26 AM A Title", 8), True),
        (Line(40, HEIGHT - 20, "A Title https://a.org/page", 8), True),
        (Line(40, 20, "At 2:26 see https://a.org/page", 12), False),
        (Line(40, _TOP - 3 * _PITCH, "https://a.org/page", 8), False),
    ],
)
def test_heads_of_a_single_page(line: Line, is_head: bool) -> None:  # noqa: FBT001 - a parameter
    page = [*column(_FULL, _FULL, _LAST), *column("Another part", _LAST, top=300), line]

    text = read(pdf(page), "a.pdf")

    assert (line.text not in text.text) == is_head
    assert len(text.set_aside) == is_head


@pytest.mark.parametrize(
    "lines",
    [
        [Line(190, 80, "17"), Line(40, 40, "A last line")],
        [Line(190, 54, "A last line"), Line(190, 40, "17")],
        [Line(40, 80, "https://a.org/page", 8), Line(40, 40, "A last line")],
    ],
)
def test_lines_inside_a_single_page_are_no_heads(lines: list[Line]) -> None:
    text = read(pdf([*column(_FULL, _LAST), *lines]), "a.pdf")

    assert text.set_aside == ()


def test_a_number_on_one_of_several_pages_is_text() -> None:
    pages = [[*column(_FULL, _LAST), Line(190, 40, "17")], column(_FULL, _LAST)]

    text = read(pdf(*pages), "a.pdf")

    assert "17" in text.text


def with_mark(label: str) -> list[Line]:
    """Return two lines, with a mark at the end of the first."""
    first, second = column(_FULL, _LAST)
    return [first, Line(40 + len(_FULL) * 7.2, _TOP + 5, label, 6), second]


def test_notes_that_begin_alike_are_no_running_heads() -> None:
    pages = [
        [*with_mark(str(n)), Line(40, 40, str(n), 6), Line(46, 35, f"NOTE {n} a note", 9)]
        for n in range(1, 7)
    ]

    text = read(pdf(*pages), "a.pdf")

    assert parts_of(text)[6:] == [f"*NOTE {n} a note" for n in range(1, 7)]
    assert text.text.startswith(f"{_FULL} {_LAST}\n")
    assert text.notices == ()


@pytest.mark.parametrize("size", [9, 12])
def test_footnotes_are_last_and_their_marks_are_places(size: float) -> None:
    note = [Line(40, 60, "1", 6), Line(46, 56, "On foot, as far as", size)]
    page = [*with_mark("1"), *note, Line(40, 42, "we can.", size)]

    text = read(pdf(page), "a.pdf")

    assert parts_of(text) == [f"{_FULL} {_LAST}", "*On foot, as far as we can."]
    assert text.divisions[1].mark == len(_FULL)
    assert text.divisions[1].source == "fn. 1"


def test_numbered_notes_at_the_end_belong_to_the_marks_in_the_text() -> None:
    first = [*with_mark("1"), Line(40 + len(_LAST) * 7.2, _TOP - _PITCH + 5, "2", 6)]
    second = column("1. On foot.", "", "2. It was late, and we", "   did not go.")

    text = read(pdf(first, second), "a.pdf")

    assert parts_of(text)[1:] == ["*On foot.", "*It was late, and we did not go."]
    assert [each.mark for each in text.divisions][1:] == [41, 60]


def test_a_raised_number_without_a_note_is_text() -> None:
    page = [*column("An area of 5 m"), Line(141, _TOP + 5, "2", 6)]

    assert read(pdf(page), "a.pdf").text == "An area of 5 m2\n"


def test_pictures_of_pages_are_an_error_or_named() -> None:
    with pytest.raises(ScannedPages) as caught:
        read(pdf([], pictures=[0]), "a.pdf")
    assert caught.value.hint == "Recognise the text first: ocrmypdf a.pdf a-ocr.pdf"

    (notice,) = read(pdf(column("One."), [], pictures=[1]), "a.pdf").notices
    assert notice == (
        "a.pdf: 1 page without text left out (2). "
        "To read pictures of pages, run: ocrmypdf --skip-text a.pdf a-ocr.pdf"
    )


def test_a_document_of_empty_pages_has_no_text() -> None:
    with pytest.raises(EmptyFile):
        read(pdf([]), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_a_damaged_document_is_an_error(data: bytes) -> None:
    with pytest.raises(DamagedFile, match="it is damaged"):
        read(data, "a.pdf")


def test_a_document_of_many_pages_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_MAX_PAGES", "7")

    with pytest.raises(OverLimit, match="has 8 pages"):
        read(pdf(*book()), "a.pdf")
