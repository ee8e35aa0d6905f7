"""Output of a view, from the header to the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from variants.terminal.heading import header, legend, name_of
from variants.terminal.hidden_lines import hidden_lines, hidden_pattern_lines
from variants.terminal.layouts import (
    STATES,
    heads,
    in_columns,
    label_width,
    layout_for,
    stacked,
    two,
)
from variants.terminal.passage_block import block_of
from variants.terminal.patterns import pattern_lines, usage_lines
from variants.terminal.pen import Pen, pen_for
from variants.terminal.reading_layouts import by_weight, inline, readings, table_widths
from variants.terminal.selection import shown_passages, shown_sigla
from variants.terminal.state_lines import States
from variants.terminal.styled_pieces import StyledPiece
from variants.terminal.suggested_term_lines import term_lines
from variants.terminal.view import Layout, Order, View
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.wording.marks import Role

if TYPE_CHECKING:
    from rich.console import Console

_NO_DIFFERENCE = "No differences to show."


def write(edition: Edition, view: View, console: Console) -> None:
    """Print the header, the number of hidden passages, a block for each passage, and the legend."""
    collation = edition.collation
    pen = pen_for(view, console)
    states = States(edition, view.selection)
    passages = shown_passages(collation, view.selection)
    sigla = (collation.seed.witness.siglum, *shown_sigla(collation, view.selection))
    beside = STATES if states.shown else 0
    layout = layout_for(view.layout, console.width, len(sigla) - 1, beside)
    if view.order is Order.WEIGHT:
        layout = Layout.READINGS
    pen.print(header(collation, pen, states.counts()))
    if view.patterns:
        pen.print(hidden_pattern_lines(collation, view.selection, pen))
        for lines in (pattern_lines, usage_lines, term_lines):
            pen.print([Text(), *lines(collation, view.selection, pen)])
        return
    pen.print(hidden_lines(collation, passages, view.selection, pen))
    if view.order is Order.WEIGHT:
        blocks = by_weight(passages, collation, pen, states)
    else:
        blocks = _blocks(collation, passages, sigla, layout, pen, states)
    for block in blocks:
        pen.print([Text(), *block])
    if any(passage.entries for passage in passages):
        signs = states.legend() if layout is Layout.INLINE else ()
        pen.print([Text(), *legend(layout, pen, signs)])
    elif not any(states.outside_entries(passage) for passage in passages):
        pen.print([Text(), *pen.wrap([StyledPiece(_NO_DIFFERENCE, Role.STRONG)], console.width)])


def _blocks(  # noqa: PLR0913, PLR0917 - all that a layout needs
    collation: Collation,
    passages: Sequence[Passage],
    sigla: Sequence[str],
    layout: Layout,
    pen: Pen,
    states: States,
) -> Iterator[list[Text]]:
    """Yield the lines of each passage."""
    labels = label_width([passage.label for passage in passages])
    if layout is Layout.READINGS:
        widths = table_widths(passages, collation, pen, states)
        tables = (readings(passage, collation, pen, widths, states) for passage in passages)
        yield from (lines for lines in tables if lines)
        return
    if layout is Layout.INLINE:
        yield from (inline(passage, collation, pen, labels, states) for passage in passages)
        return
    beside = STATES if states.shown else 0
    if layout is Layout.COLUMNS:
        yield heads(_titles(collation, sigla), pen, labels, beside)
    room = max(cell_len(siglum) for siglum in sigla)
    for passage in passages:
        block = block_of(passage, collation, pen.signs, states.lines(passage))
        if layout is Layout.COLUMNS:
            yield in_columns(block, pen, sigla, labels, beside)
        elif layout is Layout.TWO:
            yield two(block, pen, sigla[0], labels, room, beside)
        else:
            yield stacked(block, pen, sigla[0], labels, room)


def _titles(collation: Collation, sigla: Sequence[str]) -> list[tuple[str, str]]:
    cuts = {cut.witness.siglum: cut.witness for cut in (collation.seed, *collation.others)}
    names = [name_of(cuts[siglum]) for siglum in sigla]
    names[0] = names[0] or "Seed"
    return list(zip(sigla, names, strict=True))
