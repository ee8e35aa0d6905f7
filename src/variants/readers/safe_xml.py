"""XML parsed without a network, without entities of its own, and within limits."""

from __future__ import annotations

import re
import shlex
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree

from variants.errors import DamagedFile
from variants.readers.limits import MEGABYTE, limits, over_limit

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

_LEVELS = 256
_EMPTY_SHARE = 8  # As many times fewer tags may be in a file with hardly any text.
_TAGS_OF_TEXT = 1_000  # Tags with a text among them.
_TEXT = re.compile(rb">\s*[^<\s]")
_TEXT_BETWEEN = re.compile(rb">\s*([^<\s][^<]*)")
_NODE, _ATTRIBUTE = 120, 216
"""Bytes that an element or a text, and an attribute with its value, have in a parsed tree."""
_BYTES_OF_LETTER = 200  # Bytes of a large tree for each byte of its text.


def parse_xml(path: Path, data: bytes, what: str, *, share: int = 1) -> Element:
    """Return the root of an XML document.

    Args:
        path: The file, for messages.
        data: Its bytes, or those of a part.
        what: The format, for messages.
        share: As many times fewer tags may be in it than usual.

    Raises:
        DamagedFile: It is not well-formed, declares entities, or nests elements too deeply.
        OverLimit: It has too many tags, or many tags or attributes and hardly any text.
    """
    most = limits()
    refuse_many_tags(path, data, share=share)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_pis=True,
        # Otherwise the parser itself refuses more than 256 levels and texts of 10 MB.
        huge_tree=most.xml_depth > _LEVELS,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(path, what, reason=_reason(error)) from error
    if root is None:
        raise DamagedFile(path, what, reason="it is empty")
    declared: Any = root.getroottree().docinfo.internalDTD  # Its type lacks the method.
    if declared is not None and any(True for _ in declared.iterentities()):
        raise DamagedFile(path, what, reason="it declares entities, which are not read")
    return root


def parse_document(path: Path, data: bytes, what: str) -> Element:
    """Return the root of an XML file outside of an archive, which people can correct.

    Raises:
        DamagedFile: As by ``parse_xml``; if it is not well-formed, the hint names the line.
        OverLimit: As by ``parse_xml``.
    """
    try:
        return parse_xml(path, data, what)
    except DamagedFile as error:
        if isinstance(error.__cause__, etree.XMLSyntaxError):
            copy = f"{path.stem}.repaired{path.suffix}"
            command = shlex.join(["xmllint", "--recover", path.as_posix(), "--output", copy])
            error.hint = (
                f"Correct line {error.__cause__.lineno} in a text editor. The program xmllint of "
                f"libxml2 writes a copy that can be read: {command}. Look at this line in it, "
                "since words may be lost."
            )
        raise


def refuse_many_tags(path: Path, data: bytes, *, share: int = 1) -> None:
    """Refuse XML or HTML with too many tags, or a large tree and hardly any text.

    Elements without text take as much time and memory as others, and nothing is read from them.

    Args:
        path: The file, for messages.
        data: Its bytes, or those of a part.
        share: As many times fewer tags may be in it than usual.
    """
    most = limits().tags // share
    tags = data.count(b"<")
    if tags > most:
        raise over_limit(path, f"has more than {most:,} tags", "tags")
    data = data.replace(b"\0", b"")  # UTF-16 has many.
    if tags > most // _EMPTY_SHARE:
        texts = _TEXT.finditer(data)
        if sum(1 for _ in islice(texts, tags // _TAGS_OF_TEXT)) < tags // _TAGS_OF_TEXT:
            problem = f"has more than {most // _EMPTY_SHARE:,} tags and hardly any text"
            raise over_limit(path, problem, "tags")
    size = _tree_size(data, tags)
    if size > most * _NODE and not _has_letters(data, size // _BYTES_OF_LETTER):
        problem = f"would take {size // MEGABYTE} MB for tags and attributes, with hardly any text"
        raise over_limit(path, problem, "tags")


def _tree_size(data: bytes, tags: int) -> int:
    """Return about the bytes that a parsed document takes."""
    elements = tags - data.count(b"</")
    texts = data.count(b">") - data.count(b"><")
    return _NODE * (elements + texts) + _ATTRIBUTE * data.count(b"=")


def _has_letters(data: bytes, least: int) -> bool:
    """Return True if the text between tags has a number of bytes."""
    number = 0
    for found in _TEXT_BETWEEN.finditer(data):
        number += len(found[1])
        if number >= least:
            return True
    return False


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; empty for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return the value of an attribute in any namespace; empty if it is missing."""
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def text_in(element: Element) -> str:
    """Return the text of an element and of those in it, without white space at its ends."""
    return "".join(map(str, element.itertext())).strip()


def words_in(element: Element) -> int:
    """Return the number of words in an element."""
    return len(text_in(element).split())


def _reason(error: Exception) -> str:
    """Return the message of the parser, without the name of the file that it does not know."""
    return str(error).partition(" (<string>")[0] or "it is not well-formed"
