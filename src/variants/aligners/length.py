"""Alignment by sentence lengths alone, after Gale and Church (1993).

A baseline, and a way for texts that share no words. It finds no moved passages, and its unmatched
sentences are guesses: it considers a long sentence without a counterpart nearly impossible.

Source: William A. Gale and Kenneth W. Church, «A Program for Aligning Sentences in Bilingual
Corpora», Computational Linguistics 19 (1993).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Floats, Ints
from variants.aligners.constraints import Constraints, Pair, constraints_of
from variants.aligners.order import find_crossing, sort_beads
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.explanation import AlternativeBead
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

# Prior probability of each shape, and variance of the length difference per character, as
# published.
SHARES = {
    (1, 1): 0.89,
    (2, 1): 0.089,
    (1, 2): 0.089,
    (2, 2): 0.011,
    (1, 0): 0.0099,
    (0, 1): 0.0099,
}
_RIGHT = (0, 1)  # The only step that stays in its row.
_VARIANCE = 6.8

# Half width of the band in columns: the difference in length of the texts, within these bounds.
_MIN_HALF_WIDTH = 60
_MAX_HALF_WIDTH = 400
_DIGITS = 6  # Rounding of a confidence: further digits differ between processors.

# Coefficients for the tail of the normal distribution to seven digits: Abramowitz and Stegun
# (1964), 26.2.17.
_TAIL = (0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429)
_TAIL_SCALE = 0.2316419


def align_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink]
) -> Alignment:
    """Align by lengths; a bead's confidence is its posterior under the model of lengths."""
    constraints, notices = constraints_of(links, seed, other)
    texts = length_texts(seed, other, constraints)
    on_path = find_on_path(texts, constraints.paired)
    beads = [Bead(tuple(first), tuple(second), 1.0) for first, second in on_path]
    for rows, columns in sections_between(on_path, texts):
        beads += LengthSection(texts, rows, columns).beads()
    beads = _with_crossing(beads, [pair for pair in constraints.paired if pair not in on_path])
    return Alignment(seed, other, sort_beads(constraints.mark_forced(beads)), notices=notices)


