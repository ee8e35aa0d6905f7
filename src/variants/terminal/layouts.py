"""Blocks side by side or below each other, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from variants.terminal.passage_block import BlockLine, PassageBlock, StateLine
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.terminal.view import Layout
from variants.wording.marks import Role

_LABEL = 3  # Width of most labels, so that short texts look the same.
_GAP = 2
_WIDEST = 72  # Longer lines are hard to follow.
_BESIDE = 17  # Width of labels and gaps.
_COLUMN_FROM = 34
_HALF_FROM = 39  # Two blocks and a column of states fit into 120 columns.
_SQUEEZED = 14  # Narrower columns have hardly room for a word, even on request.
STATES = 24
"""Width of a column of states."""


def layout_for(wanted: Layout | None, width: int, witnesses: int, states: int = 0) -> Layout:
    """Return the requested layout if the terminal is wide enough, else one for its width.

    Args:
        wanted: Requested layout; ``None`` to choose one.
        width: Width of the terminal.
        witnesses: Number of witnesses beside the seed.
        states: Width of a column of states; 0 if there is none.

    Examples:
        >>> [layout_for(None, width, 3).value for width in (200, 120, 80)]
        ['columns', 'two', 'stacked']
        >>> [layout_for(None, width, 3, STATES).value for width in (120, 100)]
        ['two', 'stacked']
        >>> layout_for(Layout.COLUMNS, 40, 3).value
        'stacked'
    """
    room = width - _BESIDE - states
    column = room / (witnesses + 1)
    squeezed = {Layout.COLUMNS: column, Layout.TWO: room / 2}
    if wanted is not None and squeezed.get(wanted, width) >= min(_SQUEEZED, width):
        return wanted
    if wanted is None and column >= _COLUMN_FROM:
        return Layout.COLUMNS
    return Layout.TWO if room / 2 >= _HALF_FROM else Layout.STACKED


def beside(columns: Sequence[Sequence[Text]], widths: Sequence[int]) -> list[Text]:
    """Join columns of lines; no style continues after the last word of a cell."""
    rows = []
    for cells in zip_longest(*columns):
        row = Text()
        for cell, width in zip(cells, widths, strict=True):
            row.append_text(cell or Text())
            row.append(" " * max(0, width - (cell.cell_len if cell else 0)))
        row.rstrip()
        rows.append(row)
    return rows


def label_width(labels: Sequence[str]) -> int:
    """Return the width for the labels of passages or entries."""
    return max([_LABEL, *(cell_len(label) for label in labels)])


def label_cell(label: str, width: int, pen: Pen) -> list[Text]:
    """Return a label, aligned to the right."""
    indent = " " * (width - cell_len(label))
    return [pen.text([StyledPiece(indent), StyledPiece(label, Role.NOTE)])]


def stacked(block: PassageBlock, pen: Pen, seed: str, labels: int, sigla: int) -> list[Text]:
    """Return the seed with the witnesses below it."""
    width = pen.console.width - labels - 1
    seed_lines = _under([BlockLine((seed,), block.seed)], pen, seed, sigla, width)
    lines = seed_lines + _under(block.lines, pen, seed, sigla, width)
    states = state_lines(block.states, pen, width - sigla - 1)
    lines += beside([[], states], [sigla + 1, width - sigla - 1])
    return beside([label_cell(block.label, labels, pen), lines], [labels + 1, width])


def two(  # noqa: PLR0913, PLR0917 - the widths of the cells
    block: PassageBlock, pen: Pen, seed: str, labels: int, sigla: int, states: int
) -> list[Text]:
    """Return the seed on the left, the witnesses in the middle and the states on the right."""
    half = min((_room(pen, labels + 1, states) - _GAP) // 2, _WIDEST + sigla + 1)
    left = _under([BlockLine((seed,), block.seed)], pen, seed, sigla, half)
    right = _under(block.lines, pen, seed, sigla, half)
    return beside(
        [label_cell(block.label, labels, pen), left, right, state_lines(block.states, pen, states)],
        [labels + 1, half + _GAP, half + _GAP, states],
    )


def in_columns(
    block: PassageBlock, pen: Pen, sigla: Sequence[str], labels: int, states: int
) -> list[Text]:
    """Return a column for each witness, the seed's first, and one for the states."""
    width = _column(pen, len(sigla), labels, states)
    cells = {sigla[0]: pen.wrap(block.seed, width)}
    for line in block.lines:
        for siglum in line.sigla:
            cells[siglum] = _cell(line, pen, sigla[0], width)
    columns = [label_cell(block.label, labels, pen), *(cells.get(one, []) for one in sigla)]
    widths = [labels + _GAP, *[width + _GAP] * len(sigla), states]
    return beside([*columns, state_lines(block.states, pen, states)], widths)


def heads(titles: Sequence[tuple[str, str]], pen: Pen, labels: int, states: int) -> list[Text]:
    """Return the heads of the columns: siglum and title."""
    width = _column(pen, len(titles), labels, states)
    cells = [
        pen.wrap([StyledPiece(f"{siglum}  {title}".rstrip(), Role.STRONG)], width)
        for siglum, title in titles
    ]
    last = pen.wrap([StyledPiece("State", Role.STRONG)], states) if states else []
    return beside([[], *cells, last], [labels + _GAP, *[width + _GAP] * len(titles), states])


def _column(pen: Pen, count: int, labels: int, states: int) -> int:
    room = _room(pen, labels, states) - _GAP * count
    return min(room // count, _WIDEST)


def _room(pen: Pen, labels: int, states: int) -> int:
    """Return the width that labels and a column of states leave to the texts."""
    return pen.console.width - labels - (states + _GAP if states else 0)


def state_lines(states: Iterable[StateLine], pen: Pen, width: int) -> list[Text]:
    """Return the states of places: signs on the left, words beside them."""
    lines: list[Text] = []
    for state in states:
        words = pen.wrap(state.words, width - _GAP)
        lines += beside([[pen.text([state.sign])], words], [_GAP, width - _GAP])
    return lines


def _cell(line: BlockLine, pen: Pen, seed: str, width: int) -> list[Text]:
    if line.pieces is None:
        return [pen.text([StyledPiece(f"= {seed}", Role.NOTE)])]
    return pen.wrap(line.pieces, width) + _notes(line, pen, width)


def _under(lines: Sequence[BlockLine], pen: Pen, seed: str, sigla: int, width: int) -> list[Text]:
    """Return lines below each other, each with its siglum before the text."""
    found = []
    for line in lines:
        if line.pieces is None:
            agree = StyledPiece(f"{' '.join(line.sigla)} = {seed}", Role.NOTE)
            found += pen.wrap([agree], width)
            continue
        role = Role.STRONG if line.sigla == (seed,) else Role.TEXT
        siglum = pen.text([StyledPiece(line.sigla[0], role)])
        text = pen.wrap(line.pieces, width - sigla - 1) + _notes(line, pen, width - sigla - 1)
        found += beside([[siglum], text], [sigla + 1, width - sigla - 1])
    return found


def _notes(line: BlockLine, pen: Pen, width: int) -> list[Text]:
    """Return the notes below a text, in brackets if there are no colours."""
    if not line.notes:
        return []
    notes = " · ".join(line.notes)
    return pen.wrap([StyledPiece(f"({notes})" if pen.plain else notes, Role.NOTE)], width)
