"""Confidences as shares of beads that are right: Platt scaling of posterior probabilities.

A posterior is exact only if words are independent, which they are not: it is too low for doubtful
pairs, and too high or too low for unmatched sentences, depending on how many there are. The curves
are logistic regressions on aligned texts, also abridged ones (``benchmarks/fit_confidences.py``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variants.types.bead import Bead

_CERTAIN = 1e-6  # A confidence this close to 1 is 1.
_BEND = 3.0  # Log odds at which the curves bend.
_UNSEEN = 0.02  # Share of beads assumed to be unmatched sentences besides those found.
_DIGITS = 6


def bent_odds(confidence: float) -> tuple[float, float]:
    """Return the log odds of a confidence up to the bend, and those beyond it."""
    bounded = min(max(confidence, _CERTAIN), 1 - _CERTAIN)
    odds = math.log(bounded / (1 - bounded))
    return min(odds, _BEND), max(odds - _BEND, 0.0)


def log_unmatched(share: float) -> float:
    """Return the smoothed logarithm of a share of beads that are unmatched sentences."""
    return math.log(share + _UNSEEN)


@dataclass(frozen=True, slots=True)
class _Curve:
    """Log odds of being right.

    Attributes:
        low: Slope over the log odds of the confidence, up to the bend.
        high: Slope beyond the bend.
        unmatched: Coefficient of the log share of beads that are unmatched sentences.
        base: Constant.
    """

    low: float
    high: float
    unmatched: float
    base: float

    def right(self, confidence: float, unmatched: float) -> float:
        """Return the share that is right of beads with a confidence."""
        if confidence > 1 - _CERTAIN:
            return 1.0
        below, beyond = bent_odds(confidence)
        total = self.low * below + self.high * beyond
        total += self.unmatched * log_unmatched(unmatched) + self.base
        return round(1 / (1 + math.exp(-total)), _DIGITS)


_PAIRED = _Curve(0.61, 0.39, -0.46, 0.7)
_ALONE = _Curve(0.58, 1.03, 0.8, 2.33)
_MOVED = _Curve(0.72, 1.83, 0.0, 1.91)


def calibrate(beads: Sequence[Bead]) -> Iterator[Bead]:
    """Yield the beads of two texts with calibrated confidences."""
    unmatched = sum(not bead.seed or not bead.other for bead in beads) / max(1, len(beads))
    for bead in beads:
        curve = _MOVED if bead.moved else _PAIRED if bead.seed and bead.other else _ALONE
        confidence = curve.right(bead.confidence, unmatched)
        yield bead if confidence == bead.confidence else replace(bead, confidence=confidence)
