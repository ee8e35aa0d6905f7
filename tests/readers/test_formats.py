from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from variants.errors import UnsupportedFormat
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_witness, reader_of
from variants.readers.opened_file import open_file

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
_GIF = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0!\xf9\x04"


def zipped(**files: str) -> bytes:
    """Return a ZIP archive; two underscores in a name are a slash."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in files.items():
            file.writestr(name.replace("__", "/"), content)
    return archive.getvalue()


_ODT = "application/vnd.oasis.opendocument.text"
FORMATS = [
    (zipped(letter="word"), "a ZIP archive"),
    (gzip.compress(b"text", mtime=0), "a gzip archive"),
    (_PNG, "a picture"),
    (_JPEG, "a picture"),
    (_GIF, "a picture"),
]


@pytest.mark.parametrize(("data", "what"), FORMATS)
@pytest.mark.parametrize("encoding", [None, "latin-1"])
def test_a_format_is_recognised_by_its_content(
    tmp_path: Path, data: bytes, what: str, encoding: str | None
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(data)

    with pytest.raises(UnsupportedFormat) as caught:
        read_witness(path, siglum="S", encoding=encoding)

    assert caught.value.what == what
    assert "plain text (.txt)" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zipped(docProps__thumbnail="x" * 9000, word__document="y"), "a Word document"),
        (zipped(mimetype=_ODT), "an OpenDocument text"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"{\\rtf1\\ansi text}", "a Rich Text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
        (zipped(mimetype="application/epub+zip"), "an EPUB book"),
        (b"<!-- saved --><!DOCTYPE html><p>One.", "a web page"),
        (b"<?xml version='1.0'?><html>", "a web page"),
        (b"<?xml version='1.0'?>\n<office:document x=''/>", "a flat OpenDocument text"),
    ],
)
def test_a_format_that_is_read_is_recognised_by_its_content(data: bytes, what: str) -> None:
    assert reader_of(Path("letter.txt"), data).what == what


@pytest.mark.parametrize(
    "text",
    [
        *("GIF8", "GIF89a is a format of pictures.\n", "GIF87a", "%PDF- begins a file.", "{\\rtf"),
        *("PK", "ÿØÿ was an odd name.", "‰PNG is no picture."),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_text_that_begins_like_another_format_is_a_text(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode(encoding))

    assert read_witness(path, siglum="S", encoding=encoding).text == text


def test_the_content_decides_before_the_suffix() -> None:
    assert reader_of(Path("letter.docx"), b"%PDF-1.7\n").what == "a PDF document"
    assert reader_of(Path("letter.PDF"), b"One.").what == "a PDF document"


@pytest.mark.parametrize("name", ["letter.docx", "letter.odt", "letter.EPUB", "letter.xlsx"])
def test_an_archive_with_the_suffix_of_a_document_is_not_of_another_format(name: str) -> None:
    data = zipped(readme="Nothing.")

    assert Path(name).suffix.lower() in reader_of(Path(name), data).suffixes
    assert reader_of(Path("letter.pdf"), data).what == "a ZIP archive"


@pytest.mark.parametrize(
    ("name", "data", "suffix"),
    [
        ("s.txt", b"One.", ".txt"),
        ("S.TXT", b"One.", ".txt"),
        ("s", b"One.", ".txt"),
        ("s.final", b"One.", ".txt"),
        ("s.HTM", b"<p>", ".htm"),
        ("s.txt", b"%PDF-1.7\n", ".pdf"),
    ],
)
def test_a_copy_gets_a_suffix_of_its_format(
    tmp_path: Path, name: str, data: bytes, suffix: str
) -> None:
    (tmp_path / name).write_bytes(data)

    assert open_file(tmp_path / name, ReadOptions()).suffix == suffix
