"""Output of a view, from the header to the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from variants.brief import make_brief
from variants.brief.leftover_text import command_for_all
from variants.brief.passage_runs import PassageRun, passage_runs
from variants.brief.selected_edition import Order
from variants.brief.selection import EVERYTHING, shown_passages, shown_sigla
from variants.terminal.brief_lines import brief_lines
from variants.terminal.folded_passages import folded_line, folded_notes
from variants.terminal.heading import header, legend, same_texts, title_lines
from variants.terminal.hidden_lines import hidden_lines, hidden_pattern_lines
from variants.terminal.layouts import (
    has_margin,
    in_columns,
    label_cell,
    label_width,
    layout_for,
    stacked,
    two,
)
from variants.terminal.look import Look
from variants.terminal.passage_block import BlockOptions, block_of
from variants.terminal.patterns import pattern_lines, usage_lines
from variants.terminal.pen import Pen, pen_for
from variants.terminal.reading_layouts import by_weight, inline, readings, table_widths
from variants.terminal.source_lines import SourceLines
from variants.terminal.state_lines import States
from variants.terminal.strips import strip_lines
from variants.terminal.styled_pieces import StyledPiece
from variants.terminal.suggested_term_lines import term_lines
from variants.terminal.view import Layout, View
from variants.types.collation import Collation, Entry, Passage
from variants.types.edition import Edition
from variants.types.sense import Tier

if TYPE_CHECKING:
    from rich.console import Console

_BRIEF = 12  # Lines of differences above the passages.
_NO_DIFFERENCE = "No differences to show."


def write(edition: Edition, view: View, console: Console) -> None:
    """Print the header, the brief, a block for each passage, and the legend."""
    collation = edition.collation
    pen = pen_for(view, console)
    states = States(edition, view.selection)
    head = header(collation, pen, states.counts()) if view.marked else title_lines(collation, pen)
    pen.print(head)
    if view.patterns:
        _write_patterns(collation, view, pen)
        return
    passages = shown_passages(collation, view.selection)
    pen.print(hidden_lines(collation, passages, view.selection, pen))
    if view.order is Order.WEIGHT:
        for block in by_weight(passages, collation, pen, states):
            pen.print([Text(), *block])
        _write_end(passages, Layout.READINGS, pen, states)
        return
    same = same_texts(collation) if view.marked and view.selection == EVERYTHING else ""
    if same and not states.shown:
        pen.print([Text(), *pen.wrap([StyledPiece(same, Look.STRONG)], console.width)])
        return
    _write_passages(edition, passages, view, pen, states)


def _write_patterns(collation: Collation, view: View, pen: Pen) -> None:
    pen.print(hidden_pattern_lines(collation, view.selection, pen))
    for lines in (term_lines, pattern_lines, usage_lines):
        found = lines(collation, view.selection, pen)
        pen.print([Text(), *found] if found else [])


def _write_passages(
    edition: Edition, passages: Sequence[Passage], view: View, pen: Pen, states: States
) -> None:
    """Print the brief, the passages in their order, and the legend."""
    collation = edition.collation
    if view.marked:
        brief = _brief(edition, passages, view, pen)
        pen.print([Text(), *brief] if brief else [])
    sigla = (collation.seed.witness.siglum, *shown_sigla(collation, view.selection))
    layout = layout_for(view.layout, pen.console.width, len(sigla) - 1)
    runs = _runs(edition, passages, view)
    page = _Page(collation, sigla, layout, pen, states, _options(view, pen, states, layout))
    for block in page.blocks(runs):
        pen.print([Text(), *block])
    if view.marked:
        notes = folded_notes(runs, page.gathered, page.gathered_lines, pen)
        pen.print([Text(), *notes] if notes else [])
        _write_end(passages, layout, pen, states, several=len(sigla) > 2)  # noqa: PLR2004 - the seed


def _options(view: View, pen: Pen, states: States, layout: Layout) -> BlockOptions:
    return BlockOptions(
        pen.signs,
        numbered=states.shown,
        listed=view.places,
        gathers=layout is Layout.STACKED and not view.unfolded,
        marked=view.marked,
    )


def _sources(collation: Collation, options: BlockOptions, layout: Layout, pen: Pen) -> SourceLines:
    """Return the places in files: of all texts with ``--places``, else in a margin the seed's."""
    sigla = [cut.witness.siglum for cut in (collation.seed, *collation.others)]
    if not options.listed:
        sigla = sigla[:1] if has_margin(layout, pen.console.width) else []
    return SourceLines(collation, sigla)


