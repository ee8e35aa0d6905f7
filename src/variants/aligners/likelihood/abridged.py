"""Abridged texts: sentences that were paired only because the facing text has more.

If half of one text is missing in the other, a sentence that has its partner in a neighbour's bead
finds another one beside it: a sentence whose true partner is missing. The score of the path
prefers such pairs, since it counts each sentence that stays alone, although in the longer text
most sentences do. So in an abridgement, staying alone has its price on each side, and the pairs
that are left are compared with joins.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from variants.aligners.arrays import Flags, Floats
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.path_steps import PathStep, path_of, steps_of
from variants.aligners.likelihood.single_bead import OTHER, SEED, BeadScorer

_ABRIDGED = 0.6  # Share of beads beside a sentence that is alone: sentences are missing all over.
_FEWEST = 16  # Sentences of a text of which a share can be judged.
_PERHAPS, _PRICED = 0.3, 0.4  # Such shares on the first and on the final path, for prices.
_CLEARLY = 1.5  # How many times as much is alone in the longer text, at least.
_OVERRATED_ALONE = 0.8  # Log odds that sentences near their true place are overrated by.
_ADDED = -3.2  # Log prior that an abridgement has a sentence that the longer text lacks.
_PRIOR_BEADS, _PRIOR_SHARE = 10.0, 0.3  # Beads besides those found, and lone sentences for each.
_MARGIN = 2.5  # Log odds by which a pair may score higher than a join that replaces it.
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


def may_be_abridged(path: Path) -> bool:
    """Return True if so many sentences are alone that the final path may be an abridgement's."""
    return _longer(path, _PERHAPS, 1.0) is not None


def price_alone(model: LikelihoodModel, path: Path) -> LikelihoodModel:
    """Return the model with a price of staying alone for each side of an abridgement.

    Args:
        model: The model, without such prices.
        path: The final path.
    """
    longer = _longer(path, _PRICED, _CLEARLY)
    if longer is None:
        return model
    alone = ~path.paired & ((path.heights, path.widths)[longer] > 0)
    beads = int(path.paired.sum()) + _PRIOR_BEADS
    odds = math.log((int(alone.sum()) + _PRIOR_BEADS * _PRIOR_SHARE) / beads)
    more = [_ADDED - model.priors.unmatched] * 2
    more[longer] = odds + _OVERRATED_ALONE - model.priors.unmatched
    return replace(model, priors=replace(model.priors, more=(more[SEED], more[OTHER])))


def _longer(path: Path, least: float, times: float) -> int | None:
    """Return the side that has so many times as much alone, beside more than a share of beads."""
    alone = [~path.paired & (size > 0) for size in (path.heights, path.widths)]
    counts = int(path.seed[-1, 1]), int(path.other[-1, 1])
    shares = [int(lone.sum()) / count for lone, count in zip(alone, counts, strict=True)]
    longer = SEED if shares[SEED] >= shares[OTHER] else OTHER
    clearly = counts[longer] >= _FEWEST and shares[longer] >= times * shares[1 - longer]
    return longer if clearly and _share_beside(path, alone[longer]) > least else None


def _share_beside(path: Path, alone: Flags) -> float:
    """Return the share of beads with a sentence that is alone before or after them."""
    framed = np.concatenate([[False], alone, [False]])
    beside = (framed[:-2] | framed[2:])[path.paired]
    return float(beside.mean()) if len(beside) else 0.0


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
        steps = list(steps_of(path, confidences))
        for places in (range(len(steps)), range(len(steps) - 1, -1, -1)):
            direction = -places.step
            for place in places:
                self._join(steps, place, direction)
        return path_of(_split(steps, self._model.priors.unmatched))

    def _join(self, steps: list[PathStep], place: int, direction: int) -> None:
        """Give the sentences of the shorter text at a place to the bead before or after it."""
        step = steps[place]
        near = place + direction
        shorter = 1 - self._longer
        while 0 <= near < len(steps) and not steps[near].sides[shorter]:
            near += direction
        if not step.paired or not 0 <= near < len(steps) or not steps[near].paired:
            return
        bead = steps[near]
        mine, theirs = step.sides[shorter], bead.sides[shorter]
        both = range(min(mine.start, theirs.start), max(mine.stop, theirs.stop))
        joined = bead.with_side(shorter, both)
        allows = self._model.constraints.allows
        if not all(allows(*each.sides) for each in (step, bead, joined)):
            return
        alone = self._model.priors.unmatched * len(step.sides[self._longer])
        score = self._scorer.bead(*joined.sides).score
        gain = round(score + alone - bead.score - step.score, _DIGITS)
        if gain <= -_MARGIN:
            return
        sure = 1 / (1 + math.exp(-gain - _OVERRATED))
        steps[near] = replace(joined, score=score, confidence=min(bead.confidence, sure))
        steps[place] = replace(step, score=alone, bead=NOT_A_BEAD, confidence=sure)
        at = mine.start if direction > 0 else mine.stop
        for number in range(place, near, direction):  # These have nothing on the shorter side.
            steps[number] = steps[number].with_side(shorter, range(at, at))


def _split(steps: list[PathStep], unmatched: float) -> Iterator[PathStep]:
    """Yield the steps, each sentence that stays alone as one."""
    for step in steps:
        if step.paired:
            yield step
            continue
        alone = replace(step, score=unmatched, bead=NOT_A_BEAD)
        for side in (SEED, OTHER):
            for number in step.sides[side]:
                yield alone.with_side(side, range(number, number + 1))
