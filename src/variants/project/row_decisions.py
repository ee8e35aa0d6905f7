"""Decisions drafted from the rows of a table that an editor filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variants.anchors.consent import agreed_with, agreeing, draft_agreement
from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.errors import BadEditorKey
from variants.errors.lists import listed
from variants.log.writer_ids import check_editor
from variants.project.decision_table import SheetRow, folded
from variants.project.row_details import UnusableRow, details_of, has_new_details
from variants.reports.table_rows import AGREE, reason_cell
from variants.types.collation import Reading
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State

_LEFT_OUT = "om."  # The cell of words that are left out.
_OPEN = frozenset({State.UNDECIDED, State.QUERY, State.DEFERRED})


class RowReader:
    """Turns rows into decisions on an edition."""

    def __init__(
        self, edition: Edition, editor: str, editors: Mapping[str, str], batch: str
    ) -> None:
        self._edition = edition
        self._editor = editor
        self._batch = batch
        self._entries = {entry.place: entry for entry in edition.collation.entries}
        self._statuses = edition.statuses()
        self._recorded = {
            decision.id: (decision, status)
            for status in edition.decisions.statuses
            for decision in (*status.live, *status.former)
        }
        self._names = editors
        self._keys = {folded(name).casefold(): key for key, name in self._names.items()}

    def is_unchanged(self, row: SheetRow) -> bool:
        """Return True if a row is as it was when the table was written.

        Raises:
            UnusableRow: An agreement has unknown details.
        """
        old, status = self._recorded.get(row.decision, (None, None))
        if row.agrees:
            own = [each for each in status.live if each.by == self._editor] if status else []
            return any(details_of(row, old).are_those_of(each) for each in own)
        if has_new_details(row, old):
            return False
        if old is None or status is None:
            return row.action is None and not row.printed.strip() and not row.why.strip()
        printed = {"", _printed(old)} if row.state != State.DECIDED.value else {_printed(old)}
        return (
            row.action is old.action
            # A table without reasons has an empty cell.
            and folded(row.why) in {"", folded(old.ask), folded(reason_cell(old))}
            and folded(row.printed) in {*map(folded, printed), folded(status.printed or "")}
        )

    def with_words(self, row: SheetRow) -> SheetRow:
        """Return a row with the words of a reading that it adopts by another name.

        It may have the reading as in the table, "sank {A}", its siglum, or quotation marks.
        """
        entry = self._entries.get(row.place)
        if row.action is not Action.ADOPT or entry is None:
            return row
        readings, printed = entry.readings, folded(row.printed)
        if any(folded(_cell(each)) == printed for each in readings):
            return row
        named = [each for each in readings if printed in map(folded, _names(each))]
        return replace(row, printed=_cell(named[0])) if len(named) == 1 else row

    def is_recorded(self, row: SheetRow) -> bool:
        """Return True if the editor has recorded a row already, in an active decision."""
        status = self._statuses.get(row.place)
        live = status.live if status is not None else ()
        details = details_of(row, self._old(row))
        return any(
            each.by == self._editor and _is_decision_of(row, each) and details.are_those_of(each)
            for each in live
        )

    def editor_of(self, row: SheetRow) -> str:
        """Return the key of the editor who filled a row in; by default the one who records.

        Raises:
            UnusableRow: The cell is neither a key nor a known name.
        """
        given = folded(row.editor).casefold()
        old = self._old(row)
        kept = old is not None and folded(row.editor) == self._names.get(old.by, old.by)
        if not given or kept:
            return self._editor
        key = self._keys.get(given, given)
        try:
            check_editor(key)
        except BadEditorKey as error:
            msg = f"{row.editor!r} is neither an editor's key nor a name in editors.toml"
            raise UnusableRow(msg) from error
        return key

    def _old(self, row: SheetRow) -> Decision | None:
        """Return the decision in a row when the table was written."""
        return self._recorded[row.decision][0] if row.decision in self._recorded else None

    def read(self, row: SheetRow) -> tuple[DecisionTarget, Decision]:
        """Return the place of a row and the decision in it.

        Raises:
            UnusableRow: The row does not match the edition, or is incomplete.
        """
        target = self._target(row)
        status = self._statuses.get(row.place)
        if row.agrees:
            return target, self._agreement(row, target)
        same = self._same_decision(row, target)
        if same is not None:
            return target, same
        self._check_open(row, status)
        if row.action is None:
            problem = "its decision was removed" if row.decision else "it was filled in"
            actions = ", ".join([*(one.value for one in Action), AGREE])
            msg = f"{problem}, but it has no action; choose one of {actions}"
            raise UnusableRow(msg)
        decision = draft(target, self._choice(row, row.action, target))
        own = {each.id for each in (status.live if status is not None else ())}
        others = [each for each in decision.replaces if each not in own]
        if others:
            msg = f"it shares words with another place, on which {self._by(others)} decided"
            raise UnusableRow(msg)
        return target, decision

    def _same_decision(self, row: SheetRow, target: DecisionTarget) -> Decision | None:
        """Return an agreement if others have decided the same since the table was written."""
        status = target.status
        if row.action is None or status is None or status.state is not State.DECIDED:
            return None
        if any(each.id == row.decision or each.by == self._editor for each in status.live):
            return None
        made = draft(target, self._choice(row, row.action, target))
        return agreeing(made, target, self._editor) if agreed_with(made, target) else None

    def _agreement(self, row: SheetRow, target: DecisionTarget) -> Decision:
        """Return the agreement with the decision in a row, which must still be active."""
        live = target.status.live if target.status is not None else ()
        if row.decision not in {each.id for each in live}:
            msg = "the decision to agree with is no longer active"
            raise UnusableRow(msg if row.decision else "it has no decision_id to agree with")
        first = live[0]
        if folded(row.printed) not in {"", folded(_printed(first))}:
            msg = f"agree prints “{_printed(first)}”, but the row has “{row.printed.strip()}”"
            raise UnusableRow(msg)
        own = folded(row.why) not in {"", folded(reason_cell(first))}
        choice = self._with_details(row, Choice(Action.KEEP, why=row.why.strip() if own else ""))
        return draft_agreement(target, choice, self._editor)

    def _target(self, row: SheetRow) -> DecisionTarget:
        """Return the place of a row, which must still have the same words."""
        entry, status = self._entries.get(row.place), self._statuses.get(row.place)
        if entry is not None:
            target = DecisionTarget(self._edition, entry.lemma, entry)
        elif status is not None and status.span is not None:
            target = DecisionTarget(self._edition, status.span)
        else:
            msg = f"the place {row.place} no longer exists"
            raise UnusableRow(msg)
        if row.seed and folded(row.seed) != folded(target.words):
            msg = f"the seed has “{target.words}” there"
            raise UnusableRow(msg)
        return target

    def _check_open(self, row: SheetRow, status: PlaceStatus | None) -> None:
        """Reject a place that is not open, or has a question that is not in the table."""
        live = [each.id for each in status.live] if status is not None else []
        if status is None or not live:
            return
        since = " since the table was written" if row.state and row.decision not in live else ""
        if status.state not in _OPEN:
            msg = f"{self._by(live)} decided on the place{since}; change that with variants decide"
            raise UnusableRow(msg)
        if live != [row.decision]:
            msg = f"{self._by(live)} left a {status.state.value} there{since}"
            raise UnusableRow(msg)

    def _by(self, ids: Sequence[str]) -> str:
        """Return the names of the editors of these decisions."""
        keys = sorted({self._recorded[each][0].by for each in ids})
        return " and ".join(self._names.get(key, key) for key in keys)

    def _choice(self, row: SheetRow, action: Action, target: DecisionTarget) -> Choice:
        """Return the choice in a row; reject words that the action would not print."""
        printed, why = row.printed.strip(), self._why(row, action)
        made = self._with_details(row, Choice(action, why=why))
        match action:
            case Action.ADOPT:
                return replace(made, adopt=_reading_with(printed, target).sigla[0])
            case Action.EMEND if not printed:
                msg = f"it has no words to print; {_LEFT_OUT} leaves the seed's words out"
                raise UnusableRow(msg)
            case Action.EMEND:
                return replace(made, words="" if printed == _LEFT_OUT else printed)
            case Action.ALTERNATES:
                return replace(made, beside=tuple(_alternates(printed, target)))
        if printed and folded(printed) != folded(target.words):
            msg = f"{action.value} prints the seed's words, but the row has “{printed}”"
            raise UnusableRow(msg)
        return replace(made, ask=why, why="") if action is Action.QUERY else made

    def _with_details(self, row: SheetRow, choice: Choice) -> Choice:
        """Return a choice with the details of its row, as a part of the batch."""
        details = details_of(row, self._old(row))
        return replace(
            choice,
            confidence=details.confidence,
            category=details.category,
            evidence=details.evidence,
            batch=self._batch,
        )

    def _why(self, row: SheetRow, action: Action) -> str:
        """Return the reason; an unchanged question is not the reason of its answer."""
        old = self._old(row)
        asked = old is not None and old.action is not action
        kept = old is not None and folded(row.why) == folded(reason_cell(old))
        return "" if asked and kept else row.why.strip()


def _reading_with(printed: str, target: DecisionTarget) -> Reading:
    """Return the reading with these words; without words, the only reading."""
    readings = target.readings
    found = [each for each in readings if folded(_cell(each)) == folded(printed)]
    if len(found) > 1:
        # Readings may differ only in Unicode normalization; then the match must be exact.
        found = [each for each in found if _cell(each) == printed]
        if not found:
            msg = f"several readings look like “{printed}”; choose with variants decide --adopt"
            raise UnusableRow(msg)
    if not printed and len(readings) == 1:
        found = list(readings)
    if not found:
        known = listed([_cell(each) for each in readings], "; ")
        msg = f"no witness has “{printed}” there" if printed else "it does not name a reading"
        msg += f"; choose from: {known}" if known else ""
        raise UnusableRow(msg)
    return found[0]


def _alternates(printed: str, target: DecisionTarget) -> Iterator[str]:
    """Yield a siglum for each reading in a cell, or for every reading if the cell is empty."""
    known = [folded(_cell(each)) for each in target.readings]
    given = [printed] if folded(printed) in known else printed.split(";")
    chosen = [_reading_with(each.strip(), target) for each in given] if printed else target.readings
    return (reading.sigla[0] for reading in chosen)


def _is_decision_of(row: SheetRow, decision: Decision) -> bool:
    """Return True if a row has the choice and the reason of a decision."""
    if row.action is not decision.action or folded(row.why) != folded(reason_cell(decision)):
        return False
    wordings = [one for one in (decision.wording, *decision.also) if one is not None]
    cells = [_in_list(one.text or _LEFT_OUT) for one in wordings]
    # Words that can be left empty are in no row of an emendation.
    empty = () if decision.action is Action.EMEND else ("", _in_list(row.seed))
    return _in_list(row.printed) in {"; ".join(cells), *empty}


def _in_list(cell: str) -> str:
    """Return the words of a cell, which may be a list, to compare them."""
    return "; ".join(map(folded, cell.split(";")))


def _names(reading: Reading) -> Iterator[str]:
    """Yield what can stand for a reading in a cell, beside its words alone."""
    words, sigla = _cell(reading), (*reading.sigla, " ".join(reading.sigla))
    yield from (f"“{words}”", f'"{words}"')
    for name in sigla:
        yield from (name, f"{{{name}}}", f"{words} {{{name}}}")


def _cell(reading: Reading) -> str:
    return reading.wording or _LEFT_OUT


def _printed(decision: Decision) -> str:
    return decision.wording.text if decision.wording is not None else ""
