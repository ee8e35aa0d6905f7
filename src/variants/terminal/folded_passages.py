"""Folding of a long text: passages with nothing of weight are one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from variants.brief.passage_runs import PassageRun, folded_note
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation, Entry

if TYPE_CHECKING:
    from rich.text import Text

_NARROW = 60
_ALL = "--all shows them"


def folded_line(run: PassageRun, collation: Collation, pen: Pen, label: Text) -> Text:
    """Return the first words of folded passages and the number of their readings."""
    said = run.counts
    if pen.console.width < _NARROW:
        said = said.partition(" · ")[0]  # The heaviest tier: the words need the room.
    room = max(1, pen.console.width - label.cell_len - cell_len(said) - len(" … · ") - 2)
    words = _first_words(run, collation, room)
    pieces = [StyledPiece("  "), StyledPiece(words), StyledPiece(f" … · {said}", Look.NOTE)]
    return label.copy().append_text(pen.text(pieces))


def _first_words(run: PassageRun, collation: Collation, room: int) -> str:
    words = run.first_words(collation)
    while len(words) > 1 and cell_len(" ".join(words)) > room:
        words.pop()
    shown = " ".join(words)
    while cell_len(shown) > room:
        shown = shown[:-1]
    return shown


def folded_notes(
    runs: Sequence[PassageRun], gathered: Sequence[Entry], lines: int, pen: Pen
) -> list[Text]:
    """Return the note on folded passages and on lines that only count, if any, as lines.

    ``folded_note`` describes the arguments.
    """
    said = folded_note(runs, gathered, lines)
    return pen.wrap([StyledPiece(f"{said} · {_ALL}", Look.NOTE)], pen.console.width) if said else []
