from __future__ import annotations

import numpy as np

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.unmatched import drop_isolated_pairs, extend_beads

BATTER = "Beat butter with sugar until pale, then eggs, flour, almonds, milk and grated chocolate."


DESERT = [
    *((i, i + 1, 0, 0) for i in range(9)),
    (9, 11, 0, 1),
    *((11, 11, j, j + 1) for j in range(1, 9)),
]


def test_a_weak_pair_among_unmatched_sentences_is_dropped() -> None:
    path = path_of(DESERT, 1.0)
    model = make_model(list(FIRST), list(SECOND))

    parted, sure = drop_isolated_pairs(model, path, np.full(18, 0.75), 2.0)

    assert not parted.paired.any()
    assert parted.seed[9:12].tolist() == [[9, 10], [10, 11], [11, 11]]
    assert parted.other[9:12].tolist() == [[0, 0], [0, 0], [0, 1]]
    assert parted.beads[9:12].tolist() == [NOT_A_BEAD] * 3
    assert parted.scores[8:13].tolist() == [1.0, *[model.priors.unmatched] * 3, 1.0]
    assert sure[8:13].tolist() == [0.75, 0.25, 0.25, 0.25, 0.75]


def test_a_strong_pair_among_unmatched_sentences_is_kept() -> None:
    path = path_of(DESERT, 3.0)
    model = make_model(list(FIRST), list(SECOND))

    parted, sure = drop_isolated_pairs(model, path, np.full(18, 0.75), 2.0)

    assert parted.seed.tolist() == path.seed.tolist()
    assert sure.tolist() == [0.75] * 18


def test_a_bead_is_extended_over_the_sentences_it_explains() -> None:
    """One sentence of the seed against ten, of which the first is paired with it."""
    other = [*SECOND[2:12], BATTER]
    model = make_model([" ".join(FIRST[2:12])], other)
    steps = [(0, 1, 0, 1), *((1, 1, j, j + 1) for j in range(1, 11))]
    bounds = np.array(steps)
    scores = np.array([-9.0, *[-3.0] * 10])
    path = Path(bounds[:, :2], bounds[:, 2:], scores, np.array([0, *[NOT_A_BEAD] * 10]))

    grown, kept = extend_beads(model, path)

    assert grown.other.tolist() == [[0, 10], [10, 11]]
    assert kept.tolist() == [True, *[False] * 9, True]
