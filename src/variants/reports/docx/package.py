"""The zip file of a document, which has the same bytes every time."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from html import escape
from importlib import resources
from typing import BinaryIO, TypeAlias

from lxml import etree

from variants.reports.docx.ooxml import (
    FOOTER,
    RELATIONS,
    Element,
    XmlWriter,
    page_number,
    write_root,
)
from variants.wording.xml_text import xml_safe

Part: TypeAlias = Callable[[XmlWriter], None]

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPES = "application/vnd.openxmlformats-package"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_FONTS = {"ja": "MS Mincho", "ko": "Batang"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_package(file: BinaryIO, title: str, parts: Mapping[str, Part], *, language: str) -> None:
    """Write the file, with a footer that has the number of the page.

    Args:
        file: Target file, which need not be seekable.
        title: Title of the document.
        language: Language of the text and its notes, for the dictionary of the word processor.
        parts: Function that writes each part under ``word/``, by name; "document" is among
            them. They are called in this order.
    """
    parts = {FOOTER: _write_footer, **parts}
    names = ["styles", *parts]
    with tempfile.TemporaryFile() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            _put(archive, "[Content_Types].xml", _serialized(_content_types(names)))
            _put(archive, "_rels/.rels", _serialized(_package_relations()))
            _put(archive, "docProps/core.xml", _serialized(_properties(title)))
            _put(archive, "word/_rels/document.xml.rels", _serialized(_relations(names)))
            _put(archive, "word/styles.xml", _styles(language))
            for name, part in parts.items():
                with (
                    archive.open(_entry(f"word/{name}.xml"), "w") as entry,
                    etree.xmlfile(entry, encoding="UTF-8") as xml,
                ):
                    xml.write_declaration(standalone=True)
                    part(xml)
        whole.seek(0)
        shutil.copyfileobj(whole, file)


def _styles(language: str) -> bytes:
    """Return the styles, with the language and the font for its East Asian letters."""
    styles = resources.files("variants.reports.docx").joinpath("styles.xml").read_text("utf-8")
    font = _FONTS.get(language.partition("-")[0].lower(), "SimSun")
    return (
        styles.replace("SEED-LANGUAGE", escape(language)).replace("EAST-ASIAN-FONT", font).encode()
    )


def _write_footer(xml: XmlWriter) -> None:
    write_root(xml, "ftr", [page_number()])


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry with neither the current time nor the name of the system."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    return entry


def _serialized(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _content_types(names: Iterable[str]) -> Element:
    root = _root("Types", f"{_PACKAGE}/content-types")
    _add(root, "Default", Extension="rels", ContentType=f"{_PACKAGE_TYPES}.relationships+xml")
    core = f"{_PACKAGE_TYPES}.core-properties+xml"
    _add(root, "Override", PartName="/docProps/core.xml", ContentType=core)
    for name in names:
        content_type = f"{_TYPES}.{'document.main' if name == 'document' else name}+xml"
        _add(root, "Override", PartName=f"/word/{name}.xml", ContentType=content_type)
    return root


def _package_relations() -> Element:
    root = _root("Relationships", f"{_PACKAGE}/relationships")
    document = f"{RELATIONS}/officeDocument"
    _add(root, "Relationship", Id="rId1", Type=document, Target="word/document.xml")
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    _add(root, "Relationship", Id="rId2", Type=core, Target="docProps/core.xml")
    return root


def _relations(names: Iterable[str]) -> Element:
    root = _root("Relationships", f"{_PACKAGE}/relationships")
    for name in names:
        if name != "document":
            kind = f"{RELATIONS}/{name}"
            _add(root, "Relationship", Id=name, Type=kind, Target=f"{name}.xml")
    return root


def _properties(title: str) -> Element:
    core = f"{_PACKAGE}/metadata/core-properties"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": _DUBLIN_CORE})
    etree.SubElement(root, f"{{{_DUBLIN_CORE}}}title").text = xml_safe(title)
    return root


def _root(name: str, namespace: str) -> Element:
    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})  # type: ignore[dict-item]  # None in lxml, too.


def _add(root: Element, name: str, **attributes: str) -> None:
    """Append an element in the namespace of ``root``."""
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{name}", attributes)
