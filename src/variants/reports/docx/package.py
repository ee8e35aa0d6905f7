"""The parts of a document in their zip file, the same bytes every time."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import BinaryIO
from xml.sax.saxutils import escape

from variants.reports.docx.ooxml import DECLARATION
from variants.wording.xml_text import xml_safe

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_package(file: BinaryIO, title: str, parts: Mapping[str, Iterable[str]]) -> None:
    """Write the file.

    Args:
        file: Where to; it need not be one that can be sought in.
        title: Of the document.
        parts: Pieces of each part under ``word/`` by its name; "document" among them. They are
            written in this order, so that what one gathers another can tell.
    """
    names = ["styles", *parts]
    with tempfile.TemporaryFile() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            _put(archive, "[Content_Types].xml", _content_types(names))
            _put(archive, "_rels/.rels", _package_relations())
            _put(archive, "docProps/core.xml", _properties(title))
            _put(archive, "word/_rels/document.xml.rels", _relations(names))
            styles = resources.files("variants.reports.docx").joinpath("styles.xml")
            _put(archive, "word/styles.xml", [styles.read_text("utf-8")])
            for name, pieces in parts.items():
                _put(archive, f"word/{name}.xml", pieces)
        whole.seek(0)
        shutil.copyfileobj(whole, file)


def _put(archive: zipfile.ZipFile, name: str, pieces: Iterable[str]) -> None:
    """A part with no clock and no system in it."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    with archive.open(entry, "w", force_zip64=False) as part:
        for piece in pieces:
            part.write(piece.encode())


def _content_types(names: Iterable[str]) -> Iterable[str]:
    yield f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">\n'
    yield (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\n'
    )
    yield f'<Override PartName="/docProps/core.xml" ContentType="{_CORE_TYPE}"/>\n'
    for name in names:
        kind = "document.main" if name == "document" else name
        yield f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>\n'
    yield "</Types>\n"


def _package_relations() -> Iterable[str]:
    yield f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">\n'
    yield (
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>\n'
    )
    yield (
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>\n</Relationships>\n'
    )


def _relations(names: Iterable[str]) -> Iterable[str]:
    yield f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">\n'
    for name in names:
        if name != "document":
            yield (f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>\n')
    yield "</Relationships>\n"


def _properties(title: str) -> Iterable[str]:
    yield (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(xml_safe(title))}</dc:title></cp:coreProperties>\n"
    )
