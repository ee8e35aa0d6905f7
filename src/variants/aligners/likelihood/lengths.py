"""What the lengths of two sentences say about their belonging together."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Floats, Ints
from variants.aligners.likelihood.sides import Side

_SOFTENING = 8.0  # Characters added to both sides: short sentences vary more.
_FEWEST = 20  # Anchors from which a spread can be measured.
_MOST_RATIO = math.log(4)  # A text this much shorter in any script leaves something out.
_USUAL_SPREAD = 0.4  # Of log ratios between partners, where it cannot be measured.
_RANDOM_SPREAD = 1.0  # The same between sentences taken at random.
_SPREAD_RANGE = (0.12, 0.6)
_OF_NORMAL = 1.4826  # From a median deviation to a standard one, of a normal curve.
_WIDER = 1.15  # Beads are less alike than the anchors that were chosen for likeness.


@dataclass(frozen=True, slots=True)
class Lengths:
    """Log ratios of the lengths of partners, against those of sentences taken at random.

    Attributes:
        centre: The usual log ratio.
        curve: How fast the score falls with the squared distance from it.
        peak: The score at the centre.
    """

    centre: float
    curve: float
    peak: float

    def scores(self, seed: Floats, other: Floats) -> Floats:
        """Log likelihood ratio for beads of these lengths, in characters."""
        distance = np.log((seed + _SOFTENING) / (other + _SOFTENING)) - self.centre
        return self.peak - self.curve * distance * distance

    def usual(self, seed: float) -> float:
        """The length that the other side of a bead usually has."""
        return max(0.0, (seed + _SOFTENING) / math.exp(self.centre) - _SOFTENING)

    def score(self, seed: float, other: float) -> float:
        """The same for a single bead."""
        distance = math.log((seed + _SOFTENING) / (other + _SOFTENING)) - self.centre
        return self.peak - self.curve * distance * distance


def measure_lengths(seed: Side, other: Side, anchors: tuple[Ints, Ints]) -> Lengths:
    """The length model that the anchors show: median and robust spread."""
    first = seed.characters[anchors[0]] + _SOFTENING
    second = other.characters[anchors[1]] + _SOFTENING
    ratios = np.log(first / second)
    if len(ratios) < _FEWEST:
        # One text may be a part of the other: anchors say more than all that stands there.
        whole = math.log((seed.characters_before[-1] + 1) / (other.characters_before[-1] + 1))
        whole = min(max(whole, -_MOST_RATIO), _MOST_RATIO)
        centre = (float(ratios.sum()) + whole) / (len(ratios) + 1)
        return _lengths(centre, _USUAL_SPREAD, _RANDOM_SPREAD)
    centre = float(np.median(ratios))
    deviation = float(np.median(np.abs(ratios - centre)))
    spread = min(max(_OF_NORMAL * deviation * _WIDER, _SPREAD_RANGE[0]), _SPREAD_RANGE[1])
    # Anchors against the partners of anchors a third of the text further on.
    further = len(first) // 3 + 1
    strangers = np.concatenate([first / np.roll(second, further), np.roll(first, further) / second])
    return _lengths(centre, spread, max(spread * 1.5, float(np.std(np.log(strangers)))))


def _lengths(centre: float, spread: float, random: float) -> Lengths:
    curve = 0.5 * (1 / spread**2 - 1 / random**2)
    return Lengths(centre, curve, math.log(random / spread))
