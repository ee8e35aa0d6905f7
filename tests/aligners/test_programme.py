"""The quick ways against the obvious ones."""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.texts import FIRST, SECOND, few, sentences
from variants.aligners.likelihood.band import Band, round_anchors, round_path, whole
from variants.aligners.likelihood.bead_scores import Beads, find_beads
from variants.aligners.likelihood.divisions import DivisionAgreement
from variants.aligners.likelihood.dynamic_programming import (
    Boxes,
    best_path,
    best_path_and_sums,
    chain_sums,
    heaviest_chain,
)
from variants.aligners.likelihood.features import encode
from variants.aligners.likelihood.learning import FIRST_PRIORS
from variants.aligners.likelihood.model import LikelihoodModel, measure_lengths, weigh
from variants.aligners.likelihood.posterior import posterior
from variants.aligners.likelihood.rates import first_rates
from variants.aligners.likelihood.single_bead import BeadScorer

_SHAPES = (4, 3, 2, 1)
_NOTHING = np.zeros(0, np.int64)
_AGREEMENT = DivisionAgreement(
    np.array([[0.25, -1.5], [-2.0, 1.0]]), ((0.5, -1.0), (0.75, -2.5)), (-3.0, 4.0)
)

filled = st.lists(sentences, min_size=1, max_size=7)


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


def every_way(
    steps: dict[tuple[int, int], list[tuple[int, int, float]]], cell: tuple[int, int]
) -> Iterator[float]:
    """Yield the scores of all paths from a cell to the last one."""
    if not steps[cell]:
        yield 0.0
    for row, column, score in steps[cell]:
        yield from (score + rest for rest in every_way(steps, (row, column)))


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


@given(seed=filled, other=filled, marks=st.none() | st.lists(st.integers(0, 3), min_size=14))
@few
def test_all_beads_at_once_score_like_each_by_itself(
    seed: list[str], other: list[str], marks: list[int] | None
) -> None:
    model = make_model(seed, other, marks)
    band = whole(len(seed), len(other))
    beads = find_beads(model, band, _SHAPES, slack=1e6)
    scorer = BeadScorer(model)

    for top, left, height, width, score in zip(
        beads.top, beads.left, beads.height, beads.width, beads.scores, strict=True
    ):
        single = scorer.bead(range(top, top + height), range(left, left + width))
        assert score == pytest.approx(single.score, abs=1e-4)


