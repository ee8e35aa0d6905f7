"""Notes of the printed apparatus: ``5.2 must ] should A; we must get C (recast)``."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from variants.reports.printed.file_places import FilePlaces
from variants.reports.printed.occurrences import Occurrences
from variants.reports.printed.printed_places import PrintedPlace
from variants.reports.printed.witness_words import WitnessWords, WordsOfWitnesses
from variants.types.collation import Entry, Passage, Reading
from variants.types.decision import Action, Wording
from variants.types.edition import Edition
from variants.types.span import Span, squeeze
from variants.types.status import PlaceStatus, Remark, State
from variants.types.variant import Kind
from variants.wording.decision_text import EditorNames
from variants.wording.margin_words import SENSE_SIGN, margin_words, sort_words
from variants.wording.passage_notes import reading_note
from variants.wording.terms import ADDED, LEFT_OUT, MOVED, NOT_FOUND, NOTHING, OMITTED, RECAST
from variants.wording.text_runs import (
    Line,
    Style,
    editorial,
    joined,
    label,
    mark_change,
    mark_paragraphs,
    quoted,
    shortened,
    sigla,
)

_REMARKS = {Kind.RECAST: f"({RECAST})", Kind.MOVED: f"({MOVED})"}


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the apparatus.

    Attributes:
        place: The place it is about.
        lemma: Words of the text, with their witnesses and editors if they are not the seed's.
        readings: Readings of the witnesses, and the state of the place if it is open.
    """

    place: PrintedPlace
    lemma: Line
    readings: Line

    @property
    def line(self) -> Line:
        """Text of the note without the label."""
        return (*self.lemma, *editorial(" ] "), *self.readings)

    @property
    def label(self) -> str:
        """Label for people ("5.2")."""
        return self.place.label


