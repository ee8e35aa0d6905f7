from __future__ import annotations

import pytest

from variants.aligners.likelihood.confidences import calibrate
from variants.types.bead import Bead

PAIRS = [Bead((number,), (number,), 1.0) for number in range(10)]


def calibrated(bead: Bead, *others: Bead) -> float:
    """Return the calibrated confidence of a bead of a text with these beads."""
    return next(iter(calibrate([bead, *others]))).confidence


def test_doubtful_pairs_are_more_often_right_than_their_posterior() -> None:
    assert calibrated(Bead((10,), (10,), 0.6), *PAIRS) > 0.8


def test_pairs_in_an_abridgement_are_less_often_right_than_in_a_whole_text() -> None:
    pair = Bead((10,), (10,), 0.6)
    left_out = [Bead((number,), (), 0.9) for number in range(11, 20)]

    assert calibrated(pair, *PAIRS, *left_out) < calibrated(pair, *PAIRS) - 0.05


def test_unmatched_sentences_are_more_often_right_in_an_abridgement() -> None:
    alone = Bead((10,), (), 0.8)
    left_out = [Bead((number,), (), 0.9) for number in range(11, 20)]

    assert calibrated(alone, *PAIRS, *left_out) > calibrated(alone, *PAIRS) + 0.1


@pytest.mark.parametrize("others", [((0,), (0,)), ((0,), ())])
def test_a_higher_posterior_is_a_higher_confidence(
    others: tuple[tuple[int, ...], tuple[int, ...]],
) -> None:
    found = [calibrated(Bead(*others, step / 100), *PAIRS) for step in range(101)]

    assert found == sorted(found)
    assert found[-1] == 1.0
    assert all(0 <= confidence <= 1 for confidence in found)


def test_nothing_but_the_confidence_changes() -> None:
    moved = Bead((3, 4), (1,), 0.7, moved=True)

    (found,) = calibrate([moved])

    assert (found.seed, found.other, found.moved, found.forced) == ((3, 4), (1,), True, False)
