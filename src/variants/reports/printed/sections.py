"""Lists after the text of a printed edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from variants.reports.printed.file_places import FilePlaces
from variants.reports.printed.notes import Note, NoteBuilder
from variants.reports.printed.printed_places import PrintedPlace
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.status import State
from variants.wording.decision_text import (
    EditorNames,
    decided_on,
    decision_with_editor,
    full_decisions,
)
from variants.wording.passage_notes import notes_on
from variants.wording.terms import NOTHING
from variants.wording.text_runs import (
    Line,
    Style,
    editorial,
    joined,
    label,
    mark_change,
    quoted,
    sigla,
)

_OPEN = frozenset({State.QUERY, State.DEFERRED, State.CONFLICT, State.STALE, State.LOST})
_BETWEEN = " · "
_REASONED = frozenset({Action.KEEP, Action.REJECT})


@dataclass(frozen=True, slots=True)
class Section:
    """A list with its title; each line is an item."""

    title: str
    lines: tuple[Line, ...]


class SectionBuilder:
    """Builder of the lists of an edition."""

    def __init__(
        self, edition: Edition, names: EditorNames, notes: NoteBuilder, files: FilePlaces
    ) -> None:
        self._edition = edition
        self._text = edition.collation.seed.witness.text
        self._names = names
        self._notes = notes
        self._files = files

    def emendation(self, place: PrintedPlace) -> tuple[Line, Line, Line, Line]:
        """Return the row of an emendation: place, words here and in the seed, and reason."""
        status = place.status
        printed = "" if status is None or status.printed is None else status.printed
        own = place.span.of(self._text)
        return (
            editorial(place.label),
            quoted(mark_change(printed, own), Style.EMENDED) or label(NOTHING),
            quoted(mark_change(own, printed), Style.LEMMA) or label(NOTHING),
            () if status is None else full_decisions(status, self._names),
        )

    def textual_notes(self, places: Iterable[PrintedPlace]) -> Section:
        """Return the reasons for keeping the seed's words, without those given by a rule."""
        lines = []
        for place in places:
            status = place.status
            if status is None or place.state is not State.DECIDED or place.changes:
                continue
            if any(self._explains(decision) for decision in status.live) or status.comments:
                lines.append(self._about(place, full_decisions(status, self._names)))
        return Section("Textual notes", tuple(lines))

    def _explains(self, decision: Decision) -> bool:
        return decision.action in _REASONED and self._names.adds_reason(decision)

    def alternatives(self, places: Iterable[PrintedPlace]) -> Section:
        """Return the places where alternatives to the main reading are printed."""
        lines = []
        for place in places:
            if place.status is None or place.state is not State.DECIDED:
                continue
            lines += [
                self._about(place, decision_with_editor(decision, self._names))
                for decision in place.status.live
                if decision.action is Action.ALTERNATES
            ]
        return Section("Alternatives left open", tuple(lines))

    def questions(self, places: Sequence[PrintedPlace]) -> Section:
        """Return the open places; undecided ones are only listed by label, if others are not."""
        open_places = [place for place in places if place.around is None and place.state in _OPEN]
        lines = [(*editorial(f"{place.label} "), *self.question(place)) for place in open_places]
        undecided = [place.label for place in places if place.state is State.UNDECIDED]
        if undecided and len(undecided) < len(places):
            lines.append(editorial(f"Undecided: {labels(undecided)}."))
        return Section("Open questions", tuple(lines))

    def question(self, place: PrintedPlace) -> Line:
        """Return a line about an open place: its words, its state and its decisions."""
        status = place.status
        if status is None:
            return ()
        words = self._notes.lemma_of(place) if status.span is not None else ()
        state = joined(", ", [words, label(status.state.value), decided_on(status)])
        return joined(" · ", [state, full_decisions(status, self._names)])

    def forms(self, notes: Sequence[Note]) -> Section:
        """Return the notes on names and forms, those of a sentence in one line."""
        lines = ((*editorial(f"{note.label} "), *note.line) for note in notes)
        sentences = groupby(
            zip(notes, lines, strict=True), key=lambda pair: pair[0].label.rpartition(".")[0]
        )
        return Section(
            "Names and forms",
            tuple(joined(_BETWEEN, (line for _, line in members)) for _, members in sentences),
        )

    def alignment(self) -> Section:
        """Return the sentences that witnesses join, split or move, and uncertain alignments."""
        lines = []
        for passage in self._edition.collation.passages:
            found = []
            for rendering in passage.renderings:
                named = self._files.with_sentences(rendering.siglum, rendering.sentences)
                for note in notes_on(rendering):
                    found.append((*named, *editorial(f" {note}")))
                    named = sigla([rendering.siglum])
            if found:
                lines.append((*editorial(f"{passage.label} "), *joined(_BETWEEN, found)))
        return Section("Sentences joined, split and moved", tuple(lines))

    def file_places(self) -> Section:
        """Return the places of the sentences in the files of the texts."""
        return Section("Places in the files", tuple(self._files.concordance()))

    def _about(self, place: PrintedPlace, *parts: Line) -> Line:
        head = (*editorial(f"{place.label} "), *self._notes.lemma_of(place))
        return joined(" ", [(*head, *editorial(":")), *parts])


def labels(names: Sequence[str]) -> str:
    """Join labels of places; consecutive ones in a sentence become a range.

    Examples:
        >>> labels(["1.1", "1.2", "1.3", "2.1", "17+1.1", "18.2", "18.4"])
        '1.1–1.3, 2.1, 17+1.1, 18.2, 18.4'
    """
    found = []
    for _, group in groupby(enumerate(names), key=lambda one: _range_key(*one)):
        members = [name for _, name in group]
        found.append(members[0] if len(members) == 1 else f"{members[0]}–{members[-1]}")
    return ", ".join(found)


def _range_key(index: int, name: str) -> tuple[str, int | str]:
    """Return a key that is equal for all labels of a range."""
    sentence, _, number = name.rpartition(".")
    return sentence, int(number) - index if number.isdecimal() else name
