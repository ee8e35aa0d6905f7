"""The features that both sides of a bead share, counted for all beads of a band at once.

A feature t of the seed sentence i' and the other sentence j' belongs to the bead of n and m
sentences from the cell (i, j) if i' and j' lie inside it and t stands in no earlier sentence of
the bead, on either side. So it counts in every bead with i' - i < n and j' - j < m whose
distances i' - i and j' - j are smaller than the gaps to the occurrences before. The matches of
each pair of distances are counted once onto their start cells, and a running sum over both
distances gives every shape: no sets, and no loop over cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from variants.aligners.likelihood.arrays import Floats, Ints, Narrow, ranges
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.sides import Side
from variants.aligners.likelihood.weights import FeatureWeights

Shapes: TypeAlias = tuple[int, ...]
"""The most other sentences for one, two, three … seed sentences in a bead; never rising."""

_PACKED = float(1 << 20)  # Two counts in one sum: more features than a bead can have.


@dataclass(frozen=True, slots=True)
class Shared:
    """What is summed over the features that a bead's sides share, an array of cells each.

    Attributes:
        regained: Weights of misses that are none.
        seed_gain: Gains of the seed's features that tell something.
        other_gain: The same of the other side.
        seed_count: How many of them there are.
        other_count: The same of the other side.
    """

    regained: Floats
    seed_gain: Floats
    other_gain: Floats
    seed_count: Floats
    other_count: Floats


class Matches:
    """Finds the features that seed and other sentences of one band share."""

    def __init__(
        self, seed: Side, other: Side, weights: FeatureWeights, band: Band, shapes: Shapes
    ) -> None:
        self._seed, self._other = seed, other
        self._band, self._shapes = band, shapes
        starts = _starts(band, shapes)
        self._starts = {
            (n, m): ((low + (m - 1)).astype(np.int32), np.maximum(high - low, 0).astype(np.uint32))
            for (n, m), (low, high) in starts.items()
        }
        self._first, self._count = _partners(seed, other, *_meetings(starts, band))
        tells_seed = weights.seed.gain > weights.seed.least_gain
        tells_other = weights.other.gain > weights.other.least_gain
        self._tells = tells_seed | tells_other
        self._regained = -(weights.seed.miss + weights.other.miss)
        self._told = (
            np.where(tells_seed, weights.seed.gain, 0.0),
            np.where(tells_other, weights.other.gain, 0.0),
            tells_seed + _PACKED * tells_other,
        )

    def shared(self, rows: range) -> Iterator[tuple[int, int, Shared]]:
        """For each shape n, m, n rising, then m: the sums of the beads from these rows' cells."""
        band, shapes = self._band, self._shapes
        first = int(band.offsets[rows.start])
        cells = int(band.offsets[rows.stop]) - first
        every, telling = self._expanded(rows)
        sums = np.zeros((shapes[0], 4, cells + 1))
        for n, most in enumerate(shapes, start=1):
            if rows.start + n > band.rows:
                return
            every, telling = every.new_after(n - 1), telling.new_after(n - 1)
            starting = range(rows.start + n - 1, rows.stop + n - 1)
            self._add(sums[:, :1], every.of(starting), n, most, first)
            self._add(sums[:, 1:], telling.of(starting), n, most, first)
            total = np.zeros((4, cells))
            for m in range(1, most + 1):
                total += sums[m - 1, :, :cells]
                others = np.floor(total[3] / _PACKED)
                counts = (total[3] - _PACKED * others, others)
                yield n, m, Shared(total[0], total[1], total[2], *counts)

    def _expanded(self, rows: range) -> tuple[_ShapeGroup, _ShapeGroup]:
        """All matches of the sentences in beads from these rows; those that tell something."""
        seed, other = self._seed, self._other
        end = min(seed.count, rows.stop + len(self._shapes) - 1)
        own = np.arange(seed.pointers[rows.start], seed.pointers[end])
        count = self._count[own]
        match = ranges(self._first[own], count)
        feature = np.repeat(seed.features[own], count)
        every = _ShapeGroup(
            seed=np.repeat(seed.sentences[own], count),
            other=other.index_sentences[match],
            seed_gap=np.repeat(seed.gaps[own], count),
            other_gap=other.index_gaps[match],
            values=(self._regained[feature],),
        )
        telling = np.flatnonzero(self._tells[feature])
        values = tuple(value[feature[telling]] for value in self._told)
        return every, every.only(telling, values)

    def _add(self, sums: Floats, group: _ShapeGroup, n: int, most: int, first: int) -> None:
        """Count the matches at the n-th seed sentence of beads onto the cells those start from."""
        nowhere = sums.shape[2] - 1
        row = group.seed - (n - 1)
        group = group.with_seed(row)
        cell = self._band.origin[row] + group.other - first
        for m in range(1, most + 1):
            new = np.flatnonzero(group.other_gap > m - 1)
            group, cell = group.only(new), cell[new]
            low, span = self._starts[n, m]
            # Below low wraps round to a great number: one comparison for both borders.
            beyond = (group.other - low[group.seed]).view(np.uint32) > span[group.seed]
            at = np.where(beyond, nowhere, cell - (m - 1))
            for channel, value in enumerate(group.values):
                sums[m - 1, channel] += np.bincount(at, value, nowhere + 1)


