"""Joins in abridged texts: sentences that were paired only because the facing text has more.

If half of one text is missing in the other, a sentence that has its partner in a neighbour's bead
finds another one beside it: a sentence whose true partner is missing. The score of the path
prefers such pairs, since it counts each sentence that stays alone, although in the longer text
most sentences do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from variants.aligners.arrays import Flags, Floats
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import OTHER, SEED, BeadScorer

_ABRIDGED = 0.6  # Share of beads beside a sentence that is alone: sentences are missing all over.
_FEWEST = 16  # Sentences of a text of which a share can be judged.
_MARGIN = 3.5  # Log odds by which a pair may score higher than a join that replaces it.
_OVERRATED = 3.0  # Log odds that such a pair is overrated by.
_DIGITS = 5  # Rounding of a score, because the last bits of a logarithm differ between processors.


def join_neighbours(model: LikelihoodModel, path: Path, confidences: Floats) -> tuple[Path, Floats]:
    """Join sentences of an abridged text with a neighbour's bead, in place of weak pairs.

    Returns:
        The path and the confidence of each step.
    """
    for side, count in ((SEED, model.seed.count), (OTHER, model.other.count)):
        sizes = (path.heights, path.widths)[side]
        if count >= _FEWEST and _share_beside(path, ~path.paired & (sizes > 0)) > _ABRIDGED:
            path, confidences = _Joining(model, side).of(path, confidences)
    return path, confidences


def _share_beside(path: Path, alone: Flags) -> float:
    """Return the share of beads with a sentence that is alone before or after them."""
    framed = np.concatenate([[False], alone, [False]])
    beside = (framed[:-2] | framed[2:])[path.paired]
    return float(beside.mean()) if len(beside) else 0.0


class _PathStep(NamedTuple):
    """One step of a path: its sentences on both sides, score, bead and confidence."""

    sides: tuple[range, range]
    score: float
    bead: int
    confidence: float

    @property
    def paired(self) -> bool:
        return all(map(len, self.sides))


class _Joining:
    """Replaces pairs with sentences of the longer text by joins.

    Args:
        model: The model.
        longer: The side of which much is alone.
    """

    def __init__(self, model: LikelihoodModel, longer: int) -> None:
        self._model = model
        self._longer = longer
        self._scorer = BeadScorer(model)

    def of(self, path: Path, confidences: Floats) -> tuple[Path, Floats]:
        """Return the path with joins, and the confidence of each step."""
        steps = list(_listed(path, confidences))
        for places in (range(len(steps)), range(len(steps) - 1, -1, -1)):
            direction = -places.step
            for place in places:
                self._join(steps, place, direction)
        return _path(_split(steps, self._model.priors.unmatched))

    def _join(self, steps: list[_PathStep], place: int, direction: int) -> None:
        """Give the sentences of the shorter text at a place to the bead before or after it."""
        step = steps[place]
        near = place + direction
        shorter = 1 - self._longer
        while 0 <= near < len(steps) and not steps[near].sides[shorter]:
            near += direction
        if not step.paired or not 0 <= near < len(steps) or not steps[near].paired:
            return
        bead = steps[near]
        sides = list(bead.sides)
        mine, theirs = step.sides[shorter], bead.sides[shorter]
        sides[shorter] = range(min(mine.start, theirs.start), max(mine.stop, theirs.stop))
        allows = self._model.constraints.allows
        if not (allows(*step.sides) and allows(*bead.sides) and allows(*sides)):
            return
        alone = self._model.priors.unmatched * len(step.sides[self._longer])
        score = self._scorer.bead(*sides).score
        gain = round(score + alone - bead.score - step.score, _DIGITS)
        if gain <= -_MARGIN:
            return
        sure = 1 / (1 + math.exp(-gain - _OVERRATED))
        steps[near] = _PathStep((sides[0], sides[1]), score, bead.bead, min(bead.confidence, sure))
        at = mine.start if direction > 0 else mine.stop
        steps[place] = _PathStep(step.sides, alone, NOT_A_BEAD, sure)
        for number in range(place, near, direction):  # These have nothing on the shorter side.
            left = list(steps[number].sides)
            left[shorter] = range(at, at)
            steps[number] = steps[number]._replace(sides=(left[0], left[1]))


def _split(steps: list[_PathStep], unmatched: float) -> Iterator[_PathStep]:
    """Yield the steps, each sentence that stays alone as one."""
    for step in steps:
        if step.paired:
            yield step
            continue
        for i in step.sides[0]:
            other = step.sides[1]
            yield _PathStep((range(i, i + 1), other), unmatched, NOT_A_BEAD, step.confidence)
        for j in step.sides[1]:
            seed = step.sides[0]
            yield _PathStep((seed, range(j, j + 1)), unmatched, NOT_A_BEAD, step.confidence)


def _listed(path: Path, confidences: Floats) -> Iterator[_PathStep]:
    for seed, other, score, bead, confidence in zip(
        path.seed.tolist(),
        path.other.tolist(),
        path.scores.tolist(),
        path.beads.tolist(),
        confidences.tolist(),
        strict=True,
    ):
        yield _PathStep((range(*seed), range(*other)), score, bead, confidence)


def _path(steps: Iterator[_PathStep]) -> tuple[Path, Floats]:
    found = list(steps)
    seed, other = (
        np.array([(step.sides[side].start, step.sides[side].stop) for step in found], np.int64)
        for side in (SEED, OTHER)
    )
    scores, beads = np.array([one.score for one in found]), np.array([one.bead for one in found])
    return Path(seed, other, scores, beads), np.array([one.confidence for one in found])
