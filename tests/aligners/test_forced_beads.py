from __future__ import annotations

import numpy as np
import pytest

from variants.aligners.constraints import Constraints, Pair
from variants.aligners.likelihood.band import round_anchors, whole
from variants.aligners.likelihood.forced_beads import choose_path_beads, narrow


@pytest.mark.parametrize(("contradicted", "on_path"), [(1, 1), (2, 1), (3, 0), (4, 0)])
def test_a_forced_bead_outweighs_two_anchors(contradicted: int, on_path: int) -> None:
    every = np.arange(1, 12)
    # The anchor of the same sentence is not counted.
    constraints = Constraints(forced=((range(1), range(contradicted + 1, contradicted + 2)),))

    _, chosen = choose_path_beads((every, every), constraints)

    assert len(chosen) == on_path


def test_anchors_include_the_corners_of_forced_beads_on_the_path() -> None:
    anchors = np.array([0, 5, 9]), np.array([0, 7, 12])
    forced = ((range(2, 5), range(3, 5)), (range(0), range(6, 7)), (range(6, 7), range(1, 2)))

    found, chosen = choose_path_beads(anchors, Constraints(forced=forced))

    assert chosen == (forced[0],)
    assert [side.tolist() for side in found] == [[0, 2, 4, 5, 9], [0, 3, 4, 7, 12]]


_ON_PATH: tuple[Pair, ...] = ((range(1, 2), range(2, 4)), (range(4, 7), range(5, 6)))


def test_a_band_leads_through_the_corners_of_forced_beads() -> None:
    band = narrow(whole(9, 8), Constraints(forced=_ON_PATH, on_path=_ON_PATH))

    assert band.low.tolist() == [0, 0, 4, 4, 4, 6, 6, 6, 6, 6]
    assert band.high.tolist() == [2, 4, 5, 5, 6, 6, 6, 8, 8, 8]


def test_a_narrow_band_is_widened_to_the_corners_of_forced_beads() -> None:
    every = np.arange(9)
    band = round_anchors((every, every), 9, 9, 0)
    forced = ((range(1, 2), range(4, 6)), (range(6, 8), range(7, 8)))

    narrowed = narrow(band, Constraints(forced=forced, on_path=forced))

    assert narrowed.low.tolist() == [0, 0, 6, 6, 6, 6, 6, 8, 8, 8]
    assert narrowed.high.tolist() == [1, 6, 6, 6, 6, 6, 8, 8, 9, 9]