@dataclass(frozen=True, slots=True)
class _ShapeGroup:
    """Matches of one feature each, with what they add to sums; seed sentences rising."""

    seed: Ints
    other: Narrow
    seed_gap: Narrow
    other_gap: Narrow
    values: tuple[Floats, ...]

    def only(self, chosen: Ints, values: tuple[Floats, ...] | None = None) -> _ShapeGroup:
        return _ShapeGroup(
            self.seed[chosen],
            self.other[chosen],
            self.seed_gap[chosen],
            self.other_gap[chosen],
            tuple(value[chosen] for value in self.values) if values is None else values,
        )

    def new_after(self, distance: int) -> _ShapeGroup:
        """Those whose feature occurs in none of so many seed sentences before."""
        if distance == 0:
            return self
        return self.only(np.flatnonzero(self.seed_gap > distance))

    def of(self, sentences: range) -> _ShapeGroup:
        """Those of these seed sentences."""
        start, end = np.searchsorted(self.seed, (sentences.start, sentences.stop))
        return self.only(np.arange(start, end))

    def with_seed(self, seed: Ints) -> _ShapeGroup:
        return _ShapeGroup(seed, self.other, self.seed_gap, self.other_gap, self.values)


def _starts(band: Band, shapes: Shapes) -> dict[tuple[int, int], tuple[Ints, Ints]]:
    """For each n, m and row, the columns between which beads start that hold at least n and m."""
    low, high, rows = band.low, band.high, np.arange(band.rows)
    found: dict[tuple[int, int], tuple[Ints, Ints]] = {}
    for n in range(len(shapes), 0, -1):
        end = np.minimum(rows + n, band.rows)
        for m in range(shapes[n - 1], 0, -1):
            first = np.maximum(low[:-1], low[end] - m)
            last = np.minimum(high[:-1], high[end] - m)
            none = (first > last) | (rows + n > band.rows)
            first[none], last[none] = band.columns + 1, -1
            for larger in ((n + 1, m), (n, m + 1)):
                if larger in found:
                    first = np.minimum(first, found[larger][0])
                    last = np.maximum(last, found[larger][1])
            found[n, m] = first, last
    return found


def _meetings(starts: dict[tuple[int, int], tuple[Ints, Ints]], band: Band) -> tuple[Ints, Ints]:
    """The first and the last sentence that each seed sentence may meet inside a bead."""
    rows, columns = band.rows, band.columns
    first, last = np.full(rows, columns + 1), np.full(rows, -1)
    for (n, m), (low, high) in starts.items():
        kept = max(0, rows - n + 1)
        met_first = np.where(low <= high, low + (m - 1), columns + 1)[:kept]
        met_last = np.where(low <= high, high + (m - 1), -1)[:kept]
        np.minimum(first[n - 1 :], met_first, out=first[n - 1 :])
        np.maximum(last[n - 1 :], met_last, out=last[n - 1 :])
    return first, np.minimum(last, columns - 1)


def _partners(seed: Side, other: Side, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """For each seed occurrence, where in the other side's index its partners begin; how many."""
    # Asked in the order of the index, so that the search stays in the processor's cache.
    sentence = seed.sentences[seed.index]
    key = seed.index_keys // (seed.count + 1) * (other.count + 1)
    start = np.searchsorted(other.index_keys, key + first[sentence])
    end = np.searchsorted(other.index_keys, key + last[sentence], "right")
    starts, counts = np.empty_like(start), np.empty_like(start)
    starts[seed.index] = start
    counts[seed.index] = np.maximum(end - start, 0)
    return starts, counts
