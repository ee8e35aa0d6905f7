"""Models of two texts before learning, and all paths by exhaustive search."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.bead_scores import Beads
from variants.aligners.likelihood.divisions import DivisionAgreement
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.features import encode
from variants.aligners.likelihood.learning import FIRST_PRIORS
from variants.aligners.likelihood.model import LikelihoodModel, measure_lengths, weigh
from variants.aligners.likelihood.rates import first_rates

_NOTHING = np.zeros(0, np.int64)


_AGREEMENT = DivisionAgreement(
    np.array([[0.25, -1.5], [-2.0, 1.0]]), ((0.5, -1.0), (0.75, -2.5)), (-3.0, 4.0)
)


def make_model(
    seed: list[str], other: list[str], marks: list[int] | None = None
) -> LikelihoodModel:
    """Return a model before learning. Any divisions are assumed to agree."""
    begun = marks and (marks[: len(seed)], marks[-len(other) :])
    first, second = encode(seed, other, begun or None)
    lengths = measure_lengths(first, second, (_NOTHING, _NOTHING))
    weights = weigh(first, second, first_rates(first, second))
    agreement = _AGREEMENT if begun else None
    return LikelihoodModel(first, second, weights, lengths, FIRST_PRIORS, divisions=agreement)


def every_path(
    steps: dict[tuple[int, int], list[tuple[int, int, float]]], cell: tuple[int, int]
) -> Iterator[float]:
    """Yield the scores of all paths from a cell to the last one."""
    if not steps[cell]:
        yield 0.0
    for row, column, score in steps[cell]:
        yield from (score + rest for rest in every_path(steps, (row, column)))


def all_steps(
    band: Band, beads: Beads, alone: float
) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """Return target and score of all steps from each cell."""
    steps: dict[tuple[int, int], list[tuple[int, int, float]]] = {}
    rows, columns = band.places(0, band.rows + 1)
    cells = set(zip(rows.tolist(), columns.tolist(), strict=True))
    for row, column in cells:
        below = [(row + 1, column, alone), (row, column + 1, alone)]
        steps[row, column] = [step for step in below if step[:2] in cells]
    for top, left, height, width, score in zip(
        beads.top.tolist(),
        beads.left.tolist(),
        beads.height.tolist(),
        beads.width.tolist(),
        beads.scores.tolist(),
        strict=True,
    ):
        steps[top, left].append((top + height, left + width, score))
    return steps


def paths_to(
    steps: dict[tuple[int, int], list[tuple[int, int, float]]], cell: tuple[int, int]
) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """Return only the steps towards a cell, so that every path ends there."""
    return {
        start: []
        if start == cell
        else [step for step in found if step[0] <= cell[0] and step[1] <= cell[1]]
        for start, found in steps.items()
    }


def path_of(steps: list[tuple[int, int, int, int]], score: float = 0.0) -> Path:
    """Return a path with these bounds (top, bottom, left, right), all with the same score."""
    bounds = np.array(steps, np.int64)
    beads = np.zeros(len(steps), np.int64)
    return Path(bounds[:, :2], bounds[:, 2:], np.full(len(steps), score), beads)
