"""Posterior probability of each step of a path, by the forward-backward algorithm in a band."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.arrays import Floats, Ints
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.bead_scores import Beads
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path, gains_of

SLACK = 7.0
"""Log odds by which smaller beads may exceed a bead that is still considered: a thousand to one."""

_TINY = 1e-6  # Steps this much less probable than the best path to the same cell are left out.
_BIG = 1e100  # Sums above this are scaled down at the beginning of a block,
_ROWS_AT_A_TIME = 64  # and blocks are so small
_CELLS_AT_A_TIME = 4096  # that none overflows inside one.
_SMALLEST = 1e-300
_REACH = 16  # Rows that a path may have reached ahead: more than the tallest bead has.


@dataclass(frozen=True, slots=True)
class _Steps:
    """All steps from cell to cell, each with a weight from 0 to 1.

    Attributes:
        right: Weight of the step from each cell to the next one of its row, shape (cells,).
        down: Weight of the step from each cell to the one below it, shape (cells,).
        below: The cell below each, 0 where there is none, shape (cells,).
        starts: Cell that each bead starts from, ascending, shape (beads,).
        ends: Cell that each bead leads to, shape (beads,).
        beads: Weight of the step along each bead, shape (beads,).
        first: Number of the first bead of each cell, and of all beads; shape (cells + 1,).
    """

    right: Floats
    down: Floats
    below: Ints
    starts: Ints
    ends: Ints
    beads: Floats
    first: Ints


def posterior(band: Band, beads: Beads, sums: Floats, path: Path, unmatched: float) -> Floats:
    """Return the probability of each step of a path, shape (steps,), given the scores of all paths.

    Args:
        band: The cells.
        beads: All beads that are probable enough to matter.
        sums: Greatest sum of beads on a path to each cell.
        path: The path.
        unmatched: Score of an unmatched sentence.
    """
    return find_posteriors(band, beads, sums, unmatched).of_path(path)


@dataclass(frozen=True, slots=True)
class Posteriors:
    """The probability that a path visits each cell, and of the steps that lead there.

    Attributes:
        band: The cells.
        shares: Each step's share of all paths that reach the cell it leads to.
        reached: Probability that a path visits each cell, shape (cells + 1,).
        number: Place of each bead among the steps; ``NOT_A_BEAD`` if it is too improbable.
    """

    band: Band
    shares: _Steps
    reached: Floats
    number: Ints

    def of_path(self, path: Path) -> Floats:
        """Return the probability of each step of a path."""
        start = self.band.origin[path.seed[:, 0]] + path.other[:, 0]
        end = self.band.origin[path.seed[:, 1]] + path.other[:, 1]
        share = np.where(path.heights == 0, self.shares.right[start], self.shares.down[start])
        found = path.beads != NOT_A_BEAD
        share[found] = self.shares.beads[self.number[path.beads[found]]]
        certain: Floats = np.minimum(self.reached[end] * share, 1.0)
        return certain

    def of_bead(self, bead: int) -> float:
        """Return the probability of one bead."""
        step = int(self.number[bead])
        if step == NOT_A_BEAD:
            return 0.0
        return min(1.0, float(self.shares.beads[step] * self.reached[self.shares.ends[step]]))

    def of_seed_unmatched(self, sentence: int) -> float:
        """Return the probability that a sentence of the seed is unmatched."""
        offsets = self.band.offsets
        cells = np.arange(offsets[sentence], offsets[sentence + 1])
        down = self.shares.down[cells] * self.reached[self.shares.below[cells]]
        return min(1.0, float(down.sum()))

    def of_other_unmatched(self, sentence: int) -> float:
        """Return the probability that a sentence of the other side is unmatched."""
        band = self.band
        rows = np.flatnonzero((band.low <= sentence) & (sentence < band.high))
        cells = band.origin[rows] + sentence
        return min(1.0, float((self.shares.right[cells] * self.reached[cells + 1]).sum()))


def find_posteriors(band: Band, beads: Beads, sums: Floats, unmatched: float) -> Posteriors:
    """Return the probabilities of all steps, given the scores of all paths.

    Args:
        band: The cells.
        beads: All beads that are probable enough to matter.
        sums: Greatest sum of beads on a path to each cell, shape (cells,).
        unmatched: Score of an unmatched sentence.
    """
    steps, number = _steps(band, beads, sums, unmatched)
    shares = _shares(steps, _forward(band, steps))
    return Posteriors(band, shares, _backward(band, shares), number)


def _steps(band: Band, beads: Beads, sums: Floats, unmatched: float) -> tuple[_Steps, Ints]:
    """Return the steps, weighted against the best path to the same cell, and each bead's place."""
    row, column = band.places(0, band.rows + 1)
    right, down = np.zeros(band.cells), np.zeros(band.cells)
    below = np.zeros(band.cells, np.int64)
    cell = np.flatnonzero(column < band.high[row])
    right[cell] = np.exp(sums[cell] - sums[cell + 1])
    next_row = np.minimum(row + 1, band.rows)
    cell = np.flatnonzero((row < band.rows) & (column >= band.low[next_row]))
    below[cell] = band.origin[next_row[cell]] + column[cell]
    down[cell] = np.exp(sums[cell] - sums[below[cell]])
    starts = band.origin[beads.top] + beads.left
    ends = band.origin[beads.top + beads.height] + beads.left + beads.width
    weights = np.exp(sums[starts] + gains_of(beads, unmatched) - sums[ends])
    likely = np.flatnonzero(weights >= _TINY)
    likely = likely[np.argsort(starts[likely], kind="stable")]
    number = np.full(len(weights), NOT_A_BEAD)
    number[likely] = np.arange(len(likely))
    return _Steps(
        np.where(right < _TINY, 0.0, right),
        np.where(down < _TINY, 0.0, down),
        below,
        starts[likely],
        ends[likely],
        weights[likely],
        np.searchsorted(starts[likely], np.arange(band.cells + 1)),
    ), number


