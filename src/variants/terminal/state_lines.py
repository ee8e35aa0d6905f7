"""States of places as text for a terminal: signs, names, and the decisions in words."""

from __future__ import annotations

from collections.abc import Sequence

from variants.brief.selection import Selection
from variants.terminal.look import Look
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.types.collation import Entry, Passage
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.decision_text import EditorNames, status_runs
from variants.wording.states import SIGNS, state_counts, within_words
from variants.wording.terms import NOTHING
from variants.wording.text_runs import (
    READINGS,
    Line,
    Style,
    editorial,
    in_quotes,
    shorten_runs,
    shortened,
)

_LOOKS = {
    State.DECIDED: Look.DECIDED,
    State.QUERY: Look.ASKED,
    State.DEFERRED: Look.NOTE,
    State.CONFLICT: Look.CONTESTED,
    State.STALE: Look.ASKED,
    State.LOST: Look.CONTESTED,
    State.UNDECIDED: Look.NOTE,
}
_SHORTENED = READINGS | {Style.REMARK}  # There is little room for a question.
_BETWEEN = StyledPiece(" · ", Look.NOTE)


class States:
    """States of the places of an edition as text; no text at all if nothing is decided.

    Editors are shown by their keys, which are short and which options take.

    Args:
        edition: Edition to show.
        selection: Part of it that is shown.
    """

    def __init__(self, edition: Edition, selection: Selection) -> None:
        seed = edition.collation.seed
        self._seed = seed.witness.text
        self._names = EditorNames(edition.decisions, names={})
        self._counts = state_counts(edition)
        self._states = edition.states()
        self._statuses = edition.statuses()
        self._within = within_words(edition)
        self._outside: dict[int, list[PlaceStatus]] = {}
        chosen_by_reading = selection.classes is not None or selection.kinds is not None
        for status in () if chosen_by_reading else edition.places_without_entry():
            shown = selection.states is None or status.state in selection.states
            if status.span is not None and shown:
                sentence = seed.sentence_at(status.span.start)
                self._outside.setdefault(sentence, []).append(status)
        self.shown = any(status.live for status in edition.decisions.statuses)
        """True if any decision is active: only then are states shown."""

    def counts(self) -> Pieces:
        """Return the number of places in each state."""
        if not self.shown:
            return ()
        counted = [
            StyledPiece(f"{SIGNS[state]} {count} {state.value}", _LOOKS[state])
            for state, count in self._counts.items()
        ]
        return _joined([(each,) for each in counted], StyledPiece("  "))

    def legend(self) -> Pieces:
        """Return the signs of the states that occur, for a layout that does not name them."""
        if not self.shown:
            return ()
        signs = [
            (StyledPiece(f"{SIGNS[state]} {state.value}", _LOOKS[state]),)
            for state in self._counts
            if state is not State.UNDECIDED
        ]
        return _joined(
            [*signs, (StyledPiece("without a sign undecided", Look.NOTE),)], StyledPiece("   ")
        )

    def lines(self, passage: Passage) -> tuple[Pieces, ...]:
        """Return the states of a passage's places, with a line for each place decided on."""
        if not self.shown:
            return ()
        lines: dict[State, list[Pieces]] = {state: [] for state in SIGNS}
        together: dict[tuple[State, str], list[str]] = {}
        for entry in passage.entries:
            state, within = self._states[entry.place], self._within.get(entry.place, "")
            decisions = self.decisions_on(entry)
            if decisions:
                lines[state].append(_decided(state, self._named(entry), decisions))
            elif within or state is not State.UNDECIDED:
                together.setdefault((state, within), []).append(entry.label)
        for status in self._outside_entries(passage):
            lines[status.state].append(self._line_outside(status))
        for (state, within), labels in together.items():
            words = " ".join(filter(None, (", ".join(labels), within)))
            lines[state].append(_line(state, (StyledPiece(words),)))
        return tuple(line for of_state in lines.values() for line in of_state)

    def _named(self, entry: Entry) -> Pieces:
        """Return the label of a place and its words."""
        lemma = in_quotes(shortened(entry.lemma.of(self._seed)), Style.LEMMA)
        return (StyledPiece(f"{entry.label} "), *_pieces((*lemma, *editorial(": "))))

    def outside_entries(self, passage: Passage) -> tuple[Pieces, ...]:
        """Return lines for decisions on words outside all entries, which have no number."""
        return tuple(self._line_outside(status) for status in self._outside_entries(passage))

    def named(self, entry: Entry) -> Pieces:
        """Return sign and name of the state of a place."""
        if not self.shown:
            return ()
        state = self._states[entry.place]
        return (StyledPiece(f"{SIGNS[state]} {state.value}", _LOOKS[state]),)

    def decisions_on(self, entry: Entry) -> Pieces:
        """Return the active decisions on a place with their editors; empty if there are none."""
        status = self._statuses.get(entry.place)
        return self._decisions(status) if status is not None and status.live else ()

    def within(self, entry: Entry) -> Pieces:
        """Return the decided words that an entry without decisions is inside of, if any."""
        words = self._within.get(entry.place, "")
        return (StyledPiece(words),) if words and self.shown else ()

    def bracketed(self, entry: Entry) -> Pieces:
        """Return the sign and the decisions for use inside a line; empty if undecided."""
        state = self._states[entry.place]
        if state is State.UNDECIDED:
            return ()
        sign = StyledPiece(SIGNS[state], _LOOKS[state])
        decisions = self.decisions_on(entry) or self.within(entry)
        return (_BETWEEN, sign, StyledPiece(" "), *decisions) if decisions else (_BETWEEN, sign)

    def _outside_entries(self, passage: Passage) -> list[PlaceStatus]:
        found = (self._outside.get(sentence, ()) for sentence in passage.sentences)
        return [status for in_sentence in found for status in in_sentence]

    def _line_outside(self, status: PlaceStatus) -> Pieces:
        seed = status.span.of(self._seed) if status.span is not None else ""
        words = in_quotes(shortened(seed), Style.LEMMA) or editorial(NOTHING)
        on = (*editorial("on "), *words, *editorial(": "))
        return _decided(status.state, _pieces(on), self._decisions(status))

    def _decisions(self, status: PlaceStatus) -> Pieces:
        return _pieces(shorten_runs(status_runs(status, self._names), _SHORTENED))


def _pieces(line: Line) -> Pieces:
    """Return runs of text as pieces: editors muted, all else plain."""
    return tuple(
        StyledPiece(run.text, Look.NOTE if run.style is Style.EDITOR else Look.TEXT) for run in line
    )


def _decided(state: State, place: Pieces, decisions: Pieces) -> Pieces:
    """Return the line of a place; decisions that begin with the name of the state replace it."""
    if decisions and decisions[0].text.startswith(state.value):
        return (StyledPiece(f"{SIGNS[state]} ", _LOOKS[state]), *place, *decisions)
    return _line(state, (*place, *decisions))


def _line(state: State, more: Pieces = ()) -> Pieces:
    name = StyledPiece(state.value, _LOOKS[state])
    words = (name, StyledPiece(" "), *more) if more else (name,)
    return (StyledPiece(f"{SIGNS[state]} ", _LOOKS[state]), *words)


def _joined(items: Sequence[Pieces], between: StyledPiece) -> Pieces:
    pieces: list[StyledPiece] = []
    for index, item in enumerate(items):
        pieces += (between, *item) if index else item
    return tuple(pieces)
