"""Reader for e-books (EPUB 2 and 3)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.entities import html5
from pathlib import Path
from urllib.parse import unquote

from variants.errors import DamagedFile, EmptyFile
from variants.readers.archive_parts import ArchiveParts
from variants.readers.document_metadata import metadata_in
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.html_walk import HtmlWalk
from variants.readers.left_out import LeftOut
from variants.readers.note_links import Page, find_notes
from variants.readers.safe_xml import Element, attribute, local_name, parse_xml
from variants.readers.web_page import FEWER_TAGS, parse_html

_WHAT = "an EPUB book"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30};)")
_OF_XML = frozenset((b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"))


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the book, in the order of reading."""

    name: str
    linear: bool


def read_epub(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a book in the order of reading, its notes last."""
    parts = ArchiveParts(path, data, _WHAT, share=FEWER_TAGS)
    container = parse_xml(path, parts.read(_CONTAINER), _WHAT)
    packages = [attribute(each, "full-path") for each in container.iter("{*}rootfile")]
    if not packages:
        raise DamagedFile(path, _WHAT, reason=f"{_CONTAINER} names no book")
    package = parse_xml(path, parts.read(packages[0]), _WHAT)
    locked = _encrypted(path, parts)
    left_out = LeftOut()
    items = list(_spine(package, posixpath.dirname(packages[0]), left_out))
    for item in items:
        if item.name in locked:
            raise DamagedFile(path, _WHAT, reason="it is protected against copying")
    pages: list[Page] = [(item.name, _page(path, parts, item.name)) for item in items]
    walk = HtmlWalk(path, options, find_notes(pages), left_out=left_out)
    walk.select(root for _, root in pages)
    chapter = 0
    for item, (_, root) in zip(items, pages, strict=True):
        chapter += item.linear
        if item.linear:
            walk.read_page(root, f"ch. {chapter}, ")
        elif not any(block in walk.links.blocks for block in root.iter("{*}*")):
            left_out.count("page out of the order of reading")
    walk.read_notes()
    text, divisions = walk.builder.build(options.notes)
    notices = tuple(left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    metadata = metadata_in(package.iter("{*}*"))
    found = FileText(text, divisions, metadata=metadata, notices=notices)
    return (replace(found, set_aside=walk.builder.set_aside),)


def _spine(package: Element, folder: str, left_out: LeftOut) -> Iterator[_Item]:
    """Yield the pages in the order of reading, without the list of contents."""
    items = {attribute(each, "id"): each for each in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(attribute(reference, "idref"))
        if item is None or "html" not in attribute(item, "media-type"):
            continue
        if "nav" in attribute(item, "properties").split():
            left_out.count("list of contents")
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href"))))
        yield _Item(name, attribute(reference, "linear") != "no")


def _encrypted(path: Path, parts: ArchiveParts) -> frozenset[str]:
    """Return the names of encrypted files; many books encrypt their fonts only."""
    part = parts.find(_ENCRYPTION)
    if part is None:
        return frozenset()
    root = parse_xml(path, part, _WHAT)
    return frozenset(attribute(each, "URI") for each in root.iter("{*}CipherReference"))


def _page(path: Path, parts: ArchiveParts, name: str) -> Element:
    """Return the root of a page, which should be XML, but may be as faulty as other web pages."""
    data = parts.read(name)
    try:
        root = parse_xml(path, _ENTITY.sub(_character, data), _WHAT, share=FEWER_TAGS)
    except DamagedFile:
        return parse_html(path, decode(path, data, encoding=None, language="").text)
    for element in list(root.iter()):
        if not local_name(element):  # A comment; its text would end that of an element.
            _remove(element)
    return root


def _character(found: re.Match[bytes]) -> bytes:
    """Return a named character as a number, since XML has names for five only."""
    if found[1] in _OF_XML:
        return found[0]
    characters = html5.get(found[1].decode("ascii"), "")
    return "".join(f"&#{ord(each)};" for each in characters).encode("ascii") or found[0]


def _remove(element: Element) -> None:
    """Remove an element, but not the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
