"""The places of the printed apparatus: ``5.2 must ] should A; we must get C (recast)``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.types.collation import Entry, Passage, Reading
from variants.types.decision import Action, Wording
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.status import PlaceStatus, Remark, State
from variants.types.variant import Kind
from variants.wording.decision_text import EditorNames
from variants.wording.passage_notes import said_of
from variants.wording.text_runs import (
    Line,
    Style,
    editorial,
    joined,
    label,
    quoted,
    shortened,
    sigla,
)

_MARKED = frozenset({State.QUERY, State.DEFERRED, State.CONFLICT, State.STALE})
_MANNER = {Kind.RECAST: "(recast)", Kind.MOVED: "(moved)"}


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Words of the seed that have something to be said about.

    Attributes:
        label: For people: "5.2".
        span: Of the seed; a point where witnesses have more.
        entry: Of the apparatus; ``None`` where only editors touched the words.
        standing: How it stands; ``None`` where nobody decided.
        passage: It stands in.
    """

    label: str
    span: Span
    entry: Entry | None
    status: PlaceStatus | None
    passage: Passage | None

    @property
    def state(self) -> State:
        """Where it stands."""
        return State.UNDECIDED if self.status is None else self.status.state

    @property
    def changes(self) -> bool:
        """Whether the text has other words here than the seed."""
        return self.status is not None and self.status.printed is not None

    @property
    def rejected(self) -> bool:
        """Whether editors said that it is no variant."""
        live = () if self.status is None else self.status.live
        return self.state is State.DECIDED and any(one.action is Action.REJECT for one in live)

    @property
    def noted(self) -> bool:
        """Whether it has a note in the text."""
        substantive = self.entry is None or any(r.substantive for r in self.entry.readings)
        return self._is_shown and (self.changes or self.state in _MARKED or substantive)

    @property
    def listed(self) -> bool:
        """Whether it has a line in the list of forms instead."""
        return self._is_shown and not self.noted

    @property
    def _is_shown(self) -> bool:
        return self.state is not State.LOST and not self.rejected


@dataclass(frozen=True, slots=True)
class Note:
    """A place as it is printed.

    Attributes:
        place: It.
        lemma: The words of the text, and to whom they are owed.
        readings: What others have, and what is open.
    """

    place: PrintedPlace
    lemma: Line
    readings: Line

    @property
    def line(self) -> Line:
        """What the note says, without the label."""
        return (*self.lemma, *editorial(" ] "), *self.readings)

    @property
    def label(self) -> str:
        """For people: "5.2"."""
        return self.place.label


def sentence_in(label: str) -> int:
    """The seed's sentence that a label begins with.

    Examples:
        >>> sentence_in("17.2"), sentence_in("17+1.1"), sentence_in("lost")
        (17, 17, 0)
    """
    digits = re.match(r"[0-9]+", label)
    return int(digits[0]) if digits else 0