class LengthSection:
    """Sentences between forced beads, aligned by dynamic programming in a band."""

    def __init__(self, texts: LengthTexts, rows: range, columns: range) -> None:
        self._texts = texts.part(rows, columns)
        self._top, self._left = rows.start, columns.start
        self._band = _make_band(self._texts)
        self._forward = _accumulate(self._texts, self._band, np.logaddexp)
        reversed_band = self._band.reversed(self._texts)
        backward = _accumulate(self._texts.reversed(), reversed_band, np.logaddexp)
        self._backward = backward[::-1, ::-1]

    def beads(self) -> Iterator[Bead]:
        """Yield the beads of the best path, last first."""
        best = _accumulate(self._texts, self._band, np.maximum)
        for i, end, j, stop in _backtrack(best, self._texts, self._band):
            confidence = round(
                float(self._posterior(end, np.array([stop]), (end - i, stop - j))[0]), _DIGITS
            )
            rows = range(self._top + i, self._top + end)
            columns = range(self._left + j, self._left + stop)
            yield Bead(tuple(rows), tuple(columns), confidence)

    def alternatives(self, side: int, sentence: int) -> Iterator[AlternativeBead]:
        """Yield every bead with a sentence, unmatched included, with its posterior."""
        texts, place = self._texts, sentence - (self._top, self._left)[side]
        chances: defaultdict[tuple[range, range], float] = defaultdict(float)
        for n, m in SHARES:
            ends = np.arange(place + 1, place + 1 + (n, m)[side])
            rows = ends if side == 0 else np.arange(n, texts.rows + 1)
            for row in rows[(rows >= n) & (rows <= texts.rows)].tolist():
                columns = self._band.columns(row) if side == 0 else ends
                columns = columns[(columns >= m) & (columns <= texts.columns)]
                found = self._posterior(row, columns, (n, m)).tolist()
                top = self._top + row
                for column, chance in zip((self._left + columns).tolist(), found, strict=True):
                    # Empty ranges are equal wherever they start.
                    chances[range(top - n, top), range(column - m, column)] += chance
        for (seed, other), chance in chances.items():
            yield AlternativeBead(tuple(seed), tuple(other), min(1.0, chance))

    def _posterior(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """Return the posterior of the beads of one shape that end in these cells."""
        before = _values_at(
            self._forward[row - shape[0]], self._band.low[row - shape[0]], columns - shape[1]
        )
        behind = _values_at(self._backward[row], self._band.low[row], columns)
        paths = before + self._texts.scores(row, columns, shape) + behind
        chances: Floats = np.minimum(1.0, np.exp(paths - self._backward[0, -self._band.low[0]]))
        return chances


def find_on_path(texts: LengthTexts, forced: Sequence[Pair]) -> list[Pair]:
    """Return the longest chain of forced beads that ascend on both sides inside the band.

    The other forced beads are moved: a path through one of them would leave all sentences in
    between without a counterpart.
    """
    band = _make_band(texts)
    chains: list[list[Pair]] = [[]]
    for pair in sorted(forced, key=lambda pair: pair[0].start):
        seed, other = pair
        if band.low[seed.start] <= other.start < band.low[seed.start] + band.width:
            before = [chain for chain in chains if not chain or chain[-1][1].stop <= other.start]
            chains.append([*max(before, key=len), pair])
    return max(chains, key=len)


def sections_between(on_path: Sequence[Pair], texts: LengthTexts) -> Iterator[Pair]:
    """Yield the sections before, between and after forced beads, without empty ones."""
    row = column = 0
    for seed, other in [*on_path, (range(texts.rows, 0), range(texts.columns, 0))]:
        if row < seed.start or column < other.start:
            yield range(row, seed.start), range(column, other.start)
        row, column = seed.stop, other.stop


def _with_crossing(beads: list[Bead], crossing: Sequence[Pair]) -> list[Bead]:
    """Replace the unmatched sentences of forced beads off the path by these beads."""
    rows = {i for seed, _ in crossing for i in seed}
    columns = {j for _, other in crossing for j in other}
    kept = [bead for bead in beads if rows.isdisjoint(bead.seed)]
    kept = [bead for bead in kept if columns.isdisjoint(bead.other)]
    ascending = sorted((bead.seed[0], bead.other[0]) for bead in kept if bead.seed and bead.other)
    moved = find_crossing(ascending, [(seed.start, other.start) for seed, other in crossing])
    return kept + [
        Bead(tuple(seed), tuple(other), 1.0, crosses)
        for (seed, other), crosses in zip(crossing, moved, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class LengthTexts:
    """Sentence lengths of two texts, or of a section of them.

    Attributes:
        seed: Characters before each sentence of the seed and before the end, shape (rows + 1,).
        other: Characters before each sentence of the other side and before the end, shape
            (columns + 1,).
        ratio: Characters of the other side per character of the seed, in the whole texts.
        constraints: Forced and forbidden beads.
    """

    seed: Floats
    other: Floats
    ratio: float
    constraints: Constraints

    @property
    def rows(self) -> int:
        """Number of sentences of the seed."""
        return len(self.seed) - 1

    @property
    def columns(self) -> int:
        """Number of sentences of the other side."""
        return len(self.other) - 1

    def part(self, rows: range, columns: range) -> LengthTexts:
        """Return a section of the texts."""
        seed = self.seed[rows.start : rows.stop + 1] - self.seed[rows.start]
        other = self.other[columns.start : columns.stop + 1] - self.other[columns.start]
        return LengthTexts(seed, other, self.ratio, self.constraints.within(rows, columns))

    def reversed(self) -> LengthTexts:
        """Return the texts in reverse order of sentences."""
        return LengthTexts(
            self.seed[-1] - self.seed[::-1],
            self.other[-1] - self.other[::-1],
            self.ratio,
            self.constraints.reversed(self.rows, self.columns),
        )

    def scores(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """Return the log probability of the beads of a shape that end in these cells."""
        scores: Floats = math.log(SHARES[shape]) + self.length_scores(row, columns, shape)
        if all(shape) and not self.constraints.none:
            top = np.full(len(columns), row - shape[0])
            scores[~self.constraints.allowed(top, columns - shape[1], *shape)] = -np.inf
        return scores

    def length_scores(self, row: int, columns: Ints, shape: tuple[int, int]) -> Floats:
        """Return the log probability of the length differences of the beads that end there."""
        first = self.ratio * (self.seed[row] - self.seed[max(0, row - shape[0])])
        end = np.clip(columns, 0, self.columns)
        second = self.other[end] - self.other[np.maximum(end - shape[1], 0)]
        mean = np.maximum((first + second) / 2, 1.0)
        distance = np.abs(first - second) / np.sqrt(_VARIANCE * mean)
        return _log_two_tailed(distance)


@dataclass(frozen=True, slots=True)
class _Band:
    """Cells that are computed: in each row, ``width`` columns from ``low`` on."""

    low: Ints
    width: int

    def columns(self, row: int) -> Ints:
        return np.arange(self.low[row], self.low[row] + self.width)

    def reversed(self, texts: LengthTexts) -> _Band:
        """Return the band of the reversed texts."""
        return _Band(texts.columns - (self.low[::-1] + self.width - 1), self.width)


def length_texts(seed: Segmentation, other: Segmentation, constraints: Constraints) -> LengthTexts:
    """Return the sentence lengths of two whole texts."""
    first, second = _cumulative_lengths(seed), _cumulative_lengths(other)
    return LengthTexts(first, second, (second[-1] + 1) / (first[-1] + 1), constraints)


def _cumulative_lengths(segmentation: Segmentation) -> Floats:
    wording = segmentation.witness.wording
    lengths = [len(wording(sentence)) for sentence in segmentation.sentences]
    return np.concatenate([[0.0], np.cumsum(lengths)])


def _make_band(texts: LengthTexts) -> _Band:
    """Return a band around the straight diagonal; consecutive rows overlap."""
    rows, columns = texts.rows, texts.columns
    wanted = max(_MIN_HALF_WIDTH, min(_MAX_HALF_WIDTH, abs(rows - columns)))
    half = max(wanted, columns // max(1, rows) + 1)
    middle = np.arange(rows + 1) * columns // max(1, rows)
    return _Band(middle - half, 2 * half + 1)


def _log_two_tailed(distance: Floats) -> Floats:
    """Return the log probability of at least this distance, in standard deviations."""
    t = 1 / (1 + _TAIL_SCALE * distance)
    polynomial = np.zeros_like(t)
    for coefficient in reversed(_TAIL):
        polynomial = (polynomial + coefficient) * t
    return np.log(2 * polynomial / math.sqrt(2 * math.pi)) - distance * distance / 2


def _accumulate(texts: LengthTexts, band: _Band, combine: np.ufunc) -> Floats:
    """Accumulate scores over the band, shape (rows + 1, band width).

    Each cell has the score of the best path to it (``maximum``) or of all paths (``logaddexp``).
    """
    sums = np.full((texts.rows + 1, band.width), -np.inf)
    for row in range(texts.rows + 1):
        columns = band.columns(row)
        reached = np.where((row == 0) & (columns == 0), 0.0, -np.inf)
        for shape in SHARES:
            if shape != _RIGHT and row >= shape[0]:
                came = _values_at(
                    sums[row - shape[0]], band.low[row - shape[0]], columns - shape[1]
                )
                reached = combine(reached, came + texts.scores(row, columns, shape))
        reached[(columns < 0) | (columns > texts.columns)] = -np.inf
        # Steps to the right, all at once: sums relative to a walk along the row.
        walk = np.cumsum(texts.scores(row, columns, _RIGHT))
        sums[row] = combine.accumulate(reached - walk) + walk
    return sums


def _values_at(row: Floats, low: np.int64, columns: Ints) -> Floats:
    """Return the values of a row of the band at these columns; minus infinity outside it."""
    place = columns - low
    inside = (place >= 0) & (place < len(row))
    return np.where(inside, row[np.clip(place, 0, len(row) - 1)], -np.inf)


def _backtrack(
    best: Floats, texts: LengthTexts, band: _Band
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the bounds of the steps on the best path, last first."""
    row, column = texts.rows, texts.columns
    while row or column:
        found = []
        for n, m in SHARES:
            if n <= row and m <= column:
                here = np.array([column])
                came = _values_at(best[row - n], band.low[row - n], here - m)
                found.append((float((came + texts.scores(row, here, (n, m)))[0]), n, m))
        _, n, m = max(found, key=lambda step: step[0])
        yield row - n, row, column - m, column
        row, column = row - n, column - m
