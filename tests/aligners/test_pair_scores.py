from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.models import make_model
from tests.aligners.texts import few, filled
from variants.aligners.arrays import median, quantile
from variants.aligners.likelihood.pair_scores import pair_scores
from variants.aligners.likelihood.single_bead import BeadScorer

_NUMBERS = st.lists(st.floats(-9, 9), min_size=1, max_size=40)


@given(seed=filled, other=filled, marks=st.none() | st.lists(st.integers(0, 3), min_size=14))
@few
def test_pairs_score_like_single_beads(
    seed: list[str], other: list[str], marks: list[int] | None
) -> None:
    model = make_model(seed, other, marks)
    scorer = BeadScorer(model)
    every = [(i, j) for i in range(len(seed)) for j in range(len(other))]
    first, second = (np.array(side) for side in zip(*every, strict=True))

    scores = pair_scores(model, (first, second))

    singles = [scorer.bead(range(i, i + 1), range(j, j + 1)).score for i, j in every]
    np.testing.assert_allclose(scores, singles, atol=2e-5)


@given(numbers=_NUMBERS)
def test_the_median_is_that_of_numpy(numbers: list[float]) -> None:
    assert median(np.array(numbers)) == float(np.median(numbers))


@given(numbers=_NUMBERS, share=st.floats(0, 1))
def test_a_quantile_is_that_of_numpy(numbers: list[float], share: float) -> None:
    np.testing.assert_allclose(quantile(np.array(numbers), share), np.quantile(numbers, share))
