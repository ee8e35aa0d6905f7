"""Blocks side by side or below each other, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from variants.terminal.look import Look
from variants.terminal.passage_block import BlockLine, PassageBlock
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.terminal.view import Layout
from variants.wording.margin_words import SENSE_SIGN

_LABEL = 3  # Width of most labels, so that short texts look the same.
_GAP = 2
_WIDE_GAP = 4  # Before the margin.
_MARGIN = 42
_MARGIN_FROM = 110
_NARROW = 60
_WIDEST = 84  # Longer lines are hard to follow.
_COLUMNS_FROM = 180
_MOST_COLUMNS = 4
_SQUEEZED = 14  # Narrower columns have hardly room for a word, even on request.


def layout_for(wanted: Layout | None, width: int, witnesses: int) -> Layout:
    """Return the requested layout if the terminal is wide enough, else one for its width.

    Args:
        wanted: Requested layout; ``None`` to choose one.
        width: Width of the terminal.
        witnesses: Number of witnesses beside the seed.

    Examples:
        >>> [layout_for(None, width, 3).value for width in (200, 120, 80)]
        ['columns', 'stacked', 'stacked']
        >>> [layout_for(Layout.COLUMNS, width, 3).value for width in (100, 40)]
        ['columns', 'stacked']
    """
    if wanted is None:
        wide = width >= _COLUMNS_FROM and witnesses < _MOST_COLUMNS
        return Layout.COLUMNS if wide else Layout.STACKED
    columns = {Layout.COLUMNS: witnesses + 1, Layout.TWO: 2}.get(wanted, 1)
    return wanted if width / columns >= min(_SQUEEZED, width) else Layout.STACKED


def has_margin(layout: Layout, width: int) -> bool:
    """Return True if a layout has its notes beside the texts in a terminal of this width."""
    return layout is Layout.STACKED and width >= _MARGIN_FROM


def beside(columns: Sequence[Sequence[Text]], widths: Sequence[int]) -> list[Text]:
    """Join columns of lines; no style continues after the last word of a cell."""
    rows = []
    for cells in zip_longest(*columns):
        row = Text()
        *before, last = zip(cells, widths, strict=True)
        for cell, width in before:
            if cell:
                row.append_text(cell)
            row.append(" " * max(0, width - (cell.cell_len if cell else 0)))
        if last[0]:
            row.append_text(last[0])
        row.rstrip()
        rows.append(row)
    return rows


def label_width(labels: Sequence[str]) -> int:
    """Return the width for the labels of passages or entries."""
    return max([_LABEL, *(cell_len(label) for label in labels)])


def label_cell(label: str, width: int, pen: Pen) -> list[Text]:
    """Return a label, aligned to the right."""
    indent = " " * (width - cell_len(label))
    return [pen.text([StyledPiece(indent), StyledPiece(label, Look.NOTE)])]


def stacked(block: PassageBlock, pen: Pen, labels: int, sigla: int) -> list[Text]:
    """Return the seed with the witnesses below it, in a wide terminal with a margin beside them."""
    width = pen.console.width  # Once: the console asks the system each time.
    gap = _GAP if width >= _NARROW else 1
    room = width - labels - sigla - 2 * gap
    margin = _MARGIN if width >= _MARGIN_FROM else 0
    text = min(room - margin - _WIDE_GAP, _WIDEST) if margin else room
    lines: list[Text] = []
    for line in (block.seed, *block.lines):
        siglum = siglum_cell(line, block, pen)
        if margin and line.pieces is not None:
            beside_it = room - text - _WIDE_GAP
            said = [one for pieces in line.margin for one in pen.wrap(pieces, beside_it)]
            cells = [siglum, pen.wrap(line.pieces, text), said]
            lines += beside(cells, [sigla + gap, text + _WIDE_GAP, beside_it])
        elif line.pieces is not None:
            lines += beside([siglum, _cell(line, pen, room)], [sigla + gap, room])
        else:
            lines += _without_text(line, pen, room + sigla + gap)
    cells = [label_cell(block.label, labels, pen), lines]
    return beside(cells, [labels + gap, width - labels - gap])


def two(block: PassageBlock, pen: Pen, labels: int, sigla: int) -> list[Text]:
    """Return the seed on the left and the witnesses on the right."""
    half = min((pen.console.width - labels - 2 * _GAP) // 2, _WIDEST + sigla + _GAP)
    left = _under([block.seed], block, pen, sigla, half)
    right = _under(block.lines, block, pen, sigla, half)
    return beside(
        [label_cell(block.label, labels, pen), left, right], [labels + _GAP, half + _GAP, half]
    )


def in_columns(
    block: PassageBlock, pen: Pen, sigla: Sequence[str], labels: int, room: int
) -> list[Text]:
    """Return a column for each witness, the seed's first; each has its siglum before the text."""
    whole = _column(pen, len(sigla), labels)
    cells: dict[str, list[Text]] = {}
    for line in (block.seed, *block.lines):
        for siglum in line.sigla:
            only = replace(line, sigla=(siglum,))
            cells[siglum] = _under([only], block, pen, room, whole)
    columns = [label_cell(block.label, labels, pen), *(cells.get(one, []) for one in sigla)]
    return beside(columns, [labels + _GAP, *[whole + _GAP] * len(sigla)])


def siglum_cell(line: BlockLine, block: PassageBlock, pen: Pen) -> list[Text]:
    """Return the siglum before a line, the seed's in bold."""
    look = Look.STRONG if line is block.seed or line.sigla == block.seed.sigla else Look.TEXT
    return [pen.text([StyledPiece(line.sigla[0], look)])]


def _column(pen: Pen, count: int, labels: int) -> int:
    room = pen.console.width - labels - _GAP - _GAP * (count - 1)
    return max(1, min(room // count, _WIDEST))


def state_lines(states: Iterable[Pieces], pen: Pen, width: int) -> list[Text]:
    """Return the states of places, one below the other."""
    return [line for state in states for line in pen.wrap(state, width)]


def _under(
    lines: Sequence[BlockLine], block: PassageBlock, pen: Pen, sigla: int, width: int
) -> list[Text]:
    """Return lines below each other, each with its siglum before the text."""
    found = []
    for line in lines:
        if line.pieces is None:
            found += _without_text(line, pen, width)
            continue
        room = width - sigla - _GAP
        found += beside(
            [siglum_cell(line, block, pen), _cell(line, pen, room)], [sigla + _GAP, room]
        )
    return found


def _cell(line: BlockLine, pen: Pen, width: int) -> list[Text]:
    """Return a text with its margin below it."""
    margin = [one for pieces in line.margin for one in pen.wrap(pieces, width)]
    return pen.wrap(line.pieces or (), width) + margin


def _without_text(line: BlockLine, pen: Pen, width: int) -> list[Text]:
    """Return the sigla of witnesses and the words instead of their texts, with their margin."""
    look = Look.SAID if line.instead.startswith(SENSE_SIGN) else Look.NOTE
    pieces = [StyledPiece(f"{' '.join(line.sigla)}  ", Look.NOTE), StyledPiece(line.instead, look)]
    for said in line.margin:
        pieces += [StyledPiece(" · ", Look.NOTE), *said]
    return pen.wrap(pieces, width)
