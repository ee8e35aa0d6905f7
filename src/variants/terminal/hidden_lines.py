"""Lines about a selection: its parts, and the passages, places and wording that it hides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.selection import EVERYTHING, Selection, shown_patterns
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation, Entry, Passage
from variants.types.pattern import Pattern
from variants.types.sense import Tier
from variants.types.variant import HEAVIEST_FIRST, VariantClass
from variants.wording.hidden_wording import hidden_line, hidden_wording
from variants.wording.passage_notes import count
from variants.wording.terms import LIKELY, TIERS

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
    passages = len(collation.passages) - len(shown)
    places = len(collation.entries) - sum(len(passage.entries) for passage in shown)
    all_readings = _readings(collation.passages)
    readings = all_readings - _readings(shown)
    hidden = (
        f"{passages} of {count(len(collation.passages), 'passage')}, "
        f"{places} of {count(len(collation.entries), 'place')}, "
        f"{readings} of {count(all_readings, 'reading')}"
    )
    wording = hidden_wording(collation.entries, (e for passage in shown for e in passage.entries))
    return _lines(selection, hidden, [hidden_line(wording)] if wording else [], pen)


def hidden_pattern_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return the selection and the patterns and wording in them that it hides; else nothing."""
    if selection == EVERYTHING:
        return []
    patterns, shown = collation.patterns, shown_patterns(collation, selection)
    number = count(len(patterns), "recurring difference")
    entries = _entries_in(patterns, collation)
    wording = hidden_wording(entries, _entries_in(shown, collation))
    lines = [hidden_line(wording)] if wording else []
    return _lines(selection, f"{len(patterns) - len(shown)} of {number}", lines, pen)


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


def _lines(selection: Selection, hidden: str, more: Sequence[str], pen: Pen) -> list[Text]:
    chosen = f"shown  {'; '.join(_chosen(selection))} · hidden  {hidden}"
    lines = [StyledPiece(text, Look.STRONG) for text in (chosen, *more)]
    if _looks_for_sense(selection):
        lines.append(StyledPiece(_SENSE_INSTEAD, Look.NOTE))
    return [line for piece in lines for line in pen.wrap([piece], pen.console.width)]


def _looks_for_sense(selection: Selection) -> bool:
    """Return True if it selects the classes that seem to be those of sense."""
    classes = selection.classes or frozenset()
    return bool(classes & _LIKE_SENSE) and Tier.SENSE not in classes and selection.tiers is None


def _readings(passages: Iterable[Passage]) -> int:
    return sum(len(entry.readings) for passage in passages for entry in passage.entries)


def _chosen(selection: Selection) -> list[str]:
    """Return the parts of a selection in words."""
    chosen = []
    if selection.witnesses is not None:
        chosen.append(f"witness {', '.join(sorted(selection.witnesses))}")
    if selection.sentences is not None:
        chosen.append(f"sentence {_ranges(sorted(selection.sentences))}")
    if selection.classes is not None:
        heaviest_first = (*Tier, *HEAVIEST_FIRST)
        names = [name.value for name in heaviest_first if name in selection.classes]
        chosen.append(f"class {', '.join(names)}")
    if selection.kinds is not None:
        chosen.append(f"kind {', '.join(sorted(kind.value for kind in selection.kinds))}")
    if selection.tiers is not None:
        chosen.append(", ".join(TIERS[tier] for tier in Tier if tier in selection.tiers))
    if selection.states is not None:
        chosen.append(f"state {', '.join(sorted(state.value for state in selection.states))}")
    return chosen


def _ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers, consecutive ones as a range.

    Examples:
        >>> _ranges([1, 3, 4, 5, 8])
        '1, 3–5, 8'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1] = [ranges[-1][0], number]
        else:
            ranges.append([number])
    return ", ".join("–".join(str(number) for number in one) for one in ranges)
