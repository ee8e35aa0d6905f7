"""The reading text in paragraphs and lines, with the marks of its notes."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.reports.printed.notes import Note, sentence_in
from variants.types.edition import Edition, EstablishedRun
from variants.wording.sanitize import sanitize_line

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WHOLE_BREAKS = "\f\u2029"
LINES = re.compile(r"(\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*)")
"""Splits a text into its lines and the blanks between them."""
_BLANKS = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the reading text, on one line.

    Attributes:
        text: They.
        run: The stretch they are from; tells whose decision put them there.
    """

    text: str
    run: EstablishedRun


@dataclass(frozen=True, slots=True)
class Number:
    """Here begins a sentence of the seed, counted from 1."""

    sentence: int


@dataclass(frozen=True, slots=True)
class QueryStart:
    """Here begin the words of a note that somebody has to look at."""

    note: Note


@dataclass(frozen=True, slots=True)
class Marker:
    """Here end the words of a note: where its sign stands."""

    note: Note


TextPiece: TypeAlias = Printed | Number | QueryStart | Marker
LineOfText: TypeAlias = tuple[TextPiece, ...]


def paragraphs_of(
    edition: Edition, notes: Iterable[Note], opened: Iterable[Note]
) -> Iterator[tuple[LineOfText, ...]]:
    """The reading text, a paragraph at a time, each in the lines of the seed.

    Args:
        edition: Whose text.
        notes: Whose signs stand at the end of their words.
        opened: Those of them whose beginning is marked as well.
    """
    paragraph: list[list[TextPiece]] = [[]]
    blank = ""
    owner: EstablishedRun | None = None
    for piece in _pieces(edition, _stops(edition, notes, opened)):
        if isinstance(piece, Printed):
            for part in _BLANKS.split(piece.text):
                if not part or part.isspace():
                    owner = owner if blank else piece.run
                    blank += part
                    continue
                yield from _broken(paragraph, blank, owner)
                paragraph[-1].append(Printed(sanitize_line(part), piece.run))
                blank = ""
            continue
        if not isinstance(piece, Marker):
            yield from _broken(paragraph, blank, owner)
            blank = ""
        paragraph[-1].append(piece)
    if any(paragraph):
        yield _finished(paragraph)


def _broken(
    paragraph: list[list[TextPiece]], blank: str, owner: EstablishedRun | None
) -> Iterator[tuple[LineOfText, ...]]:
    """Begin a new paragraph or line if the blank says so, else put a blank."""
    breaks = breaks_in(blank)
    if not blank or not any(paragraph):
        return
    if breaks > 1:
        yield _finished(paragraph)
        paragraph[:] = [[]]
    elif breaks:
        paragraph.append([])
    elif paragraph[-1] and owner is not None:
        paragraph[-1].append(Printed(" ", owner))


def breaks_in(blank: str) -> int:
    r"""How many ends of line it holds; one for a page or a paragraph counts twice.

    Examples:
        >>> breaks_in(" "), breaks_in("\r\n"), breaks_in("\n \n"), breaks_in("\f")
        (0, 1, 2, 2)
    """
    if not blank.isspace():
        return 0
    found = _BREAK.findall(blank)
    return len(found) + sum(one in _WHOLE_BREAKS for one in found)


def _finished(paragraph: Sequence[Sequence[TextPiece]]) -> tuple[LineOfText, ...]:
    return tuple(_merged(line) for line in paragraph if line)


def _merged(line: Sequence[TextPiece]) -> LineOfText:
    """Neighbouring words of one run as one piece."""
    merged: list[TextPiece] = []
    for piece in line:
        last = merged[-1] if merged else None
        if isinstance(piece, Printed) and isinstance(last, Printed) and piece.run is last.run:
            merged[-1] = Printed(last.text + piece.text, piece.run)
        else:
            merged.append(piece)
    return tuple(merged)


@dataclass(frozen=True, slots=True, order=True)
class _Where:
    """Where something stands between the words: what sorts it."""

    offset: int
    sentence: int
    rank: int
    order: int


_Stop: TypeAlias = tuple[int, Number | QueryStart | Marker]


def _stops(edition: Edition, notes: Iterable[Note], opened: Iterable[Note]) -> deque[_Stop]:
    """Where in the seed something stands between the words, in order.

    At one offset what belongs to an earlier sentence comes first, then a sentence's number.
    """
    found: list[tuple[_Where, Number | QueryStart | Marker]] = [
        (_Where(sentence.start, number, 0, 0), Number(number))
        for number, sentence in enumerate(edition.collation.seed.sentences, 1)
    ]
    for order, note in enumerate(opened):
        found.append(
            (_Where(note.place.span.start, sentence_in(note.label), 1, order), QueryStart(note))
        )
    for order, note in enumerate(notes):
        found.append((_Where(note.place.span.end, sentence_in(note.label), 2, order), Marker(note)))
    return deque((where.offset, stop) for where, stop in sorted(found, key=lambda one: one[0]))


def _pieces(edition: Edition, stops: deque[_Stop]) -> Iterator[TextPiece]:
    """The runs, cut where a stop stands; what an editor put in is never cut."""
    for run in edition.runs():
        yield from _unchanged(run, stops) if run.status is None else _changed(run, stops)
    for _, stop in stops:
        yield stop


def _unchanged(run: EstablishedRun, stops: deque[_Stop]) -> Iterator[TextPiece]:
    at = run.seed.start
    while stops and stops[0][0] <= run.seed.end and not _put_in(*stops[0], run):
        offset, stop = stops.popleft()
        if offset > at:
            yield Printed(run.text[at - run.seed.start : offset - run.seed.start], run)
            at = offset
        yield stop
    if at < run.seed.end:
        yield Printed(run.text[at - run.seed.start :], run)


def _put_in(offset: int, stop: Number | QueryStart | Marker, run: EstablishedRun) -> bool:
    """Whether a sign belongs to words that an editor puts in right after this run."""
    if offset < run.seed.end or not isinstance(stop, Marker):
        return False
    return stop.note.place.changes and not stop.note.place.span.length


def _changed(run: EstablishedRun, stops: deque[_Stop]) -> Iterator[TextPiece]:
    """Numbers and openings from inside stand before the words, signs after them."""
    signs: list[Marker] = []
    while stops and stops[0][0] <= run.seed.end:
        offset, stop = stops[0]
        if isinstance(stop, Marker):
            signs.append(stop)
        elif offset == run.seed.end and (signs or run.seed.length):
            break  # What follows begins here.
        else:
            yield stop
        stops.popleft()
    yield Printed(run.text, run)
    yield from signs
