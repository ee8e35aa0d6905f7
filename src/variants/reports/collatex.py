"""Reports as an alignment table of CollateX: a list of rows with a cell for each witness."""

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
    """Write the table row by row. It holds the collation, without any decisions."""
    undecided = Edition(edition.name, edition.collation)
    seed = undecided.collation.seed.witness
    sigla = [seed.siglum, *(cut.witness.siglum for cut in undecided.collation.others)]
    file.write(f'{{"witnesses":{_dumped(sigla)},"table":['.encode())
    separator = "\n"
    places = TextPlaces(undecided)
    for passage in places.passages():
        for cells in _rows(passage, places, seed.text, sigla):
            tokens = [[{"t": word} for word in _words(cell)] for cell in cells]
            if not any(tokens):
                continue
            file.write(f"{separator}{_dumped(tokens)}".encode())
            separator = ",\n"
    file.write(b"\n]}\n")


def _words(cell: str) -> list[str]:
    """Split into words, each with one space if white space follows; escape control characters."""
    return [
        xml_safe(word.rstrip()) + (" " if word[-1].isspace() else "")
        for word in _WORD.findall(cell)
    ]


def _rows(
    passage: PassagePlaces, places: TextPlaces, text: str, sigla: list[str]
) -> Iterator[list[str]]:
    """Yield the words of all witnesses, for each span on which they agree or differ."""
    if passage.whole is not None:
        whole = {s: words.text for words in passage.whole.readings for s in words.sigla}
        yield [
            whole.get(siglum, places.text_of(siglum, passage.span, passage.places))
            for siglum in sigla
        ]
        return
    at = passage.span.start
    for span, group in _groups(passage):
        if at < span.start:
            yield [text[at : span.start]] * len(sigla)
        yield [places.text_of(siglum, span, group) for siglum in sigla]
        at = span.end
    if at < passage.span.end:
        yield [text[at : passage.span.end]] * len(sigla)


def _groups(passage: PassagePlaces) -> Iterator[tuple[Span, list[TextPlace]]]:
    """Yield groups of overlapping places, each with the span that they cover together."""
    group: list[TextPlace] = []
    span = passage.span
    for place in passage.places:
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
