"""The score of a single bead of any size, kept up to date while sentences join it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.beads import LENGTH, WORDS
from variants.aligners.likelihood.weights import Model

BASE, OTHER = 0, 1


class Scorer:
    """The model in a form in which single features are quick to look up."""

    def __init__(self, model: Model) -> None:
        self.model = model
        sides = (model.base, model.other)
        directions = (model.weights.base, model.weights.other)
        self._sides = sides
        self.miss = tuple(direction.miss.tolist() for direction in directions)
        self.gain = tuple(
            np.where(direction.gain > direction.least_gain, direction.gain, 0.0).tolist()
            for direction in directions
        )

    def features(self, side: int, sentence: int) -> list[int]:
        """The features of one sentence."""
        own = self._sides[side]
        found: list[int] = own.features[
            own.pointers[sentence] : own.pointers[sentence + 1]
        ].tolist()
        return found

    def characters(self, side: int, sentence: int) -> float:
        """The length of one sentence."""
        return float(self._sides[side].characters[sentence])

    def bead(self, base: range, other: range) -> GrowingBead:
        """A bead of these sentences."""
        bead = GrowingBead(self)
        for side, sentences in ((BASE, base), (OTHER, other)):
            for sentence in sentences:
                bead.add(side, sentence)
        return bead


@dataclass(slots=True)
class _Sums:
    """What a score is made of; for each direction where there are two.

    Attributes:
        gains: Of shared features that tell something.
        told: How many of them there are.
        missed: Weight of all features not shared.
        sizes: Number of features of each side.
        sentences: Number of sentences of each side.
        characters: Length of each side.
    """

    gains: list[float]
    told: list[int]
    missed: float
    sizes: list[int]
    sentences: list[int]
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
    """A bead that sentences can join; it costs what the joining sentence's features cost."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._features: tuple[set[int], set[int]] = (set(), set())
        self._sums = _Sums([0.0, 0.0], [0, 0], 0.0, [0, 0], [0, 0], [0.0, 0.0])

    @property
    def score(self) -> float:
        """The log likelihood ratio, priors included; both sides hold sentences."""
        return self._score(self._sums)

    def score_with(self, side: int, sentence: int) -> float:
        """What the score would be if this sentence joined."""
        return self._score(self._joined(side, sentence)[0])

    def add(self, side: int, sentence: int) -> None:
        """Let a sentence join."""
        self._sums, new = self._joined(side, sentence)
        self._features[side].update(new)

    def _joined(self, side: int, sentence: int) -> tuple[_Sums, list[int]]:
        scorer, sums = self._scorer, self._sums.copy()
        own, opposite = self._features[side], self._features[1 - side]
        new = [t for t in scorer.features(side, sentence) if t not in own]
        for t in new:
            if t not in opposite:
                sums.missed += scorer.miss[side][t]
                continue
            sums.missed -= scorer.miss[1 - side][t]
            for direction in (BASE, OTHER):
                gain = scorer.gain[direction][t]
                if gain:
                    sums.gains[direction] += gain
                    sums.told[direction] += 1
        sums.sizes[side] += len(new)
        sums.sentences[side] += 1
        sums.characters[side] += scorer.characters(side, sentence)
        return sums, new

    def _score(self, sums: _Sums) -> float:
        model = self._scorer.model
        words = sums.missed
        for direction in (BASE, OTHER):
            room = math.log(max(1, sums.sizes[1 - direction]))
            words += max(0.0, sums.gains[direction] - sums.told[direction] * room)
        lengths = [np.array([characters]) for characters in sums.characters]
        length = float(model.lengths.scores(*lengths)[0])
        extra = model.priors.extra * (sum(sums.sentences) - 2)
        return WORDS * words + LENGTH * length + extra
