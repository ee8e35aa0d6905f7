"""The established text in paragraphs and lines, with the markers of its notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from variants.reports.printed.notes import Note
from variants.reports.printed.printed_places import PrintedPlace, sentence_in
from variants.types.edition import Edition, EstablishedRun
from variants.types.sense import Tier
from variants.wording.mark_looks import top_mark
from variants.wording.marks import Mark, seed_marks
from variants.wording.sanitize import NO_BREAK, sanitize_line
from variants.wording.source_places import SourcePlaces

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PARAGRAPH_BREAKS = "\f\u2029"
LINES = re.compile(r"(\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*)")
"""Separator of lines, with the white space around it."""
_WHITE_SPACE = re.compile(rf"([^\S{NO_BREAK}]+)")


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the established text, on one line.

    Attributes:
        text: The words.
        run: The run that contains them, with the decision that put them there.
        tier: Heaviest tier of the readings of witnesses there; ``None`` without any.
        set_aside: True for characters of the seed that are not compared.
    """

    text: str
    run: EstablishedRun
    tier: Tier | None = None
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class SentenceNumber:
    """Beginning of a sentence of the seed.

    Attributes:
        sentence: Number of the sentence, counted from 1.
    """

    sentence: int


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Beginning of words that are from another place in the file of the seed, such as "p. 12"."""

    words: str


@dataclass(frozen=True, slots=True)
class QueryStart:
    """Beginning of the words of a note with an open question."""

    note: Note


@dataclass(frozen=True, slots=True)
class NoteMarker:
    """End of the words of a note, where its marker is."""

    note: Note


TextPiece: TypeAlias = Printed | SourcePlace | SentenceNumber | QueryStart | NoteMarker
ReadingLine: TypeAlias = tuple[TextPiece, ...]


def paragraphs_of(
    edition: Edition,
    notes: Iterable[Note],
    queries: Iterable[Note],
    marked: Iterable[PrintedPlace],
) -> Iterator[tuple[ReadingLine, ...]]:
    """Yield the paragraphs of the established text, with the lines of the seed.

    Args:
        edition: Edition with the text.
        notes: Notes to mark at the end of their words.
        queries: Notes among them whose beginning is marked as well.
        marked: Places of which the words are marked by the tier of their readings.
    """
    paragraph: list[list[TextPiece]] = [[]]
    space = ""
    owner: EstablishedRun | None = None
    waiting: list[TextPiece] = []  # Marks before the next words.
    removed = False
    noted = tuple(notes)
    tiers = _TiersOfPlaces(edition, marked)
    for piece in _pieces(edition, _stops(edition, noted, queries, tiers.borders), tiers):
        if isinstance(piece, Printed):
            removed = removed or not piece.text
            for part in _WHITE_SPACE.split(piece.text):
                if not part or _WHITE_SPACE.fullmatch(part):
                    owner = owner if space else piece.run
                    space += part
                    continue
                yield from _add_space(paragraph, space, owner)
                paragraph[-1] += [*waiting, replace(piece, text=sanitize_line(part))]
                waiting, space, removed = [], "", False
        elif isinstance(piece, NoteMarker):
            # The marks of removed words stay on the line before.
            if waiting and not removed:
                yield from _add_space(paragraph, space, owner)
                space = ""
            paragraph[-1] += [*waiting, piece]
            waiting = []
        else:
            waiting.append(piece)
    paragraph[-1] += waiting
    if any(paragraph):
        yield _finished(paragraph)


def _add_space(
    paragraph: list[list[TextPiece]], space: str, owner: EstablishedRun | None
) -> Iterator[tuple[ReadingLine, ...]]:
    """Add white space as one space, a new line or, after yielding the old, a new paragraph."""
    breaks = breaks_in(space)
    if not space or not any(paragraph):
        return
    if breaks > 1:
        yield _finished(paragraph)
        paragraph[:] = [[]]
    elif breaks:
        paragraph.append([])
    elif paragraph[-1] and owner is not None:
        paragraph[-1].append(Printed(" ", owner))


def breaks_in(space: str) -> int:
    r"""Count the line breaks in white space; a page or paragraph break counts twice.

    Examples:
        >>> breaks_in(" "), breaks_in("\r\n"), breaks_in("\n \n"), breaks_in("\f")
        (0, 1, 2, 2)
    """
    if not space.isspace():
        return 0
    found = _BREAK.findall(space)
    return len(found) + sum(one in _PARAGRAPH_BREAKS for one in found)


def _finished(paragraph: Sequence[Sequence[TextPiece]]) -> tuple[ReadingLine, ...]:
    return tuple(_merged(line) for line in paragraph if line)


def _merged(line: Sequence[TextPiece]) -> ReadingLine:
    """Merge adjacent words of the same run and tier, with the spaces between them."""
    merged: list[TextPiece] = []
    for piece, following in zip(line, [*line[1:], None], strict=True):
        last = merged[-1] if merged else None
        if not isinstance(piece, Printed) or not isinstance(last, Printed):
            merged.append(piece)
            continue
        same_after = isinstance(following, Printed) and _alike(last, following)
        space_within = piece.text == " " and piece.run is last.run and same_after
        if _alike(last, piece) or space_within:
            merged[-1] = replace(last, text=last.text + piece.text)
        else:
            merged.append(piece)
    return tuple(merged)


def _alike(one: Printed, other: Printed) -> bool:
    return (one.run, one.tier, one.set_aside) == (other.run, other.tier, other.set_aside)


@dataclass(frozen=True, slots=True, order=True)
class _Position:
    """Sort key of a stop."""

    offset: int
    sentence: int
    rank: int
    order: int


class _MarkBorder:
    """Border of marked words, which is not printed."""


_Mark: TypeAlias = SourcePlace | SentenceNumber | QueryStart | NoteMarker | _MarkBorder
_Stop: TypeAlias = tuple[int, _Mark]


class _TiersOfPlaces:
    """Tiers of the words of the seed, which are asked for in the order of the text."""

    def __init__(self, edition: Edition, places: Iterable[PrintedPlace]) -> None:
        text = edition.collation.seed.witness.text
        entries = [place.entry for place in places if place.entry is not None]
        judged = [entry for entry in entries if entry.sense is not None and entry.lemma.length]
        marks = seed_marks(judged, text, lambda _entry, _reading: None)
        self._waiting = deque(sorted(marks, key=lambda mark: mark.span))
        self._open: list[Mark[None]] = []
        self._set_aside = [one.span for one in edition.collation.seed.witness.set_aside]
        spans = (*(one.span for one in marks), *self._set_aside)
        self.borders = sorted({at for one in spans for at in (one.start, one.end)})

    def at(self, start: int) -> Tier | None:
        """Return the tier of the words that begin at an offset."""
        while self._waiting and self._waiting[0].span.start <= start:
            self._open.append(self._waiting.popleft())
        self._open = [mark for mark in self._open if mark.span.end > start]
        top = top_mark(self._open)
        return None if top is None else top.tier

    def sets_aside(self, start: int) -> bool:
        """Return True if the character at an offset is not compared."""
        number = bisect_right(self._set_aside, start, key=lambda span: span.start) - 1
        return number >= 0 and start < self._set_aside[number].end


def _stops(
    edition: Edition, notes: Iterable[Note], queries: Iterable[Note], borders: Iterable[int]
) -> deque[_Stop]:
    """Return the marks between the words with their offsets in the seed, in order.

    At the same offset, marks of an earlier sentence come first, then a sentence's number after its
    place in the file.
    """
    places = SourcePlaces(edition.collation.seed)
    found: list[tuple[_Position, _Mark]] = []
    for number, sentence in enumerate(edition.collation.seed.sentences, 1):
        place = places.new_at(number - 1)
        if place:
            found.append((_Position(sentence.start, number, 0, 0), SourcePlace(place)))
        found.append((_Position(sentence.start, number, 0, 1), SentenceNumber(number)))
    for order, note in enumerate(queries):
        start = _Position(note.place.span.start, sentence_in(note.label), 1, order)
        found.append((start, QueryStart(note)))
    for order, note in enumerate(notes):
        end = _Position(note.place.span.end, sentence_in(note.label), 2, order)
        found.append((end, NoteMarker(note)))
    found += [(_Position(at, 0, 0, 0), _MarkBorder()) for at in borders]
    found.sort(key=lambda one: one[0])
    return deque((position.offset, mark) for position, mark in found)


def _pieces(edition: Edition, stops: deque[_Stop], tiers: _TiersOfPlaces) -> Iterator[TextPiece]:
    """Yield the runs, split at each stop; an editor's words are never split."""
    for run in edition.runs():
        pieces = _unchanged(run, stops, tiers) if run.status is None else _changed(run, stops)
        yield from (piece for piece in pieces if not isinstance(piece, _MarkBorder))
    yield from (stop for _, stop in stops if not isinstance(stop, _MarkBorder))


