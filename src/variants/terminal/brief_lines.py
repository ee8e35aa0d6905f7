"""The brief of a document as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variants.brief import Brief, BriefGroup, fit_brief
from variants.brief.brief_text import item_line, title_of
from variants.brief.leftover_text import leftover_lines
from variants.terminal.layouts import beside
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.strips import strip_lines
from variants.terminal.styled_pieces import StyledPiece
from variants.wording.hidden_wording import amount_of
from variants.wording.passage_notes import count
from variants.wording.terms import LIKELY
from variants.wording.text_runs import Line, Style

if TYPE_CHECKING:
    from rich.text import Text

_LOOKS = {Style.LEMMA: Look.LEMMA, Style.READING: Look.READING, Style.SIGLUM: Look.STRONG}
_BETWEEN = StyledPiece(" · ", Look.NOTE)
_TITLES = 18
_NARROW = 60  # Narrower terminals have the title above the items.
_INDENT = 2


def brief_lines(brief: Brief, pen: Pen, most: int | None = None, command: str = "") -> list[Text]:
    """Return the differences that are likely to touch the sense, heaviest first, and the strips.

    Args:
        brief: The brief.
        pen: Pen to print with.
        most: Most lines for the differences (default: as many as they need). More are used if
            the lines about what does not fit would need as many.
        command: Command that lists all of these differences; "" if the passages that follow are
            these, or none can.
    """
    width = pen.console.width
    head = f"{LIKELY}  {count(brief.readings, 'reading')} at {count(brief.places, 'place')}"
    groups: Sequence[BriefGroup] = brief.groups
    notes: list[str] = []
    if most is not None:
        fitted = fit_brief(brief.groups, most, lambda group: len(_group_lines(group, pen)))
        about = leftover_lines(fitted.left, len(brief.sense), command)
        if sum(len(_group_lines(group, pen)) for group in groups) > most + len(about):
            groups, notes = fitted.shown, about
    lines = pen.wrap([StyledPiece(f"▲ {head}", Look.SAID)], width)
    for group in groups:
        lines += _group_lines(group, pen)
    if brief.hidden is not None:
        notes.append(f"besides  {amount_of(brief.hidden)}")
    for note in notes:
        lines += _indented([StyledPiece(note, Look.NOTE)], pen)
    strips = strip_lines(brief, pen)
    return [*lines, *pen.wrap([], width), *strips] if strips else lines


def _group_lines(group: BriefGroup, pen: Pen) -> list[Text]:
    """Return the title of a group with its items beside it, or in a narrow terminal below it."""
    pieces = [
        piece
        for number, item in enumerate(group.items)
        for piece in ([_BETWEEN] if number else []) + styled_line(item_line(item))
    ]
    title = [StyledPiece(title_of(group), Look.STRONG)]
    if pen.console.width < _NARROW:
        return _indented([*title, StyledPiece("  "), *pieces], pen)
    width = pen.console.width - _INDENT - _TITLES
    head = pen.wrap(title, _TITLES - 1)
    return beside([[], head, pen.wrap(pieces, width)], [_INDENT, _TITLES, width])


def styled_line(line: Line) -> list[StyledPiece]:
    """Return a line of runs as pieces."""
    return [StyledPiece(run.text, _LOOKS.get(run.style, Look.TEXT)) for run in line]


def _indented(pieces: Sequence[StyledPiece], pen: Pen) -> list[Text]:
    width = pen.console.width - _INDENT
    return beside([[], pen.wrap(pieces, width)], [_INDENT, width])
