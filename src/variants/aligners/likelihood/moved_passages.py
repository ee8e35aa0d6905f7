"""Passages that are elsewhere in the other witness, found among unmatched sentences."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.arrays import Ints, on_grid
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.candidates import find_candidates, weigh_candidates
from variants.aligners.likelihood.dynamic_programming import best_path_and_sums
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.posterior import SLACK, posterior

_LEAST_ODDS = 1.0
"""Log odds of a moved passage: nearly three to one."""
_LEAST_PAIR = -20.0  # A pair with a lower weight is not part of any passage.
_NEXT_SEED = 3  # Sentences of the seed to the next pair of a passage, at most,
_NEXT_OTHER = 4  # and of the other side.
_SKIPPED = 0.5  # Penalty for each sentence in between.
_EXTENDED = 2  # Free sentences that are added to a passage at each end.
_LEAST_UNMATCHED = -2.0  # Least score of an unmatched sentence inside a passage.


@dataclass(frozen=True, slots=True)
class MovedBead:
    """A bead of sentences that were unmatched on both sides.

    Attributes:
        seed: Consecutive seed sentences.
        other: Consecutive sentences of the other side.
        confidence: Probability that its passage has moved and that the bead is right, 0 to 1.
    """

    seed: range
    other: range
    confidence: float


def find_moved(model: LikelihoodModel, seed: Ints, other: Ints, shapes: Shapes) -> list[MovedBead]:
    """Return beads among unmatched sentences.

    Chains of probable pairs are taken, heaviest first, if they weigh more than the log number of
    all pairs of unmatched sentences. In the passage around each, beads and their confidences are
    found by dynamic programming. The odds of a passage are those of its beads, less that number.

    Args:
        model: The model.
        seed: Unmatched sentences of the seed, ascending.
        other: Unmatched sentences of the other side, ascending.
        shapes: Shapes of beads.
    """
    seed, other = model.constraints.free(0, seed), model.constraints.free(1, other)
    if len(seed) == 0 or len(other) == 0:
        return []
    pairs = _chained(_pairs(model, seed, other))
    anywhere = -math.log(len(seed) * len(other))
    free = (set(seed.tolist()), set(other.tolist()))
    moved: list[MovedBead] = []
    for chain, weight in _heaviest_first(pairs, free):
        if weight + anywhere < _LEAST_ODDS:
            continue
        passage = _passage(chain, free)
        beads, score = _beads(model, passage, shapes)
        odds = score + anywhere
        if odds < _LEAST_ODDS:
            continue
        of_passage = 1 / (1 + math.exp(-odds))
        for bead in beads:
            free[0].difference_update(bead.seed)
            free[1].difference_update(bead.other)
            moved.append(replace(bead, confidence=of_passage * bead.confidence))
    return moved


@dataclass(slots=True)
class _SentencePair:
    """Two sentences that may correspond, and the best chain that ends with them."""

    seed: int
    other: int
    weight: float
    total: float
    before: _SentencePair | None = None


def _pairs(model: LikelihoodModel, seed: Ints, other: Ints) -> list[_SentencePair]:
    """Return probable pairs of free sentences, in the order of the seed."""
    first, second = model.seed.part(seed), model.other.part(other)
    candidates = find_candidates(first, second, model.weights)
    weights = on_grid(weigh_candidates(candidates, first, second, model.weights, miss=1.0))
    kept = np.flatnonzero(weights > _LEAST_PAIR)
    rows, columns = seed[candidates.seed[kept]], other[candidates.other[kept]]
    order = np.lexsort((columns, rows))
    return [
        _SentencePair(i, j, weight, weight)
        for i, j, weight in zip(
            rows[order].tolist(),
            columns[order].tolist(),
            weights[kept][order].tolist(),
            strict=True,
        )
    ]


def _chained(pairs: list[_SentencePair]) -> list[_SentencePair]:
    """Set for each pair, in place, the best chain of nearby pairs before it."""
    start = 0
    for number, pair in enumerate(pairs):
        while pair.seed - pairs[start].seed > _NEXT_SEED:
            start += 1
        for near in range(number - 1, start - 1, -1):
            before = pairs[near]
            down, right = pair.seed - before.seed, pair.other - before.other
            if not 0 <= right <= _NEXT_OTHER or before.total <= 0 or down == right == 0:
                continue
            skipped = max(0, down - 1) + max(0, right - 1)
            total = before.total + pair.weight - _SKIPPED * skipped
            if total > pair.total:
                pair.total, pair.before = total, before
    return pairs


def _heaviest_first(
    pairs: list[_SentencePair], free: tuple[set[int], set[int]]
) -> Iterator[tuple[list[_SentencePair], float]]:
    """Yield chains and their weights, each as far back as its sentences are free by then."""
    for last in sorted(pairs, key=lambda pair: -pair.total):
        chain = []
        pair: _SentencePair | None = last
        while pair is not None and pair.seed in free[0] and pair.other in free[1]:
            chain.append(pair)
            pair = pair.before
        if chain:
            yield chain, last.total - (pair.total if pair is not None else 0.0)


def _passage(chain: list[_SentencePair], free: tuple[set[int], set[int]]) -> tuple[Ints, Ints]:
    """Return the free sentences from the first to the last of a chain, and a few around them."""
    found = []
    for side, numbers in enumerate(([p.seed for p in chain], [p.other for p in chain])):
        first, last = min(numbers), max(numbers)
        for _ in range(_EXTENDED):
            first -= first - 1 in free[side]
            last += last + 1 in free[side]
        inside = [number for number in range(first, last + 1) if number in free[side]]
        found.append(np.array(inside, np.int64))
    return found[0], found[1]


def _beads(
    model: LikelihoodModel, passage: tuple[Ints, Ints], shapes: Shapes
) -> tuple[list[MovedBead], float]:
    """Return the beads of a passage, with their confidence inside it, and the sum of scores."""
    seed, other = passage
    unmatched = max(model.priors.unmatched, _LEAST_UNMATCHED)
    small = replace(
        model,
        seed=model.seed.part(seed),
        other=model.other.part(other),
        priors=replace(model.priors, unmatched=unmatched),
        constraints=model.constraints.part(seed, other),
    )
    band = whole(len(seed), len(other))
    possible = find_beads(small, band, shapes, slack=SLACK)
    path, sums = best_path_and_sums(possible, band, unmatched)
    confidences = posterior(band, possible, sums, path, unmatched)
    chosen = path.paired & (path.scores > 0)
    good = path.only(chosen)
    beads, score = [], 0.0
    for (i, end), (j, stop), gain, confidence in zip(
        good.seed.tolist(),
        good.other.tolist(),
        good.scores.tolist(),
        confidences[chosen].tolist(),
        strict=True,
    ):
        first = range(int(seed[i]), int(seed[end - 1]) + 1)
        second = range(int(other[j]), int(other[stop - 1]) + 1)
        # A bead across sentences of other beads would not be a run of sentences.
        if len(first) == end - i and len(second) == stop - j:
            beads.append(MovedBead(first, second, confidence))
            score += gain
    return beads, score
