"""The whole file, written a paragraph at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml import etree

from variants.reports.redact import redact
from variants.reports.tei.apparatus import AppWriter, language
from variants.reports.tei.elements import NAMESPACES, XML_LANG, Element, add, add_text, make, tag
from variants.reports.tei.endpoints import Points
from variants.reports.tei.parallel import Segments, crossing
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


# Without it, lxml would write ``xml:lang`` with a prefix of its own.
_XML = {"xml": "http://www.w3.org/XML/1998/namespace"}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A division of the seed, or several that a passage holds together."""

    kind: DivisionKind
    label: str
    stretches: list[PassagePlaces] = field(default_factory=list)


def write_document(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Header, text, what stands apart from it; the file is UTF-8."""
    told = redact(edition, options)
    places = TextPlaces(told)
    stretches = list(places.stretches())
    cuts = (told.collation.seed, *told.collation.others)
    names = XmlIds(cut.witness.siglum for cut in cuts)
    apparatus = AppWriter(told, names)
    way = Points if options.standoff or crossing(stretches) else Segments
    body = way(told.collation.seed, apparatus, stretches)
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(tag("TEI"), nsmap=NAMESPACES):
            xml.write(header(told, names, body.method))
            tongue = language(told.collation.seed.witness.language)
            with xml.element(tag("text"), {XML_LANG: tongue} if tongue else {}, nsmap=_XML):
                with xml.element(tag("body")):
                    for section in _sections(_blocks(stretches, told.collation.seed)):
                        _write_section(xml, section, body)
                if places.unplaced:
                    xml.write(_lost(places, apparatus))
            if isinstance(body, Points):
                body.write_apparatus(xml)
    file.write(b"\n")


def _write_section(
    xml: etree._IncrementalFileWriter, section: Sequence[TextBlock], body: Segments | Points
) -> None:
    """A ``div``: a heading and what follows it."""
    with xml.element(tag("div")):
        for block in section:
            name, kind = _ELEMENTS[block.kind]
            element = make(name, type=kind, n=block.label)
            for stretch in block.stretches:
                body.add_stretch(element, stretch)
                for note in _alignment_notes(stretch):
                    add(element, "note", note, type="alignment")
                add_text(element, "\n")
            xml.write(element)
            element.clear()


def _alignment_notes(stretch: PassagePlaces) -> Iterator[str]:
    for rendering in stretch.passage.renderings:
        said = notes_on(rendering)
        if said:
            yield f"{rendering.siglum}: {'; '.join(said)}"


def _blocks(stretches: Sequence[PassagePlaces], seed: Segmentation) -> list[TextBlock]:
    """The passages in their divisions; what only witnesses have stays with what it follows."""
    divisions = seed.witness.divisions
    blocks: list[TextBlock] = []
    at = -1  # The division that the last block ends in.
    for stretch in stretches:
        first = at
        while first + 1 < len(divisions) and divisions[first + 1].span.start <= stretch.span.start:
            first += 1
        if not blocks or (stretch.passage.sentences and first > at):
            # What stands before the first division stays with it.
            known = divisions[max(first, 0)] if divisions else None
            kind = known.kind if known else DivisionKind.PARAGRAPH
            blocks.append(TextBlock(kind, known.label if known else ""))
            at = max(first, 0)
        blocks[-1].stretches.append(stretch)
        while at + 1 < len(divisions) and divisions[at + 1].span.start < stretch.span.end:
            at += 1
    return blocks


def _sections(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Blocks, parted where a heading begins; a text without any is one paragraph of nothing."""
    section: list[TextBlock] = []
    for block in blocks:
        if section and block.kind is DivisionKind.HEADING:
            yield section
            section = []
        section.append(block)
    yield section or [TextBlock(DivisionKind.PARAGRAPH, "")]


def _lost(places: TextPlaces, apparatus: AppWriter) -> Element:
    """Decisions whose words are gone."""
    back = make("back")
    block = add(add(back, "div", type="lost"), "p")
    for status in places.unplaced:
        apparatus.add_notes(block, status)
    return back
