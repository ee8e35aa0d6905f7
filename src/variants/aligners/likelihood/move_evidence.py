"""Evidence for and against a move: its distance, and other sentences that are as similar."""

from __future__ import annotations

import math

import numpy as np

from variants.aligners.arrays import Floats, Ints, distinct, ranges
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.model import LENGTH, WORDS, Direction, LikelihoodModel

PRIOR_MOVED = 0.05
"""Share of unmatched sentences that are elsewhere, before any is found."""
_FALL = 1.5
"""Exponent with which the probability of a move falls with its distance."""


class SentencePlaces:
    """Place of each sentence on the path, in sentences of the other side; and free sentences."""

    def __init__(self, path: Path, free: tuple[Ints, Ints]) -> None:
        self._free = free
        self._of_seed = np.repeat(path.other[:, 0], path.heights)
        self._of_other = np.repeat(path.seed[:, 0], path.widths)
        before = np.cumsum(path.paired)
        self._before = np.repeat(before, path.heights), np.repeat(before, path.widths)
        counts = (len(self._of_seed), len(self._of_other))
        # The probabilities of all distances on both sides add up to 1.
        self._sums = [
            math.log(2 * float((np.arange(1, count + 1) ** -_FALL).sum())) for count in counts
        ]

    def in_order(self, seed: int, other: int) -> bool:
        """Return True if the path has as many beads before both sentences."""
        return bool(self._before[0][seed] == self._before[1][other])

    def prior(self, seed: int, other: int, share: float) -> float:
        """Return the log odds that two sentences that are not in order correspond.

        Args:
            seed: Sentence of the seed.
            other: Sentence of the other side.
            share: Share of unmatched sentences that are elsewhere.
        """
        nearness = [
            -_FALL * math.log(1 + abs(number - int(place)))
            - math.log(float(((1.0 + np.abs(free - place)) ** -_FALL).sum()))
            for number, place, free in zip(
                (seed, other), (self._of_other[other], self._of_seed[seed]), self._free, strict=True
            )
        ]
        return math.log(share) + sum(nearness) / 2

    def similar(self, rivals: RivalScorer, seed: range, other: range) -> float:
        """Return the log likelihood ratio of all other sentences that could be in a bead."""
        found = []
        for side, place in enumerate((self._of_other[other.start], self._of_seed[seed.start])):
            scores = rivals.scores(side, (seed, other))
            distance = np.abs(np.arange(len(scores)) - place) + 1
            weights = scores - _FALL * np.log(distance) - self._sums[side]
            found.append(float(np.logaddexp.reduce(weights, initial=0.0)))
        return max(found)


class RivalScorer:
    """Scores of all sentences of one side with the other side of a bead."""

    def __init__(self, model: LikelihoodModel) -> None:
        self._model = model
        self._sides = (model.seed, model.other)
        self._directions = (model.weights.seed, model.weights.other)
        self._missed = [
            np.bincount(side.sentences, weights.miss[side.features], side.count)
            for side, weights in zip(self._sides, self._directions, strict=True)
        ]

    def scores(self, side: int, bead: tuple[range, range]) -> Floats:
        """Return the scores of the sentences of one side, as beads of one; shape (S,)."""
        facing = self._sides[1 - side]
        run, own_run = bead[1 - side], bead[side]
        some = slice(facing.pointers[run.start], facing.pointers[run.stop])
        features = distinct(facing.features[some].astype(np.int64))
        own, mine, theirs = self._sides[side], *self._weights(side)
        counts = own.frequencies[features]
        at = ranges(own.index_pointers[features], counts)
        sentences, feature = own.index_sentences[at], np.repeat(features, counts)
        words = self._missed[side] + float(theirs.miss[features].sum())
        words -= np.bincount(sentences, (mine.miss + theirs.miss)[feature], own.count)
        for weights, room in (
            (mine, np.full(own.count, math.log(max(1, len(features))))),
            (theirs, np.log(np.maximum(own.sizes, 1))),
        ):
            informs = weights.gain[feature] > weights.least_gain
            place, gain = sentences[informs], weights.gain[feature[informs]]
            gained = np.bincount(place, gain, own.count)
            words += np.maximum(0, gained - np.bincount(place, minlength=own.count) * room)
        before = facing.characters_before
        length = float(before[run.stop] - before[run.start])
        pair = (own.characters, length) if side == 0 else (length, own.characters)
        scores = WORDS * words + LENGTH * self._model.lengths.scores(*pair)
        scores[own_run.start : own_run.stop] = -np.inf
        return scores

    def _weights(self, side: int) -> tuple[Direction, Direction]:
        return self._directions[side], self._directions[1 - side]
