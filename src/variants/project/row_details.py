"""Confidence, category and evidence in a row of a table that an editor filled in."""

from __future__ import annotations

from dataclasses import dataclass

from variants.errors import InvalidValue
from variants.project.decision_table import SheetRow, folded
from variants.types.decision import CATEGORIES, EVIDENCE_KINDS, Confidence, Decision, Evidence
from variants.wording.evidence_text import format_evidence, parse_evidence_cell

_CONFIDENCE = {one.value: one for one in Confidence}


class UnusableRow(Exception):
    """A row cannot be recorded."""


@dataclass(frozen=True, slots=True)
class Details:
    """Details of a decision; each may be missing."""

    confidence: Confidence | None = None
    category: str = ""
    evidence: tuple[Evidence, ...] = ()

    def are_those_of(self, decision: Decision) -> bool:
        """Return True if a decision has these details; missing ones fit any."""
        return (
            self.confidence in {None, decision.confidence}
            and self.category in {"", decision.category}
            and self.evidence in {(), decision.evidence}
        )


def has_new_details(row: SheetRow, old: Decision | None) -> bool:
    """Return True if a cell was filled in, or changed from the decision in the table."""
    return any(_is_new(cell, was) for cell, was in _cells(row, old))


def details_of(row: SheetRow, old: Decision | None) -> Details:
    """Return the details in a row; unchanged ones belong to the decision in the table.

    They are kept if that decision is only changed, with the same action.

    Raises:
        UnusableRow: A detail is unknown.
    """
    base = Details()
    if old is not None and old.action is row.action:
        base = Details(old.confidence, old.category, old.evidence)
    confidence, category, evidence = (
        cell.strip() if _is_new(cell, was) else "" for cell, was in _cells(row, old)
    )
    return Details(
        _confidence(confidence) if confidence else base.confidence,
        _category(category) if category else base.category,
        _evidence(evidence) if evidence else base.evidence,
    )


def _cells(row: SheetRow, old: Decision | None) -> tuple[tuple[str, str], ...]:
    """Return the cells of a row, each with its text when the table was written."""
    if old is None:
        return (row.confidence, ""), (row.category, ""), (row.evidence, "")
    return (
        (row.confidence, old.confidence.value if old.confidence else ""),
        (row.category, old.category),
        (row.evidence, format_evidence(old.evidence)),
    )


def _is_new(cell: str, was: str) -> bool:
    # A table without reasons has an empty cell.
    return folded(cell) not in {"", folded(was)}


def _confidence(cell: str) -> Confidence:
    if cell.lower() not in _CONFIDENCE:
        msg = f"it has an unknown confidence {cell!r}; choose from {', '.join(_CONFIDENCE)}"
        raise UnusableRow(msg)
    return _CONFIDENCE[cell.lower()]


def _category(cell: str) -> str:
    if cell.lower() not in CATEGORIES:
        msg = f"it has an unknown category {cell!r}; choose from {', '.join(CATEGORIES)}"
        raise UnusableRow(msg)
    return cell.lower()


def _evidence(cell: str) -> tuple[Evidence, ...]:
    try:
        return parse_evidence_cell(cell)
    except InvalidValue as error:
        msg = f"its evidence {error.given!r} is not a kind, a colon and a reference, such as "
        msg += f"“source: Annex 2”; kinds: {', '.join(EVIDENCE_KINDS)}"
        raise UnusableRow(msg) from error
