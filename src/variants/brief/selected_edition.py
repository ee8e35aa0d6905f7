"""The selected part of an edition, for all reports, and the amount that it hides in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum

from variants.brief.selection import EVERYTHING, Selection, shown_passages, shown_sigla
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.sense import Tier
from variants.types.variant import HEAVIEST_FIRST
from variants.wording.hidden_wording import hidden_line, hidden_wording
from variants.wording.passage_notes import count
from variants.wording.terms import TIERS


class Order(Enum):
    """Order of the differences."""

    TEXT = "text"
    WEIGHT = "weight"


def selected_edition(edition: Edition, selection: Selection, order: Order = Order.TEXT) -> Edition:
    """Return an edition with the selected witnesses, passages, places and readings only.

    The established text and its decisions stay the same. A notice states the amount that is
    hidden. By weight, the passages with the heaviest readings come first.
    """
    collation = edition.collation
    passages = shown_passages(collation, selection)
    if order is Order.WEIGHT:
        passages = tuple(sorted(passages, key=_weight))
    if selection == EVERYTHING:
        return replace(edition, collation=replace(collation, passages=passages))
    sigla = shown_sigla(collation, selection)
    shown = {entry.place for passage in passages for entry in passage.entries}
    lines = hidden_amount(collation, passages, selection)
    reduced = replace(
        collation,
        passages=passages,
        others=tuple(cut for cut in collation.others if cut.witness.siglum in sigla),
        notices=(
            Notice("", _sentence(lines)),
            *collation.notices,
        ),
    )
    left_out = frozenset(entry.place for entry in collation.entries) - shown
    return replace(edition, collation=reduced, left_out=left_out)


def hidden_amount(
    collation: Collation, shown: Sequence[Passage], selection: Selection
) -> list[str]:
    """Return the selection and the amount that it hides, in two lines."""
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
    return [selection_line(selection, hidden), *([hidden_line(wording)] if wording else [])]


def selection_line(selection: Selection, hidden: str) -> str:
    """Return the parts of a selection, and what it hides."""
    return f"shown  {'; '.join(_chosen(selection))} · hidden  {hidden}"


def _sentence(lines: Sequence[str]) -> str:
    """Return the lines about a selection in one.

    Examples:
        >>> _sentence(["shown  witness A · hidden  1 of 2 places", "hidden  no other wording"])
        'shown: witness A · hidden: 1 of 2 places · no other wording'
    """
    return " · ".join(line.removeprefix("hidden  ") for line in lines).replace("  ", ": ")


def _weight(passage: Passage) -> tuple[int, float]:
    """Return a sort key that puts passages with heavy readings first."""
    senses = (entry.sense.sort_key for entry in passage.entries if entry.sense is not None)
    return min(senses, default=(len(Tier), 0.0))


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
