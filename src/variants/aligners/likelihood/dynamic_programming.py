"""The heaviest chain of boxes that ascends on both sides, and the best path of beads."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Flags, Floats, Ints
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.bead_scores import Beads

NOT_A_BEAD = -1

_BOXES_AT_A_TIME = 65_536  # Boxes that are lists at the same time: bounds the memory.


@dataclass(frozen=True, slots=True)
class Boxes:
    """Rectangles of sentences in ascending order of ``top``, as arrays of shape (boxes,).

    Attributes:
        top: First seed sentence.
        left: First sentence of the other side.
        bottom: Seed sentence after the last.
        right: Sentence of the other side after the last.
        gain: Weight.
    """

    top: Ints
    left: Ints
    bottom: Ints
    right: Ints
    gain: Floats


def heaviest_chain(boxes: Boxes) -> Ints:
    """Return the numbers of the boxes of the heaviest chain, in order.

    Each box starts where the one before it has ended, on both sides, or later. As in Fredman's
    longest increasing subsequence (1975), a staircase of ends moves down the rows, and each
    box costs one bisection, however far from each other the boxes of a row are.
    """
    last = int(boxes.bottom.max(initial=0))
    return _sweep(boxes, last, lambda _row, _stairs: None)


def chain_sums(boxes: Boxes, band: Band) -> tuple[Ints, Floats]:
    """Return the heaviest chain, and for every cell the weight of the heaviest one to it.

    Returns:
        The numbers of its boxes, in order, and the weight of each cell, shape (cells,).
    """
    sums = array("d")
    lows, highs = band.low.tolist(), band.high.tolist()

    def record(row: int, stairs: _Staircase) -> None:
        sums.extend(stairs.sums_between(lows[row], highs[row]))

    chain = _sweep(boxes, band.rows, record)
    return chain, np.frombuffer(sums)


class _Staircase:
    """The weight of the heaviest chain that ends at or before each column, as ascending steps."""

    __slots__ = ("boxes", "columns", "sums")

    def __init__(self) -> None:
        self.columns = [0]
        self.sums = [0.0]
        self.boxes = [-1]

    def put(self, box: int, column: int, total: float) -> None:
        """Add a chain whose last box ends at this column."""
        columns, sums = self.columns, self.sums
        start = bisect_right(columns, column) - 1
        if sums[start] >= total:
            return
        if columns[start] < column:
            start += 1
        end = start
        while end < len(columns) and sums[end] <= total:
            end += 1
        columns[start:end] = [column]
        sums[start:end] = [total]
        self.boxes[start:end] = [box]

    def sums_between(self, low: int, high: int) -> Iterator[float]:
        """Yield the weight at each column from low to high, inclusive."""
        columns, sums = self.columns, self.sums
        step = bisect_right(columns, low) - 1
        for column in range(low, high + 1):
            while step + 1 < len(columns) and columns[step + 1] <= column:
                step += 1
            yield sums[step]


def _sweep(boxes: Boxes, last: int, finish: Callable[[int, _Staircase], None]) -> Ints:
    """Return the heaviest chain, going down the rows; call ``finish`` with the stairs of each."""
    stairs = _Staircase()
    before = [-1] * len(boxes.top)
    due: dict[int, list[tuple[int, int, float]]] = {}
    row = -1
    columns, sums, boxes_of = stairs.columns, stairs.sums, stairs.boxes
    for box, top, left, bottom, right, gain in _listed(boxes):
        while row < top:
            row += 1
            for ended in due.pop(row, ()):
                stairs.put(*ended)
            finish(row, stairs)
        step = bisect_right(columns, left) - 1
        total = sums[step] + gain
        # Stairs never fall: a box below them now will be below them when it is due.
        if total <= sums[bisect_right(columns, right, step) - 1]:
            continue
        before[box] = boxes_of[step]
        ended = (box, right, total)
        if bottom in due:
            due[bottom].append(ended)
        else:
            due[bottom] = [ended]
    while row < last:
        row += 1
        for ended in due.pop(row, ()):
            stairs.put(*ended)
        finish(row, stairs)
    chain = []
    at = stairs.boxes[-1]
    while at >= 0:
        chain.append(at)
        at = before[at]
    return np.array(chain[::-1], np.int64)


def _listed(boxes: Boxes) -> Iterator[tuple[int, int, int, int, int, float]]:
    """Yield number, top, left, bottom, right and gain of each box."""
    for start in range(0, len(boxes.top), _BOXES_AT_A_TIME):
        some = slice(start, start + _BOXES_AT_A_TIME)
        yield from zip(
            range(start, start + _BOXES_AT_A_TIME),
            boxes.top[some].tolist(),
            boxes.left[some].tolist(),
            boxes.bottom[some].tolist(),
            boxes.right[some].tolist(),
            boxes.gain[some].tolist(),
            strict=False,  # The last part is shorter than the numbers offered.
        )


@dataclass(frozen=True, slots=True)
class Path:
    """Steps with every sentence of both sides once, ascending on both.

    Attributes:
        seed: First seed sentence of each step and the one after its last, shape (steps, 2).
        other: The bounds of each step on the other side, shape (steps, 2).
        scores: Score that each step adds to the path, shape (steps,).
        beads: Number of each step's bead, ``NOT_A_BEAD`` for an unmatched sentence; (steps,).
    """

    seed: Ints
    other: Ints
    scores: Floats
    beads: Ints

    @property
    def heights(self) -> Ints:
        """Number of seed sentences of each step."""
        return self.seed[:, 1] - self.seed[:, 0]

    @property
    def widths(self) -> Ints:
        """Number of sentences of the other side of each step."""
        return self.other[:, 1] - self.other[:, 0]

    @property
    def paired(self) -> Flags:
        """True for each step with sentences of both sides."""
        return (self.heights > 0) & (self.widths > 0)

    def only(self, steps: Flags) -> Path:
        """Return some of the steps."""
        return Path(self.seed[steps], self.other[steps], self.scores[steps], self.beads[steps])


def best_path(beads: Beads, band: Band, unmatched: float) -> Path:
    """Return the path of the greatest sum of scores.

    If unmatched sentences were free, and a bead worth its score less that of its sentences
    unmatched, the sum of every path would change by the same amount. So the best path is the
    heaviest chain of beads: a path of single sentences between two beads always stays inside the
    band.

    Args:
        beads: All beads that may be on it.
        band: The cells.
        unmatched: Score of an unmatched sentence.
    """
    chosen, boxes = _boxes(beads, unmatched)
    return _filled(beads, chosen[heaviest_chain(boxes)], band, unmatched)


def best_path_and_sums(beads: Beads, band: Band, unmatched: float) -> tuple[Path, Floats]:
    """Return the best path, and for each cell the greatest sum of beads on a path to it.

    Args:
        beads: All beads that may be on it.
        band: The cells.
        unmatched: Score of an unmatched sentence.

    Returns:
        The path, and the sum of each cell, shape (cells,).
    """
    chosen, boxes = _boxes(beads, unmatched)
    chain, sums = chain_sums(boxes, band)
    return _filled(beads, chosen[chain], band, unmatched), sums


def gains_of(beads: Beads, unmatched: float) -> Floats:
    """Return the gain of each bead over its sentences unmatched, shape (beads,)."""
    return beads.scores - unmatched * (beads.height + beads.width)


def _boxes(beads: Beads, unmatched: float) -> tuple[Ints, Boxes]:
    """Return the numbers of the beads that can be on the best path, and their boxes."""
    best = np.flatnonzero(beads.best)
    top, left = beads.top[best], beads.left[best]
    bottom, right = top + beads.height[best], left + beads.width[best]
    return best, Boxes(top, left, bottom, right, gains_of(beads, unmatched)[best])


def _filled(beads: Beads, chain: Ints, band: Band, unmatched: float) -> Path:
    """Return a path of these beads and, singly, the sentences between them."""
    highs = band.high.tolist()
    steps = []
    i = j = 0
    for bead, top, left, height, width in zip(
        [*chain.tolist(), NOT_A_BEAD],
        [*beads.top[chain].tolist(), band.rows],
        [*beads.left[chain].tolist(), band.columns],
        [*beads.height[chain].tolist(), 0],
        [*beads.width[chain].tolist(), 0],
        strict=True,
    ):
        while i < top or j < left:
            # The other side first, where the band allows it.
            to_right = j < left and j < highs[i]
            below, right = (i, j + 1) if to_right else (i + 1, j)
            steps.append((i, below, j, right, NOT_A_BEAD))
            i, j = below, right
        if height:
            steps.append((i, i + height, j, j + width, bead))
            i, j = i + height, j + width
    path = np.array(steps, np.int64).reshape(-1, 5)
    numbers = path[:, 4]
    found = numbers != NOT_A_BEAD
    scores = np.full(len(path), unmatched)
    scores[found] = beads.scores[numbers[found]]
    return Path(path[:, 0:2].copy(), path[:, 2:4].copy(), scores, numbers)
