"""The heaviest chain of boxes that rises on both sides."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Floats, Ints
from variants.aligners.likelihood.band import Band

_BOXES_AT_A_TIME = 65_536  # Turned into lists: bounds the memory.


@dataclass(frozen=True, slots=True)
class Boxes:
    """Rectangles of sentences, in rising order of ``top``.

    Attributes:
        top: First seed sentence of each.
        left: First sentence of the other side.
        bottom: Seed sentence behind the last.
        right: The same on the other side.
        gain: What taking it is worth.
    """

    top: Ints
    left: Ints
    bottom: Ints
    right: Ints
    gain: Floats


def heaviest_chain(boxes: Boxes) -> Ints:
    """Which boxes make up the heaviest chain, in order.

    Each starts where the one before it has ended, on both sides, or later. As in Fredman's
    longest increasing subsequence (1975), a staircase of ends moves down the rows, and each
    box costs one bisection, however far apart the boxes of a row are.
    """
    last = int(boxes.bottom.max(initial=0))
    return _sweep(boxes, last, lambda _row, _stairs: None)


def chain_sums(boxes: Boxes, band: Band) -> tuple[Ints, Floats]:
    """The heaviest chain, and for every cell the sum of the heaviest one that ends there."""
    sums = array("d")
    lows, highs = band.low.tolist(), band.high.tolist()

    def record(row: int, stairs: _Staircase) -> None:
        sums.extend(stairs.sums_between(lows[row], highs[row]))

    chain = _sweep(boxes, band.rows, record)
    return chain, np.frombuffer(sums)


class _Staircase:
    """The best sum of a chain that ends at each column or before it, as steps that rise."""

    __slots__ = ("boxes", "columns", "sums")

    def __init__(self) -> None:
        self.columns = [0]
        self.sums = [0.0]
        self.boxes = [-1]

    def put(self, box: int, column: int, total: float) -> None:
        """A chain whose last box ends at this column."""
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
        """The best sum at each column from low to high, both included."""
        columns, sums = self.columns, self.sums
        step = bisect_right(columns, low) - 1
        for column in range(low, high + 1):
            while step + 1 < len(columns) and columns[step + 1] <= column:
                step += 1
            yield sums[step]


def _sweep(boxes: Boxes, last: int, finish: Callable[[int, _Staircase], None]) -> Ints:
    """Go down the rows to the last one; ``finish`` sees the stairs of each row."""
    stairs = _Staircase()
    before = [-1] * len(boxes.top)
    due: dict[int, list[tuple[int, int, float]]] = {}
    row = -1
    for box, top, left, bottom, right, gain in _listed(boxes):
        while row < top:
            row += 1
            for ended in due.pop(row, ()):
                stairs.put(*ended)
            finish(row, stairs)
        step = bisect_right(stairs.columns, left) - 1
        before[box] = stairs.boxes[step]
        due.setdefault(bottom, []).append((box, right, stairs.sums[step] + gain))
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
