import numpy as np

from tests.aligners.test_programme import make_model
from tests.aligners.texts import FIRST, SECOND, cut
from variants.aligners import align_likelihood
from variants.aligners.likelihood.align import mark_moved
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.moved_passages import MovedBead
from variants.aligners.likelihood.unmatched import drop_isolated_pairs


def path_of(steps: list[tuple[int, int, int, int]], score: float) -> Path:
    """Return a path with the given bounds and equal scores."""
    bounds = np.array(steps, np.int64)
    beads = np.zeros(len(steps), np.int64)
    return Path(bounds[:, :2], bounds[:, 2:], np.full(len(steps), score), beads)


DESERT = [
    *((i, i + 1, 0, 0) for i in range(9)),
    (9, 11, 0, 1),
    *((11, 11, j, j + 1) for j in range(1, 9)),
]


def test_a_weak_pair_among_strangers_is_left_alone() -> None:
    path = path_of(DESERT, 1.0)
    model = make_model(list(FIRST), list(SECOND))

    parted, sure = drop_isolated_pairs(model, path, np.full(18, 0.75), 2.0)

    assert not parted.paired.any()
    assert parted.seed[9:12].tolist() == [[9, 10], [10, 11], [11, 11]]
    assert parted.other[9:12].tolist() == [[0, 0], [0, 0], [0, 1]]
    assert parted.beads[9:12].tolist() == [NOT_A_BEAD] * 3
    assert sure[8:13].tolist() == [0.75, 0.25, 0.25, 0.25, 0.75]


def test_a_strong_pair_among_strangers_stays() -> None:
    path = path_of(DESERT, 3.0)
    model = make_model(list(FIRST), list(SECOND))

    parted, sure = drop_isolated_pairs(model, path, np.full(18, 0.75), 2.0)

    assert parted.seed.tolist() == path.seed.tolist()
    assert sure.tolist() == [0.75] * 18


def test_two_halves_that_have_changed_places_are_both_found() -> None:
    alignment = align_likelihood(cut(FIRST[:24]), cut((*SECOND[12:24], *SECOND[:12]), "A"))

    found = [bead for bead in alignment.beads if bead.seed and bead.other]
    assert {bead.shape for bead in found} == {"1:1"}
    assert len(found) >= 22
    assert all(bead.other[0] == (bead.seed[0] + 12) % 24 for bead in found)
    assert alignment.relatedness > 0.75


def test_only_beads_that_cross_another_are_marked_as_moved() -> None:
    steps = [(0, 1, 0, 1), (1, 2, 1, 1), (2, 2, 1, 2), (2, 3, 2, 3), (3, 4, 3, 3), (4, 4, 3, 4)]
    path = path_of(steps, 1.0)
    inside, across = (
        MovedBead(range(1, 2), range(1, 2), 0.9),
        MovedBead(range(3, 4), range(1, 2), 0.9),
    )

    marked = [[bead.moved for bead in mark_moved([one], path)] for one in (inside, across)]

    assert marked == [[False], [True]]
