from __future__ import annotations

import numpy as np

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND, cut
from variants.aligners import align_likelihood
from variants.aligners.likelihood.free_beads import MovedBead
from variants.aligners.likelihood.freed_sentences import pair_freed

_SHAPES = (8, 4, 4, 3, 1, 1, 1, 1)


def test_the_rest_of_a_split_bead_is_still_a_bead() -> None:
    moved = MovedBead(range(20, 21), range(6, 7), 0.9)

    found = _freed([(4, 6, 4, 7)], [moved])

    assert [(bead.seed, bead.other) for bead in found] == [
        (range(4, 5), range(4, 5)),
        (range(5, 6), range(5, 6)),
    ]
    assert all(0.5 < bead.confidence <= 0.9 for bead in found)


def test_unmatched_sentences_beside_a_split_bead_may_join() -> None:
    moved = MovedBead(range(5, 6), range(20, 21), 0.9)

    found = _freed([(4, 5, 4, 4), (5, 6, 4, 5)], [moved])

    assert [(bead.seed, bead.other) for bead in found] == [(range(4, 5), range(4, 5))]


def test_a_bead_does_not_skip_a_sentence_that_has_moved() -> None:
    moved = MovedBead(range(20, 21), range(4, 5), 0.9)
    model = make_model(list(FIRST), [*SECOND[:3], "We studied it.", "Petrov", "Very attentively."])
    path = path_of([(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3), (3, 4, 3, 6)], 5.0)

    found = list(pair_freed(model, path, np.array([False, False, False, True]), [moved], _SHAPES))

    assert [len(bead.other) for bead in found] == [1]
    assert 4 not in found[0].other


def test_beads_that_are_not_split_stay() -> None:
    assert _freed([(4, 5, 4, 4), (5, 6, 4, 5)], []) == []


def test_a_sentence_whose_bead_is_split_is_aligned() -> None:
    joined = [(3, 4), (6, 7), (10, 11), (14, 15), (17, 18), (19, 20), (21, 22), (23, 24)]
    gone = {second for _, second in joined}
    seed = [
        f"{FIRST[n]} {FIRST[n + 1]}" if (n, n + 1) in joined else FIRST[n]
        for n in range(len(FIRST))
        if n not in gone
    ]
    other = [*SECOND[:9], *SECOND[12:15], *SECOND[9:12], *SECOND[15:]]

    alignment = align_likelihood(cut(seed), cut(other, "A"))

    assert ((6,), (8,)) in {(bead.seed, bead.other) for bead in alignment.beads}


def _freed(steps: list[tuple[int, int, int, int]], moved: list[MovedBead]) -> list[MovedBead]:
    """Return the freed beads if the paired ones of some steps are split; the rest is in order."""
    start, end = (steps[0][0], steps[0][2]), (steps[-1][1], steps[-1][3])
    before = [(n, n + 1, n, n + 1) for n in range(start[0])]
    after = (end[0], len(FIRST), end[1], len(SECOND))
    path = path_of([*before, *steps, after], 5.0)
    split = path.paired & np.isin(path.seed[:, 0], [step[0] for step in steps])
    model = make_model(list(FIRST), list(SECOND))
    return list(pair_freed(model, path, split if moved else split & False, moved, _SHAPES))
