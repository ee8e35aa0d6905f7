"""Folding of a long text: passages with nothing of weight are one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from variants.brief.passage_runs import PassageRun
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation
from variants.wording.hidden_wording import HiddenWording, hidden_wording
from variants.wording.marks import Role
from variants.wording.passage_notes import count
from variants.wording.terms import EXPECTED, FOLDED

if TYPE_CHECKING:
    from rich.text import Text

_ALL = "--all shows them"


def folded_line(run: PassageRun, collation: Collation, pen: Pen, label: Text) -> Text:
    """Return the first words of folded passages and the number of their readings."""
    said = run.counts
    room = max(1, pen.console.width - label.cell_len - cell_len(said) - len(" … · ") - 1)
    words = _first_words(run, collation, room)
    pieces = [StyledPiece(" "), StyledPiece(words), StyledPiece(f" … · {said}", Role.NOTE)]
    return label.copy().append_text(pen.text(pieces))


def _first_words(run: PassageRun, collation: Collation, room: int) -> str:
    words = run.first_words(collation)
    while len(words) > 1 and cell_len(" ".join(words)) > room:
        words.pop()
    shown = " ".join(words)
    while cell_len(shown) > room:
        shown = shown[:-1]
    return shown


def folded_notes(runs: Sequence[PassageRun], pen: Pen) -> list[Text]:
    """Return the number of folded passages, with the wording in them; nothing without any."""
    passages = [passage for run in runs if run.folded for passage in run.passages]
    if not passages:
        return []
    hidden = hidden_wording((entry for one in passages for entry in one.entries), ())
    found = f"{count(len(passages), 'passage')} {FOLDED}"
    return pen.wrap([StyledPiece(f"{found}{_of(hidden)} · {_ALL}", Role.NOTE)], pen.console.width)


def _of(hidden: HiddenWording | None) -> str:
    if hidden is None or not hidden.places:
        return ""
    return f" · {count(hidden.places, 'place')} of other wording · {EXPECTED} {hidden.expected:.1f}"
