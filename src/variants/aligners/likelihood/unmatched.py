"""Corrections of a path at unmatched sentences.

Beads are extended over unmatched neighbours that they explain (greedy extension), and weak pairs
among unmatched sentences are dropped.
"""

from __future__ import annotations

import numpy as np

from variants.aligners.arrays import Flags, Floats
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import OTHER, SEED, BeadScorer

_NEIGHBOURS = 8  # Steps on either side that count as neighbours.
_MAX_SHARE = 0.75  # A pair is isolated if a greater share of them is unmatched;
_MAX_COUNT = 5  # a few unmatched neighbours do not isolate it.


def extend_beads(model: LikelihoodModel, path: Path) -> tuple[Path, Flags]:
    """Extend beads over unmatched neighbours while that improves the score of the path.

    So a bead may become larger than any shape of the dynamic programming: one sentence to eighty.

    Returns:
        The path, and which steps of the old one remain in it.
    """
    extension = _Extension(model, path)
    unmatched = ~path.paired
    touches = np.zeros(len(unmatched), np.bool_)
    touches[1:] |= unmatched[:-1]
    touches[:-1] |= unmatched[1:]
    for step in np.flatnonzero(touches & ~unmatched).tolist():
        extension.extend(step)
    return extension.path(), extension.kept


class _Extension:
    """A path whose beads are being extended."""

    def __init__(self, model: LikelihoodModel, path: Path) -> None:
        self._scorer = BeadScorer(model)
        self._constraints = model.constraints
        self._unmatched_score = model.priors.unmatched
        self._path = path
        self._free = (~path.paired).tolist()
        self._seed, self._other = path.seed.copy(), path.other.copy()
        self._scores = path.scores.copy()
        self.kept = np.ones(len(self._free), np.bool_)

    def extend(self, step: int) -> None:
        """Add the better neighbour to one bead, as long as that improves the score."""
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
            if score - self._scores[step] <= self._unmatched_score:
                return
            bead.add(*self._sentence(near))
            self._scores[step] = score
            self._merge(step, near)

    def path(self) -> Path:
        """Return the path with the beads extended so far."""
        beads = self._path.beads
        return Path(self._seed, self._other, self._scores, beads).only(self.kept)

    def _neighbours(self, step: int) -> list[int]:
        """Return the steps of unmatched sentences just before and just after a step."""
        found = []
        for direction in (1, -1):
            near = step + direction
            while 0 <= near < len(self._free) and not self.kept[near]:
                near += direction
            if 0 <= near < len(self._free) and self._free[near] and self._may_join(step, near):
                found.append(near)
        return found

    def _may_join(self, step: int, near: int) -> bool:
        """Return True if the constraints allow a bead of both steps."""
        if self._constraints.none:
            return True
        sides = (
            np.concatenate([bounds[step], bounds[near]]) for bounds in (self._seed, self._other)
        )
        seed, other = (range(int(side.min()), int(side.max())) for side in sides)
        return self._constraints.allows(seed, other)

    def _sentence(self, step: int) -> tuple[int, range]:
        """Return side and number of an unmatched sentence."""
        seed, other = range(*self._seed[step].tolist()), range(*self._other[step].tolist())
        return (SEED, seed) if seed else (OTHER, other)

    def _merge(self, step: int, near: int) -> None:
        self.kept[near] = False
        for bounds in (self._seed, self._other):
            bounds[step, 0] = min(bounds[step, 0], bounds[near, 0])
            bounds[step, 1] = max(bounds[step, 1], bounds[near, 1])


def drop_isolated_pairs(
    model: LikelihoodModel, path: Path, confidences: Floats, least: float
) -> tuple[Path, Floats]:
    """Split weak pairs among unmatched sentences into unmatched sentences.

    Where a long passage is missing or moved, two unrelated passages face each other. The prior of
    unmatched sentences was learned from the whole text and is too low there.

    Args:
        model: The model that the path was found with.
        path: The path.
        confidences: Confidence of each step, shape (steps,).
        least: A score that pairs of unrelated sentences do not reach.
    """
    isolated = path.paired & (path.scores < least) & _among_unmatched(path.paired)
    isolated &= ~np.isin(path.seed[:, 0], model.constraints.bound[0])
    return split_steps(model, path, confidences, isolated)


def split_steps(
    model: LikelihoodModel, path: Path, confidences: Floats, chosen: Flags
) -> tuple[Path, Floats]:
    """Split some beads of a path into unmatched sentences.

    Args:
        model: The model.
        path: The path.
        confidences: Confidence of each step, shape (steps,).
        chosen: True for each step to split, shape (steps,).

    Returns:
        The longer path and the confidence of each of its steps.
    """
    copies = np.where(chosen, path.heights + path.widths, 1)
    steps = np.repeat(np.arange(len(chosen)), copies)
    divided = Path(path.seed[steps], path.other[steps], path.scores[steps], path.beads[steps])
    confidences = confidences[steps]
    starts = np.cumsum(copies) - copies
    for step in np.flatnonzero(chosen).tolist():
        start, end = int(starts[step]), int(starts[step] + copies[step])
        _split(divided, start, end)
        divided.scores[start:end] = model.priors.unmatched
        divided.beads[start:end] = NOT_A_BEAD
        confidences[start:end] = 1.0 - confidences[start]
    return divided, confidences


def _split(path: Path, start: int, end: int) -> None:
    """Replace copies of one bead by its single sentences, those of the seed first."""
    (top, bottom), (left, right) = path.seed[start].tolist(), path.other[start].tolist()
    middle = start + bottom - top
    path.seed[start:middle] = [(i, i + 1) for i in range(top, bottom)]
    path.other[start:middle] = left
    path.seed[middle:end] = bottom
    path.other[middle:end] = [(j, j + 1) for j in range(left, right)]


def _among_unmatched(paired: Flags) -> Flags:
    """Return True for each paired step with mostly unmatched neighbours, and more than a few."""
    before = np.concatenate([[0], np.cumsum(~paired)])
    step = np.arange(len(paired))
    low, high = np.maximum(step - _NEIGHBOURS, 0), np.minimum(step + _NEIGHBOURS + 1, len(paired))
    unmatched = before[high] - before[low]
    crowd: Flags = unmatched > np.maximum(_MAX_COUNT, _MAX_SHARE * (high - low - 1))
    return crowd
