"""Borders between beads, settled by the order of words.

Which of two long sentences a short one belongs to is often not to be told from sets of words:
«And it was so» shares its words with both. But partners tell things in much the same order, so
that words shared by the two sides of a bead stand at about the same place in it; with a wrong
sentence at its end all others are shifted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.likelihood.arrays import Floats
from variants.aligners.likelihood.growing import Scorer
from variants.aligners.likelihood.paths import NOT_A_BEAD, Path
from variants.aligners.likelihood.sides import Side
from variants.aligners.likelihood.weights import LikelihoodModel

_SURE = 0.97  # Beads surer than this keep their borders.
_SHIFT = 2  # Sentences by which a border may move.
_GAP = 2  # Sentences left alone between two beads that are looked at together, at most.
_FEWEST = 5  # Sentences in two beads whose border is looked at: two pairs are what they are.
_HOPELESS = 8.0  # How far an option may lie under the best without the order of its words.

_WEIGHT = 0.5  # Of the order: as of the words, since neighbours in one phrase move together.
_SPREAD = 0.07  # Of places of the same word in a bead, as a share of its length.
_ANYWHERE = 0.1  # Share of shared words that stand anywhere: chance, or another order.
_RAREST = 1e-3  # No density by chance is less.
_DIGITS = 5  # Of a score: the last bits of a processor's logarithm decide nothing.
_REPEATED = 2  # Words that occur more often in a bead tell no place.


def settle_borders(model: LikelihoodModel, path: Path, confidences: Floats) -> tuple[Path, Floats]:
    """Move the borders of unsure beads to where the order of words wants them.

    Returns:
        The path, and how sure each of its steps is: as before, but that borders that were
        looked at become as likely as the order of words makes them.
    """
    settling = _Settling(model)
    settled: list[_Step] = []
    group: list[_Step] = []
    for step in _listed(path, confidences):
        group.append(step)
        if step.paired:
            group = settling.settle(group)
            settled += group[:-1]
            group = group[-1:]
    return _path([*settled, *group])


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of a path: its bounds on both sides, and what is known of it."""

    top: int
    bottom: int
    left: int
    right: int
    score: float
    bead: int
    sure: float

    @property
    def paired(self) -> bool:
        return self.top < self.bottom and self.left < self.right

    @property
    def sentences(self) -> int:
        return self.bottom - self.top + self.right - self.left


@dataclass(frozen=True, slots=True)
class _Border:
    """Where one bead ends and the next begins; sentences in between are left alone."""

    bottom: int
    top: int
    right: int
    left: int

    @property
    def alone(self) -> int:
        return self.top - self.bottom + self.left - self.right


