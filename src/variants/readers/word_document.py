"""Reader for Word documents (WordprocessingML, ISO/IEC 29500-1, part 17)."""

from __future__ import annotations

import re
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.archive_parts import ArchiveParts
from variants.readers.document_metadata import read_properties
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.safe_xml import Element, attribute, local_name, parse_xml, text_in
from variants.readers.text_builder import ENDNOTE, FOOTNOTE
from variants.readers.word_styles import WordStyles
from variants.readers.word_walk import WordWalk

_WHAT = "a Word document"


def read_word_document(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a Word document, with its notes last and tracked changes applied.

    Headers, footers, comments, hidden text, lists of contents and pictures are left out and
    counted.
    """
    parts = ArchiveParts(path, data, _WHAT)
    main = _main_part(path, parts)
    folder = main.rpartition("/")[0]
    walk = WordWalk(options, _read_styles(path, parts, folder))
    for sort, name in ((FOOTNOTE, "footnotes"), (ENDNOTE, "endnotes")):
        part = parts.find(f"{folder}/{name}.xml")
        if part is not None:
            walk.notes[sort] = _notes_in(parse_xml(path, part, _WHAT))
    body = _body_of(parse_xml(path, parts.read(main), _WHAT))
    if body is None:
        raise DamagedFile(path, _WHAT, reason=f"{main} has no body")
    walk.read_document(body)
    for noun, prefix, tag in (
        ("comment", "comments", "comment"),
        ("header", "header", "hdr"),
        ("footer", "footer", "ftr"),
    ):
        walk.left_out.count(noun, _count_parts(path, parts, f"{folder}/{prefix}", tag))
    text, divisions = walk.blocks.builder.build(options.notes)
    notices = tuple(walk.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    properties = parts.find("docProps/core.xml")
    metadata = read_properties(path, properties, _WHAT)
    return (FileText(text, divisions, metadata=metadata, notices=notices),)


def _main_part(path: Path, parts: ArchiveParts) -> str:
    """Return the name of the part with the text, which other programs may choose."""
    links = parts.find("_rels/.rels")
    if links is not None:
        for link in parse_xml(path, links, _WHAT):
            if attribute(link, "Type").endswith("/officeDocument"):
                return attribute(link, "Target").lstrip("/")
    return "word/document.xml"


def _body_of(document: Element) -> Element | None:
    return next((each for each in document if local_name(each) == "body"), None)


def _read_styles(path: Path, parts: ArchiveParts, folder: str) -> WordStyles:
    part = parts.find(f"{folder}/styles.xml")
    return WordStyles(parse_xml(path, part, _WHAT) if part is not None else ())


def _notes_in(root: Element) -> dict[str, Element]:
    """Return the notes by their ids, without the lines that separate them from the text."""
    return {attribute(note, "id"): note for note in root if not attribute(note, "type")}


def _count_parts(path: Path, parts: ArchiveParts, prefix: str, tag: str) -> int:
    """Return the number of comments, or of headers or footers with words."""
    count = 0
    for name in parts.names:
        if re.fullmatch(rf"{re.escape(prefix)}\d*\.xml", name):
            root = parse_xml(path, parts.read(name), _WHAT)
            found = [root] if local_name(root) == tag else [*root]
            count += sum(bool(text_in(each)) for each in found)
    return count
