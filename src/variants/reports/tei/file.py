"""Structure of a TEI file, which is written paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml import etree

from variants.reports.redact import redact
from variants.reports.tei.apparatus import AppBuilder
from variants.reports.tei.elements import (
    NAMESPACES,
    XML_LANG,
    Element,
    add,
    add_text,
    make,
    tag,
    xml_lang,
)
from variants.reports.tei.endpoints import DoubleEndPoint
from variants.reports.tei.parallel import ParallelSegmentation, has_crossing_places
from variants.reports.tei.tei_header import header
from variants.reports.tei.xml_ids import XmlIds
from variants.reports.text_places import PassagePlaces, TextPlaces
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.witness import DivisionKind
from variants.wording.passage_notes import notes_on

_ELEMENTS = {
    DivisionKind.PARAGRAPH: ("p", None),
    DivisionKind.HEADING: ("head", None),
    DivisionKind.VERSE: ("ab", "verse"),
    DivisionKind.NOTE: ("ab", "note"),
}


# Without it, lxml would write ``xml:lang`` with a generated prefix.
_XML = {"xml": "http://www.w3.org/XML/1998/namespace"}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A division of the seed, or several divisions that share a passage.

    Attributes:
        kind: Kind of the first division.
        label: Label of the first division.
        passages: Passages that begin in the block.
    """

    kind: DivisionKind
    label: str
    passages: list[PassagePlaces] = field(default_factory=list)


def write_document(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the header, the text, and the apparatus if it is separate, in UTF-8."""
    shown = redact(edition, options)
    seed = shown.collation.seed
    places = TextPlaces(shown)
    passages = list(places.passages())
    names = XmlIds(cut.witness.siglum for cut in (seed, *shown.collation.others))
    apparatus = AppBuilder(shown, names)
    is_separate = options.standoff or has_crossing_places(passages)
    body = (DoubleEndPoint if is_separate else ParallelSegmentation)(seed, apparatus, passages)
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(tag("TEI"), nsmap=NAMESPACES):
            xml.write(header(shown, names, body.method))
            lang = xml_lang(seed.witness.language)
            with xml.element(tag("text"), {XML_LANG: lang} if lang else {}, nsmap=_XML):
                with xml.element(tag("body")):
                    for section in _sections(_blocks(passages, seed)):
                        _write_section(xml, section, body)
                if places.unplaced:
                    xml.write(_lost(places, apparatus))
            if isinstance(body, DoubleEndPoint):
                body.write_apparatus(xml)
    file.write(b"\n")


def _write_section(
    xml: etree._IncrementalFileWriter,
    section: Sequence[TextBlock],
    body: ParallelSegmentation | DoubleEndPoint,
) -> None:
    """Write a ``div``: a heading and the blocks that follow it."""
    with xml.element(tag("div")):
        for block in section:
            name, kind = _ELEMENTS[block.kind]
            element = make(name, type=kind, n=block.label)
            for passage in block.passages:
                body.add_passage(element, passage)
                for note in _alignment_notes(passage):
                    add(element, "note", note, type="alignment")
                add_text(element, "\n")
            xml.write(element)
            element.clear()


def _alignment_notes(passage: PassagePlaces) -> Iterator[str]:
    for rendering in passage.passage.renderings:
        notes = notes_on(rendering)
        if notes:
            yield f"{rendering.siglum}: {'; '.join(notes)}"


def _blocks(passages: Sequence[PassagePlaces], seed: Segmentation) -> list[TextBlock]:
    """Group passages by division; one without seed sentences joins the passage before it."""
    divisions = seed.witness.divisions
    blocks: list[TextBlock] = []
    at = -1  # The division in which the last block ends.
    for passage in passages:
        first = at
        while first + 1 < len(divisions) and divisions[first + 1].span.start <= passage.span.start:
            first += 1
        if not blocks or (passage.passage.sentences and first > at):
            # Text before the first division is included in it.
            division = divisions[max(first, 0)] if divisions else None
            kind = division.kind if division else DivisionKind.PARAGRAPH
            blocks.append(TextBlock(kind, division.label if division else ""))
            at = max(first, 0)
        blocks[-1].passages.append(passage)
        while at + 1 < len(divisions) and divisions[at + 1].span.start < passage.span.end:
            at += 1
    return blocks


def _sections(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Split the blocks before each heading; a text without blocks has one empty paragraph."""
    section: list[TextBlock] = []
    for block in blocks:
        if section and block.kind is DivisionKind.HEADING:
            yield section
            section = []
        section.append(block)
    yield section or [TextBlock(DivisionKind.PARAGRAPH, "")]


def _lost(places: TextPlaces, apparatus: AppBuilder) -> Element:
    """Return the decisions whose words are lost."""
    back = make("back")
    block = add(add(back, "div", type="lost"), "p")
    for status in places.unplaced:
        apparatus.add_notes(block, status)
    return back