def _forward(band: Band, steps: _Steps) -> Floats:
    """Return the logarithm of the weight of all paths to each cell."""
    offsets = band.offsets.tolist()
    weight = array("d", [0.0]) * band.cells
    weight[0] = 1.0
    levels = np.zeros(band.rows + 1)
    level = 0
    for start, end in _blocks(offsets):
        if max(weight[offsets[start] : offsets[start + 1]]) > _BIG:
            behind = offsets[min(band.rows + 1, start + _REACH)]
            for cell in range(offsets[start], behind):
                weight[cell] /= _BIG
            level += 1
        levels[start:end] = level
        cells = range(offsets[start], offsets[end])
        first, last = int(steps.first[cells.start]), int(steps.first[cells.stop])
        ends, beads = steps.ends[first:last].tolist(), steps.beads[first:last].tolist()
        some = slice(cells.start, cells.stop)
        until = (steps.first[cells.start + 1 : cells.stop + 1] - first).tolist()
        bead = 0
        for cell, behind, right, down, below in zip(
            cells,
            until,
            steps.right[some].tolist(),
            steps.down[some].tolist(),
            steps.below[some].tolist(),
            strict=True,
        ):
            here = weight[cell]
            if right:
                weight[cell + 1] += here * right
            if down:
                weight[below] += here * down
            while bead < behind:
                weight[ends[bead]] += here * beads[bead]
                bead += 1
    scaled = np.repeat(levels, np.diff(band.offsets)) * math.log(_BIG)
    return np.log(np.maximum(np.frombuffer(weight), _SMALLEST)) + scaled


def _blocks(offsets: list[int]) -> list[tuple[int, int]]:
    """Return blocks of rows, small enough to be scaled only at their beginning."""
    blocks = []
    start, rows = 0, len(offsets) - 1
    while start < rows:
        end = start + 1
        while (
            end < min(rows, start + _ROWS_AT_A_TIME)
            and offsets[end + 1] - offsets[start] <= _CELLS_AT_A_TIME
        ):
            end += 1
        blocks.append((start, end))
        start = end
    return blocks


def _shares(steps: _Steps, paths: Floats) -> _Steps:
    """Replace the weight of each step by its share of all paths to the cell it leads to."""

    def share(start: Floats, end: Floats) -> Floats:
        # Steps outside the band have weight 0: any finite share will do.
        return np.exp(np.clip(start - end, -700.0, 50.0))

    right = steps.right.copy()
    right[:-1] *= share(paths[:-1], paths[1:])
    return replace(
        steps,
        right=right,
        down=steps.down * share(paths, paths[steps.below]),
        beads=steps.beads * share(paths[steps.starts], paths[steps.ends]),
    )


def _backward(band: Band, shares: _Steps) -> Floats:
    """Return the probability that a path visits each cell."""
    offsets = band.offsets.tolist()
    reached = array("d", [0.0]) * (band.cells + 1)
    reached[band.cells - 1] = 1.0
    for start, end in reversed(_blocks(offsets)):
        some = slice(offsets[start], offsets[end])
        first, last = int(shares.first[some.start]), int(shares.first[some.stop])
        ends, beads = shares.ends[first:last].tolist(), shares.beads[first:last].tolist()
        bead = last - first
        for cell, until, right, down, below in zip(
            range(some.stop - 1, some.start - 1, -1),
            (shares.first[some] - first)[::-1].tolist(),
            shares.right[some][::-1].tolist(),
            shares.down[some][::-1].tolist(),
            shares.below[some][::-1].tolist(),
            strict=True,
        ):
            here = reached[cell]
            if right:
                here += right * reached[cell + 1]
            if down:
                here += down * reached[below]
            while bead > until:
                bead -= 1
                here += beads[bead] * reached[ends[bead]]
            reached[cell] = here
    return np.frombuffer(reached)
