"""Beads of some sentences that are free, found by dynamic programming."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

import numpy as np

from variants.aligners.arrays import Ints
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import Beads, find_beads
from variants.aligners.likelihood.dynamic_programming import best_path_and_sums
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.posterior import SLACK, posterior


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


def sentences_of(beads: Iterable[MovedBead]) -> tuple[set[int], set[int]]:
    """Return the sentences that beads have on each side."""
    seed, other = set[int](), set[int]()
    for bead in beads:
        seed.update(bead.seed)
        other.update(bead.other)
    return seed, other


def find_free_beads(
    model: LikelihoodModel,
    free: tuple[Ints, Ints],
    shapes: Shapes,
    unmatched: float,
    *,
    floor: float = -np.inf,
) -> tuple[list[MovedBead], float]:
    """Return the best beads of some sentences, and the sum of their scores.

    Args:
        model: The model.
        free: Sentences of each side.
        shapes: Shapes of beads.
        unmatched: Score of a sentence that stays alone.
        floor: Beads must score higher.

    Returns:
        The beads, with their confidence among these sentences, and the sum.
    """
    seed, other = free
    small = replace(
        model,
        seed=model.seed.part(seed),
        other=model.other.part(other),
        priors=replace(model.priors, unmatched=unmatched),
        constraints=model.constraints.part(seed, other),
    )
    band = whole(len(seed), len(other))
    possible = _runs_only(find_beads(small, band, shapes, slack=SLACK), seed, other)
    path, sums = best_path_and_sums(possible, band, unmatched)
    confidences = posterior(band, possible, sums, path, unmatched)
    chosen = path.paired & (path.scores > floor)
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
        beads.append(MovedBead(first, second, confidence))
        score += gain
    return beads, score


def _runs_only(beads: Beads, seed: Ints, other: Ints) -> Beads:
    """Return the beads whose sentences are consecutive: no sentence of another bead is between."""
    kept = np.ones(len(beads.scores), np.bool_)
    for numbers, first, size in ((seed, beads.top, beads.height), (other, beads.left, beads.width)):
        kept &= numbers[first + size - 1] - numbers[first] == size - 1
    return Beads(*(getattr(beads, each.name)[kept] for each in fields(beads)))
