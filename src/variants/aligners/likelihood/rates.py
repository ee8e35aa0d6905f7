"""Rates of return: how often a feature of one side occurs in the counterpart of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Floats, Ints, distinct, in_both, ranges
from variants.aligners.likelihood.features import Side

CLASSES = 12
"""Number of frequency classes, each twice as frequent as the one before; the last is open."""
_CLASS_MEAN = 1.4  # Mean frequency in a class that goes from 1 to 2.

_FIRST_RATE = 0.45  # Prior rate of return of a word.
_LOWEST_FIRST_RATE = 0.03  # Prior rate of words in most sentences, which return by chance.
_PRIOR_COUNT = 10.0  # Observations that the prior rate counts as.
_LEARNED_RANGE = (0.01, 0.93)
_MAX_CHANCE = 0.98  # Upper bound of the chance of a feature that is in nearly all sentences.


@dataclass(frozen=True, slots=True)
class Rates:
    """Rate of return of a feature of each side beyond chance, by frequency class.

    Attributes:
        seed: For features of the seed, shape (CLASSES,).
        other: For features of the other side, shape (CLASSES,).
    """

    seed: Floats
    other: Floats


def frequency_classes(seed: Side, other: Side) -> Ints:
    """Return the class of each feature, by the side where it is more frequent."""
    most = np.maximum(np.maximum(seed.frequencies, other.frequencies), 1)
    # frexp is exact at the borders on every machine; log2 is not.
    return np.minimum(CLASSES - 1, np.frexp(most)[1].astype(np.int64) - 1)


def first_rates(seed: Side, other: Side) -> Rates:
    """Return rates that hold for most translations: about every second word returns.

    Measured on texts of 12 to 1,400 sentences, the rate beyond chance is the same for rare
    and frequent words, except for words in most sentences.
    """
    sentences = max(2, min(seed.count, other.count) + 1)
    share = np.minimum(1.0, 2.0 ** np.arange(CLASSES) * _CLASS_MEAN / sentences)
    rates = np.maximum(_FIRST_RATE * (1 - share**2), _LOWEST_FIRST_RATE)
    return Rates(rates, rates)


def rates_of_anchors(seed: Side, other: Side, anchors: tuple[Ints, Ints], before: Rates) -> Rates:
    """Return the rates at which features return in the partners of anchors.

    The chance of a return is the share of sentences with the feature, averaged over its class.
    Anchors were chosen for the features they share, so a finer estimate would be biased upwards.
    """
    bounds = [np.stack([side, side + 1], axis=1) for side in anchors]
    classes = frequency_classes(seed, other)
    members = np.maximum(np.bincount(classes, minlength=CLASSES), 1)

    def by_chance(opposite: Side) -> Floats:
        share = np.minimum(_MAX_CHANCE, opposite.frequencies / opposite.count)
        return np.bincount(classes, share, CLASSES) / members

    keys = (feature_keys(seed, bounds[0]), feature_keys(other, bounds[1]))
    return _rates(keys, classes, (by_chance(other), by_chance(seed)), before)


def rates_of_beads(sides: tuple[Side, Side], bounds: tuple[Ints, Ints], before: Rates) -> Rates:
    """Return the rates at which features return on the other side of beads.

    The chance of a return depends on the number of features there.

    Args:
        sides: Both texts.
        bounds: For each side, first sentence of each bead and the one after its last, shape
            (beads, 2).
        before: The rates so far.
    """
    seed, other = sides
    classes = frequency_classes(seed, other)

    def by_chance(own: Ints, facing: Ints, opposite: Side) -> Floats:
        bead, feature = np.divmod(own, opposite.vocabulary)
        facing_size = np.bincount(facing // opposite.vocabulary, minlength=len(bounds[0]))
        expected = opposite.frequencies[feature] / opposite.tokens * facing_size[bead]
        seen = np.maximum(np.bincount(classes[feature], minlength=CLASSES), 1)
        return np.bincount(classes[feature], np.minimum(_MAX_CHANCE, expected), CLASSES) / seen

    keys = (feature_keys(seed, bounds[0]), feature_keys(other, bounds[1]))
    chances = (by_chance(keys[0], keys[1], other), by_chance(keys[1], keys[0], seed))
    return _rates(keys, classes, chances, before)


def feature_keys(side: Side, bounds: Ints) -> Ints:
    """Return ``bead * vocabulary + feature`` for each feature of each bead's union on one side.

    Args:
        side: The side.
        bounds: First sentence of each bead and the one after its last, shape (beads, 2).

    Returns:
        The keys, ascending, each once.
    """
    heights = bounds[:, 1] - bounds[:, 0]
    sentences = ranges(bounds[:, 0], heights)
    sizes = side.sizes[sentences]
    beads = np.repeat(np.repeat(np.arange(len(bounds)), heights), sizes)
    features = side.features[ranges(side.pointers[sentences], sizes)]
    return distinct(beads * side.vocabulary + features)


def _rates(
    keys: tuple[Ints, Ints], classes: Ints, chances: tuple[Floats, Floats], before: Rates
) -> Rates:
    """Return the rates beyond chance of both sides, smoothed towards the rates before."""
    hits = np.bincount(classes[in_both(*keys) % len(classes)], minlength=CLASSES)

    def rate(own: Ints, chance: Floats, prior: Floats) -> Floats:
        tries = np.bincount(classes[own % len(classes)], minlength=CLASSES)
        expected = prior + (1 - prior) * chance
        found = (hits + _PRIOR_COUNT * expected) / (tries + _PRIOR_COUNT)
        return np.clip((found - chance) / (1 - chance), *_LEARNED_RANGE)

    return Rates(rate(keys[0], chances[0], before.seed), rate(keys[1], chances[1], before.other))