def _brief(edition: Edition, passages: Sequence[Passage], view: View, pen: Pen) -> list[Text]:
    """Return the brief of the passages that are shown, in few lines."""
    brief = make_brief(replace(edition.collation, passages=tuple(passages)))
    if brief.hidden is None:
        return strip_lines(brief, pen)
    if view.selection != EVERYTHING:
        brief = replace(brief, hidden=None)  # The lines about the selection have it.
        if not brief.readings and not view.selection.may_show_sense:
            return []
    below = view.selection.tiers == frozenset({Tier.SENSE})
    return brief_lines(brief, pen, _BRIEF, "" if below else command_for_all(edition))


def _runs(edition: Edition, passages: Sequence[Passage], view: View) -> list[PassageRun]:
    """Return the passages, those of a long text folded unless a part of it was chosen."""
    whole = replace(view.selection, witnesses=None) == EVERYTHING
    unfolded = view.unfolded or not view.marked or view.layout is Layout.READINGS
    return passage_runs(edition, passages, unfolded=unfolded or not whole)


def _write_end(
    passages: Sequence[Passage], layout: Layout, pen: Pen, states: States, *, several: bool = False
) -> None:
    """Print the legend, or that there is no difference."""
    if any(passage.entries for passage in passages):
        signs = states.legend() if layout is Layout.INLINE else ()
        pen.print([Text(), *legend(layout, pen, signs, several=several)])
    elif not any(states.outside_entries(passage) for passage in passages):
        width = pen.console.width
        pen.print([Text(), *pen.wrap([StyledPiece(_NO_DIFFERENCE, Look.STRONG)], width)])


class _Page:
    """Passages in a layout, with the number of readings that are only counted in them."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a layout needs
        self,
        collation: Collation,
        sigla: Sequence[str],
        layout: Layout,
        pen: Pen,
        states: States,
        options: BlockOptions,
    ) -> None:
        self._collation = collation
        self._sigla = sigla
        self._layout = layout
        self._pen = pen
        self._states = states
        self._options = options
        self._sources = _sources(collation, options, layout, pen)
        self.gathered: list[Entry] = []
        self.gathered_lines = 0

    def blocks(self, runs: Sequence[PassageRun]) -> Iterator[list[Text]]:
        """Yield the lines of each passage, or of several that are folded."""
        pen, collation, states = self._pen, self._collation, self._states
        if self._layout is Layout.READINGS:
            passages = [run.passages[0] for run in runs]
            widths = table_widths(passages, collation, pen, states)
            tables = (readings(passage, collation, pen, widths, states) for passage in passages)
            yield from (lines for lines in tables if lines)
            return
        labels = label_width([run.label for run in runs])
        room = max(cell_len(siglum) for siglum in self._sigla)
        for run in runs:
            if run.folded:
                (label,) = label_cell(run.label, labels, pen)
                yield [folded_line(run, collation, pen, label)]
            elif self._layout is Layout.INLINE:
                yield inline(run.passages[0], collation, pen, labels, states)
            else:
                yield self._block(run.passages[0], labels, room)

    def _block(self, passage: Passage, labels: int, room: int) -> list[Text]:
        said = self._states.lines(passage)
        block = block_of(passage, self._collation, self._options, said, self._sources)
        self.gathered += block.gathered
        self.gathered_lines += bool(block.gathered)
        if self._layout is Layout.COLUMNS:
            return in_columns(block, self._pen, self._sigla, labels, room)
        if self._layout is Layout.TWO:
            return two(block, self._pen, labels, room)
        return stacked(block, self._pen, labels, room)
