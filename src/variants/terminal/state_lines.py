"""How places stand: a sign and a word for each state, and in words what was decided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from variants.terminal.passage_block import StateLine
from variants.terminal.selection import Selection
from variants.terminal.styled_pieces import Piece, Pieces
from variants.terminal.superscripts import numbers_of
from variants.types.collation import Entry, Passage
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.status import Standing, State
from variants.wording.marks import Role
from variants.wording.sanitize import visible
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
_BETWEEN = Piece(" · ", Role.NOTE)


class States:
    """Tells how the places of an edition stand; says nothing at all where nobody decided.

    Args:
        edition: Whose places.
        selection: What of it is shown.
    """

    def __init__(self, edition: Edition, selection: Selection) -> None:
        base = edition.collation.base
        self._seed = base.witness.text
        self._counts = state_counts(edition)
        self._states = edition.states()
        self._standings = edition.standings()
        self._own: dict[int, list[Standing]] = {}
        starts = [sentence.start for sentence in base.sentences]
        chosen_by_reading = selection.classes is not None or selection.kinds is not None
        for standing in () if chosen_by_reading else edition.apart():
            shown = selection.states is None or standing.state in selection.states
            if standing.span is not None and shown:
                sentence = max(0, bisect_right(starts, standing.span.start) - 1)
                self._own.setdefault(sentence, []).append(standing)
        self.told = any(standing.live for standing in edition.decisions.standings)
        """Whether there is anything to tell."""

    def counts(self) -> Pieces:
        """How many places stand where."""
        if not self.told:
            return ()
        counted = [
            Piece(f"{SIGNS[state]} {count} {state.value}", _ROLES[state])
            for state, count in self._counts.items()
        ]
        return _joined([(each,) for each in counted], Piece("  "))

    def legend(self) -> Pieces:
        """The signs of the states that there are, where they stand without a name."""
        if not self.told:
            return ()
        signs = [
            (Piece(f"{SIGNS[state]} {state.value}", _ROLES[state]),)
            for state in self._counts
            if state is not State.UNDECIDED
        ]
        return _joined([*signs, (Piece("without a sign undecided", Role.NOTE),)], Piece("   "))

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
                told[state].append(_line(state, (*number, Piece(" "), *verdict)))
            else:
                bare.setdefault(state, []).append(number)
        for standing in self._apart(passage):
            told[standing.state].append(self._line_apart(standing))
        for state, run in bare.items():
            if len(run) == len(passage.entries) > 1:
                told[state].append(_line(state, of_all=True))
            else:
                # With a comma between, or ¹ and ² would be twelve.
                told[state].append(_line(state, _joined(run, Piece(",", Role.NUMBER))))
        return tuple(line for lines in told.values() for line in lines)

    def apart(self, passage: Passage) -> tuple[StateLine, ...]:
        """Words of a passage that only editors decided on, and that have no number."""
        return tuple(self._line_apart(standing) for standing in self._apart(passage))

    def named(self, entry: Entry) -> Pieces:
        """Sign and name of the state of a place."""
        if not self.told:
            return ()
        state = self._states[entry.place]
        return (Piece(f"{SIGNS[state]} {state.value}", _ROLES[state]),)

    def verdict(self, entry: Entry) -> Pieces:
        """What was decided on a place and by whom; nothing where nothing is in force."""
        standing = self._standings.get(entry.place)
        return tuple(self._says(standing)) if standing is not None and standing.live else ()

    def bracketed(self, entry: Entry) -> Pieces:
        """The sign of a place, and what was decided, within a line; nothing where nothing was."""
        state = self._states[entry.place]
        if state is State.UNDECIDED:
            return ()
        sign = Piece(SIGNS[state], _ROLES[state])
        verdict = self.verdict(entry)
        return (_BETWEEN, sign, Piece(" "), *verdict) if verdict else (_BETWEEN, sign)

    def _apart(self, passage: Passage) -> list[Standing]:
        found = (self._own.get(sentence, ()) for sentence in passage.sentences)
        return [standing for here in found for standing in here]

    def _line_apart(self, standing: Standing) -> StateLine:
        words = Piece(f"on {self._words(standing)}: ")
        return _line(standing.state, (words, *self._says(standing)))

    def _says(self, standing: Standing) -> Iterator[Piece]:
        """All that is in force on a place, agreeing editors together."""
        if standing.was:
            yield Piece(f"decided on {_quoted(standing.was)}: ")
        editors: dict[str, list[str]] = {}
        for decision in standing.live:
            editors.setdefault(self._verdict(decision, standing), []).append(decision.by)
        for index, (verdict, keys) in enumerate(editors.items()):
            yield Piece(f"{' | ' if index else ''}{verdict}")
            yield Piece(f", {', '.join(map(visible, dict.fromkeys(keys)))}", Role.NOTE)
        if standing.remarks:
            remarks = sorted(remark.value for remark in standing.remarks)
            yield Piece(f" ({', '.join(remarks)})", Role.NOTE)

    def _words(self, standing: Standing) -> str:
        """The seed's words, in quotation marks."""
        words = standing.span.of(self._seed) if standing.span is not None else ""
        return _quoted(words) or "nothing"

    def _verdict(self, decision: Decision, standing: Standing) -> str:  # noqa: PLR0911 - a return for each action
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
                main = words or self._words(standing)
                return " or ".join([main, *(_quoted(each.text) for each in decision.also)])
            case Action.REJECT:
                return "no variant"
            case Action.QUERY:
                return _quoted(decision.ask)
            case Action.DEFER:
                return "put off"


def _line(state: State, more: Pieces = (), *, of_all: bool = False) -> StateLine:
    name = Piece(f"all {state.value}" if of_all else state.value, _ROLES[state])
    words = (name, Piece(" "), *more) if more else (name,)
    return StateLine(Piece(SIGNS[state], _ROLES[state]), words)


def _joined(items: Sequence[Pieces], between: Piece) -> Pieces:
    pieces: list[Piece] = []
    for index, item in enumerate(items):
        pieces += (between, *item) if index else item
    return tuple(pieces)


def _quoted(words: str) -> str:
    shown = shortened(visible(words))
    return f"“{shown}”" if shown else ""
