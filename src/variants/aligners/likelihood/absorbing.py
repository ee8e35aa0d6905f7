"""Sentences left alone that a bead beside them explains better."""

from __future__ import annotations

import numpy as np

from variants.aligners.likelihood.arrays import Flags
from variants.aligners.likelihood.growing import BASE, OTHER, Scorer
from variants.aligners.likelihood.paths import Path
from variants.aligners.likelihood.weights import LikelihoodModel


def absorb(model: LikelihoodModel, path: Path) -> tuple[Path, Flags]:
    """Let beads grow into neighbouring sentences left alone, while that is worth more.

    So a bead may become larger than any shape the programme looks at: one sentence against
    eighty.

    Returns:
        The path, and which steps of the old one remain in it.
    """
    growth = _Growth(model, path)
    alone = ~path.paired
    touches = np.zeros(len(alone), np.bool_)
    touches[1:] |= alone[:-1]
    touches[:-1] |= alone[1:]
    for step in np.flatnonzero(touches & ~alone).tolist():
        growth.grow(step)
    return growth.path(), growth.kept


class _Growth:
    """A path in the course of changing."""

    def __init__(self, model: LikelihoodModel, path: Path) -> None:
        self._scorer = Scorer(model)
        self._limits = model.limits
        self._alone = model.priors.alone
        self._path = path
        self._free = (~path.paired).tolist()
        self._seed, self._other = path.seed.copy(), path.other.copy()
        self._scores = path.scores.copy()
        self.kept = np.ones(len(self._free), np.bool_)

    def grow(self, step: int) -> None:
        """Let one bead take the better of its neighbours, as long as one is worth it."""
        bead = self._scorer.bead(
            range(*self._seed[step].tolist()), range(*self._other[step].tolist())
        )
        while True:
            neighbours = [
                (bead.score_with(*self._sentence(near)), -near, near)
                for near in self._neighbours(step)
            ]
            if not neighbours:
                return
            score, _, near = max(neighbours)
            if score - self._scores[step] <= self._alone:
                return
            bead.add(*self._sentence(near))
            self._scores[step] = score
            self._take(step, near)

    def path(self) -> Path:
        """The path as it is now."""
        beads = self._path.beads
        return Path(self._seed, self._other, self._scores, beads).only(self.kept)

    def _neighbours(self, step: int) -> list[int]:
        """The sentences left alone just before and just behind a step."""
        found = []
        for direction in (1, -1):
            near = step + direction
            while 0 <= near < len(self._free) and not self.kept[near]:
                near += direction
            if 0 <= near < len(self._free) and self._free[near] and self._may_join(step, near):
                found.append(near)
        return found

    def _may_join(self, step: int, near: int) -> bool:
        """Whether a bead with this sentence is one that may be."""
        if self._limits.none:
            return True
        sides = (
            np.concatenate([bounds[step], bounds[near]]) for bounds in (self._seed, self._other)
        )
        seed, other = (range(int(side.min()), int(side.max())) for side in sides)
        return self._limits.allows(seed, other)

    def _sentence(self, step: int) -> tuple[int, range]:
        """Side and place of a sentence left alone."""
        seed, other = range(*self._seed[step].tolist()), range(*self._other[step].tolist())
        return (BASE, seed) if seed else (OTHER, other)

    def _take(self, step: int, near: int) -> None:
        self.kept[near] = False
        for bounds in (self._seed, self._other):
            bounds[step, 0] = min(bounds[step, 0], bounds[near, 0])
            bounds[step, 1] = max(bounds[step, 1], bounds[near, 1])
