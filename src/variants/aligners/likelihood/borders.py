"""Borders between beads, corrected by word order.

Sets of words often do not show which of two long sentences a short one belongs to: "And it was so"
shares its words with both. But corresponding sentences have much the same order, so that the words
that both sides of a bead share are at about the same relative position. A wrong sentence at the
end of a bead shifts all others.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variants.aligners.arrays import Floats
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.path_steps import PathStep, path_of, steps_of
from variants.aligners.likelihood.single_bead import BeadScorer

_CERTAIN = 0.97  # Beads with a higher confidence keep their borders.
_MAX_SHIFT = 2  # Sentences by which a border may move.
_MAX_GAP = 2  # Unmatched sentences between two beads that are considered together, at most.
_FEWEST = 5  # Sentences in two beads whose border is considered; fewer leave nothing to move.
_HOPELESS = 8.0  # Log odds below the best, without word order, from which an option is skipped.

_WEIGHT = 0.5  # Of word order; neighbouring words in one phrase are not independent evidence.
_SPREAD = 0.07  # Of positions of the same word in a bead, as a share of its length.
_ANYWHERE = 0.1  # Share of shared words whose positions are independent.
_MIN_DENSITY = 1e-3  # Least density by chance.
_DIGITS = 5  # Rounding of a score, because the last bits of a logarithm differ between processors.
_MAX_REPEATED = 2  # Words that occur more often in a bead have no position.


def correct_borders(model: LikelihoodModel, path: Path, confidences: Floats) -> tuple[Path, Floats]:
    """Move the borders of uncertain beads to where word order fits best.

    Returns:
        The path and the confidence of each step. At a border that was considered, confidences
        are multiplied by the ratio of the probabilities with and without word order.
    """
    correction = _Correction(model)
    corrected: list[PathStep] = []
    group: list[PathStep] = []
    for step in steps_of(path, confidences):
        group.append(step)
        if step.paired:
            group = correction.correct(group)
            corrected += group[:-1]
            group = group[-1:]
    return path_of([*corrected, *group])


@dataclass(frozen=True, slots=True)
class _Border:
    """End of one bead and start of the next; sentences in between are unmatched."""

    bottom: int
    top: int
    right: int
    left: int

    @property
    def unmatched(self) -> int:
        return self.top - self.bottom + self.left - self.right


class _Correction:
    """Corrects one border at a time."""

    def __init__(self, model: LikelihoodModel) -> None:
        self._model = model
        self._constraints = model.constraints
        self._scorer = BeadScorer(model)

    def correct(self, group: list[PathStep]) -> list[PathStep]:
        """Return a bead, unmatched sentences and the next bead, with the best border."""
        first, last = group[0], group[-1]
        if (
            first is last
            or not first.paired
            or len(group) > 2 + _MAX_GAP
            or min(first.confidence, last.confidence) > _CERTAIN
            or first.sentences + last.sentences < _FEWEST
            or not (self._may_change(first) and self._may_change(last))
        ):
            return group
        border = _Border(first.bottom, last.top, first.right, last.left)
        factor = share = 1.0
        for options in (_shifted_other, _shifted_seed):
            allowed = [
                option
                for option in options(first, last, border)
                if all(self._constraints.allows(*sides) for sides in _sides(first, last, option))
            ]
            border, new_factor, new_share = self._best(first, last, border, allowed)
            factor *= new_factor
            share *= new_share
        return self._bounded(
            replace(first, confidence=min(share, factor * first.confidence)),
            replace(last, confidence=min(share, factor * last.confidence)),
            border,
        )

    def _may_change(self, step: PathStep) -> bool:
        """Return True if the step is not a forced bead."""
        return self._constraints.allows(*step.sides)

    def _best(
        self, first: PathStep, last: PathStep, now: _Border, options: list[_Border]
    ) -> tuple[_Border, float, float]:
        """Return the best of some borders, the factor of its probability, and its probability.

        The factor is relative to the probability of the present border without word order. Both
        probabilities are among these borders.
        """
        if len(options) == 1:
            return now, 1.0, 1.0
        plain = {option: self._plain(first, last, option) for option in options}
        highest = max(plain.values())
        ordered = {
            option: round(score + self._order(first, last, option), _DIGITS)
            for option, score in plain.items()
            if score > highest - _HOPELESS or option == now
        }
        best = max(ordered, key=lambda option: (ordered[option], option == now))
        share = _probability(ordered, best)
        return best, share / _probability(plain, now), share

    def _plain(self, first: PathStep, last: PathStep, border: _Border) -> float:
        """Return the score of both beads and of the unmatched sentences between them."""
        beads = (self._scorer.bead(*sides).score for sides in _sides(first, last, border))
        return sum(beads) + self._model.priors.unmatched * border.unmatched

    def _order(self, first: PathStep, last: PathStep, border: _Border) -> float:
        return sum(self._order_evidence(*sides) for sides in _sides(first, last, border))

    def _order_evidence(self, seed: range, other: range) -> float:
        """Return the log likelihood ratio of the positions of shared words: in order or not."""
        first, second = _positions(self._model.seed, seed), _positions(self._model.other, other)
        total = 0.0
        for word in first.keys() & second.keys():
            pairs = len(first[word]) * len(second[word])
            if max(len(first[word]), len(second[word])) <= _MAX_REPEATED:
                distance = min(abs(p - q) for p in first[word] for q in second[word])
                total += _log_ratio(distance, pairs)
        return _WEIGHT * total

    def _bounded(self, first: PathStep, last: PathStep, border: _Border) -> list[PathStep]:
        """Return the steps with this border."""
        scores = [self._scorer.bead(*sides).score for sides in _sides(first, last, border)]
        unmatched = PathStep(
            border.bottom,
            border.bottom,
            border.right,
            border.right,
            self._model.priors.unmatched,
            NOT_A_BEAD,
            min(first.confidence, last.confidence),
        )
        between = [
            *(replace(unmatched, top=i, bottom=i + 1) for i in range(border.bottom, border.top)),
            *(
                replace(unmatched, top=border.top, bottom=border.top, left=j, right=j + 1)
                for j in range(border.right, border.left)
            ),
        ]
        return [
            replace(first, bottom=border.bottom, right=border.right, score=scores[0]),
            *between,
            replace(last, top=border.top, left=border.left, score=scores[1]),
        ]


def _shifted_other(first: PathStep, last: PathStep, now: _Border) -> Iterator[_Border]:
    """Yield borders shifted on the other side, with no, one or as many unmatched sentences."""
    for right in range(max(first.left + 1, now.right - _MAX_SHIFT), now.right + _MAX_SHIFT + 1):
        for unmatched in sorted({0, 1, now.left - now.right}):
            if right + unmatched < last.right:
                yield replace(now, right=right, left=right + unmatched)


def _shifted_seed(first: PathStep, last: PathStep, now: _Border) -> Iterator[_Border]:
    """Yield borders shifted in the seed, with no, one or as many unmatched sentences."""
    for bottom in range(max(first.top + 1, now.bottom - _MAX_SHIFT), now.bottom + _MAX_SHIFT + 1):
        for unmatched in sorted({0, 1, now.top - now.bottom}):
            if bottom + unmatched < last.bottom:
                yield replace(now, bottom=bottom, top=bottom + unmatched)


def _sides(first: PathStep, last: PathStep, border: _Border) -> Iterator[tuple[range, range]]:
    """Yield the sentences of both beads."""
    yield range(first.top, border.bottom), range(first.left, border.right)
    yield range(border.top, last.bottom), range(border.left, last.right)


def _positions(side: Side, sentences: range) -> dict[int, list[float]]:
    """Return the positions of each word in these sentences together, from 0 to 1."""
    start, end = side.word_pointers[sentences.start], side.word_pointers[sentences.stop]
    words = side.words[start:end].tolist()
    positions: dict[int, list[float]] = {}
    for number, word in enumerate(words):
        positions.setdefault(word, []).append((number + 0.5) / len(words))
    return positions


def _log_ratio(distance: float, pairs: int) -> float:
    """Return the log likelihood ratio of the least distance among pairs of positions.

    The distance of corresponding words is distributed exponentially, truncated at 1; that of
    independent ones as the least of ``pairs`` distances between uniform positions.
    """
    by_chance = max(_MIN_DENSITY, 2 * pairs * (1 - distance) ** (2 * pairs - 1))
    near = math.exp(-distance / _SPREAD) / (_SPREAD * (1 - math.exp(-1 / _SPREAD)))
    return math.log((1 - _ANYWHERE) * near / by_chance + _ANYWHERE)


def _probability(scores: dict[_Border, float], option: _Border) -> float:
    return 1 / sum(math.exp(min(700.0, score - scores[option])) for score in scores.values())