def _unchanged(
    run: EstablishedRun, stops: deque[_Stop], tiers: _TiersOfPlaces
) -> Iterator[TextPiece | _MarkBorder]:
    at = run.seed.start
    while stops and stops[0][0] <= run.seed.end and not _marks_insertion(*stops[0], run):
        offset, stop = stops.popleft()
        if offset > at:
            yield _printed(run, at, offset, tiers)
            at = offset
        yield stop
    if at < run.seed.end:
        yield _printed(run, at, run.seed.end, tiers)


def _printed(run: EstablishedRun, start: int, end: int, tiers: _TiersOfPlaces) -> Printed:
    """Return some characters of a run; a page number that is set aside begins no paragraph."""
    words = run.text[start - run.seed.start : end - run.seed.start]
    tier = tiers.at(start)
    if tiers.sets_aside(start):
        return Printed(_WHITE_SPACE.sub(" ", words), run, None, set_aside=True)
    return Printed(words, run, tier)


def _marks_insertion(offset: int, stop: _Mark, run: EstablishedRun) -> bool:
    """Return True if this is the marker of words that an editor inserts right after the run."""
    if offset < run.seed.end or not isinstance(stop, NoteMarker):
        return False
    return stop.note.place.changes and not stop.note.place.span.length


def _changed(run: EstablishedRun, stops: deque[_Stop]) -> Iterator[TextPiece | _MarkBorder]:
    """Yield the stops inside the run: note markers after its words, all others before them."""
    markers: list[NoteMarker] = []
    while stops and stops[0][0] <= run.seed.end:
        offset, stop = stops[0]
        if _marks_insertion(offset, stop, run) and markers:
            break  # It marks the next words at the same point.
        if isinstance(stop, NoteMarker):
            markers.append(stop)
        elif offset == run.seed.end and (markers or run.seed.length):
            break  # This stop belongs to the next run.
        else:
            yield stop
        stops.popleft()
    yield Printed(run.text, run)
    yield from markers
