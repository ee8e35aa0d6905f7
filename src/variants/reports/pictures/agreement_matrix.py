"""Picture of the agreement of every version with every other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variants.reports.pictures.picture import NARROW, WIDTH, CellUnit, Picture, PictureColumn
from variants.reports.pictures.svg_drawing import (
    label_width,
    rect,
    short,
    text,
    turned_text,
    width_of,
)
from variants.types.version_measures import VersionMeasures
from variants.wording.agreement_text import group_lines, most_and_least, percent_of

_LEAST, _MOST = 30, 56  # Width of a cell.
_HIGH = 26
_FAINT, _STRONG = 0.06, 0.42  # Opacity of the fill: numbers stay readable on the strongest.
_LEGEND, _LEGEND_WIDTH = 34, 300
NOTE = (
    "Agreement of two versions: of the words of both, the share that the other has in the same "
    "passage, over the passages in which both have words. Each version is compared with each "
    "other, not only with the seed. Order, case and punctuation do not count."
)


class _MatrixGrid(NamedTuple):
    """Places of the cells.

    Attributes:
        left: Left edge of the first column.
        top: Upper edge of the first row.
        cell: Width of a cell.
        beyond: Room to the right for the last head, which rises beyond its column; 0 if the heads
            are not turned.
    """

    left: float
    top: float
    cell: float
    beyond: float


def draw_matrix(found: VersionMeasures) -> Picture:
    """Return the picture: a cell with its number for each two versions."""
    sigla = found.sigla
    grid = _grid_of(sigla)
    shares = [pair.share for pair in found.pairs if pair.share is not None]
    limits = min(shares, default=0.0), max(shares, default=1.0)
    marks = _heads(sigla, grid)
    for i, one in enumerate(sigla):
        for j, other in enumerate(sigla):
            share = None if i == j else found.share_of(one, other)
            x, y = grid.left + j * grid.cell, grid.top + i * _HIGH
            marks += _cell(x, y, grid.cell, share, limits)
    right = grid.left + len(sigla) * grid.cell + grid.beyond
    bottom = grid.top + len(sigla) * _HIGH
    end = 8
    if limits[1] > limits[0]:
        marks += _legend(grid.left, bottom + 10, limits)
        right, end = max(right, grid.left + _LEGEND_WIDTH), _LEGEND
    width = round(right) + 2
    return Picture(
        name="agreement",
        title="Agreement of every version with every other",
        description=" ".join([most_and_least(found), *group_lines(found)]),
        note=NOTE,
        width=width if width <= NARROW else max(WIDTH, width),
        height=round(bottom + end),
        marks=marks,
        columns=(
            PictureColumn("Version", CellUnit.WORDS),
            PictureColumn("Other", CellUnit.WORDS),
            PictureColumn("Agreement", CellUnit.SHARE),
            PictureColumn("Equal words", CellUnit.COUNT),
            PictureColumn("Words", CellUnit.COUNT),
            PictureColumn("Other's words", CellUnit.COUNT),
            PictureColumn("Passages", CellUnit.COUNT),
        ),
        rows=tuple(
            (
                *(pair.one, pair.other, pair.share, pair.shared),
                *(pair.one_words, pair.other_words, pair.passages),
            )
            for pair in found.pairs
        ),
    )


def _grid_of(sigla: Sequence[str]) -> _MatrixGrid:
    """Return the places of the cells; heads that are wider than their columns are turned."""
    left = label_width(sigla)
    longest = max(width_of(short(siglum)) for siglum in sigla)
    cell = _cell_width(WIDTH - left - 2, len(sigla))
    if longest <= cell:
        return _MatrixGrid(left, 18, cell, 0)
    beyond = 0.8 * longest
    return _MatrixGrid(
        left, 14 + 0.65 * left, _cell_width(WIDTH - left - beyond, len(sigla)), beyond
    )


def _cell_width(room: float, count: int) -> float:
    return max(_LEAST, min(_MOST, room / count))


def _heads(sigla: Sequence[str], grid: _MatrixGrid) -> str:
    """Return the names of the rows and columns."""
    marks = ""
    for at, siglum in enumerate(sigla):
        name, middle = short(siglum), grid.left + (at + 0.5) * grid.cell
        marks += text(grid.left - 6, grid.top + at * _HIGH + 17, name, "h e")
        if grid.beyond:
            marks += turned_text(middle - 3, grid.top - 5, name)
        else:
            marks += text(middle, grid.top - 6, name, "h m")
    return marks


def _cell(
    x: float, y: float, width: float, share: float | None, limits: tuple[float, float]
) -> str:
    if share is None:
        return rect(x, y, width, _HIGH, "x")
    return (
        rect(x, y, width, _HIGH, "w", f' opacity="{_opacity(share, limits):.2f}"')
        + rect(x, y, width, _HIGH, "x")
        + text(x + width / 2, y + 17, percent_of(share).removesuffix(" %"), "m")
    )


def _opacity(share: float, limits: tuple[float, float]) -> float:
    low, high = limits
    return _FAINT + (_STRONG - _FAINT) * ((share - low) / (high - low) if high > low else 1.0)


def _legend(x: float, y: float, limits: tuple[float, float]) -> str:
    low, high = limits
    words = percent_of(low)
    start = x + width_of(words) + 2
    marks = text(x, y + 10, words, "u")
    for at in range(5):
        opacity = _opacity(low + (high - low) * at / 4, limits)
        marks += rect(start + at * 18, y, 18, 13, "w", f' opacity="{opacity:.2f}"')
    marks += rect(start, y, 90, 13, "x")
    return marks + text(start + 95, y + 10, f"{percent_of(high)} of the words are equal", "u")
