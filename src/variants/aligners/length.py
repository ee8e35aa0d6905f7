"""Alignment by the lengths of sentences alone, after Gale and Church (1993).

A baseline, and a way for texts that share no words. It knows no moved passages, and what it
leaves alone is a guess: it takes a long sentence without counterpart for nearly impossible.

Source: William A. Gale and Kenneth W. Church, «A Program for Aligning Sentences in Bilingual
Corpora», Computational Linguistics 19 (1993).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from variants.aligners.order import in_order
from variants.types import Alignment, Bead, Segmentation

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

# The paper's share of each shape, and its variance of the length difference a character.
_SHARES = {
    (1, 1): 0.89,
    (2, 1): 0.089,
    (1, 2): 0.089,
    (2, 2): 0.011,
    (1, 0): 0.0099,
    (0, 1): 0.0099,
}
_RIGHT = (0, 1)  # The one step that stays in its row.
_VARIANCE = 6.8

_LEAST_HALF = 60  # Columns looked at on either side of the straight line, at least;
_MOST_HALF = 400  # as many as the texts differ by, but then no more than this.
_DIGITS = 6  # Of a confidence: more would differ between processors.

# The tail of the normal curve to seven digits: Abramowitz and Stegun (1964), 26.2.17.
_TAIL = (0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429)
_TAIL_SCALE = 0.2316419


def align_length(base: Segmentation, other: Segmentation) -> Alignment:
    """Align by lengths; a bead's confidence is its posterior under the model of lengths."""
    texts = _Texts(_before(base), _before(other))
    band = _band(texts)
    best = _sums(texts, band, np.maximum)
    forward = _sums(texts, band, np.logaddexp)
    backward = _sums(texts.reversed(), band.reversed(texts), np.logaddexp)[::-1, ::-1]
    beads = []
    for i, end, j, stop in _steps(best, texts, band):
        score = texts.scores(end, np.array([stop]), (end - i, stop - j))[0]
        ways = forward[i, j - band.low[i]] + score + backward[end, stop - band.low[end]]
        confidence = min(1.0, math.exp(ways - backward[0, -band.low[0]]))
        bead = Bead(tuple(range(i, end)), tuple(range(j, stop)), round(confidence, _DIGITS))
        beads.append(bead)
    return Alignment(base, other, in_order(beads))


@dataclass(frozen=True, slots=True)
class _Texts:
    """Characters before each sentence and before the end, on both sides."""

    base: Floats
    other: Floats

    @property
    def rows(self) -> int:
        return len(self.base) - 1

    @property
    def columns(self) -> int:
        return len(self.other) - 1

    def reversed(self) -> _Texts:
        """The same texts, last sentence first."""
        return _Texts(self.base[-1] - self.base[::-1], self.other[-1] - self.other[::-1])

    def scores(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """Log probability of the beads of this shape that end in these cells."""
        ratio = (self.other[-1] + 1) / (self.base[-1] + 1)
        first = ratio * (self.base[row] - self.base[max(0, row - shape[0])])
        end = np.clip(columns, 0, self.columns)
        second = self.other[end] - self.other[np.maximum(end - shape[1], 0)]
        mean = np.maximum((first + second) / 2, 1.0)
        distance = np.abs(first - second) / np.sqrt(_VARIANCE * mean)
        return math.log(_SHARES[shape]) + _log_both_tails(distance)


@dataclass(frozen=True, slots=True)
class _Band:
    """The cells looked at: in each row, ``width`` columns from ``low`` on."""

    low: Ints
    width: int

    def columns(self, row: int) -> Ints:
        return np.arange(self.low[row], self.low[row] + self.width)

    def reversed(self, texts: _Texts) -> _Band:
        """The same cells, of the reversed texts."""
        return _Band(texts.columns - (self.low[::-1] + self.width - 1), self.width)


def _before(segmentation: Segmentation) -> Floats:
    lengths = [sentence.length for sentence in segmentation.sentences]
    return np.concatenate([[0.0], np.cumsum(lengths)])


def _band(texts: _Texts) -> _Band:
    """Cells round the straight line; consecutive rows overlap."""
    rows, columns = texts.rows, texts.columns
    wanted = max(_LEAST_HALF, min(_MOST_HALF, abs(rows - columns)))
    half = max(wanted, columns // max(1, rows) + 1)
    middle = np.arange(rows + 1) * columns // max(1, rows)
    return _Band(middle - half, 2 * half + 1)


def _log_both_tails(distance: Floats) -> Floats:
    """Logarithm of the probability of at least this distance, in standard deviations."""
    t = 1 / (1 + _TAIL_SCALE * distance)
    polynomial = np.zeros_like(t)
    for coefficient in reversed(_TAIL):
        polynomial = (polynomial + coefficient) * t
    return np.log(2 * polynomial / math.sqrt(2 * math.pi)) - distance * distance / 2


def _sums(texts: _Texts, band: _Band, combine: np.ufunc) -> Floats:
    """For every cell, the best way to it (``maximum``) or all ways together (``logaddexp``)."""
    sums = np.full((texts.rows + 1, band.width), -np.inf)
    for row in range(texts.rows + 1):
        columns = band.columns(row)
        reached = np.where((row == 0) & (columns == 0), 0.0, -np.inf)
        for shape in _SHARES:
            if shape != _RIGHT and row >= shape[0]:
                came = _came(sums[row - shape[0]], band.low[row - shape[0]], columns - shape[1])
                reached = combine(reached, came + texts.scores(row, columns, shape))
        reached[(columns < 0) | (columns > texts.columns)] = -np.inf
        # Steps to the right, all at once: sums relative to a walk along the row.
        walk = np.cumsum(texts.scores(row, columns, _RIGHT))
        sums[row] = combine.accumulate(reached - walk) + walk
    return sums


def _came(row: Floats, low: np.int64, columns: Ints) -> Floats:
    """The sums of a row at these columns; minus infinity outside the band."""
    place = columns - low
    inside = (place >= 0) & (place < len(row))
    return np.where(inside, row[np.clip(place, 0, len(row) - 1)], -np.inf)


def _steps(best: Floats, texts: _Texts, band: _Band) -> Iterator[tuple[int, int, int, int]]:
    """The bounds of the steps on the best way, last first."""
    row, column = texts.rows, texts.columns
    while row or column:
        found = []
        for n, m in _SHARES:
            if n <= row and m <= column:
                here = np.array([column])
                came = _came(best[row - n], band.low[row - n], here - m)
                found.append((float((came + texts.scores(row, here, (n, m)))[0]), n, m))
        _, n, m = max(found, key=lambda step: step[0])
        yield row - n, row, column - m, column
        row, column = row - n, column - m