class _Settling:
    """Settles one border after the other."""

    def __init__(self, model: LikelihoodModel) -> None:
        self._model = model
        self._limits = model.limits
        self._scorer = Scorer(model)

    def settle(self, group: list[_Step]) -> list[_Step]:
        """A bead, sentences left alone, and the next bead; the same with a better border."""
        first, last = group[0], group[-1]
        if (
            first is last
            or not first.paired
            or len(group) > 2 + _GAP
            or min(first.sure, last.sure) > _SURE
            or first.sentences + last.sentences < _FEWEST
            or not (self._may_be(first) and self._may_be(last))
        ):
            return group
        border = _Border(first.bottom, last.top, first.right, last.left)
        likelier = sure = 1.0
        for options in (_shifted_other, _shifted_seed):
            allowed = [
                option
                for option in options(first, last, border)
                if all(self._limits.allows(*sides) for sides in _sides(first, last, option))
            ]
            border, factor, share = self._best(first, last, border, allowed)
            likelier *= factor
            sure *= share
        return self._bounded(
            replace(first, sure=min(sure, likelier * first.sure)),
            replace(last, sure=min(sure, likelier * last.sure)),
            border,
        )

    def _may_be(self, step: _Step) -> bool:
        """Whether it is no bead that somebody laid down."""
        return self._limits.allows(range(step.top, step.bottom), range(step.left, step.right))

    def _best(
        self, first: _Step, last: _Step, now: _Border, options: list[_Border]
    ) -> tuple[_Border, float, float]:
        """The best of some borders, how much likelier it is than the present one was, and how sure.

        The last figure is its share among these borders.
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

    def _plain(self, first: _Step, last: _Step, border: _Border) -> float:
        beads = (self._scorer.bead(*sides).score for sides in _sides(first, last, border))
        return sum(beads) + self._model.priors.alone * border.alone

    def _order(self, first: _Step, last: _Step, border: _Border) -> float:
        return sum(self._evidence(*sides) for sides in _sides(first, last, border))

    def _evidence(self, seed: range, other: range) -> float:
        """Log likelihood ratio of the places of shared words: in order against anywhere."""
        first, second = _places(self._model.seed, seed), _places(self._model.other, other)
        total = 0.0
        for word in first.keys() & second.keys():
            pairs = len(first[word]) * len(second[word])
            if max(len(first[word]), len(second[word])) <= _REPEATED:
                distance = min(abs(p - q) for p in first[word] for q in second[word])
                total += _in_order(distance, pairs)
        return _WEIGHT * total

    def _bounded(self, first: _Step, last: _Step, border: _Border) -> list[_Step]:
        """The steps with this border."""
        scores = [self._scorer.bead(*sides).score for sides in _sides(first, last, border)]
        alone = _Step(
            border.bottom,
            border.bottom,
            border.right,
            border.right,
            self._model.priors.alone,
            NOT_A_BEAD,
            min(first.sure, last.sure),
        )
        between = [
            *(replace(alone, top=i, bottom=i + 1) for i in range(border.bottom, border.top)),
            *(
                replace(alone, top=border.top, bottom=border.top, left=j, right=j + 1)
                for j in range(border.right, border.left)
            ),
        ]
        return [
            replace(first, bottom=border.bottom, right=border.right, score=scores[0]),
            *between,
            replace(last, top=border.top, left=border.left, score=scores[1]),
        ]


def _shifted_other(first: _Step, last: _Step, now: _Border) -> Iterator[_Border]:
    """Borders at other sentences of the other side; none left alone there, one, or as many."""
    for right in range(max(first.left + 1, now.right - _SHIFT), now.right + _SHIFT + 1):
        for alone in sorted({0, 1, now.left - now.right}):
            if right + alone < last.right:
                yield replace(now, right=right, left=right + alone)


def _shifted_seed(first: _Step, last: _Step, now: _Border) -> Iterator[_Border]:
    """The same on the side of the seed."""
    for bottom in range(max(first.top + 1, now.bottom - _SHIFT), now.bottom + _SHIFT + 1):
        for alone in sorted({0, 1, now.top - now.bottom}):
            if bottom + alone < last.bottom:
                yield replace(now, bottom=bottom, top=bottom + alone)


def _sides(first: _Step, last: _Step, border: _Border) -> Iterator[tuple[range, range]]:
    """The sentences of both beads."""
    yield range(first.top, border.bottom), range(first.left, border.right)
    yield range(border.top, last.bottom), range(border.left, last.right)


def _places(side: Side, sentences: range) -> dict[int, list[float]]:
    """Where each word stands in these sentences together, between 0 and 1."""
    start, end = side.word_pointers[sentences.start], side.word_pointers[sentences.stop]
    words = side.words[start:end].tolist()
    places: dict[int, list[float]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append((number + 0.5) / len(words))
    return places


def _in_order(distance: float, pairs: int) -> float:
    """What the least distance of so many pairs of places says, if they are partners or not."""
    by_chance = max(_RAREST, 2 * pairs * (1 - distance) ** (2 * pairs - 1))
    near = math.exp(-distance / _SPREAD) / (_SPREAD * (1 - math.exp(-1 / _SPREAD)))
    return math.log((1 - _ANYWHERE) * near / by_chance + _ANYWHERE)


def _probability(scores: dict[_Border, float], option: _Border) -> float:
    return 1 / sum(math.exp(min(700.0, score - scores[option])) for score in scores.values())


def _listed(path: Path, confidences: Floats) -> Iterator[_Step]:
    for (top, bottom), (left, right), score, bead, sure in zip(
        path.seed.tolist(),
        path.other.tolist(),
        path.scores.tolist(),
        path.beads.tolist(),
        confidences.tolist(),
        strict=True,
    ):
        yield _Step(top, bottom, left, right, score, bead, sure)


def _path(steps: Sequence[_Step]) -> tuple[Path, Floats]:
    bounds = np.array([(step.top, step.bottom, step.left, step.right) for step in steps])
    path = Path(
        bounds[:, :2],
        bounds[:, 2:],
        np.array([step.score for step in steps]),
        np.array([step.bead for step in steps]),
    )
    return path, np.array([step.sure for step in steps])
