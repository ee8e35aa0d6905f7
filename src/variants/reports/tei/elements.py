"""Elements of TEI, and text put into them."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from variants.wording.xml_text import xml_safe

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
NAMESPACE = "http://www.tei-c.org/ns/1.0"
NAMESPACES: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # As lxml has it.
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# White space that XML does not have; in TEI one blank is as good as another.
_BLANKS = re.compile("[\x0b\x0c\x1c-\x1f]")


def tag(name: str) -> str:
    """The name in the namespace of TEI."""
    return f"{{{NAMESPACE}}}{name}"


def make(name: str, text: str = "", /, **attributes: str | None) -> Element:
    """An element; attributes without a value are left out, ``xml_id`` is ``xml:id``."""
    element = etree.Element(tag(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        if value:
            element.set({"xml_id": XML_ID, "xml_lang": XML_LANG}.get(key, key), xml_safe(value))
    add_text(element, text)
    return element


def add(parent: Element, name: str, text: str = "", /, **attributes: str | None) -> Element:
    """The same, put at the end of ``parent``."""
    element = make(name, text, **attributes)
    parent.append(element)
    return element


def add_text(element: Element, text: str) -> None:
    """Text at the end of what the element holds."""
    if not text:
        return
    safe = xml_safe(_BLANKS.sub(" ", text))
    if len(element):
        element[-1].tail = (element[-1].tail or "") + safe
    else:
        element.text = (element.text or "") + safe
