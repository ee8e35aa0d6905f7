from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND
from variants.aligners.constraints import NO_CONSTRAINTS, Constraints
from variants.aligners.likelihood.abridged import join_neighbours, may_be_abridged, price_alone
from variants.aligners.likelihood.align import align_sentences, find_first_path
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import BeadScorer

_BATTER = "Beat butter with sugar until pale."
_LONG = [*FIRST[:8], f"{FIRST[8]} {FIRST[9]}", _BATTER, *FIRST[10:18]]
_SHORT = [SECOND[8], SECOND[9]]
# Both parts of the ninth sentence: one is paired with it, the other with the batter.
_AFTER = [(8, 9, 0, 1), (9, 10, 1, 2)]


def _scored(
    model: LikelihoodModel, pairs: list[tuple[int, int, int, int]], *, swapped: bool
) -> Path:
    """Return a path of these pairs; all other sentences are alone."""
    first, last = pairs[0], pairs[-1]
    steps = [
        *((i, i + 1, first[2], first[2]) for i in range(first[0])),
        *pairs,
        *((i, i + 1, last[3], last[3]) for i in range(last[1], len(_LONG))),
    ]
    if swapped:
        steps = [(left, right, top, bottom) for top, bottom, left, right in steps]
    path = path_of(steps, model.priors.unmatched)
    scorer = BeadScorer(model)
    for step in np.flatnonzero(path.paired).tolist():
        sides = range(*path.seed[step].tolist()), range(*path.other[step].tolist())
        path.scores[step] = scorer.bead(*sides).score
    return path


def _pairs(path: Path) -> list[tuple[list[int], list[int]]]:
    return list(zip(path.seed[path.paired].tolist(), path.other[path.paired].tolist(), strict=True))


@pytest.mark.parametrize("swapped", [False, True])
def test_a_sentence_joins_the_bead_of_its_partner(*, swapped: bool) -> None:
    texts = (_SHORT, _LONG) if swapped else (_LONG, _SHORT)
    model = make_model(*texts)
    path = _scored(model, _AFTER, swapped=swapped)

    joined, sure = join_neighbours(model, path, np.full(len(path.paired), 0.9))

    assert _pairs(joined) == [([0, 2], [8, 9]) if swapped else ([8, 9], [0, 2])]
    assert joined.seed[:, 1].max() == len(texts[0])
    assert joined.other[:, 1].max() == len(texts[1])
    assert (np.diff(joined.seed[:, 0]) >= 0).all()
    assert (np.diff(joined.other[:, 0]) >= 0).all()
    assert 0.5 < sure[joined.paired][0] <= 0.9


def test_a_sentence_joins_the_bead_after_it() -> None:
    seed = [*FIRST[3:11], _BATTER, f"{FIRST[11]} {FIRST[12]}", *FIRST[13:21]]
    model = make_model(seed, list(SECOND[11:13]))
    path = _scored(model, _AFTER, swapped=False)

    joined, _ = join_neighbours(model, path, np.full(len(path.paired), 0.9))

    assert _pairs(joined) == [([9, 10], [0, 2])]


def test_partners_are_not_joined_with_a_neighbour() -> None:
    seed = [*FIRST[:8], FIRST[8], FIRST[9], *FIRST[10:18]]
    model = make_model(seed, _SHORT)
    path = _scored(model, _AFTER, swapped=False)

    joined, sure = join_neighbours(model, path, np.full(len(path.paired), 0.9))

    assert _pairs(joined) == _pairs(path)
    assert sure.tolist() == [0.9] * len(sure)


def test_a_chapter_that_is_missing_does_not_make_an_abridgement() -> None:
    other = [*SECOND[:6], *SECOND[8:10]]
    model = make_model([*FIRST[:6], *_LONG[8:10], *FIRST[10:20]], other)
    pairs = [(n, n + 1, n, n + 1) for n in range(8)]
    path = _scored(model, pairs, swapped=False)

    joined, _ = join_neighbours(model, path, np.full(len(path.paired), 0.9))

    assert joined is path


