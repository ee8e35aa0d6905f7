"""A collation from its header to its legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from variants.types import Collation, Passage
from variants.writers.marking import Role
from variants.writers.selection import shown_passages, shown_sigla
from variants.writers.terminal.apparatus import by_weight, inline, readings, table_widths
from variants.writers.terminal.blocks import block_of
from variants.writers.terminal.header import header, hidden, legend, name_of
from variants.writers.terminal.layouts import (
    heads,
    in_columns,
    label_width,
    layout_for,
    stacked,
    two,
)
from variants.writers.terminal.patterns import pattern_lines, usage_lines
from variants.writers.terminal.pen import Pen, pen_for
from variants.writers.terminal.pieces import Piece
from variants.writers.terminal.view import Layout, Order, View

if TYPE_CHECKING:
    from rich.console import Console

_NOTHING = "No difference in what is shown."


def write(collation: Collation, view: View, console: Console) -> None:
    """Header, what is hidden, one block a passage, legend."""
    pen = pen_for(view, console)
    passages = shown_passages(collation, view.selection)
    sigla = (collation.base.witness.siglum, *shown_sigla(collation, view.selection))
    layout = layout_for(view.layout, console.width, len(sigla) - 1)
    if view.order is Order.WEIGHT:
        layout = Layout.READINGS
    _print(header(collation, pen), pen)
    if view.patterns:
        for lines in (pattern_lines, usage_lines):
            _print([Text(), *lines(collation, view.selection, pen)], pen)
        return
    _print(hidden(collation, passages, view.selection, pen), pen)
    if view.order is Order.WEIGHT:
        blocks = by_weight(passages, collation, pen)
    else:
        blocks = _blocks(collation, passages, sigla, layout, pen)
    for block in blocks:
        _print([Text(), *block], pen)
    if any(passage.entries for passage in passages):
        _print([Text(), *legend(layout, pen)], pen)
    else:
        _print([Text(), *pen.wrap([Piece(_NOTHING, Role.STRONG)], console.width)], pen)


def _blocks(
    collation: Collation,
    passages: Sequence[Passage],
    sigla: Sequence[str],
    layout: Layout,
    pen: Pen,
) -> Iterator[list[Text]]:
    """The lines of one passage after another."""
    labels = label_width([passage.label for passage in passages])
    if layout is Layout.READINGS:
        widths = table_widths(passages, collation, pen)
        tables = (readings(passage, collation, pen, widths) for passage in passages)
        yield from (lines for lines in tables if lines)
        return
    if layout is Layout.INLINE:
        yield from (inline(passage, collation, pen, labels) for passage in passages)
        return
    if layout is Layout.COLUMNS:
        yield heads(_titles(collation, sigla), pen, labels)
    room = max(cell_len(siglum) for siglum in sigla)
    for passage in passages:
        block = block_of(passage, collation, pen.signs)
        if layout is Layout.COLUMNS:
            yield in_columns(block, pen, sigla, labels)
        else:
            lay_out = two if layout is Layout.TWO else stacked
            yield lay_out(block, pen, sigla[0], labels, room)


def _titles(collation: Collation, sigla: Sequence[str]) -> list[tuple[str, str]]:
    cuts = {cut.witness.siglum: cut.witness for cut in (collation.base, *collation.others)}
    names = [name_of(cuts[siglum]) for siglum in sigla]
    names[0] = names[0] or "Seed"
    return list(zip(sigla, names, strict=True))


def _print(lines: Sequence[Text], pen: Pen) -> None:
    """Lines as they are: wrapped already, and never read as markup."""
    if lines:
        # What rich would do to wrap, crop or highlight is done or unwanted.
        pen.console.print(
            Text("\n").join(lines), soft_wrap=True, highlight=False, markup=False, emoji=False
        )
