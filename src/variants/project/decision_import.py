"""What a colleague filled into a table of places, as decisions that can be recorded.

A table is read by itself (``readers/sheet.py``), and compared here with how the places stand now:
what was changed in a row of an open place becomes a decision, and what no longer fits is told row
by row, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.errors import BadEditorKey, SettingsError
from variants.log.places import spans_overlap
from variants.log.writer_ids import check_editor
from variants.readers.decision_table import SheetRow
from variants.reports.table_rows import reason_cell
from variants.types.collation import Reading
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.span import squeeze
from variants.types.status import PlaceStatus, State
from variants.wording.xml_text import xml_safe

OMITTED = "om."
"""What a table has for words that are left out."""
_OPEN = frozenset({State.UNDECIDED, State.QUERY, State.DEFERRED})
_GUARD = re.compile(r"^'+(?=[=+\-@])")  # What keeps a spreadsheet from calculating a text.
_COMPARED = 30_000  # Characters; a workbook's cell holds some more, and cuts what is longer.


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row that can be recorded, and as what."""

    row: SheetRow
    target: DecisionTarget
    decision: Decision


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that cannot be recorded, and why."""

    row: SheetRow
    problem: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a table asks for.

    Attributes:
        filled: What can be recorded.
        refused: What cannot.
        aside: What other editors filled in, by their keys.
    """

    filled: tuple[ImportRow, ...]
    refused: tuple[RejectedRow, ...]
    aside: Mapping[str, Sequence[SheetRow]]


def plan_import(
    edition: Edition,
    rows: Sequence[SheetRow],
    *,
    editor: str,
    editors: Mapping[str, str],
    batch: str,
) -> ImportPlan:
    """See which rows were filled in, and what decisions they are.

    A row in which nothing was changed says nothing, however its place stands now.

    Args:
        edition: The document as it stands.
        rows: Of the table, which was written from it at some time.
        editor: Key of the one who records.
        editors: Key and name of those who have one.
        batch: Common to all decisions.
    """
    taker = _Planner(edition, editor, editors, batch)
    filled: list[ImportRow] = []
    refused: list[RejectedRow] = []
    aside: dict[str, list[SheetRow]] = defaultdict(list)
    for row in rows:
        if taker.says_nothing(row):
            continue
        try:
            key = taker.editor_of(row)
            if key == editor:
                filled.append(taker.take(row))
            else:
                aside[key].append(row)
        except _Unfit as error:
            refused.append(RejectedRow(row, str(error)))
        except SettingsError as error:
            refused.append(RejectedRow(row, str(error).removesuffix(".")))
    return _without_clashes(ImportPlan(tuple(filled), tuple(refused), dict(aside)))


def _without_clashes(result: ImportPlan) -> ImportPlan:
    """The same, with rows refused that cannot be recorded together."""
    clashing = _sharing_words(result.filled) | _twice(result.filled)
    clashes = [each.row for each in result.filled if each.row.number in clashing]
    refused = [*result.refused, *(RejectedRow(row, clashing[row.number]) for row in clashes)]
    return ImportPlan(
        tuple(each for each in result.filled if each.row.number not in clashing),
        tuple(sorted(refused, key=lambda each: each.row.number)),
        result.aside,
    )


class _Unfit(Exception):
    """A row cannot be recorded, for this reason."""


