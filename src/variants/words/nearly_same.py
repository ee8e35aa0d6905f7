"""The fast tier: links for pairs of sentences that are nearly the same.

Anchors, then words of grammar, then what lies between them. Where most
words are the same this draws the links that people draw oftener than the scorer does, which
learned from free translations.
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
from variants.words.evidence import PairEvidence, PairSort, Places

# Found by search on development pairs; see the provenance in nearly_same.json.
_SUPPORT, _MOST_SUPPORT, _DISTANCE, _ANCHOR_FROM = 0.131, 2.0, 0.332, 0.21
_GRAMMAR, _MARK, _NEIGHBOUR, _DEVIATION, _GRAMMAR_FROM = 0.202, 0.103, 0.691, 0.0605, 0.182
_FARTHEST = 10.0  # Words off the place between two anchors; more is no worse.
_SMALL_GAP = 3  # Cells: a gap of this size is one substitution, its words all linked.
_UNLIKE_GAP = 0.437  # By this share of the longer side a gap's lengths may differ.

_NO_ANCHOR = np.isin(
    np.arange(len(PairSort)),
    [
        PairSort.SAME_FUNCTION,
        PairSort.SAME_PUNCTUATION,
        PairSort.FUNCTION_FUNCTION,
        PairSort.FUNCTION_CONTENT,
        PairSort.PUNCTUATION_PUNCTUATION,
        PairSort.PUNCTUATION_WORD,
    ],
)

Codes = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]
FastLink = tuple[int, int, "MatchReason", int]
"""Seed word, other word, why, and how many of the two pairs beside it are linked too."""


class MatchReason(IntEnum):
    """Why two words are linked; the numbers are the rows of the table of probabilities."""

    SAME = 0
    ALIKE = 1
    GRAMMAR = 2
    MARK = 3
    GAP_OF_ONE = 4
    SMALL_GAP = 5
    LONG_GAP = 6


_WHY_THE_SAME = {
    PairSort.SAME_CONTENT: MatchReason.SAME,
    PairSort.SAME_FUNCTION: MatchReason.GRAMMAR,
    PairSort.SAME_PUNCTUATION: MatchReason.MARK,
}
_REASON_OF = tuple(_WHY_THE_SAME.get(sort, MatchReason.ALIKE) for sort in PairSort)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Links one to one: for each word its counterpart, -1 for none, shape (word, pair)."""

    seed: Codes
    other: Codes


@cache
def shares_right() -> tuple[tuple[float, ...], ...]:
    """How often a link is right, by ``MatchReason`` and by how many neighbours are linked too."""
    shipped = json.loads(files("variants.words").joinpath("nearly_same.json").read_text("utf-8"))
    return tuple(tuple(row) for row in shipped["right"])


def link_nearly_same(evidence: PairEvidence) -> Iterator[list[FastLink]]:
    """The links of each pair of a batch, in order."""
    batch = evidence.batch
    chosen = _Chosen(np.full(batch.seed.shape, -1), np.full(batch.other.shape, -1))
    anchors = np.flatnonzero((evidence.start > 0) & ~_NO_ANCHOR[evidence.sort])
    _choose(anchors, _worth_as_anchors(anchors, evidence), _ANCHOR_FROM, evidence, chosen)
    grammar = np.flatnonzero(_grammar(evidence))
    _choose(grammar, _worth_as_grammar(grammar, evidence, chosen), _GRAMMAR_FROM, evidence, chosen)
    seed, other = chosen.seed.T.tolist(), chosen.other.T.tolist()
    for k, (rows, columns) in enumerate(zip(batch.rows, batch.columns, strict=True)):
        yield _links(seed[k][:rows], other[k][:columns], evidence.sort[:, :, k])


def _choose(
    places: Places, worth: Doubles, least: float, evidence: PairEvidence, chosen: _Chosen
) -> None:
    """Link, in place, the cells of most worth first, each word once."""
    order = np.argsort(-worth, kind="stable")
    order = order[worth[order] > least]
    cells = np.unravel_index(places[order], evidence.sort.shape)
    seed, other = chosen.seed.tolist(), chosen.other.tolist()
    for i, j, k in zip(*(axis.tolist() for axis in cells), strict=True):
        if seed[i][k] < 0 and other[j][k] < 0:
            seed[i][k], other[j][k] = j, i
    chosen.seed[:], chosen.other[:] = seed, other


