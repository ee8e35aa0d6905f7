"""Lines about a selection: its parts, and the passages, places and wording that it hides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from variants.brief.selected_edition import hidden_amount, selection_line
from variants.brief.selection import EVERYTHING, Selection, shown_patterns
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation, Entry, Passage
from variants.types.pattern import Pattern
from variants.types.sense import Tier
from variants.types.variant import VariantClass
from variants.wording.hidden_wording import hidden_line, hidden_wording
from variants.wording.passage_notes import count
from variants.wording.terms import LIKELY

if TYPE_CHECKING:
    from rich.text import Text

_LIKE_SENSE = frozenset({VariantClass.MEANING, VariantClass.MODALITY})
_SENSE_INSTEAD = f"For all readings that are {LIKELY}, use --sense."


def hidden_lines(
    collation: Collation, shown: Sequence[Passage], selection: Selection, pen: Pen
) -> list[Text]:
    """Return the selection and the amount that it hides; nothing if it hides nothing."""
    if selection == EVERYTHING:
        return []
    first, *more = hidden_amount(collation, shown, selection)
    return _lines(selection, first, more, pen)


def hidden_pattern_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return the selection and the patterns and wording in them that it hides; else nothing."""
    if selection == EVERYTHING:
        return []
    patterns, shown = collation.patterns, shown_patterns(collation, selection)
    number = count(len(patterns), "recurring difference")
    entries = _entries_in(patterns, collation)
    wording = hidden_wording(entries, _entries_in(shown, collation))
    lines = [hidden_line(wording)] if wording else []
    first = selection_line(selection, f"{len(patterns) - len(shown)} of {number}")
    return _lines(selection, first, lines, pen)


def _entries_in(patterns: Iterable[Pattern], collation: Collation) -> list[Entry]:
    """Return the entries in which patterns occur, reduced to the readings that have them."""
    sigla: dict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        for one in pattern.occurrences:
            sigla[one.place].add(one.siglum)
    reduced = (
        (
            entry,
            tuple(one for one in entry.readings if not sigla[entry.place].isdisjoint(one.sigla)),
        )
        for entry in collation.entries
        if entry.place in sigla
    )
    return [replace(entry, readings=readings) for entry, readings in reduced if readings]


def _lines(selection: Selection, first: str, more: Sequence[str], pen: Pen) -> list[Text]:
    lines = [StyledPiece(text, Look.STRONG) for text in (first, *more)]
    if _looks_for_sense(selection):
        lines.append(StyledPiece(_SENSE_INSTEAD, Look.NOTE))
    return [line for piece in lines for line in pen.wrap([piece], pen.console.width)]


def _looks_for_sense(selection: Selection) -> bool:
    """Return True if it selects the classes that seem to be those of sense."""
    classes = selection.classes or frozenset()
    return bool(classes & _LIKE_SENSE) and Tier.SENSE not in classes and selection.tiers is None
