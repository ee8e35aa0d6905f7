"""Alignments as TMX 1.4b: a unit a bead, the seed's sentences and a witness's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.alignment import Bead
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span, squeeze
from variants.version import VERSION
from variants.wording.xml_text import xml_safe

if TYPE_CHECKING:
    from lxml import etree

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def write_tmx(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """All beads with sentences on both sides, witness by witness.

    Renderings in one language are told apart by a private part of the language: ``en-x-a``.
    """
    from lxml import etree  # noqa: PLC0415 - brought only where XML is written

    told = redact(edition, options)
    cuts = (told.collation.seed, *told.collation.others)
    languages = _languages(cuts)
    reasons = _reasons(told)
    header = {
        "creationtool": "variants",
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
                pass
            with xml.element("body"):
                for cut in cuts[1:]:
                    for bead in _beads(told, cut.witness.siglum):
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
    stretch = Span(seed.sentences[bead.seed[0]].start, seed.sentences[bead.seed[-1]].end)
    for span, reason in reasons:
        if stretch.covers(span):
            add(unit, "note", reason)
    add(unit, "prop", other.witness.siglum, type="x-siglum")
    add(unit, "prop", f"{bead.confidence:.4f}", type="x-confidence")
    for cut, sentences in ((seed, bead.seed), (other, bead.other)):
        variant = etree.SubElement(unit, "tuv", {_LANG: languages[cut.witness.siglum]})
        words = squeeze(" ".join(cut.text_of(index) for index in sentences))
        add(variant, "seg", words)
    unit.tail = "\n"
    return unit


def _beads(edition: Edition, siglum: str) -> Iterator[Bead]:
    for passage in edition.collation.passages:
        for rendering in passage.renderings:
            if rendering.siglum == siglum:
                yield from (bead for bead in rendering.beads if bead.seed and bead.other)


def _reasons(edition: Edition) -> list[tuple[Span, str]]:
    """Why the decisions in force were made, with their words in the seed."""
    return [
        (status.span, decision.why)
        for status in edition.decisions.statuses
        for decision in status.live
        if status.span is not None and decision.why
    ]


def _languages(cuts: Iterable[Segmentation]) -> dict[str, str]:
    """For each siglum its language with a private part that no other has."""
    found: dict[str, str] = {}
    for number, cut in enumerate(cuts):
        witness = cut.witness
        tongue = witness.language if _TAG.fullmatch(witness.language) else "und"
        private = "".join(c for c in witness.siglum.lower() if c.isascii() and c.isalnum())[:8]
        own = f"{tongue}-x-{private or number}"
        found[witness.siglum] = own if own not in found.values() else f"{tongue}-x-{number}"
    return found
