"""The beads of a band that are worth looking at, with their scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Flags, Floats, Ints, on_grid
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.matches import Matches, Shapes, Shared
from variants.aligners.likelihood.weights import LikelihoodModel

WORDS = 0.5
"""Weight of the words: the mean of both directions."""
LENGTH = 0.5
"""Weight of the lengths; where words decide it hardly matters."""

_CELLS_AT_A_TIME = 20_000  # Bounds the memory; the time hardly depends on it.


@dataclass(frozen=True, slots=True)
class Beads:
    """Beads in the order of the seed sentence they start from.

    Attributes:
        top: First seed sentence of each.
        left: First sentence of the other side.
        height: How many seed sentences.
        width: How many of the other side.
        scores: Log likelihood ratios, priors included.
        best: Whether it can be on the best path: nothing smaller in its place beats it.
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
    """The beads of these shapes that may be, and that nothing smaller beats in their place.

    A bead beaten by its own sentences left alone, by a smaller bead and a sentence left alone,
    or by two smaller beads, cannot be on the best path.

    Args:
        model: What the scores depend on.
        band: Where beads may start and end.
        shapes: Which beads there may be.
        slack: Beads beaten by no more than this are there too, as not ``best``.
        floor: The least score that counts.
    """
    matches = Matches(model.seed, model.other, model.weights, band, shapes)
    unions = (
        model.seed.unions(model.weights.seed.miss, len(shapes)),
        model.other.unions(model.weights.other.miss, shapes[0]),
    )
    parts = []
    for rows in _parts(band):
        grid = _Grid(band, rows)
        done: dict[tuple[int, int], Floats] = {}
        for n, m, shared in matches.shared(rows):
            inside = grid.inside(n, m)
            if n > model.seed.count or m > model.other.count:
                done[n, m] = grid.spread(inside, np.zeros(0))
                continue
            place = _Place(grid.row[inside], grid.column[inside], n, m)
            scores = _scores(model, unions, shared, inside, place)
            if not model.limits.none:
                free = model.limits.allowed(place.row, place.column, n, m)
                scores = np.where(free, scores, -np.inf)
            done[n, m] = grid.spread(inside, scores)
            bar = _bar(grid, done, inside, (n, m), model.priors.alone)
            kept = np.flatnonzero(scores > np.maximum(bar - slack, floor))
            best = scores[kept] > np.maximum(bar[kept], floor)
            parts.append((place.row[kept], place.column[kept], n, m, scores[kept], best))
    return _joined(parts)


@dataclass(frozen=True, slots=True)
class _Place:
    """Beads of one shape: where they start, and their size."""

    row: Ints
    column: Ints
    height: int
    width: int


class _Grid:
    """The cells of some rows, and one more for all that lie outside."""

    def __init__(self, band: Band, rows: range) -> None:
        self.band = band
        self.row, self.column = band.places(rows.start, rows.stop)
        self._first = int(band.offsets[rows.start])
        self.outside = len(self.row)

    def inside(self, n: int, m: int) -> Ints:
        """The cells from which a bead of n and m sentences stays in the band."""
        end = np.minimum(self.row + n, self.band.rows)
        right = self.column + m
        fits = (self.row + n <= self.band.rows) & (right <= self.band.high[end])
        return np.flatnonzero(fits & (right >= self.band.low[end]))

    def further(self, cells: Ints, n: int, m: int) -> Ints:
        """The cells n rows and m columns on; ``outside`` where that is not among these."""
        row, column = self.row[cells] + n, self.column[cells] + m
        cell = self.band.origin[row] + column - self._first
        here = (column >= self.band.low[row]) & (column <= self.band.high[row])
        return np.where(here & (cell < self.outside), cell, self.outside)

    def spread(self, cells: Ints, scores: Floats) -> Floats:
        """Scores of some cells as scores of all; of the rest and of ``outside`` minus infinity."""
        spread = np.full(self.outside + 1, -np.inf)
        spread[cells] = scores
        return spread


def _parts(band: Band) -> Iterator[range]:
    start = 0
    while start < band.rows:
        reach = band.offsets[start] + _CELLS_AT_A_TIME
        end = int(np.searchsorted(band.offsets, reach, "right")) - 1
        end = min(band.rows, max(start + 1, end))
        yield range(start, end)
        start = end


def _scores(
    model: LikelihoodModel,
    unions: tuple[list[tuple[Floats, Floats]], list[tuple[Floats, Floats]]],
    shared: Shared,
    inside: Ints,
    place: _Place,
) -> Floats:
    """Scores of all beads of one shape.

    A shared feature gains log(rate of return / share of the other text) - log(number of
    features on the other side): what it says against the chance of meeting it there.
    """
    n, m, row, column = place.height, place.width, place.row, place.column
    seed_size, seed_miss = (values[row] for values in unions[0][n - 1])
    other_size, other_miss = (values[column] for values in unions[1][m - 1])
    seed_room, other_room = np.log(np.maximum(seed_size, 1)), np.log(np.maximum(other_size, 1))
    from_seed = shared.seed_gain[inside] - shared.seed_count[inside] * other_room
    from_other = shared.other_gain[inside] - shared.other_count[inside] * seed_room
    words = np.maximum(0, from_seed) + np.maximum(0, from_other)
    words += shared.regained[inside] + seed_miss + other_miss
    seed_before = model.seed.characters_before
    other_before = model.other.characters_before
    length = model.lengths.scores(
        seed_before[row + n] - seed_before[row], other_before[column + m] - other_before[column]
    )
    scores = WORDS * words + LENGTH * length + model.priors.extra * (n + m - 2)
    if model.divisions is not None:
        sides = (model.seed, model.other)
        scores += model.divisions.scores(sides, (row, column), (n, m))
    return on_grid(scores)


def _bar(
    grid: _Grid,
    done: dict[tuple[int, int], Floats],
    cells: Ints,
    shape: tuple[int, int],
    alone: float,
) -> Floats:
    """What a bead has to beat: the best that smaller ones make of its sentences."""
    n, m = shape
    bar = np.full(len(cells), (n + m) * alone)
    rivals = []
    if m > 1:
        narrower = done[n, m - 1]
        rivals += [narrower[cells] + alone, narrower[grid.further(cells, 0, 1)] + alone]
    if n > 1:
        lower = done[n - 1, m]
        rivals += [lower[cells] + alone, lower[grid.further(cells, 1, 0)] + alone]
    if n > 1 and m > 1:
        smaller, single = done[n - 1, m - 1], done[1, 1]
        rivals.append(single[cells] + smaller[grid.further(cells, 1, 1)])
        rivals.append(smaller[cells] + single[grid.further(cells, n - 1, m - 1)])
    for rival in rivals:
        np.maximum(bar, rival, out=bar)
    return bar


def _joined(parts: list[tuple[Ints, Ints, int, int, Floats, Flags]]) -> Beads:
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
