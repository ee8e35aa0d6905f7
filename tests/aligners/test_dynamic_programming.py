"""Fast algorithms against exhaustive search."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.models import all_steps, every_path, make_model
from tests.aligners.texts import few, filled
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.dynamic_programming import (
    Boxes,
    best_path,
    chain_sums,
    heaviest_chain,
)

_SHAPES = (4, 3, 2, 1)


@given(seed=filled, other=filled)
@few
def test_no_path_beats_the_best_path(seed: list[str], other: list[str]) -> None:
    model = make_model(seed[:4], other[:4])
    band = whole(len(seed[:4]), len(other[:4]))
    alone = model.priors.unmatched
    path = best_path(find_beads(model, band, _SHAPES), band, alone)
    every_bead = find_beads(model, band, _SHAPES, slack=1e6)

    best = max(every_path(all_steps(band, every_bead, alone), (0, 0)))

    assert float(path.scores.sum()) == pytest.approx(best)


@st.composite
def boxes(draw: st.DrawFn) -> Boxes:
    """Draw a few boxes, sorted by their tops, with positive gains."""
    bounds = st.integers(0, 5)
    drawn = draw(st.lists(st.tuples(bounds, bounds, bounds, bounds, st.integers(1, 9)), max_size=7))
    drawn.sort()
    top, left, height, width, gain = np.array(drawn, np.int64).reshape(-1, 5).T
    return Boxes(top, left, top + height + 1, left + width + 1, gain.astype(np.float64))


def heaviest_by_search(found: Boxes, start: tuple[int, int], end: tuple[int, int]) -> float:
    """Return the weight of the heaviest chain between two corners."""
    weights = [
        found.gain[k] + heaviest_by_search(found, (found.bottom[k], found.right[k]), end)
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
    assert float(found.gain[chain].sum()) == heaviest_by_search(found, (0, 0), (99, 99))


@given(boxes())
@few
def test_each_cell_knows_the_heaviest_chain_to_it(found: Boxes) -> None:
    band = whole(12, 12)
    _, sums = chain_sums(found, band)

    for cell, (row, column) in enumerate(zip(*band.places(0, 13), strict=True)):
        assert sums[cell] == heaviest_by_search(found, (0, 0), (row, column))
