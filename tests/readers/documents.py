"""Small Word and OpenDocument files from XML, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from variants.readers.file_text import FileText, NotesUse, ReadOptions, TrackedChanges
from variants.readers.formats import read_content
from variants.types.witness import DivisionKind

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_O = (
    " ".join(
        f'xmlns:{name}="{_ODF}:{space}:1.0"'
        for name, space in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
            *(("draw", "drawing"), ("meta", "meta")),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_ODT = "application/vnd.oasis.opendocument.text"


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive, its first part not packed, as OpenDocument and EPUB want."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for number, (name, content) in enumerate(parts.items()):
            method = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            file.writestr(name, content, compress_type=method)
    return archive.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Return a Word document; ``parts`` are the contents of others, such as ``footnotes``."""
    documents = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    }
    for name, content in parts.items():
        documents[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    return zip_of(documents)


def with_types(data: bytes) -> bytes:
    """Return a Word document with the parts that other programs need to find the others."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = (
        f'<Types xmlns="{packages}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{word}.footnotes+xml"/></Types>'
    )

    def links(kind: str, target: str) -> str:
        return (
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
            f'Type="{kinds}/{kind}" Target="{target}"/></Relationships>'
        )

    archive = io.BytesIO(data)
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("_rels/.rels", links("officeDocument", "word/document.xml"))
        file.writestr("word/_rels/document.xml.rels", links("footnotes", "footnotes.xml"))
    return archive.getvalue()


def odt(text: str, automatic: str = "", master: str = "") -> bytes:
    """Return an OpenDocument text."""
    content = (
        f"<office:document-content {_O}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>"
    )
    styles = (
        f"<office:document-styles {_O}><office:master-styles>{master}</office:master-styles>"
        "</office:document-styles>"
    )
    return zip_of({"mimetype": _ODT, "content.xml": content, "styles.xml": styles})


def flat_odt(text: str, automatic: str = "", master: str = "") -> bytes:
    """Return an OpenDocument text as a single XML file, which other programs open too."""
    document = f'office:version="1.2" office:mimetype="{_ODT}"'
    page = '<style:page-layout style:name="P"/>'
    master = master.replace(
        "<style:master-page>",
        '<style:master-page style:name="Standard" style:page-layout-name="P">',
    )
    automatic = automatic.replace("<style:style ", '<style:style style:family="text" ')
    return (
        f'<?xml version="1.0" encoding="utf-8"?><office:document {_O} {document}>'
        f"<office:automatic-styles>{page}{automatic}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document>"
    ).encode()


def read(
    data: bytes,
    name: str,
    *,
    changes: TrackedChanges = TrackedChanges.ACCEPT,
    notes: NotesUse = NotesUse.APART,
) -> FileText:
    """Return the only text of a file."""
    (text,) = read_content(Path(name), data, ReadOptions(changes=changes, notes=notes))
    return text


def parts_of(text: FileText) -> list[str]:
    """Return the divisions, notes with a star."""
    return [
        f"{'*' if each.kind is DivisionKind.NOTE else ''}{each.span.of(text.text)}"
        for each in text.divisions
    ]


def sources_of(text: FileText) -> list[str]:
    """Return the places of the divisions in the file."""
    return [each.source for each in text.divisions]