class _Planner:
    """Knows how the places of an edition stand."""

    def __init__(
        self, edition: Edition, editor: str, editors: Mapping[str, str], batch: str
    ) -> None:
        self._edition = edition
        self._editor = editor
        self._batch = batch
        self._entries = {entry.place: entry for entry in edition.collation.entries}
        self._statuses = edition.statuses()
        self._told = {
            decision.id: (decision, status)
            for status in edition.decisions.statuses
            for decision in (*status.live, *status.former)
        }
        self._names = editors
        self._keys = {_folded(name).casefold(): key for key, name in self._names.items()}

    def says_nothing(self, row: SheetRow) -> bool:
        """Whether a row is as it was when the table was written."""
        old, status = self._told.get(row.decision, (None, None))
        if old is None or status is None:
            return row.action is None and not row.printed.strip() and not row.why.strip()
        printed = {"", _printed(old)} if row.state != State.DECIDED.value else {_printed(old)}
        return (
            row.action is old.action
            # A table without reasons has none to change.
            and _folded(row.why) in {"", _folded(old.ask), _folded(reason_cell(old))}
            and _folded(row.printed) in {*map(_folded, printed), _folded(status.printed or "")}
        )

    def editor_of(self, row: SheetRow) -> str:
        """The key of the one who filled the row in: the one who records, if it does not say."""
        given = _folded(row.editor).casefold()
        old, _ = self._told.get(row.decision, (None, None))
        kept = old is not None and _folded(row.editor) == self._names.get(old.by, old.by)
        if not given or kept:
            return self._editor
        key = self._keys.get(given, given)
        try:
            check_editor(key)
        except BadEditorKey as error:
            msg = f"{row.editor!r} is no editor's key, and no name that editors.toml has"
            raise _Unfit(msg) from error
        return key

    def take(self, row: SheetRow) -> ImportRow:
        """The decision that a row asks for."""
        target = self._target(row)
        status = self._statuses.get(row.place)
        self._check_open(row, status)
        if row.action is None:
            what = "its decision was taken out" if row.decision else "something was filled in"
            msg = f"{what}, and no action; one of {', '.join(one.value for one in Action)}"
            raise _Unfit(msg)
        decision = draft(target, self._choice(row, row.action, target))
        own = {each.id for each in (status.live if status is not None else ())}
        others = [each for each in decision.replaces if each not in own]
        if others:
            msg = f"it shares words with another place, on which {self._by(others)} decided"
            raise _Unfit(msg)
        return ImportRow(row, target, decision)

    def _target(self, row: SheetRow) -> DecisionTarget:
        """The place, which has to have the words that it had."""
        entry, status = self._entries.get(row.place), self._statuses.get(row.place)
        if entry is not None:
            target = DecisionTarget(self._edition, entry.lemma, entry)
        elif status is not None and status.span is not None:
            target = DecisionTarget(self._edition, status.span)
        else:
            msg = f"there is no place {row.place} any more"
            raise _Unfit(msg)
        if row.seed and _folded(row.seed) != _folded(target.words):
            msg = f"the seed has “{target.words}” there"
            raise _Unfit(msg)
        return target

    def _check_open(self, row: SheetRow, status: PlaceStatus | None) -> None:
        """Refuse a place that is not open, or that has a question which the table does not have."""
        live = [each.id for each in status.live] if status is not None else []
        if status is None or not live:
            return
        since = " since the table was written" if row.state and row.decision not in live else ""
        if status.state not in _OPEN:
            msg = f"{self._by(live)} decided on the place{since}; variants decide changes that"
            raise _Unfit(msg)
        if live != [row.decision]:
            msg = f"{self._by(live)} left a {status.state.value} there{since}"
            raise _Unfit(msg)

    def _by(self, ids: Sequence[str]) -> str:
        keys = sorted({self._told[each][0].by for each in ids})
        return " and ".join(self._names.get(key, key) for key in keys)

    def _choice(self, row: SheetRow, action: Action, target: DecisionTarget) -> Choice:
        """What the row chooses; words that the action does not print are refused."""
        printed, why = row.printed.strip(), self._why(row, action)
        made = Choice(action, why=why, batch=self._batch)
        match action:
            case Action.ADOPT:
                return replace(made, adopt=_reading_with(printed, target).sigla[0])
            case Action.EMEND if not printed:
                msg = f"nothing is to be printed; {OMITTED} leaves the words out"
                raise _Unfit(msg)
            case Action.EMEND:
                return replace(made, words="" if printed == OMITTED else printed)
            case Action.ALTERNATES:
                return replace(made, beside=tuple(_beside(printed, target)))
        if printed and _folded(printed) != _folded(target.words):
            msg = f"{action.value} prints the seed's words, and the row has “{printed}”"
            raise _Unfit(msg)
        return replace(made, ask=why, why="") if action is Action.QUERY else made

    def _why(self, row: SheetRow, action: Action) -> str:
        """The reason; what was asked is none for the decision that answers it."""
        old, _ = self._told.get(row.decision, (None, None))
        asked = old is not None and old.action is not action
        kept = old is not None and _folded(row.why) == _folded(reason_cell(old))
        return "" if asked and kept else row.why.strip()


def _reading_with(printed: str, target: DecisionTarget) -> Reading:
    """The reading of these words; without words the only one there is."""
    readings = target.readings
    found = [each for each in readings if _folded(_told(each)) == _folded(printed)]
    if len(found) > 1:
        # Readings may differ in characters that look alike; then only the very same will do.
        found = [each for each in found if _told(each) == printed]
        if not found:
            msg = f"several readings look like “{printed}”; choose with variants decide --adopt"
            raise _Unfit(msg)
    if not printed and len(readings) == 1:
        found = list(readings)
    if not found:
        known = "; ".join(_told(each) for each in readings)
        msg = f"no witness has “{printed}” there" if printed else "whose words, it does not say"
        msg += f"; there are: {known}" if known else ""
        raise _Unfit(msg)
    return found[0]


def _beside(printed: str, target: DecisionTarget) -> Iterator[str]:
    """A witness for each of the readings that are named, or for each that there is."""
    known = [_folded(_told(each)) for each in target.readings]
    given = [printed] if _folded(printed) in known else printed.split(";")
    chosen = [_reading_with(each.strip(), target) for each in given] if printed else target.readings
    return (reading.sigla[0] for reading in chosen)


def _told(reading: Reading) -> str:
    return reading.wording or OMITTED


def _printed(decision: Decision) -> str:
    return decision.wording.text if decision.wording is not None else ""


def _twice(filled: Sequence[ImportRow]) -> dict[int, str]:
    """Rows of one place, by their numbers, with what is wrong about them."""
    counts = Counter(each.row.place for each in filled)
    return {
        each.row.number: "the place is filled in twice"
        for each in filled
        if counts[each.row.place] > 1
    }


def _sharing_words(filled: Sequence[ImportRow]) -> dict[int, str]:
    """Rows that would change the same words as another, likewise."""
    changing = [each for each in filled if each.decision.wording is not None]
    found: dict[int, str] = {}
    active: list[ImportRow] = []
    for each in sorted(changing, key=lambda one: one.target.span):
        active = [one for one in active if one.target.span.end > each.target.span.start]
        for other in active:
            if spans_overlap(other.target.span, each.target.span):
                found[each.row.number] = f"row {other.row.number} changes some of the same words"
                found[other.row.number] = f"row {each.row.number} changes some of the same words"
        active.append(each)
    return found


def _folded(text: str) -> str:
    """What cells are compared by: as a table can hold it, with single blanks, in NFC."""
    words = squeeze(unicodedata.normalize("NFC", xml_safe(text)))
    return _GUARD.sub("", words)[:_COMPARED]
