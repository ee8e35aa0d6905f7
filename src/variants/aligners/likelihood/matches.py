"""The features that both sides of a bead share, counted for all beads of a band at once.

A feature t of the seed sentence i' and the other sentence j' belongs to the bead of n and m
sentences from the cell (i, j) if i' and j' are inside it and t occurs in no earlier sentence of
the bead, on either side. So it counts in every bead with i' - i < n and j' - j < m whose
distances i' - i and j' - j are smaller than the gaps to the previous occurrences. The matches of
each pair of distances are counted once onto their start cells, and a running sum over both
distances gives every shape: no sets, and no loop over cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from variants.aligners.arrays import Floats, Ints, Narrow, ranges
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.model import FeatureWeights

Shapes: TypeAlias = tuple[int, ...]
"""The most other sentences for one, two, three … seed sentences in a bead; never ascending."""

_PACKED = float(1 << 20)  # Two counts in one sum: more features than a bead can have.


@dataclass(frozen=True, slots=True)
class Shared:
    """Sums over the features that a bead's sides share, each an array of shape (cells,).

    Attributes:
        regained: Weights of misses, which do not apply to shared features.
        seed_gain: Gains of the seed's informative features.
        other_gain: Gains of the other side's informative features.
        seed_count: Number of the seed's informative features.
        other_count: Number of the other side's informative features.
    """

    regained: Floats
    seed_gain: Floats
    other_gain: Floats
    seed_count: Floats
    other_count: Floats


class Matches:
    """The features that seed and other sentences of one band share."""

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
        informs_seed = weights.seed.gain > weights.seed.least_gain
        informs_other = weights.other.gain > weights.other.least_gain
        self._is_informative = informs_seed | informs_other
        self._regained = -(weights.seed.miss + weights.other.miss)
        self._informative = (
            np.where(informs_seed, weights.seed.gain, 0.0),
            np.where(informs_other, weights.other.gain, 0.0),
            informs_seed + _PACKED * informs_other,
        )

    def shared(self, rows: range) -> Iterator[tuple[int, int, Shared]]:
        """Yield each shape n, m with the sums of its beads from the cells of these rows.

        Shapes are in ascending order of n, then of m.
        """
        band, shapes = self._band, self._shapes
        first = int(band.offsets[rows.start])
        cells = int(band.offsets[rows.stop]) - first
        every, informative = self._expanded(rows)
        sums = np.zeros((shapes[0], 4, cells + 1))
        for n, most in enumerate(shapes, start=1):
            if rows.start + n > band.rows:
                return
            every, informative = every.new_after(n - 1), informative.new_after(n - 1)
            starting = range(rows.start + n - 1, rows.stop + n - 1)
            self._add(sums[:, :1], every.of(starting), n, most, first)
            self._add(sums[:, 1:], informative.of(starting), n, most, first)
            total = np.zeros((4, cells))
            for m in range(1, most + 1):
                total += sums[m - 1, :, :cells]
                others = np.floor(total[3] / _PACKED)
                counts = (total[3] - _PACKED * others, others)
                yield n, m, Shared(total[0], total[1], total[2], *counts)

    def _expanded(self, rows: range) -> tuple[_MatchGroup, _MatchGroup]:
        """Return all matches in beads that start in these rows, and the informative ones."""
        seed, other = self._seed, self._other
        end = min(seed.count, rows.stop + len(self._shapes) - 1)
        own = np.arange(seed.pointers[rows.start], seed.pointers[end])
        count = self._count[own]
        match = ranges(self._first[own], count)
        feature = np.repeat(seed.features[own], count)
        every = _MatchGroup(
            seed=np.repeat(seed.sentences[own], count),
            other=other.index_sentences[match],
            seed_gap=np.repeat(seed.gaps[own], count),
            other_gap=other.index_gaps[match],
            values=(self._regained[feature],),
        )
        informative = np.flatnonzero(self._is_informative[feature])
        values = tuple(value[feature[informative]] for value in self._informative)
        return every, every.only(informative, values)

    def _add(self, sums: Floats, group: _MatchGroup, n: int, most: int, first: int) -> None:
        """Add the matches at the n-th seed sentence of beads to the cells that those start from."""
        nowhere = sums.shape[2] - 1
        row = group.seed - (n - 1)
        group = group.with_seed(row)
        cell = self._band.origin[row] + group.other - first
        for m in range(1, most + 1):
            if m > 1:  # No gap is smaller than 1.
                new = np.flatnonzero(group.other_gap > m - 1)
                group, cell = group.only(new), cell[new]
            low, span = self._starts[n, m]
            # Below ``low`` wraps round to a great number: one comparison for both borders.
            beyond = (group.other - low[group.seed]).view(np.uint32) > span[group.seed]
            at = np.where(beyond, nowhere, cell - (m - 1))
            for channel, value in enumerate(group.values):
                sums[m - 1, channel] += np.bincount(at, value, nowhere + 1)


@dataclass(frozen=True, slots=True)
class _MatchGroup:
    """Matches of one feature each, with the values they add to sums; seed sentences ascending."""

    seed: Ints
    other: Narrow
    seed_gap: Narrow
    other_gap: Narrow
    values: tuple[Floats, ...]

    def only(self, chosen: Ints | slice, values: tuple[Floats, ...] | None = None) -> _MatchGroup:
        return _MatchGroup(
            self.seed[chosen],
            self.other[chosen],
            self.seed_gap[chosen],
            self.other_gap[chosen],
            tuple(value[chosen] for value in self.values) if values is None else values,
        )

    def new_after(self, distance: int) -> _MatchGroup:
        """Return the matches whose feature is in none of the ``distance`` seed sentences before."""
        if distance == 0:
            return self
        return self.only(np.flatnonzero(self.seed_gap > distance))

    def of(self, sentences: range) -> _MatchGroup:
        """Return the matches in these seed sentences."""
        start, end = np.searchsorted(self.seed, (sentences.start, sentences.stop))
        return self.only(slice(int(start), int(end)))

    def with_seed(self, seed: Ints) -> _MatchGroup:
        return _MatchGroup(seed, self.other, self.seed_gap, self.other_gap, self.values)


def _starts(band: Band, shapes: Shapes) -> dict[tuple[int, int], tuple[Ints, Ints]]:
    """Return the columns between which beads of at least n and m sentences start in each row."""
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
    """Return the first and the last sentence that each seed sentence may meet inside a bead."""
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
    """Return the start of each seed occurrence's partners in the other index, and their number.

    Args:
        seed: The seed.
        other: The other side.
        first: First sentence that each seed sentence may meet.
        last: Last sentence that each seed sentence may meet.
    """
    # In the order of the index, so that the search stays in the processor's cache.
    sentence = seed.sentences[seed.index]
    key = seed.index_keys // (seed.count + 1) * (other.count + 1)
    start = np.searchsorted(other.index_keys, key + first[sentence])
    end = np.searchsorted(other.index_keys, key + last[sentence], "right")
    starts, counts = np.empty_like(start), np.empty_like(start)
    starts[seed.index] = start
    counts[seed.index] = np.maximum(end - start, 0)
    return starts, counts
