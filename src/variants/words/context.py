"""Features of a pair of words from the probabilities of its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from variants.words.batches import Batch, Flags, Floats
from variants.words.evidence import PairEvidence, PairType
from variants.words.vocabulary import Numbers

_SMOOTHING = np.float32(np.exp(-1 / 3))  # A neighbour's weight falls by a third of a nat per word.
_LEAST_WEIGHT = 0.3  # Offsets with a lower weight are shrunk towards the diagonal.
_MAX_DEVIATION = 10.0  # Words off the expected place; more does not matter.
_FAINT = 0.02  # A pair with a lower probability is ignored for the local offset.
_UNLINKED = 0.4  # A word whose best pair has a lower probability has no counterpart.
_NEARLY_CERTAIN = 1e-4  # Probabilities are clipped to this distance from 0 and 1.
_REACH = 3


class WordFeatures(NamedTuple):
    """Features of the cells that are equal in all passes, because they are of the words alone.

    Each array has the shape of the cells, (seed word, other word, pair).

    Attributes:
        distance: Distance from the diagonal as a share of the sentence: of all cells, of equal
            words only, and of equal function words only.
        repeated: 0 for a word that is unique on both sides, closer to 1 the more it is repeated.
        same: 1 for equal words.
        same_function: 1 for equal function words.
        functions: 1 for two function words.
        mixed: 1 for a function word and a content word.
        punctuation: 1 for cells with punctuation marks.
    """

    distance: tuple[Floats, Floats, Floats]
    repeated: Floats
    same: Floats
    same_function: Floats
    functions: Floats
    mixed: Floats
    punctuation: Floats


def word_features(evidence: PairEvidence) -> WordFeatures:
    """Return the features of the words alone."""
    pair_type = evidence.pair_type
    same = _flag((pair_type >= PairType.SAME_CONTENT) & (pair_type <= PairType.SAME_PUNCTUATION))
    same_function = _flag(pair_type == PairType.SAME_FUNCTION)
    functions = (pair_type == PairType.SAME_FUNCTION) | (pair_type == PairType.FUNCTION_FUNCTION)
    marks = (pair_type == PairType.PUNCTUATION_PUNCTUATION) | (
        pair_type == PairType.PUNCTUATION_WORD
    )
    distance = _distance(evidence.batch)
    return WordFeatures(
        (distance, distance * same, distance * same_function),
        _repeated(same),
        same,
        same_function,
        _flag(functions),
        _flag(pair_type == PairType.FUNCTION_CONTENT),
        _flag(marks),
    )


def context_features(
    evidence: PairEvidence, p: Floats, *, first: bool, words: WordFeatures | None = None
) -> Iterator[Floats]:
    """Yield the 37 features of ``lexical.json``, from "dist" on, in its order.

    Each has the shape of the cells. They are yielded one at a time because all together would need
    37 times the memory. The caller must not change them, because later ones are made from them.

    Args:
        evidence: The evidence.
        p: Probability of each cell from the previous pass, 0 in the padding.
        first: True if ``p`` is the first similarity, whose own value is not used as a feature.
        words: The features of the words alone, if they are known from another pass.
    """
    batch = evidence.batch
    words = words or word_features(evidence)
    distance, repeated, same, same_function, functions, mixed, punctuation = words
    yield from distance
    yield repeated
    at = _neighbours(p)
    before, after = at(-1, -1), at(1, 1)
    before2 = _highest(at(-2, -2), at(-1, -2), at(-2, -1))
    after2 = _highest(at(2, 2), at(1, 2), at(2, 1))
    before3 = _highest(at(-3, -3), at(-3, -2), at(-3, -1), at(-2, -3), at(-1, -3))
    after3 = _highest(at(3, 3), at(3, 2), at(3, 1), at(2, 3), at(1, 3))
    yield from (before, after, before * after)
    yield from (before2, after2, before3, after3)
    left = _highest(before, 0.8 * before2, 0.6 * before3)
    right = _highest(after, 0.8 * after2, 0.6 * after3)
    bracketed = left * right
    beside = np.maximum(at(0, -1), at(0, 1))
    above = np.maximum(at(-1, 0), at(1, 0))
    yield from (bracketed, beside, above)
    yield np.maximum(at(-1, 1), at(1, -1))
    best = p.max(axis=1, keepdims=True), p.max(axis=0, keepdims=True)
    row_rival, column_rival = _rival(p, best[0], axis=1), _rival(p, best[1], axis=0)
    free_row, free_column = 1 - row_rival, 1 - column_rival
    free = free_row * free_column
    yield from (row_rival, column_rival, free)
    free_bracketed = free * bracketed
    yield free_bracketed
    beside_free, above_free = beside * free_column, above * free_row
    yield from (beside_free, above_free, beside * above)
    nearer, farther = _offset_deviations(batch, p)
    yield from (nearer, farther, free_bracketed * functions)
    yield from (beside_free * mixed, above_free * mixed, bracketed * punctuation)
    yield from (bracketed * same, row_rival * same, column_rival * same)
    yield from (same_function * nearer, same_function * np.maximum(before, after))
    yield np.zeros_like(p) if first else p
    yield np.zeros_like(p) if first else _logit(p)
    yield p * bracketed
    yield _run_fit(batch, best, bracketed)


def _flag(cells: Flags) -> Floats:
    return cells.astype(np.float32)


def _distance(batch: Batch) -> Floats:
    """Return the distance of each cell from the diagonal, as a share of the sentence."""
    row = (np.arange(len(batch.seed), dtype=np.float32)[:, None] + 0.5) / batch.rows
    column = (np.arange(len(batch.other), dtype=np.float32)[:, None] + 0.5) / batch.columns
    distance: Floats = np.abs(row[:, None] - column[None]).astype(np.float32)
    return distance


def _repeated(same: Floats) -> Floats:
    """Return 0 for a word that is unique on both sides, closer to 1 the more it is repeated."""
    pairs = same.sum(axis=1)[:, None] * same.sum(axis=0)[None]
    repeated: Floats = same - same / np.maximum(pairs, 1)
    return repeated


def _neighbours(p: Floats) -> Callable[[int, int], Floats]:
    """Return a function from an offset (rows, columns) to the values there, 0 outside."""
    height, width, _ = p.shape
    padded = np.zeros((height + 2 * _REACH, width + 2 * _REACH, p.shape[2]), dtype=np.float32)
    padded[_REACH : _REACH + height, _REACH : _REACH + width] = p

    def at(rows: int, columns: int) -> Floats:
        rows, columns = _REACH + rows, _REACH + columns
        there: Floats = padded[rows : rows + height, columns : columns + width]
        return there

    return at


def _highest(first: Floats, *others: Floats) -> Floats:
    highest = first.copy()
    for other in others:
        np.maximum(highest, other, out=highest)
    return highest


def _rival(p: Floats, best: Floats, axis: int) -> Floats:
    """Return the best other value in the same row (axis 1) or column (axis 0).

    Args:
        p: The values.
        best: The highest value of each row or column.
        axis: The axis that the other values are on.
    """
    is_best = p == best
    second = np.where(is_best, np.float32(0), p).max(axis=axis, keepdims=True)
    tied = is_best.sum(axis=axis, keepdims=True, dtype=np.int32) > 1
    rival: Floats = np.where(is_best, np.where(tied, best, second), best)
    return rival


def _offset_deviations(batch: Batch, p: Floats) -> tuple[Floats, Floats]:
    """Return the lesser and the greater deviation of each cell from the offset of its neighbours.

    The offset is the weighted mean distance from the diagonal of probable pairs nearby, once in
    neighbouring rows and once in neighbouring columns.
    """
    height, width, _ = p.shape
    slope = (batch.columns / batch.rows).astype(np.float32)
    rows, columns = np.arange(height, dtype=np.float32), np.arange(width, dtype=np.float32)
    offset: Floats = columns[:, None] - (rows[:, None] * slope)[:, None]
    clear = np.where(p > _FAINT, p, np.float32(0))
    pulled = clear * offset
    misses = []
    for axis in (1, 0):
        sums = np.concatenate([pulled.sum(axis=axis), clear.sum(axis=axis)], axis=1)
        expected, weight = np.split(_smoothed(sums), 2, axis=1)
        expected /= np.maximum(weight, np.float32(_LEAST_WEIGHT))
        missed = np.abs(offset - np.expand_dims(expected, axis))
        np.minimum(missed, _MAX_DEVIATION, out=missed)
        missed /= _MAX_DEVIATION
        misses.append(missed)
    return np.minimum(*misses), np.maximum(*misses)


def _smoothed(values: Floats) -> Floats:
    """Return the sum of each place's neighbours on both sides, weighted by distance."""
    both_ways = np.concatenate([values, values[::-1]], axis=1)
    out = np.zeros_like(both_ways)
    for k in range(1, len(values)):
        np.add(out[k - 1], both_ways[k - 1], out=out[k])
        out[k] *= _SMOOTHING
    there, back = np.split(out, 2, axis=1)
    smoothed: Floats = there + back[::-1]
    return smoothed