class NoteBuilder:
    """Builder of the notes of an edition."""

    def __init__(self, edition: Edition, names: EditorNames, files: FilePlaces) -> None:
        self._text = edition.collation.seed.witness.text
        self._seed = edition.collation.seed.witness.siglum
        self._starts = {sentence.start for sentence in edition.collation.seed.sentences}
        self._names = names
        self._collation = edition.collation
        self._words = WordsOfWitnesses(edition.collation)
        self._files = files
        self._occurrences = Occurrences(edition)
        changed = (one for one in edition.decisions.statuses if one.printed is not None)
        self._changed = [one.span for one in changed if one.span is not None]

    def note(self, place: PrintedPlace) -> Note:
        """Return the note on a place."""
        readings = joined("; ", self._readings(place)) or editorial("all witnesses")
        if place.marked:
            readings = (*readings, *editorial(" — "), *label(place.state.value))
        return Note(place, self._lemma(place), readings)

    def lemma_of(self, place: PrintedPlace) -> Line:
        """Return the seed's words, shortened; if it has none, the word next to the point.

        Words that the text has several times in the sentence are numbered.
        """
        words = _shown(self._collation.seed.witness.wording(place.span))
        if not words:
            return self._neighbour(place)
        changed = self._is_changed(place.span)
        number = "" if changed else self._number(place.span, place.span.of(self._text))
        return (*quoted(words, Style.LEMMA), *editorial(number))

    def _lemma(self, place: PrintedPlace) -> Line:
        """Return the printed words, with their witnesses and editors if they are not the seed's."""
        if place.status is None or place.status.printed is None:
            # If another decision changed some of these words, the text does not have all of them.
            named = self._with_seed(place) if self._is_changed(place.span) else ()
            return joined(" ", [self.lemma_of(place), sigla(named)])
        own = place.span.of(self._text)
        printed = quoted(shortened(mark_change(place.status.printed, own)), Style.EMENDED)
        number = self._number(place.span, place.status.printed)
        line = (*printed, *editorial(number)) if printed else label("words left out")
        witnesses = self._witnesses_with(place.status.printed, place)
        editors = self._names.editors(place.status)
        return joined(" ", [line, sigla(witnesses), joined(", ", editors)])

    def _is_changed(self, span: Span) -> bool:
        """Return True if a decision changes some of these words; changed spans do not overlap."""
        after = bisect_left(self._changed, Span(span.end, span.end))
        return after > 0 and self._changed[after - 1].end > span.start

    def _neighbour(self, place: PrintedPlace) -> Line:
        at = place.span.start
        # The context is limited because a text may have no white space at all.
        before, after = self._text[max(0, at - 80) : at], self._text[at : at + 80].split()
        if after and (at in self._starts or not before.strip()):
            return (*editorial("before "), *quoted(shortened(after[0]), Style.LEMMA))
        word = "".join(before.split()[-1:])
        end = at - len(before) + len(before.rstrip())
        number = self._number(Span(end - len(word), end), word)
        return (*editorial("after "), *quoted(shortened(word), Style.LEMMA), *editorial(number))

    def _number(self, span: Span, words: str) -> str:
        return self._occurrences.number(span, words)

    def _with_seed(self, place: PrintedPlace) -> tuple[str, ...]:
        """Return the seed and the witnesses that have its words at a place."""
        if place.entry is not None and not place.span.length:
            others = [cut.witness.siglum for cut in self._collation.others]
            return (self._seed, *(one for one in others if place.entry.reading_of(one) is None))
        words = place.span.words_of(self._text)
        agreeing = [one.siglum for one in self._words.at(place.span) if one.text == words]
        if place.entry is not None:
            agreeing = [siglum for siglum in agreeing if siglum in place.entry.agreeing]
        return (self._seed, *agreeing)

    def _witnesses_with(self, printed: str, place: PrintedPlace) -> tuple[str, ...]:
        """Return the witnesses that have exactly these words at a place, in one piece."""
        words = squeeze(printed)
        if words == place.span.words_of(self._text):
            return ()  # Only the borders of paragraphs differ, which are not compared.
        if place.entry is None:
            return tuple(one.siglum for one in self._words.at(place.span) if one.text == words)
        return tuple(
            siglum
            for reading in place.entry.readings
            if reading.wording == words and reading.kind is not Kind.MOVED
            for siglum in reading.sigla
            if not self._collation.is_parted(reading, siglum)
        )

    def _readings(self, place: PrintedPlace) -> Iterator[Line]:
        entry, status = place.entry, place.status
        printed = None if status is None else status.printed
        named = set() if printed is None else {*self._witnesses_with(printed, place)}
        for wording in _alternatives(status):
            witnesses = self._witnesses_with(wording.text, place)
            left_out = label(LEFT_OUT if place.span.length else NOTHING)
            words = quoted(wording.text, Style.READING) or left_out
            yield joined(" ", [label("or"), words, sigla(witnesses)])
            named |= {*witnesses}
        if printed is not None:
            own = mark_change(place.span.of(self._text), printed)
            words = quoted(shortened(own), Style.READING)
            yield joined(" ", [words or label(NOTHING), sigla(self._with_seed(place))])
        if status is not None and status.was and Remark.SPENT in status.remarks:
            was = quoted(status.was, Style.READING)
            yield joined(" ", [was, sigla([self._seed]), label("earlier")])
        if entry is None:
            yield from self._other_words(place, printed, named)
            return
        for reading in entry.readings:
            is_absent = reading.missing and not entry.missing
            if not is_absent and not named.issuperset(reading.sigla):
                yield self._with_sense(self._reading(reading, entry), reading, entry)
        yield from self._absent(entry, place.passage)

    def _other_words(
        self, place: PrintedPlace, printed: str | None, named: Container[str]
    ) -> Iterator[Line]:
        """Yield the words of witnesses that have neither the seed's nor the printed ones."""
        own = place.span.words_of(self._text)
        known = {own} if printed is None else {own, squeeze(printed)}
        groups: dict[WitnessWords, list[str]] = {}
        for words in self._words.at(place.span):
            if words.siglum not in named and (words.text is None or words.text not in known):
                same = dataclasses.replace(words, siglum="")
                groups.setdefault(same, []).append(words.siglum)
        for same, names in groups.items():
            yield self._words_line(same, names)

    @staticmethod
    def _words_line(words: WitnessWords, names: Sequence[str]) -> Line:
        if words.text is None:
            return joined(" ", [sigla(names), editorial(f"see {', '.join(words.labels)}")])
        nothing = label(NOT_FOUND if words.maybe_missed else OMITTED)
        own = quoted(mark_paragraphs(words.in_paragraphs), Style.READING)
        return joined(" ", [own or nothing, sigla(names)])

    def _with_sense(self, line: Line, reading: Reading, entry: Entry) -> Line:
        """Return a reading with its difference that is likely to touch the sense, in words.

        If the note has these words already, it is the sort of the difference.
        """
        lemma = self._collation.seed.witness.wording(entry.lemma)
        words = sort_words(reading, lemma)
        if words is None:
            words = margin_words(reading, lemma)
            if not words:
                return line
        sign = f" {SENSE_SIGN} " if words else f" {SENSE_SIGN}"
        return (*line, *editorial(sign), *(label(words) if words else ()))

    def _reading(self, reading: Reading, entry: Entry) -> Line:
        remark = _REMARKS.get(reading.kind, "")
        words = quoted(reading.wording, Style.READING)
        if not words:
            remark = reading_note(reading)
        elif not entry.lemma.length:
            words = (*label(ADDED), *editorial(" "), *words)
            remark = f"({NOT_FOUND})" if reading.maybe_missed else ""
        having = [one for one in reading.attestations if not one.missing]
        of_sentences = not entry.lemma.length or self._collation.seed.is_whole(entry.lemma)
        named = (
            self._files.with_readings(having or reading.attestations)
            if of_sentences
            else sigla([one.siglum for one in having] or reading.sigla)
        )
        return joined(" ", [words, label(remark) if remark else (), named])

    def _absent(self, entry: Entry, passage: Passage | None) -> Iterator[Line]:
        """Yield the witnesses that neither agree nor differ here, with a reference.

        They have no counterpart, or differ at a larger place around this one. Witnesses that
        differ only at places inside this one are not mentioned, nor witnesses without text here,
        which the list of witnesses states.
        """
        if passage is None or not passage.sentences:
            return
        for rendering in passage.renderings:
            siglum = rendering.siglum
            if siglum in entry.agreeing or entry.reading_of(siglum) or siglum in passage.missing:
                continue
            around = _around(entry, siglum, passage.entries)
            if around is not None and not around[1].wording:
                yield joined(" ", [label(reading_note(around[1])), sigla([siglum])])
            elif not rendering.sentences:
                yield joined(" ", [label(OMITTED), sigla([siglum])])
            elif around is not None:
                yield joined(" ", [sigla([siglum]), editorial(f"see {around[0].label}")])


def _alternatives(status: PlaceStatus | None) -> list[Wording]:
    """Return the words that are printed beside those of the text."""
    if status is None or status.state is not State.DECIDED:
        return []
    printed = [one for one in status.live if one.action is Action.ALTERNATES]
    return list(dict.fromkeys(wording for decision in printed for wording in decision.also))


def _shown(text: str) -> str:
    """Return words, if they are long shortened, with ¶ at the beginning of a paragraph."""
    return shortened(mark_paragraphs(text))


def _around(entry: Entry, siglum: str, entries: Sequence[Entry]) -> tuple[Entry, Reading] | None:
    """Return the larger entry around this one in which the witness differs, with its reading."""
    for one in entries:
        reading = one.reading_of(siglum)
        if one is not entry and reading is not None and one.lemma.covers(entry.lemma):
            return one, reading
    return None
