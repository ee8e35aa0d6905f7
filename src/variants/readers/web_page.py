"""Reader for web pages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from pathlib import Path

from lxml import etree

from variants.errors import DamagedFile, EmptyFile, VariantsError
from variants.readers.encoding import Decoded, decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.html_walk import HtmlWalk
from variants.readers.note_links import find_notes
from variants.readers.safe_xml import Element, refuse_many_tags, text_in

FEWER_TAGS = 2
"""As many times fewer tags may be in a page than in XML, since it takes more time and memory."""
_WHAT = "a web page"
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""")
_DECLARES = re.compile(r"\s*(?:<\?xml[^>]{0,500}>\s*)?<!DOCTYPE[^>\[]{0,500}\[", re.IGNORECASE)
_HEAD = 4096  # Bytes in which the encoding is declared.
# Browsers read these as the larger encoding of Windows.
_WINDOWS = frozenset(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"))


def read_web_page(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a web page, its notes last.

    Navigation, headers and footers of the page, hidden text, fields of forms and pictures are left
    out and counted.
    """
    decoded = _decode(path, data, options)
    root = parse_html(path, decoded.text)
    walk = HtmlWalk(path, options, find_notes([("", root)]))
    walk.select([root])
    walk.read_page(root)
    walk.read_notes()
    text, divisions = walk.builder.build(options.notes)
    notices = tuple(walk.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    found = FileText(text, divisions, "", decoded.encoding, _metadata(root), notices)
    return (replace(found, set_aside=walk.builder.set_aside),)


def parse_html(path: Path, text: str) -> Element:
    """Return the root of a page.

    Raises:
        DamagedFile: It declares entities, has no elements, or the parser would drop a part of it.
        OverLimit: It has too many tags, or many and hardly any text.
    """
    if _DECLARES.match(text):
        raise DamagedFile(path, _WHAT, reason="it declares entities, which are not read")
    data = text.encode("utf-8", "replace")
    refuse_many_tags(path, data, share=FEWER_TAGS)
    parser = etree.HTMLParser(
        huge_tree=True, encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(path, _WHAT, reason="it has no elements") from error
    # The parser reports parts that it dropped here only.
    fatal = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    if fatal:
        raise DamagedFile(path, _WHAT, reason=str(fatal[0].message).strip().rstrip("."))
    if root is None:
        raise DamagedFile(path, _WHAT, reason="it has no elements")
    return root


def _decode(path: Path, data: bytes, options: ReadOptions) -> Decoded:
    """Decode a page by the user's encoding, else by the one that it declares, else by a guess."""
    found = _DECLARED.search(data[:_HEAD].lower())
    if options.encoding is None and found and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        declared = found[1].decode("ascii")
        try:
            name = "cp1252" if declared in _WINDOWS else declared
            return decode(path, data, encoding=name, language=options.language)
        except VariantsError:
            pass  # The declaration is wrong.
    return decode(path, data, encoding=options.encoding, language=options.language)


def _metadata(root: Element) -> tuple[tuple[str, str], ...]:
    """Return the metadata in the head of a page."""
    # Pictures in the page have titles too.
    titles = (each for each in root.iter("title") if next(each.iterancestors("svg"), None) is None)
    title = " ".join(text_in(each) for each in islice(titles, 1))
    found = [("title", " ".join(title.split()))]
    for meta in root.iter("meta"):
        name = (meta.get("name") or "").lower().removeprefix("dc.").replace("creator", "author")
        if name in {"author", "date", "generator"}:
            found.append((name.replace("generator", "program"), meta.get("content") or ""))
    found.append(("language", root.get("lang") or ""))
    values: dict[str, str] = {}
    for name, value in found:
        if value:
            values.setdefault(name, value)
    return tuple(values.items())
