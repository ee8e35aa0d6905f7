"""Score of a single bead of any size, updated incrementally as sentences join it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.model import LENGTH, WORDS, LikelihoodModel

SEED, OTHER = 0, 1
_DIGITS = 5  # Rounding of a score, because the last bits of a logarithm differ between processors.


class BeadScorer:
    """The model as lists and sets, which make single features fast to look up."""

    def __init__(self, model: LikelihoodModel) -> None:
        self.model = model
        sides = (model.seed, model.other)
        directions = (model.weights.seed, model.weights.other)
        self._sides = sides
        self.miss = tuple(direction.miss.tolist() for direction in directions)
        self.gain = tuple(
            np.where(direction.gain > direction.least_gain, direction.gain, 0.0).tolist()
            for direction in directions
        )

    def features(self, side: int, sentences: range) -> set[int]:
        """Return the features of some sentences."""
        own = self._sides[side]
        start, end = own.pointers[sentences.start], own.pointers[sentences.stop]
        return set(own.features[start:end].tolist())

    def characters(self, side: int, sentences: range) -> float:
        """Return the length of some sentences in characters."""
        before = self._sides[side].characters_before
        return float(before[sentences.stop] - before[sentences.start])

    def bead(self, seed: range, other: range) -> GrowingBead:
        """Return a bead of these sentences."""
        bead = GrowingBead(self)
        bead.add(SEED, seed)
        bead.add(OTHER, other)
        return bead

    def divisions(self, seed: range, other: range) -> float:
        """Return the score of the divisions in a bead of these sentences."""
        model = self.model
        if model.divisions is None:
            return 0.0
        starts = (np.array([seed.start]), np.array([other.start]))
        sides = (model.seed, model.other)
        return float(model.divisions.scores(sides, starts, (len(seed), len(other)))[0])


@dataclass(slots=True)
class _ScoreParts:
    """The parts of a score; lists have one value for each side.

    Attributes:
        gains: Sum over shared informative features.
        informative: Number of shared informative features.
        missed: Weight of all features that are not shared.
        sizes: Number of features.
        sentences: First sentence and the one after the last.
        characters: Length.
    """

    gains: list[float]
    informative: list[int]
    missed: float
    sizes: list[int]
    sentences: list[range]
    characters: list[float]

    def copy(self) -> _ScoreParts:
        return _ScoreParts(
            self.gains[:],
            self.informative[:],
            self.missed,
            self.sizes[:],
            self.sentences[:],
            self.characters[:],
        )


class GrowingBead:
    """A bead that sentences can join, at a cost that depends on those sentences only."""

    def __init__(self, scorer: BeadScorer) -> None:
        self._scorer = scorer
        self._features: tuple[set[int], set[int]] = (set(), set())
        self._parts = _ScoreParts([0.0, 0.0], [0, 0], 0.0, [0, 0], [range(0), range(0)], [0.0, 0.0])

    @property
    def score(self) -> float:
        """Log likelihood ratio, priors included, of a bead with sentences on both sides."""
        return self._score(self._parts)

    def score_with(self, side: int, sentences: range) -> float:
        """Return the score that the bead would have if these sentences joined it."""
        return self._score(self._joined(side, sentences)[0])

    def add(self, side: int, sentences: range) -> None:
        """Add sentences to one side."""
        self._parts, new = self._joined(side, sentences)
        self._features[side].update(new)

    def _joined(self, side: int, sentences: range) -> tuple[_ScoreParts, set[int]]:
        """Return the parts of the score with these sentences, and the features they add."""
        scorer, parts = self._scorer, self._parts.copy()
        new = scorer.features(side, sentences) - self._features[side]
        shared = new & self._features[1 - side]
        own, facing = scorer.miss[side], scorer.miss[1 - side]
        parts.missed += sum(own[t] for t in new - shared) - sum(facing[t] for t in shared)
        for direction in (SEED, OTHER):
            gains = [gain for t in shared if (gain := scorer.gain[direction][t])]
            parts.gains[direction] += sum(gains)
            parts.informative[direction] += len(gains)
        parts.sizes[side] += len(new)
        parts.sentences[side] = _hull(parts.sentences[side], sentences)
        parts.characters[side] += scorer.characters(side, sentences)
        return parts, new

    def _score(self, parts: _ScoreParts) -> float:
        model = self._scorer.model
        words = parts.missed
        for direction in (SEED, OTHER):
            room = math.log(max(1, parts.sizes[1 - direction]))
            words += max(0.0, parts.gains[direction] - parts.informative[direction] * room)
        length = model.lengths.score(*parts.characters)
        extra = model.priors.bead(*map(len, parts.sentences))
        divisions = self._scorer.divisions(*parts.sentences)
        return round(WORDS * words + LENGTH * length + extra + divisions, _DIGITS)


def _hull(sentences: range, joining: range) -> range:
    """Return the smallest run with both runs of sentences."""
    if not sentences:
        return joining
    return range(min(sentences.start, joining.start), max(sentences.stop, joining.stop))
