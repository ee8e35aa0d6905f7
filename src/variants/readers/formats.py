"""Files to witnesses."""

from __future__ import annotations

from pathlib import Path

from variants.errors import UnsupportedFormat
from variants.readers.file_bytes import read_bytes
from variants.readers.plain import read_plain
from variants.readers.reader import Reader
from variants.types.witness import Witness

READERS: dict[str, Reader] = {
    "plain": Reader(suffixes=(".txt", ""), read=read_plain),
}

_UNREAD = {
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".epub": "an EPUB book",
    ".htm": "a web page",
    ".html": "a web page",
    ".odt": "an OpenDocument text",
    ".pages": "a Pages document",
    ".pdf": "a PDF document",
    ".rtf": "a Rich Text document",
    ".tei": "an XML document",
    ".xhtml": "a web page",
    ".xml": "an XML document",
}


def read_witness(  # noqa: PLR0913 # One keyword for each thing a user may say of a text.
    path: Path,
    *,
    siglum: str,
    encoding: str | None = None,
    language: str = "en",
    title: str = "",
    translator: str = "",
    date: str = "",
) -> Witness:
    """Read a file by the reader that its suffix names.

    A suffix that nobody knows ("letter.final") is taken for part of the name, and the file
    for plain text.

    Raises:
        InputError: There is no such file, or no text can be had from it.
        SettingsError: ``encoding`` is no encoding.
    """
    suffix = path.suffix.lower()
    if suffix in _UNREAD:
        read_bytes(path)  # That there is no such file is worth more to say.
        raise UnsupportedFormat(path, _UNREAD[suffix])
    reader = next((r for r in READERS.values() if suffix in r.suffixes), READERS["plain"])
    blank = Witness(
        siglum,
        "",
        language=language,
        title=title,
        translator=translator,
        date=date,
        source=path.as_posix(),
    )
    return reader.read(path, blank, encoding)


__all__ = ["READERS", "Reader", "read_plain", "read_witness"]
