"""Reader for plain text files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from variants.errors import EmptyFile
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.numbering import label_numbers
from variants.readers.paragraphs import find_paragraphs
from variants.types.witness import Division, Witness


def read_plain(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a plain text file; its divisions are paragraphs and headings."""
    decoded = decode(path, data, encoding=options.encoding, language=options.language)
    if not decoded.text.strip():
        raise EmptyFile(path)
    text = FileText(
        decoded.text,
        plain_divisions(decoded.text),
        encoding=decoded.encoding,
        notices=decoded.notices(path),
    )
    return (text,)


def read_text(text: str, blank: Witness) -> Witness:
    """Return the witness with a text; its divisions are paragraphs and headings."""
    return replace(blank, text=text, divisions=plain_divisions(text))


def plain_divisions(text: str) -> tuple[Division, ...]:
    """Return the paragraphs and headings of a plain text."""
    return label_numbers(text, find_paragraphs(text))
