"""The fast tier: links for pairs of sentences that are nearly the same.

It links anchors first, then function words and punctuation, then the gaps between them. Where most
words are equal, it agrees with manual links more often than the scorer, which was fitted to free
translations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from variants.words.batches import Flags
from variants.words.evidence import PairEvidence, PairType, Places

# Weights and thresholds, found by search on development pairs: see the provenance in
# nearly_same.json.
_SUPPORT, _MAX_SUPPORT, _DISTANCE, _ANCHOR_FROM = 0.131, 2.0, 0.332, 0.21
_GRAMMAR, _MARK, _NEIGHBOUR, _DEVIATION, _GRAMMAR_FROM = 0.202, 0.103, 0.691, 0.0605, 0.182
_MAX_DEVIATION = 10.0  # Words off the place between two anchors; more does not matter.
_SMALL_GAP = 3  # Cells: a gap of this size is one substitution, with all its words linked.
_MAX_UNEVENNESS = 0.437  # Difference in length of a gap's sides, as a share of the longer one.

_NOT_ANCHORS = np.isin(
    np.arange(len(PairType)),
    [
        PairType.SAME_FUNCTION,
        PairType.SAME_PUNCTUATION,
        PairType.FUNCTION_FUNCTION,
        PairType.FUNCTION_CONTENT,
        PairType.PUNCTUATION_PUNCTUATION,
        PairType.PUNCTUATION_WORD,
    ],
)

Codes = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]
FastLink = tuple[int, int, "MatchReason", int]
"""Seed word, other word, reason, and number of adjacent pairs on the diagonal that are linked."""


class MatchReason(IntEnum):
    """Reason for a link; the numbers are the rows of the precision table."""

    SAME = 0
    ALIKE = 1
    GRAMMAR = 2
    MARK = 3
    GAP_OF_ONE = 4
    SMALL_GAP = 5
    LONG_GAP = 6


_REASON_IF_SAME = {
    PairType.SAME_CONTENT: MatchReason.SAME,
    PairType.SAME_FUNCTION: MatchReason.GRAMMAR,
    PairType.SAME_PUNCTUATION: MatchReason.MARK,
}
_REASON_OF = tuple(_REASON_IF_SAME.get(pair_type, MatchReason.ALIKE) for pair_type in PairType)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """One-to-one links: the counterpart of each word, -1 for none, shape (word, pair)."""

    seed: Codes
    other: Codes


@cache
def precision_table() -> tuple[tuple[float, ...], ...]:
    """Return the share of right links, by ``MatchReason`` and by number of linked neighbours.

    There are three numbers from 0 to 1 for each reason: with no, one and two neighbours.
    """
    shipped = json.loads(files("variants.words").joinpath("nearly_same.json").read_text("utf-8"))
    return tuple(tuple(row) for row in shipped["right"])


def link_nearly_same(evidence: PairEvidence) -> Iterator[list[FastLink]]:
    """Yield the links of each pair of a batch, in order.

    The search is greedy: of the anchors, and then of the function words and marks, the pair with
    the highest score is linked first, and each word once. In a small gap all words are linked.
    """
    batch = evidence.batch
    chosen = _Chosen(np.full(batch.seed.shape, -1), np.full(batch.other.shape, -1))
    anchors = np.flatnonzero((evidence.start > 0) & ~_NOT_ANCHORS[evidence.pair_type])
    _choose(anchors, _anchor_scores(anchors, evidence), _ANCHOR_FROM, evidence, chosen)
    grammar = np.flatnonzero(_is_grammar(evidence))
    _choose(grammar, _grammar_scores(grammar, evidence, chosen), _GRAMMAR_FROM, evidence, chosen)
    seed, other = chosen.seed.T.tolist(), chosen.other.T.tolist()
    for k, (rows, columns) in enumerate(zip(batch.rows, batch.columns, strict=True)):
        yield _links(seed[k][:rows], other[k][:columns], evidence.pair_type[:, :, k])


def _choose(
    places: Places, scores: Doubles, least: float, evidence: PairEvidence, chosen: _Chosen
) -> None:
    """Link the cells with the highest scores first, each word once, in place."""
    order = np.argsort(-scores, kind="stable")
    order = order[scores[order] > least]
    cells = np.unravel_index(places[order], evidence.pair_type.shape)
    seed, other = chosen.seed.tolist(), chosen.other.tolist()
    for i, j, k in zip(*(axis.tolist() for axis in cells), strict=True):
        if seed[i][k] < 0 and other[j][k] < 0:
            seed[i][k], other[j][k] = j, i
    chosen.seed[:], chosen.other[:] = seed, other


def _anchor_scores(places: Places, evidence: PairEvidence) -> Doubles:
    """Return scores from similarity, similar diagonal neighbours, and distance to the diagonal."""
    batch, start = evidence.batch, evidence.start
    i, j, k = np.unravel_index(places, start.shape)
    support = np.zeros(len(places))
    for step, share in ((1, 1.0), (2, 0.5)):
        support += share * _at(start, i - step, j - step, k)
        support += share * _at(start, i + step, j + step, k)
    distance = np.abs((i + 0.5) / batch.rows[k] - (j + 0.5) / batch.columns[k])
    scores: Doubles = start[i, j, k] + _SUPPORT * np.minimum(support, _MAX_SUPPORT)
    return scores - _DISTANCE * distance


def _is_grammar(evidence: PairEvidence) -> Flags:
    """Return True for each cell of equal function words or punctuation marks."""
    pair_type = evidence.pair_type
    same: Flags = (pair_type == PairType.SAME_FUNCTION) | (pair_type == PairType.SAME_PUNCTUATION)
    return same


def _grammar_scores(places: Places, evidence: PairEvidence, chosen: _Chosen) -> Doubles:
    """Return scores from neighbours, and from the deviation from the place between anchors."""
    batch, start = evidence.batch, evidence.start
    i, j, k = np.unravel_index(places, start.shape)
    beside = np.zeros(len(places))
    for step in (-1, 1):
        linked = _at(chosen.seed, i + step, k, none=-2) == j + step
        beside += np.where(linked, 1.0, 0.5 * (_at(start, i + step, j + step, k) == 1.0))
    before, after = _nearest_anchors(chosen.seed)
    left, right = before[i, k], after[i, k]
    from_left = np.where(left >= 0, j - chosen.seed[left, k] - (i - left), j - i)
    open_end = right >= len(chosen.seed)
    right = np.minimum(right, len(chosen.seed) - 1)
    to_end = batch.columns[k] - j - (batch.rows[k] - i)
    from_right = np.where(open_end, to_end, chosen.seed[right, k] - j - (right - i))
    off = np.minimum(np.abs(from_left), np.abs(from_right))
    off = np.minimum(off, _MAX_DEVIATION) / _MAX_DEVIATION
    mark = evidence.pair_type[i, j, k] == PairType.SAME_PUNCTUATION
    scores: Doubles = _GRAMMAR + _MARK * mark + _NEIGHBOUR * beside - _DEVIATION * off
    return scores


def _nearest_anchors(seed: Codes) -> tuple[Codes, Codes]:
    """Return the linked word at or before each seed word (-1 if none), and at or after it."""
    places = np.broadcast_to(np.arange(len(seed))[:, None], seed.shape)
    before = np.maximum.accumulate(np.where(seed >= 0, places, -1), axis=0)
    after = np.minimum.accumulate(np.where(seed >= 0, places, len(seed))[::-1], axis=0)[::-1]
    return before, after


def _at(
    values: npt.NDArray[np.int64] | npt.NDArray[np.float32], *where: Codes, none: float = 0.0
) -> Doubles:
    """Return the values at these places; ``none`` for a place outside."""
    inside = np.ones(where[0].shape, dtype=np.bool_)
    for axis, size in zip(where, values.shape, strict=True):
        inside &= (axis >= 0) & (axis < size)
    held = tuple(np.where(inside, axis, 0) for axis in where)
    return np.where(inside, values[held].astype(np.float64), none)


def _links(seed: list[int], other: list[int], pair_type: npt.NDArray[np.uint8]) -> list[FastLink]:
    """Return the chosen links of one pair and those in the gaps between them."""
    found = {(i, j): _REASON_OF[pair_type[i, j]] for i, j in enumerate(seed) if j >= 0}
    for rows, columns in _gaps(seed, other):
        for i, j, reason in _across(rows, columns):
            if pair_type[i, j] != PairType.PUNCTUATION_WORD:
                found[i, j] = reason
    return [
        (i, j, reason, ((i - 1, j - 1) in found) + ((i + 1, j + 1) in found))
        for (i, j), reason in sorted(found.items())
    ]


def _gaps(seed: list[int], other: list[int]) -> Iterator[tuple[range, range]]:
    """Yield runs of words without a link that correspond to each other.

    They are between two linked neighbours. If these are not adjacent to one run on the other side,
    the run there is the one after the first of them, or else the one before the second.
    """
    end = 0
    for start, linked in enumerate(seed):
        if linked >= 0 or start < end:
            continue
        end = start + 1
        while end < len(seed) and seed[end] < 0:
            end += 1
        first = seed[start - 1] + 1 if start else 0
        stop = seed[end] if end < len(seed) else len(other)
        last = first
        while last < len(other) and other[last] < 0:
            last += 1
        if last == first or (last != stop and not start):
            if last == stop or end == len(seed):
                continue
            last = first = stop
            while first > 0 and other[first - 1] < 0:
                first -= 1
        if first < last:
            yield range(start, end), range(first, last)


def _across(rows: range, columns: range) -> Iterator[tuple[int, int, MatchReason]]:
    """Yield links across a gap: all of them if it is small, else word by word if it is even."""
    r, c = len(rows), len(columns)
    if r * c <= _SMALL_GAP:
        reason = MatchReason.GAP_OF_ONE if r == c else MatchReason.SMALL_GAP
        yield from ((i, j, reason) for i in rows for j in columns)
    elif abs(r - c) <= _MAX_UNEVENNESS * max(r, c):
        longer = max(r, c)
        for step in range(longer):
            yield rows[step * r // longer], columns[step * c // longer], MatchReason.LONG_GAP
