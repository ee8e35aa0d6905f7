"""Output of a view, from the header to the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from variants.brief import make_brief
from variants.brief.passage_runs import PassageRun, passage_runs
from variants.terminal.brief_lines import brief_lines
from variants.terminal.folded_passages import folded_line, folded_notes
from variants.terminal.heading import header, legend, name_of
from variants.terminal.hidden_lines import hidden_lines, hidden_pattern_lines
from variants.terminal.layouts import (
    STATES,
    heads,
    in_columns,
    label_cell,
    label_width,
    layout_for,
    stacked,
    two,
)
from variants.terminal.passage_block import block_of
from variants.terminal.patterns import pattern_lines, usage_lines
from variants.terminal.pen import Pen, pen_for
from variants.terminal.reading_layouts import by_weight, inline, readings, table_widths
from variants.terminal.selection import EVERYTHING, shown_passages, shown_sigla
from variants.terminal.state_lines import States
from variants.terminal.strips import strip_lines
from variants.terminal.styled_pieces import StyledPiece
from variants.terminal.suggested_term_lines import term_lines
from variants.terminal.view import Layout, Order, View
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.wording.marks import Role

if TYPE_CHECKING:
    from rich.console import Console

_BRIEF = 12  # Lines of differences above the passages.
_NO_DIFFERENCE = "No differences to show."


def write(edition: Edition, view: View, console: Console) -> None:
    """Print the header, the brief, a block for each passage, and the legend."""
    collation = edition.collation
    pen = pen_for(view, console)
    states = States(edition, view.selection)
    passages = shown_passages(collation, view.selection)
    pen.print(header(collation, pen, states.counts()))
    if view.patterns:
        pen.print(hidden_pattern_lines(collation, view.selection, pen))
        for lines in (pattern_lines, usage_lines, term_lines):
            pen.print([Text(), *lines(collation, view.selection, pen)])
        return
    pen.print(hidden_lines(collation, passages, view.selection, pen))
    if view.order is Order.WEIGHT:
        for block in by_weight(passages, collation, pen, states):
            pen.print([Text(), *block])
        _write_end(passages, Layout.READINGS, pen, states)
        return
    pen.print([Text(), *_brief(collation, passages, view, pen)])
    sigla = (collation.seed.witness.siglum, *shown_sigla(collation, view.selection))
    beside = STATES if states.shown else 0
    layout = layout_for(view.layout, console.width, len(sigla) - 1, beside)
    runs = _runs(edition, passages, view)
    numbered = view.places or states.shown
    for block in _blocks(collation, runs, sigla, layout, pen, states, numbered=numbered):
        pen.print([Text(), *block])
    notes = folded_notes(runs, pen)
    pen.print([Text(), *notes] if notes else [])
    _write_end(passages, layout, pen, states, numbered=numbered)


def _brief(collation: Collation, passages: Sequence[Passage], view: View, pen: Pen) -> list[Text]:
    """Return the brief of the passages that are shown, in few lines."""
    brief = make_brief(replace(collation, passages=tuple(passages)))
    if brief.hidden is None:
        return strip_lines(brief, pen)
    if view.selection != EVERYTHING:
        brief = replace(brief, hidden=None)  # The lines about the selection have it.
    return brief_lines(brief, pen, _BRIEF)


def _runs(edition: Edition, passages: Sequence[Passage], view: View) -> list[PassageRun]:
    """Return the passages, those of a long text folded unless a part of it was chosen."""
    whole = replace(view.selection, witnesses=None) == EVERYTHING
    unfolded = view.unfolded or not whole or view.layout is Layout.READINGS
    return passage_runs(edition, passages, unfolded=unfolded)


def _write_end(
    passages: Sequence[Passage], layout: Layout, pen: Pen, states: States, *, numbered: bool = True
) -> None:
    """Print the legend, or that there is no difference."""
    if any(passage.entries for passage in passages):
        signs = states.legend() if layout is Layout.INLINE else ()
        pen.print([Text(), *legend(layout, pen, signs, numbered=numbered)])
    elif not any(states.outside_entries(passage) for passage in passages):
        width = pen.console.width
        pen.print([Text(), *pen.wrap([StyledPiece(_NO_DIFFERENCE, Role.STRONG)], width)])


def _blocks(  # noqa: PLR0913, PLR0917 - all that a layout needs
    collation: Collation,
    runs: Sequence[PassageRun],
    sigla: Sequence[str],
    layout: Layout,
    pen: Pen,
    states: States,
    *,
    numbered: bool,
) -> Iterator[list[Text]]:
    """Yield the lines of each passage, or of several that are folded."""
    labels = label_width([run.label for run in runs])
    passages = [run.passages[0] for run in runs]
    if layout is Layout.READINGS:
        widths = table_widths(passages, collation, pen, states)
        tables = (readings(passage, collation, pen, widths, states) for passage in passages)
        yield from (lines for lines in tables if lines)
        return
    beside = STATES if states.shown else 0
    if layout is Layout.COLUMNS:
        yield heads(_titles(collation, sigla), pen, labels, beside)
    room = max(cell_len(siglum) for siglum in sigla)
    for run in runs:
        passage = run.passages[0]
        if run.folded:
            (label,) = label_cell(run.label, labels, pen)
            yield [folded_line(run, collation, pen, label)]
            continue
        if layout is Layout.INLINE:
            yield inline(passage, collation, pen, labels, states)
            continue
        block = block_of(passage, collation, pen.signs, states.lines(passage), numbered=numbered)
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
