"""What a feature says that is found again on the other side, or is not."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Floats, Ints
from variants.aligners.likelihood.divisions import DivisionAgreement
from variants.aligners.likelihood.lengths import Lengths
from variants.aligners.likelihood.sides import Side
from variants.aligners.limits import NO_LIMITS, Limits

CLASSES = 12
"""Frequency classes, each twice as frequent as the one before; the last is open."""
_MIDDLE = 1.4  # Of a class that goes from 1 to 2.

_FIRST_RATE = 0.45  # Before anything is learned: how often a word returns.
_WORST_RATE = 0.03  # The same for words in most sentences, which return by chance.
_RATE_RANGE = (0.005, 0.95)  # No word is sure to return, and none never does.
_MOST_DISCOUNT = 0.9  # Of a sentence, taken off each feature's frequency.
_BEYOND = 50  # Words that every text is thought to go on for, without a feature of it.
_UNSEEN = 0.25  # Sentences a feature counts as having beyond those it was seen in.


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a feature of one side returns in its counterpart, by frequency class."""

    seed: Floats
    other: Floats


@dataclass(frozen=True, slots=True)
class Direction:
    """Weights of one side's features, looked for on the other.

    Attributes:
        gain: Of a feature found again, before the logarithm of the number of features on the
            other side is taken off.
        miss: Of a feature not found again; 0 or less.
        least_gain: A feature that gains no more than this tells nothing: found in a usual
            sentence of the other side it would be as likely by chance.
    """

    gain: Floats
    miss: Floats
    least_gain: float


@dataclass(frozen=True, slots=True)
class FeatureWeights:
    """Both directions."""

    seed: Direction
    other: Direction


@dataclass(frozen=True, slots=True)
class Priors:
    """What a bead costs before a word of it is read, as log probabilities.

    Attributes:
        extra: Each sentence beyond one on each side.
        alone: A sentence without counterpart.
    """

    extra: float
    alone: float


@dataclass(frozen=True, slots=True)
class LikelihoodModel:
    """Everything that the score of a bead depends on, and which beads there may be."""

    seed: Side
    other: Side
    weights: FeatureWeights
    lengths: Lengths
    priors: Priors
    limits: Limits = NO_LIMITS
    divisions: DivisionAgreement | None = None


def frequency_classes(seed: Side, other: Side) -> Ints:
    """The class of each feature: by the side where it is more frequent."""
    most = np.maximum(np.maximum(seed.frequencies, other.frequencies), 1)
    # frexp, not log2: exact at the borders on every machine.
    return np.minimum(CLASSES - 1, np.frexp(most)[1].astype(np.int64) - 1)


def first_rates(seed: Side, other: Side) -> Rates:
    """A guess that holds for most translations: about every second word returns.

    Measured on texts of 12 to 1,400 sentences, the rate beyond chance is the same for rare
    and frequent words, until they stand in most sentences.
    """
    sentences = max(2, min(seed.count, other.count) + 1)
    share = np.minimum(1.0, 2.0 ** np.arange(CLASSES) * _MIDDLE / sentences)
    rates = np.maximum(_FIRST_RATE * (1 - share**2), _WORST_RATE)
    return Rates(rates, rates)


def weigh(seed: Side, other: Side, rates: Rates) -> FeatureWeights:
    """The weights of all features under these rates."""
    classes = frequency_classes(seed, other)
    return FeatureWeights(
        _direction(rates.seed[classes], seed, other),
        _direction(rates.other[classes], other, seed),
    )


def _direction(rates: Floats, own: Side, opposite: Side) -> Direction:
    # A word that the opposite side uses less often can return only that often.
    present = (opposite.frequencies + _UNSEEN) / np.maximum(own.frequencies, 1)
    rates = np.clip(rates * np.minimum(1.0, present), *_RATE_RANGE)
    gain = np.log(rates / _shares(opposite))
    gain[opposite.frequencies == 0] = 0
    return Direction(gain, np.log1p(-rates), math.log(opposite.mean_size))


def _shares(side: Side) -> Floats:
    """The share of each feature in all text that could stand on this side.

    What occurs once in a short text is far rarer in the language: so each frequency is reduced
    by what features seen once and twice suggest (Ney, Essen and Kneser 1994).
    """
    once, twice = (int(np.count_nonzero(side.frequencies == count)) for count in (1, 2))
    discount = min(_MOST_DISCOUNT, once / max(1, once + 2 * twice))
    seen: Floats = np.maximum(side.frequencies - discount, 1 - _MOST_DISCOUNT)
    return seen / (side.tokens + _BEYOND)
