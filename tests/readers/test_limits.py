"""Hostile files end in an error, soon and in little memory."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.readers.documents import docx, odt, zip_of
from variants.errors import DamagedFile, InvalidValue, OverLimit
from variants.readers.file_bytes import read_bytes
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_content, reader_of
from variants.readers.limits import limits
from variants.readers.text_builder import NoteMark, PieceList

_DEEP = "<w:p>" * 1_000 + "</w:p>" * 1_000
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
_BOMB = b"<w:p/>" * 11_000_000
_XML = "<?xml version='1.0'?><!DOCTYPE x [{}]><office:document xmlns:office='o'>&a29;{}"


def _failed(data: bytes, name: str) -> str:
    with pytest.raises((OverLimit, DamagedFile)) as caught:
        read_content(Path(name), data, ReadOptions())
    return str(caught.value)


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    data = zip_of({"mimetype": "", "word/document.xml": _BOMB})

    assert "has a part that unpacks to over 200 times its size" in _failed(data, "a.docx")


def test_a_large_part_is_refused_while_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_MAX_PART_MB", "1")
    monkeypatch.setenv("VARIANTS_MAX_RATIO", "2000")
    archive = io.BytesIO(zip_of({"mimetype": "", "word/document.xml": b"<w:p/>" * 400_000}))
    # The directory states a smaller size than the part has.
    data = archive.getvalue().replace((2_400_000).to_bytes(4, "little"), b"\x10\0\0\0")

    assert "has a part larger than 1 MB" in _failed(archive.getvalue(), "a.docx")
    assert "a.docx" in _failed(data, "a.docx")


def test_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_MAX_TAGS", "1000")

    assert "has more than 1,000 tags" in _failed(docx("<w:p/>" * 1000), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("name", "around", "share"),
    [("a.tei", "<TEI><text>{}</text></TEI>", 1), ("a.html", "<html><body>{}</body></html>", 2)],
)
def test_many_elements_without_text_are_refused(
    name: str, around: str, share: int, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIANTS_MAX_TAGS", str(20_000 * share))
    one, three = (around.format("<p/>" * 3_000 + "<p> a</p>" * n).encode(encoding) for n in (1, 3))

    assert "has more than 2,500 tags and hardly any text" in _failed(one, name)
    assert read_content(Path(name), three, ReadOptions())[0].text.split() == ["a"] * 3
    monkeypatch.setenv("VARIANTS_MAX_TAGS", str(30_000 * share))
    assert read_content(Path(name), one, ReadOptions())[0].text == "a\n"


def test_many_attributes_need_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_MAX_TAGS", "1000")
    element = "<w a='1' b='2'>{}</w> "
    poor, rich = (
        f"<TEI><text><p>{element.format(word) * 200}</p></text></TEI>".encode()
        for word in ("a", "compared")
    )

    assert "would take 0 MB for tags and attributes, with hardly any text" in _failed(poor, "a.tei")
    assert len(read_content(Path("a.tei"), rich, ReadOptions())[0].text.split()) == 200


@pytest.mark.parametrize(
    ("name", "around", "each"),
    [
        ("a.tei", "<TEI><text>{}</text></TEI>", "<p>Go.</p>"),
        ("a.tei", "<TEI><text><p>Go.{}</p></text></TEI>", "<note>On foot.</note>"),
        ("a.tei", "<TEI><text><p>Go.{}</p></text></TEI>", "<fw>12</fw>"),
        ("a.osis", "<osis><osisText>{}</osisText></osis>", "<p>Go.</p>"),
        ("a.html", "<html><body>{}</body></html>", "<p>Go.</p>"),
        ("a.md", "{}", "Go.\n\n"),
        ("a.tmx", "<tmx><body>{}</body></tmx>", "<tu><tuv><seg>Go.</seg></tuv></tu>"),
        (
            "a.xlf",
            "<xliff><body>{}</body></xliff>",
            "<trans-unit><source>Go.</source></trans-unit>",
        ),
    ],
)
def test_many_divisions_are_refused(
    name: str, around: str, each: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIANTS_MAX_DIVISIONS", "1999")
    few, many = (around.format(each * number).encode() for number in (1_990, 2_010))

    assert "has more than 1,999 paragraphs, notes, segments or rows" in _failed(many, name)
    assert "Go." in read_content(Path(name), few, ReadOptions())[0].text


def _book(*pages: str) -> bytes:
    """Return an e-book with these pages."""
    named = {f"{number}.html": page for number, page in enumerate(pages)}
    items = "".join(
        f'<item id="a{name}" href="{name}" media-type="text/html"/><itemref idref="a{name}"/>'
        for name in named
    )
    container = '<c><rootfile full-path="a.opf"/></c>'
    parts = {"META-INF/container.xml": container, "a.opf": f"<p>{items}</p>"}
    return zip_of({"mimetype": "application/epub+zip", **parts, **named})


@pytest.mark.parametrize(
    ("name", "most", "data"),
    [
        (
            "a.docx",
            1_500,
            docx(
                "<w:p><w:r><w:t>Go.</w:t></w:r></w:p>" * 200,
                footnotes='<w:footnote w:id="1"><w:p/></w:footnote>' * 200,
            ),
        ),
        ("a.epub", 3_000, _book(*[f"<html><body>{'<p>Go.</p>' * 500}</body></html>"] * 2)),
    ],
)
def test_the_tags_of_all_parts_are_counted(
    name: str, most: int, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIANTS_MAX_TAGS", str(most))
    assert "has more than 1,500 tags" in _failed(data, name)

    monkeypatch.setenv("VARIANTS_MAX_TAGS", str(2 * most))
    assert read_content(Path(name), data, ReadOptions())[0].text


def test_many_rows_of_a_workbook_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_MAX_DIVISIONS", "1999")
    sheet = f"<worksheet><sheetData>{'<row/>' * 2_010}</sheetData></worksheet>"
    data = zip_of({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet})

    assert "has more than 1,999 paragraphs, notes, segments or rows" in _failed(data, "a.xlsx")


@pytest.mark.parametrize("text", ["", "<w:r><w:t>Go.</w:t></w:r>"])
def test_many_paragraphs_with_or_without_text_are_refused(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIANTS_MAX_DIVISIONS", "1999")

    failed = _failed(docx(f"<w:p>{text}</w:p>" * 2_010), "a.docx")

    assert "has more than 1,999 paragraphs, notes, segments or rows" in failed


@pytest.mark.parametrize("data", [docx(_DEEP), odt(_DEEP.replace("w:p", "text:p"))])
def test_deeply_nested_elements_are_refused(data: bytes) -> None:
    name = "a.docx" if b"word/" in data else "a.odt"

    assert "cannot be read as" in _failed(data, name)


@pytest.mark.parametrize(
    "declared", [_LAUGHS, '<!ENTITY a29 SYSTEM "file:///etc/passwd">', "<!ENTITY % p 'x'>"]
)
def test_entities_are_refused(declared: str) -> None:
    data = _XML.format(declared, "</office:document>").encode()

    assert "cannot be read as" in _failed(data, "a.fodt")


@pytest.mark.parametrize("root", ["TEI", "usx", "osis", "tmx", "xliff"])
def test_hostile_xml_is_refused(root: str) -> None:
    laughs = f"<!DOCTYPE x [{_LAUGHS}]><{root}>&a29;</{root}>"
    deep = f"<{root}>{'<p>' * 1_000}{'</p>' * 1_000}</{root}>"
    outside = f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><{root}>&a;</{root}>"

    for data in (laughs, deep, outside):
        assert "cannot be read as" in _failed(data.encode(), f"a.{root}")


@pytest.mark.parametrize(
    "begin",
    [b"<??>", b"<!---->", b"<!DOCTYPE a>", b"#\n", b" ", b"1\n", b"<?xml ?> ", b"<??><!---->"],
)
def test_many_beginnings_of_a_file_end_the_search_for_its_format(begin: bytes) -> None:
    assert reader_of(Path("a.txt"), begin * 3_000 + b"x").what == "plain text"


@pytest.mark.parametrize("name", ["a.html", "a.epub"])
def test_entities_of_web_pages_are_refused(name: str) -> None:
    page = f"<!DOCTYPE html [{_LAUGHS}]><html><body><p>&a29; words</p></body></html>"
    package = '<p><item id="a" href="a.html" media-type="text/html"/><itemref idref="a"/></p>'
    book = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>',
        "a.opf": package,
        "a.html": page,
    }

    data = page.encode() if name == "a.html" else zip_of(book)

    assert "it declares entities" in _failed(data, name)


def test_an_archive_of_many_parts_is_refused() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for number in range(10_001):
            file.writestr(f"word/document{number}.xml", "")

    assert "has more than 10,000 parts" in _failed(archive.getvalue(), "a.docx")


def test_a_large_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VARIANTS_MAX_FILE_MB", "1")
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * ((1 << 20) + 1))

    with pytest.raises(OverLimit, match=r"a\.txt is larger than 1 MB") as caught:
        read_bytes(path)
    assert "VARIANTS_MAX_FILE_MB" in caught.value.hint


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_limit_is_a_number_above_0(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("VARIANTS_MAX_PAGES", value)

    with pytest.raises(InvalidValue, match="VARIANTS_MAX_PAGES"):
        limits()


def test_the_last_text_is_found_behind_many_marks() -> None:
    pieces = PieceList()
    assert (pieces.last_text, len(pieces)) == ("\n", 0)
    for piece in ("One ", NoteMark("1"), NoteMark("2")):
        pieces.append(piece)
    pieces.replace_last_text("One")

    assert pieces.last_text == "One"
    assert pieces.take() == ("One", NoteMark("1"), NoteMark("2"))
    assert (pieces.last_text, len(pieces)) == ("\n", 0)
