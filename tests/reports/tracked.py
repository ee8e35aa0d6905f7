"""Text of a document with tracked changes, after all of them are accepted or rejected."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def accepted(content: bytes) -> str:
    """Return the text with all changes accepted; an empty line separates paragraphs."""
    return _read(content, "del")


def rejected(content: bytes) -> str:
    """Return the text with all changes rejected; an empty line separates paragraphs."""
    return _read(content, "ins")


def in_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, with white space collapsed; lines are kept."""
    spaced = re.sub(r"\r\n|[\r\v\x1c-\x1e\x85\u2028]", "\n", text)
    paragraphs = re.split(r"[^\S\n]*(?:\n\s*\n|[\f\u2029])\s*", spaced.strip())
    return ["\n".join(" ".join(line.split()) for line in each.split("\n")) for each in paragraphs]


def _read(content: bytes, removed: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    written: list[str] = []
    for paragraph in body.iterfind(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is None or not str(style.get(f"{_W}val")).startswith("ReadingText"):
            continue
        written += [
            "\n" if element.tag == f"{_W}br" else element.text or ""
            for element in paragraph.iter(f"{_W}t", f"{_W}delText", f"{_W}br")
            if not any(one.tag == f"{_W}{removed}" for one in element.iterancestors())
        ]
        # A paragraph whose end is not kept goes on with the next.
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{removed}") is None:
            written.append("\n\n")
    return "".join(written)
