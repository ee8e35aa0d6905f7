"""Items of lists: like sentences that differ by their numbers.

"21 votes were cast" and "30 votes were cast" share nearly all words, so words do not show which of
them "Thirty delegates voted" renders, and the path joins both with it. Their numbers show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from variants.aligners.arrays import Floats
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.features import Numerals, figures_of
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.path_steps import PathStep, path_of, steps_of
from variants.aligners.likelihood.single_bead import OTHER, SEED, BeadScorer

_LIKE = 0.6  # Share of common words from which two sentences are items of one list.


def part_items(
    model: LikelihoodModel,
    path: Path,
    confidences: Floats,
    texts: tuple[Sequence[str], Sequence[str]],
    numerals: Numerals,
) -> tuple[Path, Floats]:
    """Leave items alone whose numbers are missing opposite, beside a like one whose are not.

    Args:
        model: The model.
        path: The path.
        confidences: Confidence of each step, shape (steps,).
        texts: The sentences of both sides.
        numerals: Figures for numbers in words.

    Returns:
        The path and the confidence of each step.
    """
    if not ((path.heights > 1) ^ (path.widths > 1))[path.paired].any():
        return path, confidences
    items = _Items(model, texts, numerals)
    steps = list(steps_of(path, confidences))
    parted = [part for step in steps for part in items.parted(step)]
    return path_of(parted) if len(parted) > len(steps) else (path, confidences)


class _Items:
    """Parts beads of several sentences on one side and one on the other."""

    def __init__(
        self,
        model: LikelihoodModel,
        texts: tuple[Sequence[str], Sequence[str]],
        numerals: Numerals,
    ) -> None:
        self._unmatched = model.priors.unmatched
        self._allows = model.constraints.allows
        self._scorer = BeadScorer(model)
        self._texts = texts
        self._numerals = numerals

    def parted(self, step: PathStep) -> Iterator[PathStep]:
        """Yield a step without the items at its ends that it does not render, and those items."""
        lengths = [len(sentences) for sentences in step.sides]
        if not step.paired or min(lengths) > 1 or max(lengths) == 1:
            yield step
            return
        several = SEED if lengths[SEED] > 1 else OTHER
        run = step.sides[several]
        start, stop = run.start, run.stop
        while stop - start > 1 and self._strange(start, start + 1, step, several):
            start += 1
        while stop - start > 1 and self._strange(stop - 1, stop - 2, step, several):
            stop -= 1
        bead = step.with_side(several, range(start, stop))
        if bead == step or not (self._allows(*step.sides) and self._allows(*bead.sides)):
            yield step
            return
        one = step.sides[1 - several]
        alone = replace(step, score=self._unmatched, bead=NOT_A_BEAD)
        for number in range(run.start, start):
            before = alone.with_side(1 - several, range(one.start, one.start))
            yield before.with_side(several, range(number, number + 1))
        yield replace(bead, score=self._scorer.bead(*bead.sides).score, bead=NOT_A_BEAD)
        for number in range(stop, run.stop):
            after = alone.with_side(1 - several, range(one.stop, one.stop))
            yield after.with_side(several, range(number, number + 1))

    def _strange(self, item: int, beside: int, step: PathStep, side: int) -> bool:
        """Return True if an item's numbers are missing opposite, but those beside it are there."""
        mine, theirs = self._figures(side, item), self._figures(side, beside)
        if not mine or mine == theirs or not self._like(side, item, beside):
            return False
        opposite = self._figures(1 - side, step.sides[1 - side].start)
        return mine.isdisjoint(opposite) and not theirs.isdisjoint(opposite)

    def _figures(self, side: int, sentence: int) -> frozenset[str]:
        return figures_of(self._texts[side][sentence], self._numerals)

    def _like(self, side: int, one: int, other: int) -> bool:
        """Return True if two sentences of one side share most of their words."""
        first, second = (self._scorer.features(side, range(k, k + 1)) for k in (one, other))
        return 2 * len(first & second) >= _LIKE * (len(first) + len(second))
