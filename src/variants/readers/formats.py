"""File formats and their readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from variants.errors import UnsupportedFormat
from variants.readers.file_bytes import read_bytes
from variants.readers.plain import read_plain
from variants.readers.reader import Reader
from variants.types.witness import Witness


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


READERS: dict[str, Reader] = {
    "plain": Reader("plain text", (".txt",), read=read_plain),
    "doc": Reader("an old Word document", (".doc",), _begins(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    "docx": Reader("a Word document", (".docx",), _begins(rb"PK\x03\x04.*?word/document")),
    "epub": Reader(
        "an EPUB book", (".epub",), _begins(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip")
    ),
    "gzip": Reader("a gzip archive", (".gz",), _begins(rb"\x1f\x8b\x08")),
    "html": Reader("a web page", (".htm", ".html", ".xhtml")),
    "odt": Reader(
        "an OpenDocument text",
        (".odt",),
        _begins(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text"),
    ),
    "pages": Reader("a Pages document", (".pages",)),
    "pdf": Reader("a PDF document", (".pdf",), _begins(rb"%PDF-\d\.\d")),
    # A zero byte follows soon in a picture, and never in a text that begins like one.
    "picture": Reader(
        "a picture",
        (".gif", ".jpeg", ".jpg", ".png"),
        _begins(rb"\x89PNG\r\n\x1a\n|(GIF8[79]a|\xff\xd8\xff).{0,255}?\0"),
    ),
    "rtf": Reader("a Rich Text document", (".rtf",), _begins(rb"\{\\rtf\d")),
    "xml": Reader("an XML document", (".tei", ".xml")),
    # Last, since other formats are ZIP archives too.
    "zip": Reader("a ZIP archive", (".zip",), _begins(rb"PK\x03\x04")),
}
"""All recognised formats, including those that cannot be read yet.

The first whose ``content`` matches wins.
"""


def readable() -> Mapping[str, Reader]:
    """Return the formats that are read."""
    return {name: reader for name, reader in READERS.items() if reader.read is not None}


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the formats that are read, in lower case."""
    return tuple(suffix for reader in readable().values() for suffix in reader.suffixes)


def reader_of(path: Path, data: bytes) -> Reader:
    """Return the format of a file: by its content, else by its suffix, else plain text.

    A suffix that is not in the table, as in ``letter.final``, counts as part of the name.
    """
    by_content = (each for each in READERS.values() if each.content and each.content.match(data))
    by_suffix = (each for each in READERS.values() if path.suffix.lower() in each.suffixes)
    return next(by_content, None) or next(by_suffix, READERS["plain"])


def suffix_of(path: Path, data: bytes) -> str:
    """Return the suffix for a copy of a file: its own in lower case, or that of its format."""
    suffixes = reader_of(path, data).suffixes
    own = path.suffix.lower()
    return own if own in suffixes else suffixes[0]


def read_witness(  # noqa: PLR0913 - a keyword for each property of a text
    path: Path,
    *,
    siglum: str,
    encoding: str | None = None,
    language: str = "en",
    title: str = "",
    translator: str = "",
    date: str = "",
) -> Witness:
    """Read a file with the reader for its format.

    Raises:
        InputError: The file does not exist, or no text can be read from it.
        SettingsError: ``encoding`` is not an encoding.
    """
    data = read_bytes(path)
    reader = reader_of(path, data)
    if reader.read is None:
        known = [f"{each.what} ({', '.join(each.suffixes)})" for each in readable().values()]
        raise UnsupportedFormat(path, reader.what, readable=known)
    blank = Witness(
        siglum,
        "",
        language=language,
        title=title,
        translator=translator,
        date=date,
        source=path.as_posix(),
    )
    return reader.read(path, data, blank, encoding)
