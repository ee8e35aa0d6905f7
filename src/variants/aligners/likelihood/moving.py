"""Passages that stand elsewhere in the other witness."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.likelihood.arrays import Ints, on_grid
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.candidates import find_candidates, weigh_candidates
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.paths import best_path_and_sums
from variants.aligners.likelihood.posterior import SLACK, posterior
from variants.aligners.likelihood.weights import LikelihoodModel

_LEAST = 1.0
"""Log odds of a moved passage: nearly three to one."""
_LEAST_PAIR = -20.0  # A pair under this is no part of any passage.
_NEXT_BASE = 3  # Sentences of the seed to the next pair of a passage, at most,
_NEXT_OTHER = 4  # and of the other side.
_SKIPPED = 0.5  # What each sentence in between costs.
_GROWN = 2  # Free sentences that a passage may take on at each end.
_ALONE = -2.0  # Inside a passage leaving one out costs no more than this.


@dataclass(frozen=True, slots=True)
class Moved:
    """A bead of sentences that were left alone on both sides.

    Attributes:
        seed: Consecutive seed sentences.
        other: Consecutive sentences of the other side.
        confidence: That its passage has moved and that it is a bead of it, 0 to 1.
    """

    seed: range
    other: range
    confidence: float


def find_moved(model: LikelihoodModel, seed: Ints, other: Ints, shapes: Shapes) -> list[Moved]:
    """Beads among the sentences that are left alone on both sides.

    Chains of likely pairs are taken, heaviest first, if they weigh more than the choice among
    all pairs of such sentences costs. Round each the usual programme looks for beads, and says how
    sure each is inside it. The odds of a passage are the odds of its beads, less that cost.
    """
    seed, other = model.limits.free(0, seed), model.limits.free(1, other)
    if len(seed) == 0 or len(other) == 0:
        return []
    pairs = _linked(_pairs(model, seed, other))
    anywhere = -math.log(len(seed) * len(other))
    free = (set(seed.tolist()), set(other.tolist()))
    moved: list[Moved] = []
    for chain, weight in _heaviest_first(pairs, free):
        if weight + anywhere < _LEAST:
            continue
        passage = _passage(chain, free)
        beads, score = _beads(model, passage, shapes)
        odds = score + anywhere
        if odds < _LEAST:
            continue
        of_passage = 1 / (1 + math.exp(-odds))
        for bead in beads:
            free[0].difference_update(bead.seed)
            free[1].difference_update(bead.other)
            moved.append(replace(bead, confidence=of_passage * bead.confidence))
    return moved


@dataclass(slots=True)
class _SentencePair:
    """Two sentences that may belong together, and the best chain that ends with them."""

    seed: int
    other: int
    weight: float
    total: float
    before: _SentencePair | None = None


def _pairs(model: LikelihoodModel, seed: Ints, other: Ints) -> list[_SentencePair]:
    """Likely pairs of free sentences, in the order of the seed."""
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


def _linked(pairs: list[_SentencePair]) -> list[_SentencePair]:
    """Each pair with the best chain of near pairs before it."""
    start = 0
    for number, pair in enumerate(pairs):
        while pair.seed - pairs[start].seed > _NEXT_BASE:
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
    """The chains, each as far back as its sentences are free when its turn comes."""
    for last in sorted(pairs, key=lambda pair: -pair.total):
        chain = []
        pair: _SentencePair | None = last
        while pair is not None and pair.seed in free[0] and pair.other in free[1]:
            chain.append(pair)
            pair = pair.before
        if chain:
            yield chain, last.total - (pair.total if pair is not None else 0.0)


def _passage(chain: list[_SentencePair], free: tuple[set[int], set[int]]) -> tuple[Ints, Ints]:
    """The free sentences from the first to the last of a chain, and the next few."""
    found = []
    for side, numbers in enumerate(([p.seed for p in chain], [p.other for p in chain])):
        first, last = min(numbers), max(numbers)
        for _ in range(_GROWN):
            first -= first - 1 in free[side]
            last += last + 1 in free[side]
        inside = [number for number in range(first, last + 1) if number in free[side]]
        found.append(np.array(inside, np.int64))
    return found[0], found[1]


def _beads(
    model: LikelihoodModel, passage: tuple[Ints, Ints], shapes: Shapes
) -> tuple[list[Moved], float]:
    """The beads of a passage, each as sure as it is inside it, and their scores together."""
    seed, other = passage
    alone = max(model.priors.alone, _ALONE)
    small = replace(
        model,
        seed=model.seed.part(seed),
        other=model.other.part(other),
        priors=replace(model.priors, alone=alone),
        limits=model.limits.part(seed, other),
    )
    band = whole(len(seed), len(other))
    possible = find_beads(small, band, shapes, slack=SLACK)
    path, sums = best_path_and_sums(possible, band, alone)
    sure = posterior(band, possible, sums, path, alone)
    chosen = path.paired & (path.scores > 0)
    good = path.only(chosen)
    beads, score = [], 0.0
    for (i, end), (j, stop), worth, confidence in zip(
        good.seed.tolist(),
        good.other.tolist(),
        good.scores.tolist(),
        sure[chosen].tolist(),
        strict=True,
    ):
        first = range(int(seed[i]), int(seed[end - 1]) + 1)
        second = range(int(other[j]), int(other[stop - 1]) + 1)
        # A bead across sentences that are spoken for would not be a run of sentences.
        if len(first) == end - i and len(second) == stop - j:
            beads.append(Moved(first, second, confidence))
            score += worth
    return beads, score
