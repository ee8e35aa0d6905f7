"""Editions as CollateX's alignment table: stretches in rows, a cell for each witness."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from variants.reports.text_places import PassagePlaces, TextPlace, TextPlaces
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.span import Span
from variants.wording.xml_text import xml_safe

_WORD = re.compile(r"\S+\s*")


def write_collatex(edition: Edition, _options: ReportOptions, file: BinaryIO) -> None:
    """The table, a row at a time; it holds what was found, and nothing of decisions."""
    found = Edition(edition.name, edition.collation)
    seed = found.collation.seed.witness
    sigla = [seed.siglum, *(cut.witness.siglum for cut in found.collation.others)]
    file.write(f'{{"witnesses":{_dumped(sigla)},"table":['.encode())
    between = "\n"
    places = TextPlaces(found)
    for stretch in places.stretches():
        for cells in _rows(stretch, places, seed.text, sigla):
            tokens = [[{"t": word} for word in _words(cell)] for cell in cells]
            if not any(tokens):
                continue
            file.write(f"{between}{_dumped(tokens)}".encode())
            between = ",\n"
    file.write(b"\n]}\n")


def _words(cell: str) -> list[str]:
    """Words with a blank where white space follows; what JSON's readers may refuse is a sign."""
    return [
        xml_safe(word.rstrip()) + (" " if word[-1].isspace() else "")
        for word in _WORD.findall(cell)
    ]


def _rows(
    stretch: PassagePlaces, places: TextPlaces, text: str, sigla: list[str]
) -> Iterator[list[str]]:
    """A row for each stretch that all have, or some have otherwise; their words in order."""
    if stretch.whole is not None:
        whole = {s: words.text for words in stretch.whole.readings for s in words.sigla}
        yield [
            whole.get(siglum, places.taken(siglum, stretch.span, stretch.places))
            for siglum in sigla
        ]
        return
    at = stretch.span.start
    for span, group in _groups(stretch):
        if at < span.start:
            yield [text[at : span.start]] * len(sigla)
        yield [places.taken(siglum, span, group) for siglum in sigla]
        at = span.end
    if at < stretch.span.end:
        yield [text[at : stretch.span.end]] * len(sigla)


def _groups(stretch: PassagePlaces) -> Iterator[tuple[Span, list[TextPlace]]]:
    """Places that share words, with the words from the first to the last."""
    group: list[TextPlace] = []
    span = stretch.span
    for place in stretch.places:
        if group and place.span.start < span.end:
            span = Span(span.start, max(span.end, place.span.end))
            group.append(place)
            continue
        if group:
            yield span, group
        span, group = place.span, [place]
    if group:
        yield span, group


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
