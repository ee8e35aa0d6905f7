"""The cells that a path of beads may visit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Ints, ranges

_MOST_CELLS = 4_000_000
"""Over this a band is cut to a band round the straight lines between its anchors."""
_LEAST_HALF_BAND = 50


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of seed sentences done, how many of the other side may be.

    A *cell* (i, j) means: i sentences of the seed and j of the other side lie behind. Cells are
    numbered row by row. Both borders only rise, and consecutive rows overlap, so that a way of
    single sentences leads from every cell to the end.

    Attributes:
        low: Least j of each row, rows 0 to the number of seed sentences.
        high: Greatest j of each row.
        offsets: Number of each row's first cell; at the end, of all cells.
        origin: ``origin[i] + j`` is the number of the cell (i, j).
    """

    low: Ints
    high: Ints
    offsets: Ints
    origin: Ints

    @property
    def rows(self) -> int:
        """The last row: the number of seed sentences."""
        return len(self.low) - 1

    @property
    def columns(self) -> int:
        """The last column: the number of sentences on the other side."""
        return int(self.high[-1])

    @property
    def cells(self) -> int:
        """How many cells."""
        return int(self.offsets[-1])

    def places(self, start: int, end: int) -> tuple[Ints, Ints]:
        """Row and column of each cell, of the rows from start to before end."""
        rows = np.repeat(np.arange(start, end), np.diff(self.offsets[start : end + 1]))
        return rows, np.arange(self.offsets[start], self.offsets[end]) - self.origin[rows]


def make_band(low: Ints, high: Ints) -> Band:
    """A band between these borders, which rise."""
    offsets = np.concatenate([[0], np.cumsum(high - low + 1)])
    return Band(low, high, offsets, offsets[:-1] - low)


def whole(rows: int, columns: int) -> Band:
    """Every cell there is: for a few sentences."""
    return make_band(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns))


def round_anchors(anchors: tuple[Ints, Ints], rows: int, columns: int, margin: int) -> Band:
    """The rectangles between anchors, wider by some sentences on all sides."""
    seed = np.concatenate([[0], anchors[0], [rows]])
    other = np.concatenate([[0], anchors[1], [columns]])
    all_rows = np.arange(rows + 1)
    # Borders that would be the same if rows and columns changed places.
    before = np.searchsorted(seed, all_rows - margin - 1, "right") - 1
    after = np.searchsorted(seed, all_rows + margin + 1, "left")
    low = np.where(before >= 0, other[np.maximum(before, 0)] - margin, 0)
    last = len(seed) - 1
    high = np.where(after <= last, other[np.minimum(after, last)] + margin, columns)
    band = _between(low, high, columns)
    if band.cells > _MOST_CELLS:
        return _banded(band, np.interp(all_rows, seed, other).astype(np.int64))
    return band


def round_path(seed: Ints, other: Ints, rows: int, columns: int, margin: int) -> Band:
    """The cells of a path of beads, given by their bounds, and some sentences round it."""
    at = np.concatenate([seed[:, 0], [rows]])
    place = np.concatenate([other[:, 0], [columns]])
    least, greatest = np.full(rows + 1, columns), np.zeros(rows + 1, np.int64)
    np.minimum.at(least, at, place)
    np.maximum.at(greatest, at, place)
    # Rows inside a bead: its whole width.
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
    """A band between borders that need not rise nor lie inside the text yet."""
    low, high = np.clip(low, 0, columns), np.clip(high, 0, columns)
    low[0], high[-1] = 0, columns
    return make_band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def _banded(band: Band, middle: Ints) -> Band:
    """The part of a band that lies near the middle: linear memory for hopeless texts."""
    half = max(_LEAST_HALF_BAND, _MOST_CELLS // (2 * (band.rows + 1)))
    low = np.maximum(band.low, middle - half)
    high = np.maximum(np.minimum(band.high, middle + half), low)
    low[0], high[-1] = 0, band.columns
    # Where the middle leaps, single sentences still have to lead from row to row.
    np.maximum(high[:-1], low[1:], out=high[:-1])
    return make_band(low, high)