def _logit(p: Floats) -> Floats:
    clipped = np.clip(p, np.float32(_NEARLY_CERTAIN), np.float32(1 - _NEARLY_CERTAIN))
    logit: Floats = np.log(clipped / (1 - clipped))
    return logit


def _run_fit(batch: Batch, best: tuple[Floats, Floats], bracketed: Floats) -> Floats:
    """Return high values where runs without counterparts have similar lengths on both sides.

    Args:
        batch: The batch.
        best: The highest probability of each row and of each column.
        bracketed: Product of the probabilities before and after each cell.
    """
    rows = _run_lengths(best[0][:, 0] < _UNLINKED, batch.rows)[:, None]
    columns = _run_lengths(best[1][0] < _UNLINKED, batch.columns)[None]
    fit: Floats = np.abs(rows - columns) + 0.25 * rows * columns + 1
    np.divide(bracketed, fit, out=fit)
    fit *= (rows > 0) & (columns > 0)
    return fit


def _run_lengths(unlinked: Flags, words: Numbers) -> Floats:
    """Return the length of the run without counterparts that each word is in; 0 for others."""
    unlinked = unlinked & (np.arange(len(unlinked))[:, None] < words)
    both_ways = np.concatenate([unlinked, unlinked[::-1]], axis=1).astype(np.float32)
    for k in range(1, len(unlinked)):
        both_ways[k] *= both_ways[k - 1] + 1
    there, back = np.split(both_ways, 2, axis=1)
    lengths: Floats = np.maximum(there + back[::-1] - 1, 0)
    return lengths