def _worth_as_anchors(places: Places, evidence: PairEvidence) -> Doubles:
    """By likeness, likeness of the neighbours on the diagonal, and nearness to the diagonal."""
    batch, start = evidence.batch, evidence.start
    i, j, k = np.unravel_index(places, start.shape)
    support = np.zeros(len(places))
    for step, share in ((1, 1.0), (2, 0.5)):
        support += share * _at(start, i - step, j - step, k)
        support += share * _at(start, i + step, j + step, k)
    distance = np.abs((i + 0.5) / batch.rows[k] - (j + 0.5) / batch.columns[k])
    worth: Doubles = start[i, j, k] + _SUPPORT * np.minimum(support, _MOST_SUPPORT)
    return worth - _DISTANCE * distance


def _grammar(evidence: PairEvidence) -> Flags:
    """Cells of the same word of grammar or the same mark."""
    sort = evidence.sort
    same: Flags = (sort == PairSort.SAME_FUNCTION) | (sort == PairSort.SAME_PUNCTUATION)
    return same


def _worth_as_grammar(places: Places, evidence: PairEvidence, chosen: _Chosen) -> Doubles:
    """By what stands beside it, and by how far it is off its place between the anchors."""
    batch, start = evidence.batch, evidence.start
    i, j, k = np.unravel_index(places, start.shape)
    beside = np.zeros(len(places))
    for step in (-1, 1):
        linked = _at(chosen.seed, i + step, k, none=-2) == j + step
        beside += np.where(linked, 1.0, 0.5 * (_at(start, i + step, j + step, k) == 1.0))
    before, after = _anchors_beside(chosen.seed)
    left, right = before[i, k], after[i, k]
    from_left = np.where(left >= 0, j - chosen.seed[left, k] - (i - left), j - i)
    open_end = right >= len(chosen.seed)
    right = np.minimum(right, len(chosen.seed) - 1)
    to_end = batch.columns[k] - j - (batch.rows[k] - i)
    from_right = np.where(open_end, to_end, chosen.seed[right, k] - j - (right - i))
    off = np.minimum(np.minimum(np.abs(from_left), np.abs(from_right)), _FARTHEST) / _FARTHEST
    mark = evidence.sort[i, j, k] == PairSort.SAME_PUNCTUATION
    worth: Doubles = _GRAMMAR + _MARK * mark + _NEIGHBOUR * beside - _DEVIATION * off
    return worth


def _anchors_beside(seed: Codes) -> tuple[Codes, Codes]:
    """For each seed word the linked word at or before it (-1), and at or after it (the end)."""
    places = np.broadcast_to(np.arange(len(seed))[:, None], seed.shape)
    before = np.maximum.accumulate(np.where(seed >= 0, places, -1), axis=0)
    after = np.minimum.accumulate(np.where(seed >= 0, places, len(seed))[::-1], axis=0)[::-1]
    return before, after


def _at(
    values: npt.NDArray[np.int64] | npt.NDArray[np.float32], *where: Codes, none: float = 0.0
) -> Doubles:
    """The values at these places; ``none`` where a place lies outside."""
    inside = np.ones(where[0].shape, dtype=np.bool_)
    for axis, size in zip(where, values.shape, strict=True):
        inside &= (axis >= 0) & (axis < size)
    held = tuple(np.where(inside, axis, 0) for axis in where)
    return np.where(inside, values[held].astype(np.float64), none)


def _links(seed: list[int], other: list[int], sort: npt.NDArray[np.uint8]) -> list[FastLink]:
    """The chosen links of one pair and what lies between them."""
    found = {(i, j): _REASON_OF[sort[i, j]] for i, j in enumerate(seed) if j >= 0}
    for rows, columns in _gaps(seed, other):
        for i, j, reason in _across(rows, columns):
            if sort[i, j] != PairSort.PUNCTUATION_WORD:
                found[i, j] = reason
    return [
        (i, j, reason, ((i - 1, j - 1) in found) + ((i + 1, j + 1) in found))
        for (i, j), reason in sorted(found.items())
    ]


def _gaps(seed: list[int], other: list[int]) -> Iterator[tuple[range, range]]:
    """Runs of words without a link that face each other.

    They stand between two linked neighbours; or where those are no neighbours on the other
    side, after the first of them or before the second.
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
    """Links across a gap: all of them if it is small, else word by word if it is even."""
    r, c = len(rows), len(columns)
    if r * c <= _SMALL_GAP:
        reason = MatchReason.GAP_OF_ONE if r == c else MatchReason.SMALL_GAP
        yield from ((i, j, reason) for i in rows for j in columns)
    elif abs(r - c) <= _UNLIKE_GAP * max(r, c):
        longer = max(r, c)
        for step in range(longer):
            yield rows[step * r // longer], columns[step * c // longer], MatchReason.LONG_GAP
