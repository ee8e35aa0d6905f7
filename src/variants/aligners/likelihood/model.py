"""The likelihood model: everything that the score of a bead depends on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from variants.aligners.arrays import Floats, Ints, median
from variants.aligners.constraints import NO_CONSTRAINTS, Constraints
from variants.aligners.likelihood.divisions import DivisionAgreement
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.rates import Rates, frequency_classes

WORDS = 0.5
"""Weight of the words in a score: the mean of both directions."""
LENGTH = 0.5
"""Weight of the lengths in a score; it hardly matters where words decide."""

_RATE_RANGE = (0.005, 0.95)  # No word is certain to return, and none is certain not to.
_MAX_DISCOUNT = 0.9  # Sentences subtracted from each feature's frequency, at most.
_UNSEEN_WORDS = 50  # Occurrences that every text is assumed to have besides those it shows.
_UNSEEN_SENTENCES = 0.25  # Sentences a feature is assumed to have besides those it was seen in.

_SEVERAL = -2.0  # Log prior of several sentences on both sides, for each beyond the first.

_SOFTENING = 8.0  # Characters added to both sides, because short sentences vary more.
_FEWEST_ANCHORS = 20  # Anchors from which a spread of lengths can be estimated.
_MAX_LOG_RATIO = math.log(4)  # A text this much shorter in any script is an abridgement.
_DEFAULT_SPREAD = 0.35  # Of log ratios between partners, where it cannot be estimated.
_RANDOM_SPREAD = 1.0  # Of log ratios between random sentences, where it cannot be estimated.
_SPREAD_RANGE = (0.12, 0.6)
_FALL = 0.3  # Exponent with which the spread falls with the length of partners.
_USUAL = math.log(100.0)  # Log length of partners that have the spread itself.
_LEAST_SPREAD = 0.07  # Of very long partners.
_WIDER = 0.15  # Log ratio by which the spread of very short partners is wider, at most.
_WIDENING = 1.15  # Beads are less similar than anchors, which were chosen for similarity.
_DEVIATION_TO_SIGMA = 1.4826  # From median absolute to standard deviation of a normal curve.


@dataclass(frozen=True, slots=True)
class Direction:
    """Weights of one side's features, searched for on the other side.

    Attributes:
        gain: Weight of each feature if it is found, without the logarithm of the number of
            features on the other side; shape (vocabulary,).
        miss: Weight of each feature if it is not found, 0 or less; shape (vocabulary,).
        least_gain: A feature that gains no more than this is not informative: it is as likely by
            chance in a sentence of average size.
    """

    gain: Floats
    miss: Floats
    least_gain: float


@dataclass(frozen=True, slots=True)
class FeatureWeights:
    """Feature weights in both directions."""

    seed: Direction
    other: Direction


@dataclass(frozen=True, slots=True)
class Priors:
    """Log prior probabilities of beads.

    Attributes:
        extra: For each sentence beyond one on each side.
        unmatched: For a sentence without a counterpart.
        more: Log prior that is added to this for a sentence of each side.
    """

    extra: float
    unmatched: float
    more: tuple[float, float] = (0.0, 0.0)

    def joined(self, height: int, width: int) -> float:
        """Return the log prior of a bead of so many sentences on each side."""
        return self.extra * (height + width - 2) + _SEVERAL * (min(height, width) - 1)

    def bead(self, height: int, width: int) -> float:
        """Return this prior without what the sentences would add if they were unmatched.

        So unmatched sentences of both sides have one score, and the order of paths is the same.
        """
        return self.joined(height, width) - self.more[0] * height - self.more[1] * width

    def alone(self, height: int, width: int) -> float:
        """Return the log prior that so many sentences of each side are unmatched."""
        return (self.unmatched + self.more[0]) * height + (self.unmatched + self.more[1]) * width


@dataclass(frozen=True, slots=True)
class Lengths:
    """Log ratios of the lengths of partners, against those of random sentences.

    The longer partners are, the more similar are their lengths: many small differences cancel.

    Attributes:
        centre: Mean log ratio of seed to other.
        spread: Spread of log ratios between partners of the usual length.
        random: Spread of log ratios between random sentences.
    """

    centre: float
    spread: float
    random: float

    @property
    def peak(self) -> float:
        """Greatest score of partners of the usual length."""
        return math.log(self.random / self.spread)

    @property
    def _narrowest(self) -> float:
        return math.log(self.spread / _LEAST_SPREAD)

    def scores(self, seed: Floats, other: Floats) -> Floats:
        """Return log likelihood ratios for beads of these lengths in characters."""
        return self.of_logs(softened(seed), softened(other))

    def score(self, seed: float, other: float) -> float:
        """Return the log likelihood ratio for a single bead."""
        first, second = math.log(seed + _SOFTENING), math.log(other + _SOFTENING)
        distance = first - second - self.centre
        narrower = min(max(_narrower(first + second), -_WIDER), self._narrowest)
        precision = math.exp(2 * narrower) / self.spread**2
        return self.peak + narrower - 0.5 * (precision - self.random**-2) * distance * distance

    def of_logs(self, seed: Floats, other: Floats) -> Floats:
        """Return log likelihood ratios for beads with these logarithms of softened lengths."""
        distance = seed - other
        distance -= self.centre
        narrower = _narrower(seed + other)
        np.maximum(narrower, -_WIDER, out=narrower)
        np.minimum(narrower, self._narrowest, out=narrower)
        scores = np.exp(2 * narrower)
        scores *= -0.5 / self.spread**2
        scores += 0.5 / self.random**2
        scores *= distance
        scores *= distance
        scores += narrower
        scores += self.peak
        return scores

    def expected(self, seed: float) -> float:
        """Return the most probable length of the other side of a bead, in characters."""
        return max(0.0, (seed + _SOFTENING) / math.exp(self.centre) - _SOFTENING)


@dataclass(frozen=True, slots=True)
class LikelihoodModel:
    """Both texts with everything that the score of a bead depends on, and the constraints."""

    seed: Side
    other: Side
    weights: FeatureWeights
    lengths: Lengths
    priors: Priors
    constraints: Constraints = NO_CONSTRAINTS
    divisions: DivisionAgreement | None = None


def weigh(seed: Side, other: Side, rates: Rates) -> FeatureWeights:
    """Return the weights of all features under these rates."""
    classes = frequency_classes(seed, other)
    return FeatureWeights(
        _direction(rates.seed[classes], seed, other),
        _direction(rates.other[classes], other, seed),
    )


def _direction(rates: Floats, own: Side, opposite: Side) -> Direction:
    # A word that the opposite side uses less often can return only that often.
    present = (opposite.frequencies + _UNSEEN_SENTENCES) / np.maximum(own.frequencies, 1)
    rates = np.clip(rates * np.minimum(1.0, present), *_RATE_RANGE)
    gain = np.log(rates / _shares(opposite))
    gain[opposite.frequencies == 0] = 0
    return Direction(gain, np.log1p(-rates), math.log(opposite.mean_size))


def _shares(side: Side) -> Floats:
    """Return the share of each feature in all text that could be on this side.

    A word that occurs once in a short text is far rarer in the language. So each frequency is
    reduced by absolute discounting, estimated from the features seen once and twice (Ney, Essen
    and Kneser 1994).
    """
    once, twice = (int(np.count_nonzero(side.frequencies == count)) for count in (1, 2))
    discount = min(_MAX_DISCOUNT, once / max(1, once + 2 * twice))
    seen: Floats = np.maximum(side.frequencies - discount, 1 - _MAX_DISCOUNT)
    return seen / (side.tokens + _UNSEEN_WORDS)


def measure_lengths(seed: Side, other: Side, anchors: tuple[Ints, Ints]) -> Lengths:
    """Return the length model of the anchors: median and robust spread of log ratios."""
    first, second = seed.characters[anchors[0]], other.characters[anchors[1]]
    if len(first) < _FEWEST_ANCHORS:
        ratios = np.log((first + _SOFTENING) / (second + _SOFTENING))
        # One text may be a part of the other, so the whole lengths do not count.
        usual = math.log((_mean_length(seed) + _SOFTENING) / (_mean_length(other) + _SOFTENING))
        usual = min(max(usual, -_MAX_LOG_RATIO), _MAX_LOG_RATIO)
        centre = (float(ratios.sum()) + usual) / (len(ratios) + 1)
        return Lengths(centre, _DEFAULT_SPREAD, _RANDOM_SPREAD)
    return lengths_of(first, second, _WIDENING)


def lengths_of(first: Floats, second: Floats, widening: float = 1.0) -> Lengths:
    """Return the length model of partners of these lengths in characters.

    Args:
        first: Lengths in one text, shape (pairs,).
        second: Lengths of their partners, shape (pairs,).
        widening: Factor of the spread.
    """
    first, second = first + _SOFTENING, second + _SOFTENING
    ratios = np.log(first / second)
    centre = median(ratios)
    narrower = np.exp(_narrower(np.log(first) + np.log(second)))
    deviation = median(np.abs(ratios - centre) * narrower)
    spread = _DEVIATION_TO_SIGMA * deviation * widening
    spread = min(max(spread, _SPREAD_RANGE[0]), _SPREAD_RANGE[1])
    # Random pairs: anchors against the partners of anchors a third of the text further on.
    further = len(first) // 3 + 1
    unrelated = np.concatenate([first / np.roll(second, further), np.roll(first, further) / second])
    return Lengths(centre, spread, max(spread * 1.5, float(np.std(np.log(unrelated)))))


def softened(characters: Floats) -> Floats:
    """Return natural logarithms of lengths in characters, to each of which a few were added."""
    return np.log(characters + _SOFTENING)


_Log = TypeVar("_Log", float, Floats)


def _narrower(both: _Log) -> _Log:
    """Return the log of the usual spread over that of partners with this sum of log lengths."""
    return (both - 2 * _USUAL) * (_FALL / 2)


def _mean_length(side: Side) -> float:
    return float(side.characters_before[-1]) / max(1, side.count)