class NoteBuilder:
    """Writes the notes of one edition."""

    def __init__(self, edition: Edition, names: EditorNames) -> None:
        self._text = edition.collation.seed.witness.text
        self._seed = edition.collation.seed.witness.siglum
        self._starts = {sentence.start for sentence in edition.collation.seed.sentences}
        self._names = names
        changed = (one for one in edition.decisions.statuses if one.printed is not None)
        self._changed = [one.span for one in changed if one.span is not None]

    def note(self, place: PrintedPlace) -> Note:
        """The note on a place."""
        readings = joined("; ", self._readings(place))
        if place.state in _MARKED:
            readings = (*readings, *editorial(" — "), *label(place.state.value))
        return Note(place, self._lemma(place), readings)

    def lemma_of(self, place: PrintedPlace) -> Line:
        """The seed's words, shortened; where it has none, the word they would stand at."""
        words = shortened(place.span.of(self._text))
        return quoted(words, Style.LEMMA) if words else self._neighbour(place)

    def _lemma(self, place: PrintedPlace) -> Line:
        """The words printed, and to whom they are owed where they are not the seed's."""
        if place.status is None or place.status.printed is None:
            # Where another decision changed some of the words, they are the seed's alone.
            owed = sigla([self._seed]) if self._is_touched(place.span) else ()
            return joined(" ", [self.lemma_of(place), owed])
        words = shortened(place.status.printed)
        line = quoted(words, Style.EMENDED) or label("words left out")
        with_them = self._with(place.status.printed, place.entry)
        editors = self._names.editors(place.status)
        return joined(" ", [line, sigla(with_them), joined(", ", editors)])

    def _is_touched(self, span: Span) -> bool:
        """Whether the text has other words for some of these; changed spans do not overlap."""
        after = bisect_left(self._changed, Span(span.end, span.end))
        return after > 0 and self._changed[after - 1].end > span.start

    def _neighbour(self, place: PrintedPlace) -> Line:
        at = place.span.start
        # A lookup of bounded length: a text need not have any blank.
        before, after = self._text[max(0, at - 80) : at].split(), self._text[at : at + 80].split()
        if after and (at in self._starts or not before):
            return (*editorial("before "), *quoted(shortened(after[0]), Style.LEMMA))
        return (*editorial("after "), *quoted(shortened("".join(before[-1:])), Style.LEMMA))

    def _with(self, printed: str, entry: Entry | None) -> tuple[str, ...]:
        """The witnesses that have the printed words."""
        readings = () if entry is None else entry.readings
        return next((one.sigla for one in readings if one.wording == printed.strip()), ())

    def _readings(self, place: PrintedPlace) -> Iterator[Line]:
        entry, status = place.entry, place.status
        printed = None if status is None else status.printed
        if status is not None and status.live:
            yield from self._alternatives(status)
        seen = status.live[-1].saw if entry is None and status and status.live else ()
        if printed is not None:
            agreeing = entry.agreeing if entry is not None else self._others(seen[:1])
            words = quoted(shortened(place.span.of(self._text)), Style.READING)
            yield joined(" ", [words or label("nothing"), sigla([self._seed, *agreeing])])
        for wording in seen[1:]:
            words = quoted(wording.text, Style.READING) or label("omitted")
            yield joined(" ", [words, sigla(wording.sigla)])
        if status is not None and status.was and Remark.SPENT in status.remarks:
            was = quoted(status.was, Style.READING)
            yield joined(" ", [was, sigla([self._seed]), label("earlier")])
        if entry is None:
            return
        for reading in entry.readings:
            if printed is None or reading.sigla != self._with(printed, entry):
                yield self._reading(reading, entry)
        yield from self._absent(entry, place.passage)

    def _others(self, seen: Sequence[Wording]) -> tuple[str, ...]:
        """Who else had the seed's words when editors looked."""
        return tuple(siglum for one in seen for siglum in one.sigla if siglum != self._seed)

    def _alternatives(self, status: PlaceStatus) -> Iterator[Line]:
        for decision in status.live:
            if decision.action is Action.ALTERNATES and status.state is State.DECIDED:
                for wording in decision.also:
                    words = quoted(wording.text, Style.READING) or label("nothing")
                    yield joined(" ", [label("or"), words, sigla(wording.sigla)])

    def _reading(self, reading: Reading, entry: Entry) -> Line:
        manner = _MANNER.get(reading.kind, "")
        words = quoted(reading.wording, Style.READING)
        if not words:
            manner = said_of(reading)
        elif not entry.lemma.length:
            words = (*label("added"), *editorial(" "), *words)
            manner = said_of(reading) if reading.maybe_missed else ""
        return joined(" ", [words, label(manner) if manner else (), sigla(reading.sigla)])

    def _absent(self, entry: Entry, passage: Passage | None) -> Iterator[Line]:
        """Witnesses that differ around this place as a whole, and so not here.

        Those that differ only inside it have their notes there.
        """
        if passage is None or not passage.sentences:
            return
        for rendering in passage.renderings:
            siglum = rendering.siglum
            if siglum in entry.agreeing or entry.reading_of(siglum):
                continue
            over = _over(entry, siglum, passage.entries)
            if not rendering.sentences or (over is not None and not over[1].wording):
                yield joined(" ", [label("wanting"), sigla([siglum])])
            elif over is not None:
                yield joined(" ", [sigla([siglum]), editorial(f"see {over[0].label}")])


def _over(entry: Entry, siglum: str, entries: Sequence[Entry]) -> tuple[Entry, Reading] | None:
    """The place around this one at which the witness differs as a whole."""
    for one in entries:
        reading = one.reading_of(siglum)
        if one is not entry and reading is not None and one.lemma.covers(entry.lemma):
            return one, reading
    return None
