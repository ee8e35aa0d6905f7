from __future__ import annotations

import numpy as np
import pytest

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND
from variants.aligners.likelihood.free_beads import MovedBead
from variants.aligners.likelihood.held_sentences import HeldSentences
from variants.aligners.likelihood.single_bead import BeadScorer

_STEPS = [(0, 4, 0, 4), (4, 6, 4, 7), (6, 7, 7, 7), (7, 25, 7, 25)]


def test_free_sentences_are_unmatched_or_in_a_weak_bead() -> None:
    held = HeldSentences(make_model(list(FIRST), list(SECOND)), path_of(_STEPS), _weak())

    assert held.free(0).tolist() == [4, 5, 6]
    assert held.free(1).tolist() == [4, 5, 6]
    assert held.joined(4, 6)
    assert not held.joined(6, 6)


def test_a_bead_that_gives_up_a_sentence_loses_only_the_worth_of_it() -> None:
    model = make_model(list(FIRST), list(SECOND))
    scorer = BeadScorer(model)
    whole = scorer.bead(range(4, 6), range(4, 7)).score
    held = HeldSentences(model, path_of(_STEPS, whole), _weak())
    alone = model.priors.unmatched

    last, middle, seed = (
        MovedBead(range(6, 7), range(6, 7), 1.0),
        MovedBead(range(6, 7), range(5, 6), 1.0),
        MovedBead(range(4, 6), range(6, 7), 1.0),
    )

    rest = scorer.bead(range(4, 6), range(4, 6)).score
    assert held.lost([last]) == pytest.approx(whole - 5 * alone - (rest - 4 * alone))
    assert held.lost([last]) < 0.3 * held.lost([middle])
    assert held.lost([middle]) == held.lost([seed]) == pytest.approx(whole - 5 * alone)
    assert held.lost([MovedBead(range(6, 7), range(0), 1.0)]) == 0


def _weak() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([False, True, False, False])
