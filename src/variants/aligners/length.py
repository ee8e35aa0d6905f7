"""Alignment by the lengths of sentences alone, after Gale and Church (1993).

A baseline, and a way for texts that share no words. It knows no moved passages, and what it
leaves alone is a guess: it takes a long sentence without counterpart for nearly impossible.

Source: William A. Gale and Kenneth W. Church, «A Program for Aligning Sentences in Bilingual
Corpora», Computational Linguistics 19 (1993).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from variants.aligners.limits import Limits, Pair, fit
from variants.aligners.order import in_order, which_cross
from variants.types.alignment import Alignment, Bead
from variants.types.explanation import AlternativeBead
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

# The paper's share of each shape, and its variance of the length difference a character.
SHARES = {
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


def align_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink]
) -> Alignment:
    """Align by lengths; a bead's confidence is its posterior under the model of lengths."""
    limits, unfit = fit(links, seed, other)
    texts = texts_of(seed, other, limits)
    in_line = find_in_line(texts, limits.paired)
    beads = [Bead(tuple(first), tuple(second), 1.0) for first, second in in_line]
    for rows, columns in sections_between(in_line, texts):
        beads += LengthSection(texts, rows, columns).beads()
    beads = _with_crossing(beads, [pair for pair in limits.paired if pair not in in_line])
    return Alignment(seed, other, in_order(limits.marked(beads)), notices=unfit)


