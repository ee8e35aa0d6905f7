from __future__ import annotations

from tests.aligners.models import path_of
from tests.aligners.texts import FIRST, SECOND, cut
from variants.aligners import align_likelihood
from variants.aligners.likelihood.align import mark_moved
from variants.aligners.likelihood.moved_passages import MovedBead


def test_two_halves_in_reverse_order_are_both_found() -> None:
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
