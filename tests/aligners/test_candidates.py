from __future__ import annotations

import numpy as np

from variants.aligners.likelihood.candidates import drop_isolated


def test_anchors_far_from_all_others_are_dropped() -> None:
    seed, other = np.array([0, 1, 2, 20, 40, 41]), np.array([0, 1, 2, 300, 400, 401])

    kept = drop_isolated((seed, other))

    assert kept[0].tolist() == [0, 1, 2, 40, 41]
