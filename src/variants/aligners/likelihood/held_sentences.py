"""Sentences that a moved passage may have: unmatched ones, and those of weak beads."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from variants.aligners.arrays import Flags, Ints
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.free_beads import MovedBead
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import BeadScorer


class HeldSentences:
    """Sentences that are free, because they are unmatched or in a weak bead."""

    def __init__(self, model: LikelihoodModel, path: Path, weak: Flags) -> None:
        self._path = path
        self._free = ~path.paired | weak
        sizes = (path.heights, path.widths)
        self._steps = [np.repeat(np.arange(len(weak)), size) for size in sizes]
        self._alone = model.priors.unmatched
        alone = self._alone * (path.heights + path.widths)
        self._worth = np.where(path.paired, path.scores - alone, 0.0)
        self._model = model

    @cached_property
    def _scorer(self) -> BeadScorer:
        return BeadScorer(self._model)

    def free(self, side: int) -> Ints:
        """Return the free sentences of one side."""
        return np.flatnonzero(self._free[self._steps[side]])

    def joined(self, seed: int, other: int) -> bool:
        """Return True if the two sentences are in one bead."""
        return bool(self._steps[0][seed] == self._steps[1][other])

    def lost(self, beads: list[MovedBead]) -> float:
        """Return the score that the path loses if sentences of weak beads are in these beads."""
        taken: dict[int, tuple[set[int], set[int]]] = {}
        for bead in beads:
            for side, run in enumerate((bead.seed, bead.other)):
                for number in run:
                    step = int(self._steps[side][number])
                    taken.setdefault(step, (set(), set()))[side].add(number)
        return sum(self._lost(step, numbers) for step, numbers in taken.items())

    def _lost(self, step: int, taken: tuple[set[int], set[int]]) -> float:
        """Return the score that a step loses without some sentences."""
        worth = float(self._worth[step])
        if not worth:
            return 0.0
        left = [
            [number for number in range(*bounds[step].tolist()) if number not in numbers]
            for bounds, numbers in zip((self._path.seed, self._path.other), taken, strict=True)
        ]
        runs = [range(numbers[0], numbers[-1] + 1) for numbers in left if numbers]
        if len(runs) < len(left) or any(len(a) != len(b) for a, b in zip(runs, left, strict=True)):
            return worth
        kept = self._scorer.bead(*runs).score - self._alone * sum(map(len, runs))
        return worth - max(0.0, kept)