def test_texts_of_which_little_is_alone_are_unchanged() -> None:
    model = make_model(_LONG[8:10], _SHORT)
    path = path_of([(0, 1, 0, 1), (1, 2, 1, 2)], -9.0)

    joined, _ = join_neighbours(model, path, np.full(2, 0.9))

    assert joined is path


def _half(*, swapped: bool) -> tuple[LikelihoodModel, Path]:
    """Return a text of which every second sentence is missing in the other, and their path."""
    other = list(SECOND[:20:2])
    model = make_model(*((other, list(FIRST[:20])) if swapped else (list(FIRST[:20]), other)))
    steps = [
        step
        for n in range(10)
        for step in ((2 * n, 2 * n + 1, n, n + 1), (2 * n + 1, 2 * n + 2, n + 1, n + 1))
    ]
    if swapped:
        steps = [(left, right, top, bottom) for top, bottom, left, right in steps]
    return model, path_of(steps, model.priors.unmatched)


@pytest.mark.parametrize("swapped", [False, True])
def test_in_an_abridgement_staying_alone_has_a_price_on_each_side(*, swapped: bool) -> None:
    model, path = _half(swapped=swapped)

    assert may_be_abridged(path)
    priors = price_alone(model, path).priors
    seed, other = priors.alone(1, 0), priors.alone(0, 1)
    longer, shorter = (other, seed) if swapped else (seed, other)

    assert longer == pytest.approx(math.log(13 / 20) + 0.8)
    assert shorter < model.priors.unmatched < longer


def test_other_texts_have_no_price() -> None:
    model = make_model(list(FIRST[:20]), list(SECOND[:20]))
    whole = path_of([(n, n + 1, n, n + 1) for n in range(20)], model.priors.unmatched)
    chapter = path_of(
        [
            *((n, n + 1, n, n + 1) for n in range(5)),
            *((n, n + 1, 5, 5) for n in range(5, 15)),
            *((n, n + 1, n - 10, n - 9) for n in range(15, 20)),
        ],
        model.priors.unmatched,
    )

    for path in (whole, chapter):
        assert not may_be_abridged(path)
        assert price_alone(model, path) is model


def test_texts_that_both_lack_something_have_no_price() -> None:
    model = make_model(list(FIRST[:20]), list(SECOND[:20]))
    steps = [
        step
        for n in range(0, 20, 2)
        for step in (
            (n, n + 1, n, n + 1),
            (n + 1, n + 2, n + 1, n + 1),
            (n + 2, n + 2, n + 1, n + 2),
        )
    ]
    path = path_of(steps, model.priors.unmatched)

    assert price_alone(model, path) is model


def test_a_few_sentences_do_not_make_an_abridgement() -> None:
    model, path = _half(swapped=False)
    few = path.only(np.arange(len(path.scores)) < 15)

    assert not may_be_abridged(few)
    assert price_alone(model, few) is model


def test_an_abridgement_of_split_sentences_is_learned_from_twice() -> None:
    seed = [part for n in range(0, 24, 3) for part in (f"{FIRST[n]} {FIRST[n + 1]}", FIRST[n + 2])]
    other = [SECOND[n + k] for n in range(0, 24, 3) for k in (0, 1)]
    marks = [0] * len(seed), [0] * len(other)

    begun = find_first_path(seed, other, marks, NO_CONSTRAINTS)
    beads = align_sentences(seed, other, marks, NO_CONSTRAINTS).beads

    priors = begun.learned.model.priors
    assert priors.alone(0, 1) < -3 < priors.alone(1, 0)
    assert [(bead.seed, bead.other) for bead in beads if bead.other] == [
        ((n,), (n, n + 1)) for n in range(0, 16, 2)
    ]
    assert [bead.seed for bead in beads if not bead.other] == [(n,) for n in range(1, 16, 2)]


def test_forced_beads_stay() -> None:
    model = make_model(_LONG, _SHORT)
    forced = Constraints(forced=((range(9, 10), range(1, 2)),))
    path = _scored(model, _AFTER, swapped=False)

    joined, _ = join_neighbours(
        replace(model, constraints=forced), path, np.full(len(path.paired), 0.9)
    )

    assert _pairs(joined) == _pairs(path)