@given(seed=filled, other=filled)
@few
def test_a_corridor_loses_no_bead_that_fits_in_it(seed: list[str], other: list[str]) -> None:
    rows, columns = len(seed), len(other)
    anchors = (np.array([rows // 2]), np.array([columns // 2]))
    band = round_anchors(anchors, rows, columns, 0)
    beads = find_beads(make_model(seed, other), band, _SHAPES, slack=1e6)

    found = zip(beads.top, beads.left, beads.height, beads.width, strict=True)

    assert {tuple(int(x) for x in bead) for bead in found} == {
        (i, j, n, m)
        for i in range(rows)
        for n, most in enumerate(_SHAPES, start=1)
        for m in range(1, most + 1)
        for j in range(columns)
        if i + n <= rows
        and band.low[i] <= j <= band.high[i]
        and band.low[i + n] <= j + m <= band.high[i + n]
    }


@given(seed=filled, other=filled)
@few
def test_no_way_beats_the_best_path(seed: list[str], other: list[str]) -> None:
    model = make_model(seed[:4], other[:4])
    band = whole(len(seed[:4]), len(other[:4]))
    alone = model.priors.unmatched
    path = best_path(find_beads(model, band, _SHAPES), band, alone)
    every_bead = find_beads(model, band, _SHAPES, slack=1e6)

    best = max(every_way(all_steps(band, every_bead, alone), (0, 0)))

    assert float(path.scores.sum()) == pytest.approx(best)


@given(seed=filled, other=filled, alone=st.sampled_from([-3.0, -0.5, 1.0]))
@few
def test_confidence_is_the_share_of_all_ways(
    seed: list[str], other: list[str], alone: float
) -> None:
    model = make_model(seed[:3], other[:3])
    model = replace(model, priors=replace(model.priors, unmatched=alone))
    band = whole(len(seed[:3]), len(other[:3]))
    beads = find_beads(model, band, _SHAPES, slack=1e6)
    path, sums = best_path_and_sums(beads, band, alone)

    confidences = posterior(band, beads, sums, path, alone)

    steps = all_steps(band, beads, alone)
    total = sum(math.exp(way) for way in every_way(steps, (0, 0)))
    for (i, end), (j, stop), score, confidence in zip(
        path.seed.tolist(), path.other.tolist(), path.scores, confidences, strict=True
    ):
        behind = sum(math.exp(way) for way in every_way(steps, (end, stop)))
        before = sum(math.exp(way) for way in every_way(_turned(steps, (i, j)), (0, 0)))
        share = before * math.exp(score) * behind / total
        assert confidence == pytest.approx(share, abs=1e-4)


def _turned(
    steps: dict[tuple[int, int], list[tuple[int, int, float]]], cell: tuple[int, int]
) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """Return only the steps towards a cell, so that every path ends there."""
    return {
        start: []
        if start == cell
        else [step for step in found if step[0] <= cell[0] and step[1] <= cell[1]]
        for start, found in steps.items()
    }


@st.composite
def boxes(draw: st.DrawFn) -> Boxes:
    """Draw a few boxes, sorted by their tops, with positive gains."""
    bounds = st.integers(0, 5)
    drawn = draw(st.lists(st.tuples(bounds, bounds, bounds, bounds, st.integers(1, 9)), max_size=7))
    drawn.sort()
    top, left, height, width, gain = np.array(drawn, np.int64).reshape(-1, 5).T
    return Boxes(top, left, top + height + 1, left + width + 1, gain.astype(np.float64))


def heaviest_by_trying(found: Boxes, start: tuple[int, int], end: tuple[int, int]) -> float:
    """Return the weight of the heaviest chain between two corners."""
    weights = [
        found.gain[k] + heaviest_by_trying(found, (found.bottom[k], found.right[k]), end)
        for k in range(len(found.top))
        if found.top[k] >= start[0]
        and found.left[k] >= start[1]
        and found.bottom[k] <= end[0]
        and found.right[k] <= end[1]
    ]
    return max(weights, default=0.0)


@given(boxes())
def test_the_heaviest_chain_is_a_chain_and_is_heaviest(found: Boxes) -> None:
    chain = heaviest_chain(found)

    assert np.all(found.top[chain[1:]] >= found.bottom[chain[:-1]])
    assert np.all(found.left[chain[1:]] >= found.right[chain[:-1]])
    assert float(found.gain[chain].sum()) == heaviest_by_trying(found, (0, 0), (99, 99))


@given(boxes())
@few
def test_each_cell_knows_the_heaviest_chain_to_it(found: Boxes) -> None:
    band = whole(12, 12)
    _, sums = chain_sums(found, band)

    for cell, (row, column) in enumerate(zip(*band.places(0, 13), strict=True)):
        assert sums[cell] == heaviest_by_trying(found, (0, 0), (row, column))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 30)), max_size=8), st.integers(1, 3))
def test_the_rows_of_a_corridor_overlap(places: list[tuple[int, int]], margin: int) -> None:
    rising = list(zip(sorted({i for i, _ in places}), sorted({j for _, j in places}), strict=False))
    seed, other = np.array(rising, np.int64).reshape(-1, 2).T
    band = round_anchors((seed, other), 21, 31, margin)

    assert band.low[0] == 0
    assert band.high[-1] == 31
    assert np.all(band.low <= band.high)
    assert np.all(np.diff(band.low) >= 0)
    assert np.all(np.diff(band.high) >= 0)
    assert np.all(band.low[1:] <= band.high[:-1])


def test_a_corridor_round_a_path_holds_the_path() -> None:
    model = make_model(list(FIRST), list(SECOND))
    everywhere = whole(len(FIRST), len(SECOND))
    path = best_path(find_beads(model, everywhere, _SHAPES), everywhere, model.priors.unmatched)

    band = round_path(path.seed, path.other, len(FIRST), len(SECOND), 1)

    for (i, end), (j, stop) in zip(path.seed, path.other, strict=True):
        assert band.low[i] <= j <= band.high[i]
        assert band.low[end] <= stop <= band.high[end]
    assert band.cells < everywhere.cells / 3


def test_a_corridor_without_anchors_stays_small_enough_for_memory() -> None:
    band = round_anchors((_NOTHING, _NOTHING), 3000, 5000, 2)

    assert band.cells < 5_000_000
    assert (band.low[0], band.high[-1]) == (0, 5000)
    assert np.all(band.low[1:] <= band.high[:-1])
