from __future__ import annotations

from dataclasses import replace

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND, cut
from variants.aligners import align_likelihood
from variants.aligners.constraints import Constraints
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.free_beads import MovedBead
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.moved_neighbours import complete_moved

_SHAPES = (8, 4, 4, 3, 1, 1, 1, 1)
_MOVED = MovedBead(range(4, 5), range(4, 5), 0.9)


def test_a_sentence_on_both_sides_beside_a_moved_bead_follows_it() -> None:
    after = complete_moved(_model(), _path(4, 6, 4, 6), [_MOVED], [], _SHAPES)
    before = complete_moved(_model(), _path(3, 5, 3, 5), [_MOVED], [], _SHAPES)

    assert _sides(after) == [_sides([_MOVED])[0], (range(5, 6), range(5, 6))]
    assert _sides(before) == [_sides([_MOVED])[0], (range(3, 4), range(3, 4))]
    assert all(0.5 < bead.confidence <= 0.9 for bead in [*after, *before])


def test_a_sentence_that_is_farther_away_or_taken_does_not_follow() -> None:
    farther = MovedBead(range(4, 5), range(2, 3), 0.9)
    taken = MovedBead(range(5, 6), range(20, 21), 0.9)

    assert complete_moved(_model(), _path(4, 6, 5, 6), [farther], [], _SHAPES) == [farther]
    assert complete_moved(_model(), _path(4, 6, 4, 5), [_MOVED], [taken], _SHAPES) == [_MOVED]


def test_a_pair_that_is_not_next_to_a_moved_bead_does_not_follow() -> None:
    model = make_model(list(FIRST), [*SECOND[:5], *SECOND[6:]])

    assert complete_moved(model, _path(4, 7, 4, 6), [_MOVED], [], _SHAPES) == [_MOVED]


def test_a_moved_bead_is_extended_over_sentences_that_it_explains() -> None:
    sentences = [*SECOND[:4], "Repair of the bridge across the Oka", "is impossible before autumn."]
    model = make_model(list(FIRST), [*sentences, *SECOND[5:]])
    path = path_of([(0, 4, 0, 4), (4, 5, 4, 4), (5, 5, 4, 5), (5, 5, 5, 6), (5, 25, 6, 26)], 5.0)
    forbidden = Constraints(forbidden=((range(4, 5), range(5, 6)),))

    found = complete_moved(model, path, [_MOVED], [], _SHAPES)
    kept = complete_moved(replace(model, constraints=forbidden), path, [_MOVED], [], _SHAPES)

    assert _sides(found) == [(range(4, 5), range(4, 6))]
    assert kept == [_MOVED]


def test_constraints_keep_sentences_from_a_moved_bead() -> None:
    forbidden = Constraints(forbidden=((range(5, 6), range(5, 6)),))
    bound = Constraints(forced=((range(5, 6), range(0)),))
    path = _path(4, 6, 4, 6)

    for constraints in (forbidden, bound):
        model = replace(_model(), constraints=constraints)
        assert complete_moved(model, path, [_MOVED], [], _SHAPES) == [_MOVED]


def test_an_answer_in_a_dialogue_that_moved_is_aligned() -> None:
    seed = [*FIRST[:5], "It is.", *FIRST[5:]]
    block = (SECOND[4], "They are.", SECOND[5])
    other = [*SECOND[:4], *SECOND[6:15], *block, *SECOND[15:]]

    alignment = align_likelihood(cut(seed), cut(other, "A"))

    answer = next(bead for bead in alignment.beads if 5 in bead.seed)
    assert (answer.other, answer.moved) == ((14,), True)


def _model() -> LikelihoodModel:
    return make_model(list(FIRST), list(SECOND))


def _path(top: int, bottom: int, left: int, right: int) -> Path:
    """Return a path on which these sentences are unmatched, between two beads."""
    steps = [(0, top, 0, left), *((n, n + 1, left, left) for n in range(top, bottom))]
    steps += [(bottom, bottom, n, n + 1) for n in range(left, right)]
    return path_of([*steps, (bottom, len(FIRST), right, len(SECOND))], 5.0)


def _sides(beads: list[MovedBead]) -> list[tuple[range, range]]:
    return [(bead.seed, bead.other) for bead in beads]
