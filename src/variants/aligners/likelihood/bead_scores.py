"""Scores of all beads of a band, without those that cannot be on the best path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Flags, Floats, Ints, on_grid
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.matches import Matches, Shapes, Shared
from variants.aligners.likelihood.model import LENGTH, WORDS, LikelihoodModel, softened

_CELLS_AT_A_TIME = 20_000  # Bounds the memory; the time hardly depends on it.


@dataclass(frozen=True, slots=True)
class Beads:
    """Beads in the order of the seed sentence they start from, as arrays of shape (beads,).

    Attributes:
        top: First seed sentence.
        left: First sentence of the other side.
        height: Number of seed sentences.
        width: Number of sentences of the other side.
        scores: Log likelihood ratio, priors included.
        best: True if the bead can be on the best path: nothing smaller in its place scores higher.
    """

    top: Ints
    left: Ints
    height: Ints
    width: Ints
    scores: Floats
    best: Flags


def find_beads(
    model: LikelihoodModel,
    band: Band,
    shapes: Shapes,
    *,
    slack: float = 0.0,
    floor: float = -np.inf,
) -> Beads:
    """Return the allowed beads of these shapes that score higher than anything in their place.

    A bead cannot be on the best path if its sentences score higher as unmatched sentences, as a
    smaller bead and an unmatched sentence, or as two smaller beads.

    Args:
        model: The model, whose constraints apply.
        band: Cells where beads may start and end.
        shapes: Shapes of beads.
        slack: Log odds by which smaller beads may score higher; such beads are not ``best``.
        floor: Least score.
    """
    matches = Matches(model.seed, model.other, model.weights, band, shapes)
    runs = (
        _runs(model.seed, model.weights.seed.miss, len(shapes)),
        _runs(model.other, model.weights.other.miss, shapes[0]),
    )
    parts = []
    for rows in _row_blocks(band):
        grid = _Grid(band, rows)
        done: dict[tuple[int, int], Floats] = {}
        for n, m, shared in matches.shared(rows):
            inside = grid.inside(n, m)
            if n > model.seed.count or m > model.other.count:
                done[n, m] = grid.spread(inside, np.zeros(0))
                continue
            starts = _Starts(grid.row[inside], grid.column[inside], n, m)
            scores = _scores(model, runs, shared, inside, starts)
            if not model.constraints.none:
                free = model.constraints.allowed(starts.row, starts.column, n, m)
                scores = np.where(free, scores, -np.inf)
            done[n, m] = grid.spread(inside, scores)
            bar = _bar(grid, done, inside, (n, m), model.priors.unmatched)
            kept = np.flatnonzero(scores > np.maximum(bar - slack, floor))
            best = scores[kept] > np.maximum(bar[kept], floor)
            parts.append((starts.row[kept], starts.column[kept], n, m, scores[kept], best))
    return _joined(parts)


@dataclass(frozen=True, slots=True)
class _Starts:
    """First sentences of beads of one shape, and their size."""

    row: Ints
    column: Ints
    height: int
    width: int


class _Grid:
    """The cells of some rows, and one more for all cells outside."""

    def __init__(self, band: Band, rows: range) -> None:
        self.band = band
        self.row, self.column = band.places(rows.start, rows.stop)
        self._first = int(band.offsets[rows.start])
        self.outside = len(self.row)

    def inside(self, n: int, m: int) -> Ints:
        """Return the cells from which a bead of n and m sentences stays in the band."""
        end = np.minimum(self.row + n, self.band.rows)
        right = self.column + m
        fits = (self.row + n <= self.band.rows) & (right <= self.band.high[end])
        return np.flatnonzero(fits & (right >= self.band.low[end]))

    def further(self, cells: Ints, n: int, m: int) -> Ints:
        """Return the cells n rows and m columns further; ``outside`` if not among these."""
        row, column = self.row[cells] + n, self.column[cells] + m
        cell = self.band.origin[row] + column - self._first
        here = (column >= self.band.low[row]) & (column <= self.band.high[row])
        return np.where(here & (cell < self.outside), cell, self.outside)

    def spread(self, cells: Ints, scores: Floats) -> Floats:
        """Return scores of all cells and of ``outside``, minus infinity where none is given."""
        spread = np.full(self.outside + 1, -np.inf)
        spread[cells] = scores
        return spread


def _row_blocks(band: Band) -> Iterator[range]:
    """Yield blocks of rows with a bounded number of cells, or single rows."""
    start = 0
    while start < band.rows:
        reach = band.offsets[start] + _CELLS_AT_A_TIME
        end = int(np.searchsorted(band.offsets, reach, "right")) - 1
        end = min(band.rows, max(start + 1, end))
        yield range(start, end)
        start = end


_Runs = tuple[Floats, Floats, Floats]
"""Log number of features, their weight as misses, and log length of some sentences from each on."""


def _runs(side: Side, misses: Floats, most: int) -> list[_Runs]:
    """Return the parts of scores of n consecutive sentences, for each n, at index n - 1."""
    before = side.characters_before
    return [
        (np.log(np.maximum(sizes, 1)), sums, softened(before[n:] - before[:-n]))
        for n, (sizes, sums) in enumerate(side.unions(misses, most), start=1)
    ]


def _scores(
    model: LikelihoodModel,
    runs: tuple[list[_Runs], list[_Runs]],
    shared: Shared,
    inside: Ints,
    starts: _Starts,
) -> Floats:
    """Return the scores of all beads of one shape.

    A shared feature gains log(rate of return / share of the other text) - log(number of
    features on the other side): its probability in a counterpart against that by chance.
    """
    n, m, row, column = starts.height, starts.width, starts.row, starts.column
    seed_room, seed_miss, seed_length = (values[row] for values in runs[0][n - 1])
    other_room, other_miss, other_length = (values[column] for values in runs[1][m - 1])
    from_seed = shared.seed_gain[inside] - shared.seed_count[inside] * other_room
    from_other = shared.other_gain[inside] - shared.other_count[inside] * seed_room
    words = np.maximum(0, from_seed) + np.maximum(0, from_other)
    words += shared.regained[inside] + seed_miss + other_miss
    length = model.lengths.of_logs(seed_length, other_length)
    scores = WORDS * words + LENGTH * length + model.priors.bead(n, m)
    if model.divisions is not None:
        sides = (model.seed, model.other)
        scores += model.divisions.scores(sides, (row, column), (n, m))
    return on_grid(scores)


def _bar(
    grid: _Grid,
    done: dict[tuple[int, int], Floats],
    cells: Ints,
    shape: tuple[int, int],
    unmatched: float,
) -> Floats:
    """Return the score that a bead must exceed: the best that smaller ones make in its place."""
    n, m = shape
    bar = np.full(len(cells), (n + m) * unmatched)
    rivals = []
    if m > 1:
        narrower = done[n, m - 1]
        rivals += [narrower[cells] + unmatched, narrower[grid.further(cells, 0, 1)] + unmatched]
    if n > 1:
        lower = done[n - 1, m]
        rivals += [lower[cells] + unmatched, lower[grid.further(cells, 1, 0)] + unmatched]
    if n > 1 and m > 1:
        smaller, single = done[n - 1, m - 1], done[1, 1]
        rivals.append(single[cells] + smaller[grid.further(cells, 1, 1)])
        rivals.append(smaller[cells] + single[grid.further(cells, n - 1, m - 1)])
    for rival in rivals:
        np.maximum(bar, rival, out=bar)
    return bar


def _joined(parts: list[tuple[Ints, Ints, int, int, Floats, Flags]]) -> Beads:
    """Concatenate the beads of all shapes and sort them by their first seed sentence."""
    top = np.concatenate([part[0] for part in parts])
    counts = [len(part[0]) for part in parts]
    order = np.argsort(top, kind="stable")
    return Beads(
        top[order],
        np.concatenate([part[1] for part in parts])[order],
        np.repeat([part[2] for part in parts], counts)[order],
        np.repeat([part[3] for part in parts], counts)[order],
        np.concatenate([part[4] for part in parts])[order],
        np.concatenate([part[5] for part in parts])[order],
    )
