"""Evidence from the divisions of both texts, such as paragraphs and numbered verses.

Two translations may or may not keep paragraphs and number their verses the same way. So the
agreement is learned: beads that were found by words alone are counted, and divisions add to a
score only if they begin together far more often than by chance. Divisions that disagree leave
every score unchanged.

Where most sentences of both texts are divisions of their own, such as lines of dialogue and
verse, they cannot begin together more often than by chance. There, sentences are joined less
often than in running prose, until the beads show that they are.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Flags, Floats, Ints
from variants.aligners.likelihood.features import DivisionMarks, Side
from variants.types.segmentation import Segmentation

_NOTHING, _UNLABELLED = 0, 1
_SIGNIFICANT = 8.0  # Log odds from which an agreement is not chance: three thousand to one.
_PRIOR_COUNT = 10.0  # Observations that the chance distribution counts as.
_MOST = 0.5  # Share of sentences that begin divisions from which most are divisions of their own.
_JOINED = 0.135  # How often a sentence then joins the one before, against running prose.

Shape = tuple[int, int]
"""Number of sentences of a bead on each side."""


def find_marks(seed: Segmentation, other: Segmentation) -> DivisionMarks:
    """Return the divisions that begin at each sentence, except at the first one of a text."""
    numbers: dict[str, int] = {}
    return _marks(seed, numbers), _marks(other, numbers)


def _marks(cut: Segmentation, numbers: dict[str, int]) -> list[int]:
    marks = [_NOTHING] * len(cut.sentences)
    for division in cut.witness.divisions:
        # The first sentence that begins inside the division.
        place = bisect_left(cut.sentences, division.span.start, key=lambda span: span.start)
        if 0 < place < len(marks) and cut.sentences[place].start < division.span.end:
            label = division.label
            marks[place] = (
                numbers.setdefault(label, _UNLABELLED + 1 + len(numbers)) if label else _UNLABELLED
            )
    return marks


@dataclass(frozen=True, slots=True)
class DivisionAgreement:
    """Log likelihood ratios of divisions in a bead: corresponding sentences against chance.

    Attributes:
        starts: Indexed by whether the bead begins a division in the seed and in the other side,
            shape (2, 2).
        inside: For each side, for a sentence that is not the first of its bead: if it begins no
            division, and if it begins one.
        labels: For beads that begin with a label on both sides: if they differ, and if they agree.
    """

    starts: Floats
    inside: tuple[tuple[float, float], tuple[float, float]]
    labels: tuple[float, float]

    def scores(self, sides: tuple[Side, Side], starts: tuple[Ints, Ints], shape: Shape) -> Floats:
        """Return the score of each bead of one shape, given by its first sentences."""
        first, second = (side.marks[start] for side, start in zip(sides, starts, strict=True))
        scores: Floats = self.starts[np.minimum(first, 1), np.minimum(second, 1)]
        labelled = (first > _UNLABELLED) & (second > _UNLABELLED)
        other, same = self.labels
        scores = scores + np.where(labelled, np.where(first == second, same, other), 0.0)
        for side, start, size, (none, some) in zip(sides, starts, shape, self.inside, strict=True):
            begun = side.marks_before[start + size] - side.marks_before[start + 1]
            scores += begun * some + (size - 1 - begun) * none
        return scores


def learn_divisions(
    sides: tuple[Side, Side], bounds: tuple[Ints, Ints]
) -> DivisionAgreement | None:
    """Learn how divisions agree in beads; ``None`` if the agreement may be chance.

    Args:
        sides: Both texts.
        bounds: For each side, first sentence of each bead and the one after its last, shape
            (beads, 2).
    """
    if not all(side.marks.any() for side in sides):
        return None
    marks = tuple(side.marks[bound[:, 0]] for side, bound in zip(sides, bounds, strict=True))
    # The beginnings of both texts coincide without being evidence.
    inner = (bounds[0][:, 0] > 0) & (bounds[1][:, 0] > 0)
    first, second = marks[0][inner], marks[1][inner]
    starts = _starts(sides, first, second)
    labels = _labels(sides, first, second)
    separate = min(map(_share_begun, sides)) > _MOST
    if starts is None and labels is None and not separate:
        return None
    inside = ((0.0, 0.0), (0.0, 0.0))
    if starts is not None or separate:
        joined = _JOINED if separate else 1.0
        inside = (_inside(sides[0], bounds[0], joined), _inside(sides[1], bounds[1], joined))
    return DivisionAgreement(
        np.zeros((2, 2)) if starts is None else starts, inside, labels or (0.0, 0.0)
    )


def _starts(sides: tuple[Side, Side], first: Ints, second: Ints) -> Floats | None:
    """Return log ratios for beads that begin divisions; ``None`` if they agree as by chance.

    The significance is the log likelihood ratio of the contingency table (Dunning 1993).
    """
    places = np.minimum(first, 1) * 2 + np.minimum(second, 1)
    counts = np.bincount(places, minlength=4).reshape(2, 2).astype(np.float64)
    total = counts.sum()
    if not total:
        return None
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / total
    some: Flags = counts > 0
    evidence = float((counts[some] * np.log(counts[some] / expected[some])).sum())
    if counts[1, 1] <= expected[1, 1] or evidence < _SIGNIFICANT:
        return None
    seed, other = (_share_begun(side) for side in sides)
    return _log_ratios(counts, np.outer([1 - seed, seed], [1 - other, other]))


def _inside(side: Side, bounds: Ints, joined: float) -> tuple[float, float]:
    """Return log ratios for a sentence inside a bead: it begins no division, or it begins one.

    Args:
        side: The text.
        bounds: First sentence of each bead and the one after its last, shape (beads, 2).
        joined: Frequency of sentences that begin a division inside a bead, against chance, before
            any bead is known.
    """
    begun = float((side.marks_before[bounds[:, 1]] - side.marks_before[bounds[:, 0] + 1]).sum())
    total = float((bounds[:, 1] - bounds[:, 0] - 1).sum())
    share = _share_begun(side)
    found = (begun + _PRIOR_COUNT * joined * share) / (total + _PRIOR_COUNT)
    none = math.log((1 - found) / (1 - share)) if found < 1 and share < 1 else 0.0
    return none, math.log(found / share) if found and share else 0.0


def _labels(sides: tuple[Side, Side], first: Ints, second: Ints) -> tuple[float, float] | None:
    """Return log ratios for beads with a label on both sides: labels differ, labels agree.

    Labels count only if most agree. If one side is numbered differently, equal numbers occur near
    each other, often enough in a wrong bead to exceed chance.
    """
    both = (first > _UNLABELLED) & (second > _UNLABELLED)
    total, same = float(both.sum()), float((first[both] == second[both]).sum())
    if same <= total / 2:
        return None
    kinds = 1 + max(int(side.marks.max()) for side in sides)
    counts = [np.bincount(side.marks[side.marks > _UNLABELLED], minlength=kinds) for side in sides]
    chance = float(counts[0] @ counts[1]) / (float(counts[0].sum()) * float(counts[1].sum()))
    expected = total * chance
    if same * math.log(same / expected) - same + expected < _SIGNIFICANT:
        return None
    observed = np.array([total - same, same])
    other, equal = _log_ratios(observed, np.array([1 - chance, chance])).tolist()
    return other, equal


def _share_begun(side: Side) -> float:
    """Return the share of sentences that begin a division, without the first of the text."""
    return float(side.marks_before[-1]) / max(1, side.count - 1)


def _log_ratios(counts: Floats, chance: Floats) -> Floats:
    """Return log ratios of observed to chance frequencies, smoothed towards 0."""
    found = (counts + _PRIOR_COUNT * chance) / (counts.sum() + _PRIOR_COUNT)
    possible: Flags = (chance > 0) & (found > 0)
    ratios = np.zeros(counts.shape)
    ratios[possible] = np.log(found[possible] / chance[possible])
    return ratios
