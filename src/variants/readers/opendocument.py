"""Reader for OpenDocument texts (ISO/IEC 26300-1)."""

from __future__ import annotations

from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.archive_parts import ArchiveParts
from variants.readers.document_metadata import metadata_in, read_properties
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.opendocument_walk import OpenDocumentWalk, hidden_styles, title_styles
from variants.readers.safe_xml import Element, local_name, parse_xml, text_in

_WHAT = "an OpenDocument text"
_OF_PAGES = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


def read_opendocument(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of an OpenDocument text, with its notes last and tracked changes applied.

    Headers, footers, comments, hidden text, lists of contents and pictures are left out and
    counted.
    """
    parts = ArchiveParts(path, data, _WHAT)
    if b"encryption-data" in (parts.find("META-INF/manifest.xml") or b""):
        raise DamagedFile(path, _WHAT, reason="it has a password")
    content = parse_xml(path, parts.read("content.xml"), _WHAT)
    named = parts.find("styles.xml")
    styles = [content] if named is None else [content, parse_xml(path, named, _WHAT)]
    metadata = read_properties(path, parts.find("meta.xml"), _WHAT)
    return (_read(path, content, styles, metadata, options),)


def read_flat_opendocument(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of an OpenDocument text that is a single XML file."""
    root = parse_xml(path, data, _WHAT)
    meta = next(root.iter("{*}meta"), None)
    metadata = () if meta is None else metadata_in(meta)
    return (_read(path, root, [root], metadata, options),)


def _read(
    path: Path,
    content: Element,
    styles: list[Element],
    metadata: tuple[tuple[str, str], ...],
    options: ReadOptions,
) -> FileText:
    body = next(content.iter("{*}body"), None)
    text = None if body is None else next((each for each in body if _is_text(each)), None)
    if text is None:
        raise DamagedFile(path, _WHAT, reason="it has no text")
    walk = OpenDocumentWalk(options, hidden_styles(styles), title_styles(styles))
    walk.read_document(text)
    for root in styles:
        for name in _OF_PAGES:
            for part in root.iter(f"{{*}}{name}"):
                if text_in(part):
                    walk.left_out.count(name.partition("-")[0])
    characters, divisions = walk.blocks.builder.build(options.notes)
    notices = tuple(walk.left_out.notices(path, options.changes))
    if not characters:
        raise EmptyFile(path, notices)
    return FileText(characters, divisions, metadata=metadata, notices=notices)


def _is_text(element: Element) -> bool:
    return local_name(element) == "text"
