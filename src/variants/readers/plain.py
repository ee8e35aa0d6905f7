"""Reader for plain text files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from variants.errors import EmptyFile
from variants.readers.encoding import decode
from variants.readers.numbering import label_numbers
from variants.readers.paragraphs import find_paragraphs
from variants.types.notice import Notice
from variants.types.witness import Witness


def read_plain(path: Path, data: bytes, blank: Witness, encoding: str | None) -> Witness:
    """Return the witness in a plain text file; its divisions are paragraphs and headings."""
    decoded = decode(path, data, encoding=encoding, language=blank.language)
    if not decoded.text.strip():
        raise EmptyFile(path)
    message = (
        f"The encoding of {path} was guessed; it was read as {decoded.encoding}. "
        "If letters look wrong, name another with --encoding."
    )
    return replace(
        read_text(decoded.text, blank),
        encoding=decoded.encoding,
        notices=(Notice(blank.siglum, message),) if decoded.guessed else (),
    )


def read_text(text: str, blank: Witness) -> Witness:
    """Return the witness with a text; its divisions are paragraphs and headings."""
    return replace(blank, text=text, divisions=label_numbers(text, find_paragraphs(text)))
