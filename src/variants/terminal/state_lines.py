"""How places stand: a sign and a word for each state, and in words what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variants.terminal.passage_block import StateLine
from variants.terminal.selection import Selection
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.terminal.superscripts import numbers_of
from variants.types.collation import Entry, Passage
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.marks import Role
from variants.wording.sanitize import sanitize_line
from variants.wording.states import SIGNS, state_counts
from variants.wording.text_runs import shortened

_ROLES = {
    State.DECIDED: Role.DECIDED,
    State.QUERY: Role.ASKED,
    State.DEFERRED: Role.NOTE,
    State.CONFLICT: Role.CONTESTED,
    State.STALE: Role.ASKED,
    State.LOST: Role.CONTESTED,
    State.UNDECIDED: Role.NOTE,
}
_BETWEEN = StyledPiece(" · ", Role.NOTE)


class States:
    """Tells how the places of an edition stand; says nothing at all where nobody decided.

    Args:
        edition: Whose places.
        selection: What of it is shown.
    """

    def __init__(self, edition: Edition, selection: Selection) -> None:
        seed = edition.collation.seed
        self._seed = seed.witness.text
        self._counts = state_counts(edition)
        self._states = edition.states()
        self._statuses = edition.statuses()
        self._own: dict[int, list[PlaceStatus]] = {}
        chosen_by_reading = selection.classes is not None or selection.kinds is not None
        for status in () if chosen_by_reading else edition.apart():
            shown = selection.states is None or status.state in selection.states
            if status.span is not None and shown:
                sentence = seed.sentence_at(status.span.start)
                self._own.setdefault(sentence, []).append(status)
        self.told = any(status.live for status in edition.decisions.statuses)
        """Whether there is anything to tell."""

    def counts(self) -> Pieces:
        """How many places stand where."""
        if not self.told:
            return ()
        counted = [
            StyledPiece(f"{SIGNS[state]} {count} {state.value}", _ROLES[state])
            for state, count in self._counts.items()
        ]
        return _joined([(each,) for each in counted], StyledPiece("  "))

    def legend(self) -> Pieces:
        """The signs of the states that there are, where they stand without a name."""
        if not self.told:
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
        """How the places of a passage stand; what was decided has a line of its own."""
        if not self.told:
            return ()
        numbers = numbers_of(passage)
        told: dict[State, list[StateLine]] = {state: [] for state in SIGNS}
        bare: dict[State, list[Pieces]] = {}
        for entry in passage.entries:
            state, number = self._states[entry.place], numbers[entry.place]
            verdict = self.verdict(entry)
            if verdict:
                told[state].append(_line(state, (*number, StyledPiece(" "), *verdict)))
            else:
                bare.setdefault(state, []).append(number)
        for status in self._apart(passage):
            told[status.state].append(self._line_apart(status))
        for state, run in bare.items():
            if len(run) == len(passage.entries) > 1:
                told[state].append(_line(state, of_all=True))
            else:
                # With a comma between, or ¹ and ² would be twelve.
                told[state].append(_line(state, _joined(run, StyledPiece(",", Role.NUMBER))))
        return tuple(line for lines in told.values() for line in lines)

    def apart(self, passage: Passage) -> tuple[StateLine, ...]:
        """Words of a passage that only editors decided on, and that have no number."""
        return tuple(self._line_apart(status) for status in self._apart(passage))

    def named(self, entry: Entry) -> Pieces:
        """Sign and name of the state of a place."""
        if not self.told:
            return ()
        state = self._states[entry.place]
        return (StyledPiece(f"{SIGNS[state]} {state.value}", _ROLES[state]),)

    def verdict(self, entry: Entry) -> Pieces:
        """What was decided on a place and by whom; nothing where nothing is in force."""
        status = self._statuses.get(entry.place)
        return tuple(self._says(status)) if status is not None and status.live else ()

    def bracketed(self, entry: Entry) -> Pieces:
        """The sign of a place, and what was decided, within a line; nothing where nothing was."""
        state = self._states[entry.place]
        if state is State.UNDECIDED:
            return ()
        sign = StyledPiece(SIGNS[state], _ROLES[state])
        verdict = self.verdict(entry)
        return (_BETWEEN, sign, StyledPiece(" "), *verdict) if verdict else (_BETWEEN, sign)

    def _apart(self, passage: Passage) -> list[PlaceStatus]:
        found = (self._own.get(sentence, ()) for sentence in passage.sentences)
        return [status for here in found for status in here]

    def _line_apart(self, status: PlaceStatus) -> StateLine:
        words = StyledPiece(f"on {self._words(status)}: ")
        return _line(status.state, (words, *self._says(status)))

    def _says(self, status: PlaceStatus) -> Iterator[StyledPiece]:
        """All that is in force on a place, agreeing editors together."""
        if status.was:
            yield StyledPiece(f"decided on {_quoted(status.was)}: ")
        editors: dict[str, list[str]] = {}
        for decision in status.live:
            editors.setdefault(self._verdict(decision, status), []).append(decision.by)
        for index, (verdict, keys) in enumerate(editors.items()):
            yield StyledPiece(f"{' | ' if index else ''}{verdict}")
            yield StyledPiece(f", {', '.join(map(sanitize_line, dict.fromkeys(keys)))}", Role.NOTE)
        if status.remarks:
            remarks = sorted(remark.value for remark in status.remarks)
            yield StyledPiece(f" ({', '.join(remarks)})", Role.NOTE)

    def _words(self, status: PlaceStatus) -> str:
        """The seed's words, in quotation marks."""
        words = status.span.of(self._seed) if status.span is not None else ""
        return _quoted(words) or "nothing"

    def _verdict(self, decision: Decision, status: PlaceStatus) -> str:  # noqa: PLR0911 - a return for each action
        """What one decision chose."""
        words = _quoted(decision.wording.text) if decision.wording is not None else ""
        match decision.action:
            case Action.KEEP:
                return "kept"
            case Action.ADOPT:
                sigla = "" if decision.wording is None else " ".join(decision.wording.sigla)
                return f"{words or 'left out'} {sigla}".rstrip()
            case Action.EMEND:
                return f"{words} emended" if words else "left out"
            case Action.ALTERNATES:
                main = words or self._words(status)
                return " or ".join([main, *(_quoted(each.text) for each in decision.also)])
            case Action.REJECT:
                return "no variant"
            case Action.QUERY:
                return _quoted(decision.ask)
            case Action.DEFER:
                return "put off"


def _line(state: State, more: Pieces = (), *, of_all: bool = False) -> StateLine:
    name = StyledPiece(f"all {state.value}" if of_all else state.value, _ROLES[state])
    words = (name, StyledPiece(" "), *more) if more else (name,)
    return StateLine(StyledPiece(SIGNS[state], _ROLES[state]), words)


def _joined(items: Sequence[Pieces], between: StyledPiece) -> Pieces:
    pieces: list[StyledPiece] = []
    for index, item in enumerate(items):
        pieces += (between, *item) if index else item
    return tuple(pieces)


def _quoted(words: str) -> str:
    shown = shortened(sanitize_line(words))
    return f"“{shown}”" if shown else ""
