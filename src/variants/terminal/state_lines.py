"""States of places as text for a terminal: signs, names, and the decisions in words."""

from __future__ import annotations

from collections.abc import Sequence

from variants.terminal.passage_block import StateLine
from variants.terminal.selection import Selection
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.terminal.superscripts import numbers_of
from variants.types.collation import Entry, Passage
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.decision_text import EditorNames, status_runs
from variants.wording.marks import Role
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

_ROLES = {
    State.DECIDED: Role.DECIDED,
    State.QUERY: Role.ASKED,
    State.DEFERRED: Role.NOTE,
    State.CONFLICT: Role.CONTESTED,
    State.STALE: Role.ASKED,
    State.LOST: Role.CONTESTED,
    State.UNDECIDED: Role.NOTE,
}
_SHORTENED = READINGS | {Style.REMARK}  # There is little room for a question.
_BETWEEN = StyledPiece(" · ", Role.NOTE)


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
            StyledPiece(f"{SIGNS[state]} {count} {state.value}", _ROLES[state])
            for state, count in self._counts.items()
        ]
        return _joined([(each,) for each in counted], StyledPiece("  "))

    def legend(self) -> Pieces:
        """Return the signs of the states that occur, for a layout that does not name them."""
        if not self.shown:
            return ()
        signs = [
            (StyledPiece(f"{SIGNS[state]} {state.value}", _ROLES[state]),)
            for state in self._counts
            if state is not State.UNDECIDED
        ]
        return _joined(
            [*signs, (StyledPiece("without a sign undecided", Role.NOTE),)], StyledPiece("   ")
        )

    def lines(self, passage: Passage) -> tuple[StateLine, ...]:
        """Return the states of a passage's places, with a line for each place decided on."""
        if not self.shown:
            return ()
        numbers = numbers_of(passage)
        lines: dict[State, list[StateLine]] = {state: [] for state in SIGNS}
        undecided: dict[tuple[State, str], list[Pieces]] = {}
        for entry in passage.entries:
            state, number = self._states[entry.place], numbers[entry.place]
            decisions = self.decisions_on(entry)
            if decisions:
                lines[state].append(_decided(state, (*number, StyledPiece(" ")), decisions))
            else:
                within = self._within.get(entry.place, "")
                undecided.setdefault((state, within), []).append(number)
        for status in self._outside_entries(passage):
            lines[status.state].append(self._line_outside(status))
        for (state, within), run in undecided.items():
            if state is State.UNDECIDED and not within and len(run) == len(passage.entries):
                continue
            words = (StyledPiece(within),) if within else ()
            # Without a comma ¹ and ² would read as twelve.
            listed = _joined(run, StyledPiece(",", Role.NUMBER))
            between = (StyledPiece(" "),) if words else ()
            lines[state].append(_line(state, (*listed, *between, *words)))
        return tuple(line for of_state in lines.values() for line in of_state)

    def outside_entries(self, passage: Passage) -> tuple[StateLine, ...]:
        """Return lines for decisions on words outside all entries, which have no number."""
        return tuple(self._line_outside(status) for status in self._outside_entries(passage))

    def named(self, entry: Entry) -> Pieces:
        """Return sign and name of the state of a place."""
        if not self.shown:
            return ()
        state = self._states[entry.place]
        return (StyledPiece(f"{SIGNS[state]} {state.value}", _ROLES[state]),)

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
        sign = StyledPiece(SIGNS[state], _ROLES[state])
        decisions = self.decisions_on(entry) or self.within(entry)
        return (_BETWEEN, sign, StyledPiece(" "), *decisions) if decisions else (_BETWEEN, sign)

    def _outside_entries(self, passage: Passage) -> list[PlaceStatus]:
        found = (self._outside.get(sentence, ()) for sentence in passage.sentences)
        return [status for in_sentence in found for status in in_sentence]

    def _line_outside(self, status: PlaceStatus) -> StateLine:
        seed = status.span.of(self._seed) if status.span is not None else ""
        words = in_quotes(shortened(seed), Style.LEMMA) or editorial(NOTHING)
        on = (*editorial("on "), *words, *editorial(": "))
        return _decided(status.state, _pieces(on), self._decisions(status))

    def _decisions(self, status: PlaceStatus) -> Pieces:
        return _pieces(shorten_runs(status_runs(status, self._names), _SHORTENED))


def _pieces(line: Line) -> Pieces:
    """Return runs of text as pieces: editors muted, all else plain."""
    return tuple(
        StyledPiece(run.text, Role.NOTE if run.style is Style.EDITOR else Role.TEXT) for run in line
    )


def _decided(state: State, place: Pieces, decisions: Pieces) -> StateLine:
    """Return the line of a place; decisions that begin with the name of the state replace it."""
    if decisions and decisions[0].text.startswith(state.value):
        return StateLine(StyledPiece(SIGNS[state], _ROLES[state]), (*place, *decisions))
    return _line(state, (*place, *decisions))


def _line(state: State, more: Pieces = ()) -> StateLine:
    name = StyledPiece(state.value, _ROLES[state])
    words = (name, StyledPiece(" "), *more) if more else (name,)
    return StateLine(StyledPiece(SIGNS[state], _ROLES[state]), words)


def _joined(items: Sequence[Pieces], between: StyledPiece) -> Pieces:
    pieces: list[StyledPiece] = []
    for index, item in enumerate(items):
        pieces += (between, *item) if index else item
    return tuple(pieces)
