"""Scores of many pairs of single sentences, wherever they are."""

from __future__ import annotations

import numpy as np

from variants.aligners.arrays import Floats, Ints, in_both
from variants.aligners.likelihood.model import LENGTH, WORDS, LikelihoodModel
from variants.aligners.likelihood.rates import feature_keys

_DIGITS = 5  # Rounding of a score, because the last bits of a logarithm differ between processors.


def pair_scores(model: LikelihoodModel, pairs: tuple[Ints, Ints]) -> Floats:
    """Return the score of each pair of a seed sentence and one of the other side, as one bead.

    They are the scores of ``BeadScorer``, computed at once.
    """
    sides, count = (model.seed, model.other), len(pairs[0])
    directions = model.weights.seed, model.weights.other
    bounds = [np.stack([chosen, chosen + 1], axis=1) for chosen in pairs]
    keys = [feature_keys(side, each) for side, each in zip(sides, bounds, strict=True)]
    shared, features = np.divmod(in_both(keys[0], keys[1]), model.seed.vocabulary)
    words = np.zeros(count)
    for number, direction in enumerate(directions):
        pair, own = np.divmod(keys[number], model.seed.vocabulary)
        words += np.bincount(pair, weights=direction.miss[own], minlength=count)
        words -= np.bincount(shared, weights=direction.miss[features], minlength=count)
        gain = direction.gain[features]
        informative = gain > direction.least_gain
        gain, among = gain[informative], shared[informative]
        facing = sides[1 - number].sizes[pairs[1 - number]]
        by_chance = np.bincount(among, minlength=count) * np.log(np.maximum(1, facing))
        gained = np.bincount(among, weights=gain, minlength=count) - by_chance
        words += np.maximum(0.0, gained)
    before = model.seed.characters_before, model.other.characters_before
    lengths = [at[each[:, 1]] - at[each[:, 0]] for at, each in zip(before, bounds, strict=True)]
    scores = WORDS * words + LENGTH * model.lengths.scores(lengths[0], lengths[1])
    scores += model.priors.bead(1, 1)
    if model.divisions is not None:
        scores += model.divisions.scores(sides, pairs, (1, 1))
    return np.round(scores, _DIGITS)
