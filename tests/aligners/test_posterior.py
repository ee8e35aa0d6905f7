from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.models import all_steps, every_path, make_model, paths_to
from tests.aligners.texts import few, filled
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.dynamic_programming import (
    best_path_and_sums,
)
from variants.aligners.likelihood.posterior import posterior

_SHAPES = (4, 3, 2, 1)


@given(seed=filled, other=filled, alone=st.sampled_from([-3.0, -0.5, 1.0]))
@few
def test_confidence_is_the_share_of_all_paths(
    seed: list[str], other: list[str], alone: float
) -> None:
    model = make_model(seed[:3], other[:3])
    model = replace(model, priors=replace(model.priors, unmatched=alone))
    band = whole(len(seed[:3]), len(other[:3]))
    beads = find_beads(model, band, _SHAPES, slack=1e6)
    path, sums = best_path_and_sums(beads, band, alone)

    confidences = posterior(band, beads, sums, path, alone)

    steps = all_steps(band, beads, alone)
    total = sum(math.exp(way) for way in every_path(steps, (0, 0)))
    for (i, end), (j, stop), score, confidence in zip(
        path.seed.tolist(), path.other.tolist(), path.scores, confidences, strict=True
    ):
        behind = sum(math.exp(way) for way in every_path(steps, (end, stop)))
        before = sum(math.exp(way) for way in every_path(paths_to(steps, (i, j)), (0, 0)))
        share = before * math.exp(score) * behind / total
        assert confidence == pytest.approx(share, abs=1e-4)
