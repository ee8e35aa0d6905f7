from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.models import make_model
from tests.aligners.texts import few, filled
from variants.aligners.likelihood import bead_scores
from variants.aligners.likelihood.band import round_anchors, whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.single_bead import BeadScorer

_SHAPES = (4, 3, 2, 1)


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


def test_rows_scored_one_at_a_time_score_like_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = ["Ships left Odessa.", "Harvests failed.", "Peter wrote home.", "Nobody answered."]
    model = make_model(seed, list(seed))
    band = whole(len(seed), len(seed))
    at_once = find_beads(model, band, _SHAPES, slack=1e6)

    monkeypatch.setattr(bead_scores, "_CELLS_AT_A_TIME", 1)
    one_at_a_time = find_beads(model, band, _SHAPES, slack=1e6)

    assert one_at_a_time.scores == pytest.approx(at_once.scores)


@given(seed=filled, other=filled)
@few
def test_a_band_loses_no_bead_that_fits_in_it(seed: list[str], other: list[str]) -> None:
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
