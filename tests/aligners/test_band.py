from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.models import make_model
from tests.aligners.texts import (
    FIRST,
    SECOND,
)
from variants.aligners.likelihood.band import round_anchors, round_path, whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.dynamic_programming import (
    best_path,
)

_SHAPES = (4, 3, 2, 1)


_NOTHING = np.zeros(0, np.int64)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 30)), max_size=8), st.integers(1, 3))
def test_the_rows_of_a_band_overlap(places: list[tuple[int, int]], margin: int) -> None:
    rising = list(zip(sorted({i for i, _ in places}), sorted({j for _, j in places}), strict=False))
    seed, other = np.array(rising, np.int64).reshape(-1, 2).T
    band = round_anchors((seed, other), 21, 31, margin)

    assert band.low[0] == 0
    assert band.high[-1] == 31
    assert np.all(band.low <= band.high)
    assert np.all(np.diff(band.low) >= 0)
    assert np.all(np.diff(band.high) >= 0)
    assert np.all(band.low[1:] <= band.high[:-1])


def test_a_band_around_a_path_contains_the_path() -> None:
    model = make_model(list(FIRST), list(SECOND))
    everywhere = whole(len(FIRST), len(SECOND))
    path = best_path(find_beads(model, everywhere, _SHAPES), everywhere, model.priors.unmatched)

    band = round_path(path.seed, path.other, len(FIRST), len(SECOND), 1)

    for (i, end), (j, stop) in zip(path.seed, path.other, strict=True):
        assert band.low[i] <= j <= band.high[i]
        assert band.low[end] <= stop <= band.high[end]
    assert band.cells < everywhere.cells / 3


def test_a_band_without_anchors_is_small_enough_for_memory() -> None:
    band = round_anchors((_NOTHING, _NOTHING), 3000, 5000, 2)

    assert band.cells < 700_000
    assert (band.low[0], band.high[-1]) == (0, 5000)
    assert np.all(band.low[1:] <= band.high[:-1])


def test_the_rows_of_a_limited_band_overlap_where_anchors_jump() -> None:
    anchors = np.array([1, 2]), np.array([1, 5000])

    band = round_anchors(anchors, 3000, 8000, 2)

    assert bool((band.low[1:] <= band.high[:-1]).all())
