"""Construction of TEI elements."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from variants.languages import is_tag
from variants.wording.xml_text import xml_safe

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
NAMESPACE = "http://www.tei-c.org/ns/1.0"
NAMESPACES: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # None in lxml, too.
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# White space that XML does not allow. In TEI all white space is equivalent.
_FORBIDDEN_SPACE = re.compile("[\x0b\x0c\x1c-\x1f]")


def tag(name: str) -> str:
    """Return a name in the TEI namespace."""
    return f"{{{NAMESPACE}}}{name}"


def xml_lang(language: str) -> str | None:
    """Return a language as the value of ``xml:lang``; ``None`` if it is not a BCP 47 tag."""
    return language if is_tag(language) else None


def make(name: str, text: str = "", /, **attributes: str | None) -> Element:
    """Return an element.

    Attributes without a value are left out; ``xml_id`` and ``xml_lang`` set ``xml:id`` and
    ``xml:lang``.
    """
    element = etree.Element(tag(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        if value:
            element.set({"xml_id": XML_ID, "xml_lang": XML_LANG}.get(key, key), xml_safe(value))
    add_text(element, text)
    return element


def add(parent: Element, name: str, text: str = "", /, **attributes: str | None) -> Element:
    """Append an element to ``parent`` and return it. The arguments are those of ``make``."""
    element = make(name, text, **attributes)
    parent.append(element)
    return element


def add_text(element: Element, text: str) -> None:
    """Append text to the content of an element."""
    if not text:
        return
    safe = xml_safe(_FORBIDDEN_SPACE.sub(" ", text))
    if len(element):
        element[-1].tail = (element[-1].tail or "") + safe
    else:
        element.text = (element.text or "") + safe
