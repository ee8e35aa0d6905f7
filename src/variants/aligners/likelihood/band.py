"""The cells that a path of beads may visit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Ints, ranges

_MAX_CELLS = 500_000
"""A band with more cells is limited to the cells near the lines between its anchors.

So many cells need 700 sentences without an anchor, or a very long text, and two seconds.
"""
_MIN_HALF_WIDTH = 50


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of seed sentences done, how many of the other side may be done.

    A *cell* (i, j) means that i sentences of the seed and j of the other side are done. Cells are
    numbered by row. Both borders ascend, and consecutive rows overlap, so that a path of single
    sentences leads from every cell to the end. With S sentences in the seed:

    Attributes:
        low: Least j of each row, shape (S + 1,).
        high: Greatest j of each row, shape (S + 1,).
        offsets: Number of each row's first cell, and of all cells; shape (S + 2,).
        origin: ``origin[i] + j`` is the number of the cell (i, j); shape (S + 1,).
    """

    low: Ints
    high: Ints
    offsets: Ints
    origin: Ints

    @property
    def rows(self) -> int:
        """Number of seed sentences, which is the last row."""
        return len(self.low) - 1

    @property
    def columns(self) -> int:
        """Number of sentences on the other side, which is the last column."""
        return int(self.high[-1])

    @property
    def cells(self) -> int:
        """Number of cells."""
        return int(self.offsets[-1])

    def places(self, start: int, end: int) -> tuple[Ints, Ints]:
        """Return row and column of each cell in the rows from ``start`` to before ``end``."""
        rows = np.repeat(np.arange(start, end), np.diff(self.offsets[start : end + 1]))
        return rows, np.arange(self.offsets[start], self.offsets[end]) - self.origin[rows]


def make_band(low: Ints, high: Ints) -> Band:
    """Make a band between two borders, which ascend."""
    offsets = np.concatenate([[0], np.cumsum(high - low + 1)])
    return Band(low, high, offsets, offsets[:-1] - low)


def whole(rows: int, columns: int) -> Band:
    """Return a band of all cells, for a few sentences."""
    return make_band(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns))


def round_anchors(anchors: tuple[Ints, Ints], rows: int, columns: int, margin: int) -> Band:
    """Return the rectangles between anchors, extended by a margin of sentences on all sides."""
    seed = np.concatenate([[0], anchors[0], [rows]])
    other = np.concatenate([[0], anchors[1], [columns]])
    all_rows = np.arange(rows + 1)
    # The borders do not depend on which text is the seed.
    before = np.searchsorted(seed, all_rows - margin - 1, "right") - 1
    after = np.searchsorted(seed, all_rows + margin + 1, "left")
    low = np.where(before >= 0, other[np.maximum(before, 0)] - margin, 0)
    last = len(seed) - 1
    high = np.where(after <= last, other[np.minimum(after, last)] + margin, columns)
    band = _between(low, high, columns)
    # Near the lines, a long text has as many cells anyway.
    if band.cells > max(_MAX_CELLS, 2 * _MIN_HALF_WIDTH * rows):
        return _limited(band, np.interp(all_rows, seed, other).astype(np.int64))
    return band


def round_path(seed: Ints, other: Ints, rows: int, columns: int, margin: int) -> Band:
    """Return the cells near a path of beads.

    Args:
        seed: First seed sentence of each step and the one after its last, shape (steps, 2).
        other: The bounds of each step on the other side.
        rows: Number of seed sentences.
        columns: Number of sentences on the other side.
        margin: Sentences around the path on all sides.
    """
    at = np.concatenate([seed[:, 0], [rows]])
    place = np.concatenate([other[:, 0], [columns]])
    least, greatest = np.full(rows + 1, columns), np.zeros(rows + 1, np.int64)
    np.minimum.at(least, at, place)
    np.maximum.at(greatest, at, place)
    # Rows inside a bead have its whole width.
    skipped = np.maximum(seed[:, 1] - seed[:, 0] - 1, 0)
    inside = ranges(seed[:, 0] + 1, skipped)
    np.minimum.at(least, inside, np.repeat(other[:, 0], skipped))
    np.maximum.at(greatest, inside, np.repeat(other[:, 1], skipped))
    low, high = least.copy(), greatest.copy()
    for shift in range(1, min(margin, rows) + 1):
        np.minimum(low[:-shift], least[shift:], out=low[:-shift])
        np.minimum(low[shift:], least[:-shift], out=low[shift:])
        np.maximum(high[:-shift], greatest[shift:], out=high[:-shift])
        np.maximum(high[shift:], greatest[:-shift], out=high[shift:])
    return _between(low - margin, high + margin, columns)


def _between(low: Ints, high: Ints, columns: int) -> Band:
    """Make a band between borders that may descend or be outside the text."""
    low, high = np.clip(low, 0, columns), np.clip(high, 0, columns)
    low[0], high[-1] = 0, columns
    return make_band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def _limited(band: Band, middle: Ints) -> Band:
    """Return the part of a band near the middle, in linear memory for unrelated texts."""
    half = max(_MIN_HALF_WIDTH, _MAX_CELLS // (2 * (band.rows + 1)))
    low = np.maximum(band.low, middle - half)
    high = np.maximum(np.minimum(band.high, middle + half), low)
    low[0], high[-1] = 0, band.columns
    # Where the middle jumps, single sentences still have to lead from row to row.
    np.maximum(high[:-1], low[1:], out=high[:-1])
    return make_band(low, high)
