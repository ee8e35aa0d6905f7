"""Import of decisions that editors filled into a table of places.

``decision_table`` reads the table. This module compares it with the current status of the places: a
changed row of an open place becomes a decision, and rows that no longer match are reported
individually.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from variants.anchors.drafting import DecisionTarget
from variants.errors import SettingsError
from variants.project.decision_table import SheetRow, folded
from variants.project.row_decisions import RowReader
from variants.project.row_details import UnusableRow
from variants.reports.table_rows import PLACE_COLUMNS, TableRow, place_rows
from variants.types.decision import Decision
from variants.types.edition import Edition
from variants.types.status import Remark
from variants.wording.decision_text import decision_runs
from variants.wording.text_runs import to_plain

# The remark of ``within_words``.
_WITHIN = re.compile(r"within (?:the words of \S+|“[^”]*”)")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row that can be recorded, with its decision."""

    row: SheetRow
    target: DecisionTarget
    decision: Decision


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that cannot be recorded, with the reason."""

    row: SheetRow
    problem: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Result of comparing a table with an edition.

    Attributes:
        filled: Rows that can be recorded.
        refused: Rows that cannot be recorded.
        aside: Rows that other editors filled in, by their keys.
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
    """Find the rows that were changed, and draft their decisions.

    A row that was not changed is ignored, even if the status of its place was; so is one that the
    editor has recorded already.

    Args:
        edition: The document in its current state.
        rows: Rows of the table, which was written from an earlier state.
        editor: Key of the editor who records.
        editors: Names of editors, by key.
        batch: Name of the batch, common to all decisions.
    """
    reader = RowReader(edition, editor, editors, batch)
    filled: list[ImportRow] = []
    refused: list[RejectedRow] = []
    aside: dict[str, list[SheetRow]] = defaultdict(list)
    for row in map(reader.with_words, rows):
        if row.problem:
            refused.append(RejectedRow(row, row.problem))
            continue
        try:
            if reader.is_unchanged(row):
                continue
            key = reader.editor_of(row)
            if key != editor:
                aside[key].append(row)
            elif not reader.is_recorded(row):
                filled.append(ImportRow(row, *reader.read(row)))
        except UnusableRow as error:
            refused.append(RejectedRow(row, str(error)))
        except SettingsError as error:
            refused.append(RejectedRow(row, str(error).removesuffix(".")))
    return _without_clashes(ImportPlan(tuple(filled), tuple(refused), dict(aside)))


def unread_cells(edition: Edition, rows: Sequence[SheetRow]) -> Mapping[str, Sequence[int]]:
    """Return the rows with words that are not recorded, by the heading of their column.

    These are columns that an editor added, and remarks; those of ``variants`` do not count, also
    if the state of the place changed since the table was written.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        for heading in row.unread:
            found[heading].append(row.number)
    remarked = [row for row in rows if row.remarks.strip()]
    if remarked:
        now = {cells["place"]: cells for cells in map(_named_cells, place_rows(edition))}
        known = _remarks_by_key(edition)
        for row in remarked:
            own = now.get(row.place, {})
            if own.get("state") == row.state:
                added = folded(own["remarks"]) != folded(row.remarks)
            else:
                added = _has_others(
                    row.remarks, known.get(row.place, ()), known.get(row.decision, ())
                )
            if added:
                found["remarks"].append(row.number)
    return found


def _remarks_by_key(edition: Edition) -> Mapping[str, frozenset[str]]:
    """Return the remarks that a table has on decisions, by their place and their ids."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for status in edition.decisions.statuses:
        decisions = (*status.live, *status.former)
        remarks = frozenset(folded(to_plain(decision_runs(each))) for each in decisions)
        for key in (status.place, *(each.id for each in decisions)):
            found[key] |= remarks
    return found


def _has_others(cell: str, *known: Iterable[str]) -> bool:
    """Return True if a cell has more than remarks on a state and known ones on decisions."""
    rest = folded(cell)
    for remark in (*sorted(chain(*known), key=len, reverse=True), *(each.value for each in Remark)):
        rest = rest.replace(remark, "")
    return _WITHIN.sub("", rest).strip(", ") != ""


def _named_cells(row: TableRow) -> dict[str, str]:
    return dict(zip(PLACE_COLUMNS, row.cells, strict=True))


def _without_clashes(plan: ImportPlan) -> ImportPlan:
    """Return the plan with those rows refused that cannot be recorded together."""
    clashing = _sharing_words(plan.filled) | _twice(plan.filled)
    clashes = [each.row for each in plan.filled if each.row.number in clashing]
    refused = [*plan.refused, *(RejectedRow(row, clashing[row.number]) for row in clashes)]
    return ImportPlan(
        tuple(each for each in plan.filled if each.row.number not in clashing),
        tuple(sorted(refused, key=lambda each: each.row.number)),
        plan.aside,
    )


def _twice(filled: Sequence[ImportRow]) -> dict[int, str]:
    """Return the problem of each row whose place occurs twice, by row number."""
    counts = Counter(each.row.place for each in filled)
    return {
        each.row.number: "the place is filled in twice"
        for each in filled
        if counts[each.row.place] > 1
    }


def _sharing_words(filled: Sequence[ImportRow]) -> dict[int, str]:
    """Return the problem of each row that changes the same words as another, by row number."""
    changing = [each for each in filled if each.decision.wording is not None]
    found: dict[int, str] = {}
    active: list[ImportRow] = []
    for each in sorted(changing, key=lambda one: one.target.span):
        active = [one for one in active if one.target.span.end > each.target.span.start]
        for other in active:
            if other.target.span.overlaps(each.target.span):
                found[each.row.number] = f"row {other.row.number} changes some of the same words"
                found[other.row.number] = f"row {each.row.number} changes some of the same words"
        active.append(each)
    return found
