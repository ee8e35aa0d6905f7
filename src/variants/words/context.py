"""What the neighbours of a pair of words say for or against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variants.words.evidence import PairSort

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

_SMOOTHING = float(np.exp(-1 / 3))  # Neighbours count by a third of a nat less a word away.
_LEAST_WEIGHT = 0.3  # Offsets seen with less than this are pulled towards the diagonal.
_FARTHEST = 10.0  # Words off the expected place; more is no worse.
_FAINT = 0.02  # A pair below this says nothing of the local offset.
_UNLINKED = 0.4  # A word whose best pair is below this counts as without a counterpart.


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of sentences of similar length, padded; arrays have shape (pair, base, other).

    Attributes:
        sort: A ``PairSort`` each.
        rows: Words of each pair's base, shape (pair,).
        columns: Words of each pair's other.
    """

    sort: Codes
    rows: Floats
    columns: Floats

    @property
    def inside(self) -> npt.NDArray[np.bool_]:
        """Which cells are no padding."""
        _, height, width = self.sort.shape
        return (np.arange(height)[None, :, None] < self.rows[:, None, None]) & (
            np.arange(width)[None, None, :] < self.columns[:, None, None]
        )


def context_features(batch: Batch, p: Floats, *, first: bool) -> Iterator[Floats]:
    """The 37 features of ``lexical.json``, from "dist" on, in its order.

    They are given one at a time, since all together would need 37 times the memory.

    Args:
        batch: The pairs.
        p: What the pass before gave each cell, 0 in the padding.
        first: Whether ``p`` is only the first similarity, whose own value is no evidence.
    """
    sort = batch.sort
    same = _flag((sort >= PairSort.SAME_CONTENT) & (sort <= PairSort.SAME_PUNCTUATION))
    same_function = _flag(sort == PairSort.SAME_FUNCTION)
    functions = _flag((sort == PairSort.SAME_FUNCTION) | (sort == PairSort.FUNCTION_FUNCTION))
    mixed = _flag(sort == PairSort.FUNCTION_CONTENT)
    punctuation = _flag(
        (sort == PairSort.PUNCTUATION_PUNCTUATION) | (sort == PairSort.PUNCTUATION_WORD)
    )
    distance = _distance(batch)
    yield distance
    yield distance * same
    yield distance * same_function
    yield _repeated(same)
    at = _neighbours(p)
    before, after = at(-1, -1), at(1, 1)
    before2 = np.maximum.reduce([at(-2, -2), at(-1, -2), at(-2, -1)])
    after2 = np.maximum.reduce([at(2, 2), at(1, 2), at(2, 1)])
    before3 = np.maximum.reduce([at(-3, -3), at(-3, -2), at(-3, -1), at(-2, -3), at(-1, -3)])
    after3 = np.maximum.reduce([at(3, 3), at(3, 2), at(3, 1), at(2, 3), at(1, 3)])
    yield from (before, after, before * after, before2, after2, before3, after3)
    left = np.maximum.reduce([before, 0.8 * before2, 0.6 * before3])
    right = np.maximum.reduce([after, 0.8 * after2, 0.6 * after3])
    bracketed = left * right
    beside = np.maximum(at(0, -1), at(0, 1))
    above = np.maximum(at(-1, 0), at(1, 0))
    yield from (bracketed, beside, above, np.maximum(at(-1, 1), at(1, -1)))
    row_rival, column_rival = _rival(p, axis=2), _rival(p, axis=1)
    free = (1 - row_rival) * (1 - column_rival)
    beside_free, above_free = beside * (1 - column_rival), above * (1 - row_rival)
    yield from (row_rival, column_rival, free, free * bracketed)
    yield from (beside_free, above_free, beside * above)
    nearer, farther = _off_the_local_offset(batch, p)
    yield from (nearer, farther, free * bracketed * functions)
    yield from (beside_free * mixed, above_free * mixed, bracketed * punctuation)
    yield from (bracketed * same, row_rival * same, column_rival * same)
    yield from (same_function * nearer, same_function * np.maximum(before, after))
    yield np.zeros_like(p) if first else p
    yield np.zeros_like(p) if first else _logit(p)
    yield p * bracketed
    yield _run_fit(batch, p, bracketed)


