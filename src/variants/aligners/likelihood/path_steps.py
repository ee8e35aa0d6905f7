"""Steps of a path as values, to change single ones, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.arrays import Floats
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.single_bead import SEED


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a path: its bounds on both sides, score, bead and confidence."""

    top: int
    bottom: int
    left: int
    right: int
    score: float
    bead: int
    confidence: float

    @property
    def paired(self) -> bool:
        """True if it has sentences of both sides."""
        return self.top < self.bottom and self.left < self.right

    @property
    def sentences(self) -> int:
        """Number of its sentences on both sides."""
        return self.bottom - self.top + self.right - self.left

    @property
    def sides(self) -> tuple[range, range]:
        """Its sentences on each side."""
        return range(self.top, self.bottom), range(self.left, self.right)

    def with_side(self, side: int, sentences: range) -> PathStep:
        """Return the step with other sentences on one side, ``SEED`` or ``OTHER``."""
        if side == SEED:
            return replace(self, top=sentences.start, bottom=sentences.stop)
        return replace(self, left=sentences.start, right=sentences.stop)


def steps_of(path: Path, confidences: Floats) -> Iterator[PathStep]:
    """Yield the steps of a path with their confidences."""
    for (top, bottom), (left, right), score, bead, confidence in zip(
        path.seed.tolist(),
        path.other.tolist(),
        path.scores.tolist(),
        path.beads.tolist(),
        confidences.tolist(),
        strict=True,
    ):
        yield PathStep(top, bottom, left, right, score, bead, confidence)


def path_of(steps: Iterable[PathStep]) -> tuple[Path, Floats]:
    """Return the path with these steps, and the confidence of each."""
    steps = list(steps)
    bounds = np.array([(step.top, step.bottom, step.left, step.right) for step in steps], np.int64)
    path = Path(
        bounds[:, :2],
        bounds[:, 2:],
        np.array([step.score for step in steps]),
        np.array([step.bead for step in steps]),
    )
    return path, np.array([step.confidence for step in steps])
