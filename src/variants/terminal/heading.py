"""Header with texts and counts, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from variants.brief import count_tiers
from variants.terminal.layouts import beside
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.terminal.view import Layout
from variants.types.collation import Collation
from variants.types.witness import Witness
from variants.wording.marks import Role
from variants.wording.passage_notes import count, counts_of
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, MOVED, OMITTED, OTHER_WORDING, RECAST

if TYPE_CHECKING:
    from rich.text import Text

_LEGEND = (
    ("seed reading", Role.SEED),
    ("other reading", Role.OTHER),
    (ADDED, Role.ADDED),
    (OMITTED, Role.OMITTED),
    (MOVED, Role.MOVED),
)
_POINTS = (
    ("omitted here", Role.MISSING_WORDS),
    ("punctuation omitted, or words added here", Role.MISSING_MARK),
)
_APPARATUS_LEGEND = f"+ {ADDED}   ⇄ {MOVED}   ({RECAST}) one reading for the whole passage"
_BETWEEN = "   "


def header(collation: Collation, pen: Pen, states: Pieces = ()) -> list[Text]:
    """Return title, witnesses with their counts, and the states of the places."""
    lines = [*title_lines(collation, pen), *witness_lines(collation, pen)]
    return [*lines, *(_indented(states, pen) if states else [])]


def title_lines(collation: Collation, pen: Pen) -> list[Text]:
    """Return the title, and how many sentences and witnesses there are."""
    seed = collation.seed
    title = sanitize_line(collation.title).strip() or name_of(seed.witness)
    facts = [
        f"seed {seed.witness.siglum}",
        count(len(seed.sentences), "sentence"),
        count(len(collation.others), "other witness"),
    ]
    strong = StyledPiece(f"{title}   " if title else "", Role.STRONG)
    return _indented([strong, StyledPiece(" · ".join(facts), Role.NOTE)], pen)


def witness_lines(collation: Collation, pen: Pen) -> list[Text]:
    """Return a line for each other witness: name, readings by tier, counts of its sentences."""
    judged = any(entry.sense is not None for entry in collation.entries)
    lines = []
    for other, tiers in zip(collation.others, count_tiers(collation), strict=True):
        name = name_of(other.witness)
        siglum = other.witness.siglum
        counts = [f"▲ {tiers.sense}", f"wording {tiers.wording}", f"form {tiers.form}"]
        sentences = counts_of(collation, siglum)
        figures = StyledPiece(" · ".join((*(counts if judged else ()), sentences)), Role.NOTE)
        head = StyledPiece(f" {siglum}  ")
        lines += _hanging(head, [StyledPiece(f"{name}   " if name else ""), figures], pen)
    return lines


def name_of(witness: Witness) -> str:
    """Return the name of a witness: its title or its file."""
    return sanitize_line(witness.title).strip() or sanitize_line(witness.source).strip()


def legend(layout: Layout, pen: Pen, states: Pieces = (), *, numbered: bool = True) -> list[Text]:
    """Return an explanation of the marks, printed with the marks themselves.

    Args:
        layout: Layout that is used.
        pen: Pen to print with.
        states: Signs of states, for a layout that does not name them.
        numbered: True if places have numbers.
    """
    if layout in {Layout.INLINE, Layout.READINGS}:
        lines = _indented([StyledPiece(_APPARATUS_LEGEND, Role.NOTE)], pen)
        return lines + (_indented(states, pen) if states else [])
    items = [
        [StyledPiece(before, Role.SIGN), StyledPiece(words, role), StyledPiece(after, Role.SIGN)]
        for words, role in _LEGEND
        for before, after in [pen.signs.get(role, ("", ""))]
    ]
    items += [
        [StyledPiece(pen.signs[role][0], role), StyledPiece(f" {words}", Role.NOTE)]
        for words, role in _POINTS
    ]
    if not pen.plain:
        items.append([StyledPiece(OTHER_WORDING, Role.OTHER, light=True)])
        items.append([StyledPiece("name or form only", Role.MINOR)])
    if numbered:
        items.append([StyledPiece("² in 5 is place 5.2", Role.NOTE)])
    return _packed(items, pen)


def _packed(items: Iterable[Sequence[StyledPiece]], pen: Pen) -> list[Text]:
    """Return items side by side, with as many in a line as fit."""
    lines: list[Text] = []
    for item in items:
        first, *more = _indented(item, pen)
        if lines and lines[-1].cell_len + len(_BETWEEN) + first.cell_len <= pen.console.width:
            lines[-1].append(_BETWEEN).append_text(first)
        else:
            lines.append(first)
        lines += more
    return lines


def _indented(pieces: Iterable[StyledPiece], pen: Pen) -> list[Text]:
    return pen.wrap(pieces, pen.console.width)


def _hanging(head: StyledPiece, pieces: Iterable[StyledPiece], pen: Pen) -> list[Text]:
    """Return a word with wrapped text to its right."""
    first = pen.text([head])
    width = pen.console.width - first.cell_len
    return beside([[first], pen.wrap(pieces, width)], [first.cell_len, width])
