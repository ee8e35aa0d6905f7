"""Reports as TMX 1.4b: a translation unit for each bead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from variants.languages import is_tag
from variants.readers.memory_names import OTHER_NUMBERS, PROGRAM, SEED_NUMBERS, SIGLUM
from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.bead import Bead
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span, squeeze
from variants.version import VERSION
from variants.wording.xml_text import xml_safe

if TYPE_CHECKING:
    from lxml import etree

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_tmx(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write all beads, witness by witness, each with the numbers of its sentences.

    A private subtag distinguishes renderings in the same language: ``en-x-a``. A sentence without
    a counterpart is a unit with one segment.
    """
    from lxml import etree  # noqa: PLC0415 - loaded only for XML

    shown = redact(edition, options)
    cuts = (shown.collation.seed, *shown.collation.others)
    languages = _languages(cuts)
    reasons = _reasons(shown)
    header = {
        "creationtool": PROGRAM,
        "creationtoolversion": VERSION,
        "segtype": "sentence",
        "o-tmf": "variants",
        "adminlang": "en",
        "srclang": languages[cuts[0].witness.siglum],
        "datatype": "plaintext",
    }
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", version="1.4"):
            with xml.element("header", header):
                siglum = etree.Element("prop", type=SIGLUM)
                siglum.text = xml_safe(cuts[0].witness.siglum)
                xml.write(siglum)
            with xml.element("body"):
                for cut in cuts[1:]:
                    for bead in _beads(shown, cut.witness.siglum):
                        xml.write(_unit(cuts[0], cut, bead, languages, reasons))
    file.write(b"\n")


def _unit(
    seed: Segmentation,
    other: Segmentation,
    bead: Bead,
    languages: dict[str, str],
    reasons: list[tuple[Span, str]],
) -> etree._Element:
    from lxml import etree  # noqa: PLC0415 - as above

    def add(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
        etree.SubElement(parent, name, attributes).text = xml_safe(text)

    unit = etree.Element("tu")
    if bead.seed:
        extent = Span(seed.sentences[bead.seed[0]].start, seed.sentences[bead.seed[-1]].end)
        for span, reason in reasons:
            if extent.covers(span):
                add(unit, "note", reason)
    add(unit, "prop", other.witness.siglum, type=SIGLUM)
    add(unit, "prop", f"{bead.confidence:.4f}", type="x-confidence")
    sides = ((seed, bead.seed, SEED_NUMBERS), (other, bead.other, OTHER_NUMBERS))
    for _, sentences, name in sides:
        add(unit, "prop", " ".join(str(number + 1) for number in sentences), type=name)
    for cut, sentences, _ in sides:
        if not sentences:
            continue
        variant = etree.SubElement(unit, "tuv", {_LANG: languages[cut.witness.siglum]})
        words = squeeze(" ".join(cut.text_of(index) for index in sentences))
        add(variant, "seg", words)
    unit.tail = "\n"
    return unit


def _beads(edition: Edition, siglum: str) -> Iterator[Bead]:
    for passage in edition.collation.passages:
        for rendering in passage.renderings:
            if rendering.siglum == siglum:
                yield from rendering.beads


def _reasons(edition: Edition) -> list[tuple[Span, str]]:
    """Return the reasons of active decisions, each with the span of its words in the seed."""
    return [
        (status.span, decision.why)
        for status in edition.decisions.statuses
        for decision in status.live
        if status.span is not None and decision.why
    ]


def _languages(cuts: Iterable[Segmentation]) -> dict[str, str]:
    """Return for each siglum its language, with a private subtag that is unique."""
    found: dict[str, str] = {}
    for number, cut in enumerate(cuts):
        witness = cut.witness
        language = witness.language if is_tag(witness.language) else "und"
        private = "".join(c for c in witness.siglum.lower() if c.isascii() and c.isalnum())[:8]
        tag = f"{language}-x-{private or number}"
        found[witness.siglum] = tag if tag not in found.values() else f"{language}-x-{number}"
    return found
