from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND, few, filled
from variants.aligners.constraints import NO_CONSTRAINTS, Constraints
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.borders import correct_borders
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path, best_path

LONG = (
    "The general ordered the old bridge over the river burnt, and so it was done.",
    "So the day was over, and it was evening; in boats the troops crossed the wide lake.",
)
SHORT = (
    "The general gave order that the old bridge over the river be burnt.",
    "And so it was.",
    "The day was over and evening fell.",
    "In boats the troops crossed the wide lake.",
)


def settled(
    steps: list[tuple[int, int, int, int]],
    sure: float,
    constraints: Constraints = NO_CONSTRAINTS,
) -> tuple[Path, list[float]]:
    """Return the corrected path of the example, placed between two translations of the letter."""
    model = make_model([*FIRST, *LONG], [*SECOND, *SHORT])
    model = replace(model, constraints=constraints)
    count = len(FIRST)
    pairs = [(i, i + 1, i, i + 1) for i in range(count)]
    moved = [(i + count, end + count, j + count, stop + count) for i, end, j, stop in steps]
    confidences = np.array([*[1.0] * count, *[sure] * len(steps)])
    path, after = correct_borders(model, path_of([*pairs, *moved]), confidences)
    return path.only(path.seed[:, 1] > count), after[count:].tolist()


def test_a_short_sentence_joins_the_bead_that_word_order_favours() -> None:
    count = len(FIRST)
    path, sure = settled([(0, 1, 0, 1), (1, 2, 1, 4)], 0.4)

    assert (path.other - count).tolist() == [[0, 2], [2, 4]]
    assert min(sure) > 0.4


def test_a_border_does_not_move_where_that_is_forbidden() -> None:
    count = len(FIRST)
    apart = (range(count, count + 1), range(count + 1, count + 2))

    path, _ = settled([(0, 1, 0, 1), (1, 2, 1, 4)], 0.4, Constraints(forbidden=(apart,)))

    assert (path.other - count).tolist() == [[0, 1], [1, 4]]


@pytest.mark.parametrize("side", [0, 1])
def test_a_forced_bead_keeps_its_border(side: int) -> None:
    count = len(FIRST)
    forced = [
        (range(count, count + 1), range(count, count + 1)),
        (range(count + 1, count + 2), range(count + 1, count + 4)),
    ][side]

    path, sure = settled([(0, 1, 0, 1), (1, 2, 1, 4)], 0.4, Constraints(forced=(forced,)))

    assert (path.other - count).tolist() == [[0, 1], [1, 4]]
    assert sure == [0.4, 0.4]


def test_the_confidence_of_a_right_border_is_raised() -> None:
    count = len(FIRST)
    path, sure = settled([(0, 1, 0, 2), (1, 2, 2, 4)], 0.6)

    assert (path.other - count).tolist() == [[0, 2], [2, 4]]
    assert min(sure) > 0.6


def test_an_unmatched_sentence_between_two_beads_is_matched() -> None:
    count = len(FIRST)
    path, _ = settled([(0, 1, 0, 1), (1, 1, 1, 2), (1, 2, 2, 4)], 0.4)

    assert (path.other - count).tolist() == [[0, 2], [2, 4]]
    assert NOT_A_BEAD not in path.beads.tolist()


def test_beads_of_high_confidence_keep_their_borders() -> None:
    count = len(FIRST)
    path, sure = settled([(0, 1, 0, 1), (1, 2, 1, 4)], 0.99)

    assert (path.other - count).tolist() == [[0, 1], [1, 4]]
    assert sure == [0.99, 0.99]


@given(seed=filled, other=filled)
@few
def test_correcting_borders_loses_and_doubles_no_sentence(
    seed: list[str], other: list[str]
) -> None:
    model = make_model(seed, other)
    band = whole(len(seed), len(other))
    beads = find_beads(model, band, (4, 3, 2, 1))
    path = best_path(beads, band, model.priors.unmatched)

    after, sure = correct_borders(model, path, np.full(len(path.scores), 0.5))

    for bounds, count in ((after.seed, len(seed)), (after.other, len(other))):
        assert bounds[0, 0] == 0
        assert bounds[-1, 1] == count
        assert np.all(bounds[1:, 0] == bounds[:-1, 1])
    assert np.all((sure >= 0) & (sure <= 1))
