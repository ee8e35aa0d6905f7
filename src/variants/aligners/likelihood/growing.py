"""The score of a single bead of any size, kept up to date while sentences join it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.bead_scores import LENGTH, WORDS
from variants.aligners.likelihood.weights import LikelihoodModel

BASE, OTHER = 0, 1
_DIGITS = 5  # Of a score: the last bits of a processor's logarithm decide nothing.


class Scorer:
    """The model in a form in which single features are quick to look up."""

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
        """The features of some sentences."""
        own = self._sides[side]
        start, end = own.pointers[sentences.start], own.pointers[sentences.stop]
        return set(own.features[start:end].tolist())

    def characters(self, side: int, sentences: range) -> float:
        """The length of some sentences."""
        before = self._sides[side].characters_before
        return float(before[sentences.stop] - before[sentences.start])

    def bead(self, seed: range, other: range) -> GrowingBead:
        """A bead of these sentences."""
        bead = GrowingBead(self)
        bead.add(BASE, seed)
        bead.add(OTHER, other)
        return bead


@dataclass(slots=True)
class _Sums:
    """What a score is made of; for each direction where there are two.

    Attributes:
        gains: Of shared features that tell something.
        told: How many of them there are.
        missed: Weight of all features not shared.
        sizes: Number of features of each side.
        sentences: On each side, the first and the one behind the last.
        characters: Length of each side.
    """

    gains: list[float]
    told: list[int]
    missed: float
    sizes: list[int]
    sentences: list[range]
    characters: list[float]

    def copy(self) -> _Sums:
        return _Sums(
            self.gains[:],
            self.told[:],
            self.missed,
            self.sizes[:],
            self.sentences[:],
            self.characters[:],
        )


class GrowingBead:
    """A bead that sentences can join, at the cost of looking at those sentences only."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._features: tuple[set[int], set[int]] = (set(), set())
        self._sums = _Sums([0.0, 0.0], [0, 0], 0.0, [0, 0], [range(0), range(0)], [0.0, 0.0])

    @property
    def score(self) -> float:
        """The log likelihood ratio, priors included; both sides hold sentences."""
        return self._score(self._sums)

    def score_with(self, side: int, sentences: range) -> float:
        """What the score would be if these sentences joined."""
        return self._score(self._joined(side, sentences)[0])

    def add(self, side: int, sentences: range) -> None:
        """Let sentences join."""
        self._sums, new = self._joined(side, sentences)
        self._features[side].update(new)

    def _joined(self, side: int, sentences: range) -> tuple[_Sums, set[int]]:
        scorer, sums = self._scorer, self._sums.copy()
        new = scorer.features(side, sentences) - self._features[side]
        shared = new & self._features[1 - side]
        own, facing = scorer.miss[side], scorer.miss[1 - side]
        sums.missed += sum(own[t] for t in new - shared) - sum(facing[t] for t in shared)
        for direction in (BASE, OTHER):
            gains = [gain for t in shared if (gain := scorer.gain[direction][t])]
            sums.gains[direction] += sum(gains)
            sums.told[direction] += len(gains)
        sums.sizes[side] += len(new)
        sums.sentences[side] = _hull(sums.sentences[side], sentences)
        sums.characters[side] += scorer.characters(side, sentences)
        return sums, new

    def _score(self, sums: _Sums) -> float:
        model = self._scorer.model
        words = sums.missed
        for direction in (BASE, OTHER):
            room = math.log(max(1, sums.sizes[1 - direction]))
            words += max(0.0, sums.gains[direction] - sums.told[direction] * room)
        length = model.lengths.score(*sums.characters)
        extra = model.priors.extra * (sum(map(len, sums.sentences)) - 2)
        return round(WORDS * words + LENGTH * length + extra + self._divisions(sums), _DIGITS)

    def _divisions(self, sums: _Sums) -> float:
        model = self._scorer.model
        if model.divisions is None:
            return 0.0
        seed, other = sums.sentences
        starts = (np.array([seed.start]), np.array([other.start]))
        sides = (model.seed, model.other)
        return float(model.divisions.scores(sides, starts, (len(seed), len(other)))[0])


def _hull(sentences: range, joining: range) -> range:
    """Sentences and their neighbours."""
    if not sentences:
        return joining
    return range(min(sentences.start, joining.start), max(sentences.stop, joining.stop))