def _flag(cells: npt.NDArray[np.bool_]) -> Floats:
    return cells.astype(np.float64)


def _distance(batch: Batch) -> Floats:
    """How far a cell lies from the diagonal, as a share of the sentence."""
    _, height, width = batch.sort.shape
    row = (np.arange(height)[None, :, None] + 0.5) / batch.rows[:, None, None]
    column = (np.arange(width)[None, None, :] + 0.5) / batch.columns[:, None, None]
    return np.abs(row - column)


def _repeated(same: Floats) -> Floats:
    """0 for a word that stands once on both sides, towards 1 the oftener it is repeated."""
    pairs = same.sum(axis=2, keepdims=True) * same.sum(axis=1, keepdims=True)
    repeated: Floats = same - same / np.maximum(pairs, 1.0)
    return repeated


def _neighbours(p: Floats) -> Callable[[int, int], Floats]:
    """A function from a step (rows, columns) to the values that far away, 0 outside."""
    reach = 3
    _, height, width = p.shape
    padded = np.pad(p, ((0, 0), (reach, reach), (reach, reach)))

    def at(rows: int, columns: int) -> Floats:
        shifted: Floats = padded[
            :, reach + rows : reach + rows + height, reach + columns : reach + columns + width
        ]
        return shifted

    return at


def _rival(p: Floats, axis: int) -> Floats:
    """The best value in the same row (axis 2) or column (axis 1), the cell itself left out."""
    if p.shape[axis] == 1:
        return np.zeros_like(p)
    top = np.partition(p, p.shape[axis] - 2, axis=axis)
    best = np.take(top, [-1], axis=axis)
    second = np.take(top, [-2], axis=axis)
    return np.minimum(np.where(p == best, second, best), 1.0)


def _off_the_local_offset(batch: Batch, p: Floats) -> tuple[Floats, Floats]:
    """How far a cell lies from where its row's and its column's neighbours would have it."""
    _, height, width = p.shape
    slope = (batch.columns / batch.rows)[:, None, None]
    offset = np.arange(width)[None, None, :] - np.arange(height)[None, :, None] * slope
    clear = np.where(p > _FAINT, p, 0.0)
    misses = []
    for axis in (2, 1):
        weight = clear.sum(axis=axis)
        expected = _smoothed((clear * offset).sum(axis=axis))
        expected = expected / np.maximum(_smoothed(weight), _LEAST_WEIGHT)
        missed = np.abs(offset - np.expand_dims(expected, axis))
        misses.append(np.minimum(missed, _FARTHEST) / _FARTHEST)
    return np.minimum(*misses), np.maximum(*misses)


def _smoothed(values: Floats) -> Floats:
    """Each place's neighbours on both sides, itself left out, fading with distance."""
    out = np.zeros_like(values)
    for step in (1, -1):
        carried = np.zeros(len(values))
        for k in range(values.shape[1])[::step]:
            out[:, k] += carried
            carried = (carried + values[:, k]) * _SMOOTHING
    return out


def _logit(p: Floats) -> Floats:
    clipped = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(clipped / (1 - clipped))


def _run_fit(batch: Batch, p: Floats, bracketed: Floats) -> Floats:
    """High where two runs of words without counterparts of like length face each other."""
    rows = _run_lengths((p.max(axis=2) < _UNLINKED), batch.rows)[:, :, None]
    columns = _run_lengths((p.max(axis=1) < _UNLINKED), batch.columns)[:, None, :]
    both = (rows > 0) & (columns > 0)
    return np.where(both, bracketed / (1.0 + np.abs(rows - columns) + 0.25 * rows * columns), 0.0)


def _run_lengths(unlinked: npt.NDArray[np.bool_], words: Floats) -> Floats:
    """For each word without a counterpart, the length of the run it stands in; else 0."""
    count = unlinked.shape[1]
    unlinked = unlinked & (np.arange(count)[None, :] < words[:, None])
    up, down = np.zeros(unlinked.shape), np.zeros(unlinked.shape)
    for k in range(count):
        up[:, k] = np.where(unlinked[:, k], (up[:, k - 1] if k else 0) + 1, 0)
    for k in range(count)[::-1]:
        down[:, k] = np.where(unlinked[:, k], (down[:, k + 1] if k + 1 < count else 0) + 1, 0)
    return np.maximum(up + down - 1, 0)
