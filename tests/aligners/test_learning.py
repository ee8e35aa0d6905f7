from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.aligners.models import make_model
from tests.aligners.texts import FIRST, SECOND
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.learning import learn
from variants.aligners.likelihood.rates import CLASSES, first_rates


def straight(count: int, score: float = 9.0) -> Path:
    """Return a path of 1:1 beads."""
    bounds = np.stack([np.arange(count), np.arange(count) + 1], axis=1)
    return Path(bounds, bounds.copy(), np.full(count, score), np.arange(count))


def test_words_that_return_are_learned_to_return() -> None:
    model = make_model(list(FIRST), list(FIRST))
    rates = first_rates(model.seed, model.other)
    learned = learn(model, straight(len(FIRST)), rates).model.weights.seed.miss
    strangers = make_model(list(FIRST), [f"{k}other {k}words" for k in range(len(FIRST))])
    unlearned = learn(strangers, straight(len(FIRST)), rates).model.weights.seed.miss

    assert np.all(learned[:20] < model.weights.seed.miss[:20])
    assert np.all(unlearned[:20] > strangers.weights.seed.miss[:20])
    assert len(rates.seed) == CLASSES


def test_unmatched_sentences_are_expected_where_there_are_many() -> None:
    model = make_model(list(FIRST), list(SECOND))
    rates = first_rates(model.seed, model.other)
    count = len(FIRST)
    half = straight(count).only(np.arange(count) < count // 2)
    alone = [(i, i + 1, count // 2, count // 2) for i in range(count // 2, count)]
    alone += [(count, count, j, j + 1) for j in range(count // 2, count)]
    bounds = np.array(alone)
    path = Path(
        np.concatenate([half.seed, bounds[:, :2]]),
        np.concatenate([half.other, bounds[:, 2:]]),
        np.concatenate([half.scores, np.full(len(alone), -3.0)]),
        np.concatenate([half.beads, np.full(len(alone), NOT_A_BEAD)]),
    )

    many = learn(model, path, rates).model.priors
    none = learn(model, straight(count), rates).model.priors

    assert many.unmatched > none.unmatched + 1


@pytest.mark.parametrize(("related", "unrelated"), [(0, True), (19, True), (20, False)])
def test_texts_are_unrelated_if_fewer_than_a_fifth_of_the_sentences_are_related(
    related: int, *, unrelated: bool
) -> None:
    texts = [f"{k}sentence {k}words" for k in range(100)]
    model = make_model(texts, texts)
    learned = learn(model, straight(100), first_rates(model.seed, model.other))

    assert replace(learned, related=(related, related)).unrelated is unrelated


def test_lengths_are_those_of_beads_and_not_of_their_first_sentences() -> None:
    """Two sentences for one: an anchor is half of a bead, so that its sides differ in length."""
    seed = [f"{k}first {k}second {k}third {k}fourth" for k in range(50)]
    other = [f"{k}{half}" for k in range(50) for half in ("first second", "third fourth")]
    model = make_model(seed, other)
    halves = replace(model, lengths=replace(model.lengths, centre=1.0))
    rows = np.stack([np.arange(50), np.arange(50) + 1], axis=1)
    path = Path(rows, 2 * rows, np.full(50, 9.0), np.arange(50))

    learned = learn(halves, path, first_rates(model.seed, model.other)).model.lengths

    characters = len("first second third fourth") / len("first secondthird fourth")
    assert learned.centre == pytest.approx(np.log(characters), abs=0.15)