class LengthSection:
    """Sentences between forced beads, aligned."""

    def __init__(self, texts: LengthTexts, rows: range, columns: range) -> None:
        self._texts = texts.part(rows, columns)
        self._top, self._left = rows.start, columns.start
        self._band = _band(self._texts)
        self._forward = _sums(self._texts, self._band, np.logaddexp)
        turned = self._band.reversed(self._texts)
        backward = _sums(self._texts.reversed(), turned, np.logaddexp)
        self._backward = backward[::-1, ::-1]

    def beads(self) -> Iterator[Bead]:
        """The beads of the best way."""
        best = _sums(self._texts, self._band, np.maximum)
        for i, end, j, stop in _steps(best, self._texts, self._band):
            confidence = round(
                float(self._chances(end, np.array([stop]), (end - i, stop - j))[0]), _DIGITS
            )
            rows = range(self._top + i, self._top + end)
            columns = range(self._left + j, self._left + stop)
            yield Bead(tuple(rows), tuple(columns), confidence)

    def rivals(self, side: int, sentence: int) -> Iterator[AlternativeBead]:
        """All beads with a sentence, and its being left alone, each with its posterior."""
        texts, place = self._texts, sentence - (self._top, self._left)[side]
        chances: defaultdict[tuple[range, range], float] = defaultdict(float)
        for n, m in SHARES:
            ends = np.arange(place + 1, place + 1 + (n, m)[side])
            rows = ends if side == 0 else np.arange(n, texts.rows + 1)
            for row in rows[(rows >= n) & (rows <= texts.rows)].tolist():
                columns = self._band.columns(row) if side == 0 else ends
                columns = columns[(columns >= m) & (columns <= texts.columns)]
                found = self._chances(row, columns, (n, m)).tolist()
                top = self._top + row
                for column, chance in zip((self._left + columns).tolist(), found, strict=True):
                    # Ranges without sentences are alike, wherever they lie.
                    chances[range(top - n, top), range(column - m, column)] += chance
        for (seed, other), chance in chances.items():
            yield AlternativeBead(tuple(seed), tuple(other), min(1.0, chance))

    def _chances(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """The posterior of beads of one shape that end in these cells."""
        before = _came(
            self._forward[row - shape[0]], self._band.low[row - shape[0]], columns - shape[1]
        )
        behind = _came(self._backward[row], self._band.low[row], columns)
        ways = before + self._texts.scores(row, columns, shape) + behind
        chances: Floats = np.minimum(1.0, np.exp(ways - self._backward[0, -self._band.low[0]]))
        return chances


def find_in_line(texts: LengthTexts, forced: Sequence[Pair]) -> list[Pair]:
    """Forced beads that rise on both sides and lie where others are looked for, most of them.

    What lies elsewhere is moved: to go there would leave all between without a counterpart.
    """
    band = _band(texts)
    chains: list[list[Pair]] = [[]]
    for pair in sorted(forced, key=lambda pair: pair[0].start):
        seed, other = pair
        if band.low[seed.start] <= other.start < band.low[seed.start] + band.width:
            before = [chain for chain in chains if not chain or chain[-1][1].stop <= other.start]
            chains.append([*max(before, key=len), pair])
    return max(chains, key=len)


def sections_between(in_line: Sequence[Pair], texts: LengthTexts) -> Iterator[Pair]:
    """The stretches before, between and after forced beads that hold anything."""
    row = column = 0
    for seed, other in [*in_line, (range(texts.rows, 0), range(texts.columns, 0))]:
        if row < seed.start or column < other.start:
            yield range(row, seed.start), range(column, other.start)
        row, column = seed.stop, other.stop


def _with_crossing(beads: list[Bead], crossing: Sequence[Pair]) -> list[Bead]:
    """The beads with forced ones that stand elsewhere instead of their sentences left alone."""
    rows = {i for seed, _ in crossing for i in seed}
    columns = {j for _, other in crossing for j in other}
    kept = [bead for bead in beads if rows.isdisjoint(bead.seed)]
    kept = [bead for bead in kept if columns.isdisjoint(bead.other)]
    rising = sorted((bead.seed[0], bead.other[0]) for bead in kept if bead.seed and bead.other)
    moved = which_cross(rising, [(seed.start, other.start) for seed, other in crossing])
    return kept + [
        Bead(tuple(seed), tuple(other), 1.0, crosses)
        for (seed, other), crosses in zip(crossing, moved, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class LengthTexts:
    """Two texts or a stretch of them.

    Attributes:
        seed: Characters before each sentence and before the end.
        other: The same of the other side.
        ratio: Characters of the other side for one of the seed, in the whole texts.
        limits: Which beads there may be.
    """

    seed: Floats
    other: Floats
    ratio: float
    limits: Limits

    @property
    def rows(self) -> int:
        """How many sentences of the seed."""
        return len(self.seed) - 1

    @property
    def columns(self) -> int:
        """How many of the other side."""
        return len(self.other) - 1

    def part(self, rows: range, columns: range) -> LengthTexts:
        """A stretch of them."""
        seed = self.seed[rows.start : rows.stop + 1] - self.seed[rows.start]
        other = self.other[columns.start : columns.stop + 1] - self.other[columns.start]
        return LengthTexts(seed, other, self.ratio, self.limits.within(rows, columns))

    def reversed(self) -> LengthTexts:
        """The same texts, last sentence first."""
        return LengthTexts(
            self.seed[-1] - self.seed[::-1],
            self.other[-1] - self.other[::-1],
            self.ratio,
            self.limits.reversed(self.rows, self.columns),
        )

    def scores(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """Log probability of the beads of this shape that end in these cells."""
        scores: Floats = math.log(SHARES[shape]) + self.lengths(row, columns, shape)
        if all(shape) and not self.limits.none:
            top = np.full(len(columns), row - shape[0])
            scores[~self.limits.allowed(top, columns - shape[1], *shape)] = -np.inf
        return scores

    def lengths(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """The same without the share of the shape."""
        first = self.ratio * (self.seed[row] - self.seed[max(0, row - shape[0])])
        end = np.clip(columns, 0, self.columns)
        second = self.other[end] - self.other[np.maximum(end - shape[1], 0)]
        mean = np.maximum((first + second) / 2, 1.0)
        distance = np.abs(first - second) / np.sqrt(_VARIANCE * mean)
        return _log_both_tails(distance)


@dataclass(frozen=True, slots=True)
class _Band:
    """The cells looked at: in each row, ``width`` columns from ``low`` on."""

    low: Ints
    width: int

    def columns(self, row: int) -> Ints:
        return np.arange(self.low[row], self.low[row] + self.width)

    def reversed(self, texts: LengthTexts) -> _Band:
        """The same cells, of the reversed texts."""
        return _Band(texts.columns - (self.low[::-1] + self.width - 1), self.width)


def texts_of(seed: Segmentation, other: Segmentation, limits: Limits) -> LengthTexts:
    """Two whole texts."""
    first, second = _before(seed), _before(other)
    return LengthTexts(first, second, (second[-1] + 1) / (first[-1] + 1), limits)


def _before(segmentation: Segmentation) -> Floats:
    lengths = [sentence.length for sentence in segmentation.sentences]
    return np.concatenate([[0.0], np.cumsum(lengths)])


def _band(texts: LengthTexts) -> _Band:
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


def _sums(texts: LengthTexts, band: _Band, combine: np.ufunc) -> Floats:
    """For every cell, the best way to it (``maximum``) or all ways together (``logaddexp``)."""
    sums = np.full((texts.rows + 1, band.width), -np.inf)
    for row in range(texts.rows + 1):
        columns = band.columns(row)
        reached = np.where((row == 0) & (columns == 0), 0.0, -np.inf)
        for shape in SHARES:
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


def _steps(best: Floats, texts: LengthTexts, band: _Band) -> Iterator[tuple[int, int, int, int]]:
    """The bounds of the steps on the best way, last first."""
    row, column = texts.rows, texts.columns
    while row or column:
        found = []
        for n, m in SHARES:
            if n <= row and m <= column:
                here = np.array([column])
                came = _came(best[row - n], band.low[row - n], here - m)
                found.append((float((came + texts.scores(row, here, (n, m)))[0]), n, m))
        _, n, m = max(found, key=lambda step: step[0])
        yield row - n, row, column - m, column
        row, column = row - n, column - m
