"""Neighbouring sentences that changed places, inside beads with several sentences on both sides.

The path cannot cross itself, so that two exchanged sentences become one bead of two and two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product

import numpy as np

from variants.aligners.arrays import Floats
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.free_beads import MovedBead
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import BeadScorer

_EXCHANGED = -5.0  # Log odds that sentences of a bead are two beads that changed places.

_CLEARLY = 5.0  # Log odds by which they must exceed two beads in order: copies have no order.


@dataclass(frozen=True, slots=True)
class _Crossing:
    """Two beads that cross: the later seed sentences are the earlier ones of the other side."""

    first: tuple[range, range]
    second: tuple[range, range]
    gain: float

    @property
    def confidence(self) -> float:
        return 1 / (1 + math.exp(-self.gain))

    @property
    def by_size(self) -> list[tuple[range, range]]:
        """The larger of the two, and the smaller one."""
        return sorted((self.first, self.second), key=lambda bead: -len(bead[0]) - len(bead[1]))


def split_exchanged(
    model: LikelihoodModel, path: Path, confidences: Floats
) -> tuple[Path, Floats, list[MovedBead]]:
    """Split beads whose two halves changed places.

    Returns:
        The path with the larger half of each such bead, the confidence of each step, and the
        smaller halves, whose sentences are unmatched on the path.
    """
    several = (path.heights > 1) & (path.widths > 1)
    several &= ~np.isin(path.seed[:, 0], model.constraints.bound[0])
    scorer = BeadScorer(model)
    found = {
        step: crossing
        for step in np.flatnonzero(several).tolist()
        if (crossing := _crossing(scorer, path, step)) is not None
    }
    if not found:
        return path, confidences, []
    moved: list[MovedBead] = []
    steps: list[_Step] = []
    old = zip(path.seed, path.other, path.scores, path.beads, confidences, strict=True)
    for number, (rows, columns, *rest) in enumerate(old):
        if number not in found:
            steps.append((*rows.tolist(), *columns.tolist(), *rest))
            continue
        (seed, other), smaller = found[number].by_size
        confidence = float(confidences[number]) * found[number].confidence
        moved.append(MovedBead(*smaller, confidence))
        alone = (model.priors.unmatched, NOT_A_BEAD, confidence)
        (top, bottom), (left, right) = rows.tolist(), columns.tolist()
        steps += [(i, i + 1, left, left, *alone) for i in range(top, seed.start)]
        steps += [(seed.start, seed.start, j, j + 1, *alone) for j in range(left, other.start)]
        score = scorer.bead(seed, other).score
        bounds = (seed.start, seed.stop, other.start, other.stop)
        steps.append((*bounds, score, NOT_A_BEAD, confidence))
        steps += [(i, i + 1, other.stop, other.stop, *alone) for i in range(seed.stop, bottom)]
        steps += [(bottom, bottom, j, j + 1, *alone) for j in range(other.stop, right)]
    bounds_of = np.array([step[:4] for step in steps], np.int64)
    scores, numbers, sure = (np.array([step[k] for step in steps]) for k in (4, 5, 6))
    return Path(bounds_of[:, :2], bounds_of[:, 2:], scores, numbers), sure, moved


_Step = tuple[int, int, int, int, float, int, float]
"""Bounds of a step on both sides, its score, its bead and its confidence."""


def _crossing(scorer: BeadScorer, path: Path, step: int) -> _Crossing | None:
    """Return the two beads that cross in the place of one, if they are more probable."""
    (top, bottom), (left, right) = path.seed[step].tolist(), path.other[step].tolist()
    best: _Crossing | None = None
    score, in_order = float(path.scores[step]), -math.inf
    for row, column in product(range(top + 1, bottom), range(left + 1, right)):
        upper, lower = range(top, row), range(row, bottom)
        before, after = range(left, column), range(column, right)
        in_order = max(in_order, scorer.bead(upper, before).score + scorer.bead(lower, after).score)
        first, second = (upper, after), (lower, before)
        if not all(scorer.model.constraints.allows(*pair) for pair in (first, second)):
            continue
        scores = [scorer.bead(*pair).score for pair in (first, second)]
        gain = sum(scores) + _EXCHANGED - score
        if min(scores) > 0 and gain > (best.gain if best else 0.0):
            best = _Crossing(first, second, gain)
    if best and best.gain - _EXCHANGED + score < in_order + _CLEARLY:
        return None
    return best
