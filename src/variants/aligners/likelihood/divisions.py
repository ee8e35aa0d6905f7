"""What the divisions of both texts say about which sentences belong together.

Two translations keep their paragraphs or they do not, and number their verses alike or they do
not. So nothing is believed beforehand: how often a division on one side begins where one on the
other does is counted on the beads that were found by the words alone. Only if that is far more
often than chance would have it does it count, by as much as was counted. Divisions that differ
leave every score as it was.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Flags, Floats, Ints
from variants.aligners.likelihood.sides import Side
from variants.types.segmentation import Segmentation

_NOTHING, _UNLABELLED = 0, 1
_SURE = 8.0  # Log odds from which an agreement is no chance: three thousand to one.
_LIKE_OBSERVED = 10.0  # Observations that what would be so by chance counts as.

Marks = tuple[list[int], list[int]]
"""What each sentence of both sides begins: 0 for nothing, 1 for a division, and for one with a
label the same higher number wherever the label is the same."""


def find_marks(seed: Segmentation, other: Segmentation) -> Marks:
    """What the sentences begin; the first of a text begins nothing that could tell anything."""
    numbers: dict[str, int] = {}
    return _marks(seed, numbers), _marks(other, numbers)


def _marks(cut: Segmentation, numbers: dict[str, int]) -> list[int]:
    marks = [_NOTHING] * len(cut.sentences)
    for division in cut.witness.divisions:
        place = bisect_left(cut.sentences, division.span.start, key=lambda span: span.start)
        if 0 < place < len(marks) and cut.sentences[place].start < division.span.end:
            label = division.label
            marks[place] = (
                numbers.setdefault(label, _UNLABELLED + 1 + len(numbers)) if label else _UNLABELLED
            )
    return marks


@dataclass(frozen=True, slots=True)
class DivisionAgreement:
    """Log likelihood ratios of what beads begin and hold: partners against strangers.

    Attributes:
        starts: Whether a bead begins a division on the seed, and on the other side.
        inside: For each side, of a sentence that is not the first of its bead: that it begins
            no division, and that it begins one.
        labels: Of divisions that both have a label: that it is another, and that it is the same.
    """

    starts: Floats
    inside: tuple[tuple[float, float], tuple[float, float]]
    labels: tuple[float, float]

    def scores(self, sides: tuple[Side, Side], starts: tuple[Ints, Ints], shape: Shape) -> Floats:
        """Of beads of one shape that start from these sentences."""
        first, second = (side.marks[start] for side, start in zip(sides, starts, strict=True))
        scores: Floats = self.starts[np.minimum(first, 1), np.minimum(second, 1)]
        labelled = (first > _UNLABELLED) & (second > _UNLABELLED)
        other, same = self.labels
        scores = scores + np.where(labelled, np.where(first == second, same, other), 0.0)
        for side, start, size, (none, some) in zip(sides, starts, shape, self.inside, strict=True):
            begun = side.marks_before[start + size] - side.marks_before[start + 1]
            scores += begun * some + (size - 1 - begun) * none
        return scores


Shape = tuple[int, int]
"""How many sentences a bead has on each side."""


def learn_divisions(
    sides: tuple[Side, Side], bounds: tuple[Ints, Ints]
) -> DivisionAgreement | None:
    """How divisions agree in these beads; nothing if it may be chance.

    Args:
        sides: Both texts.
        bounds: The first sentence of each bead and the one behind its last, on each side.
    """
    if not all(side.marks.any() for side in sides):
        return None
    marks = tuple(side.marks[bound[:, 0]] for side, bound in zip(sides, bounds, strict=True))
    # The beginnings of texts coincide, whatever comes after them.
    inner = (bounds[0][:, 0] > 0) & (bounds[1][:, 0] > 0)
    first, second = marks[0][inner], marks[1][inner]
    starts = _starts(sides, first, second)
    labels = _labels(sides, first, second)
    if starts is None and labels is None:
        return None
    if starts is None:
        return DivisionAgreement(np.zeros((2, 2)), ((0.0, 0.0), (0.0, 0.0)), labels or (0.0, 0.0))
    inside = (_inside(sides[0], bounds[0]), _inside(sides[1], bounds[1]))
    return DivisionAgreement(starts, inside, labels or (0.0, 0.0))


def _starts(sides: tuple[Side, Side], first: Ints, second: Ints) -> Floats | None:
    """Of beginnings of beads: how often they begin divisions together, against chance."""
    places = np.minimum(first, 1) * 2 + np.minimum(second, 1)
    counts = np.bincount(places, minlength=4).reshape(2, 2).astype(np.float64)
    total = counts.sum()
    if not total:
        return None
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / total
    some: Flags = counts > 0
    evidence = float((counts[some] * np.log(counts[some] / expected[some])).sum())
    if counts[1, 1] <= expected[1, 1] or evidence < _SURE:
        return None
    seed, other = (_share_begun(side) for side in sides)
    return _ratios(counts, np.outer([1 - seed, seed], [1 - other, other]))


def _inside(side: Side, bounds: Ints) -> tuple[float, float]:
    """Of the sentences inside beads: that they begin no division, and that they begin one."""
    begun = float((side.marks_before[bounds[:, 1]] - side.marks_before[bounds[:, 0] + 1]).sum())
    total = float((bounds[:, 1] - bounds[:, 0] - 1).sum())
    share = _share_begun(side)
    none, some = _ratios(np.array([total - begun, begun]), np.array([1 - share, share])).tolist()
    return none, some


def _labels(sides: tuple[Side, Side], first: Ints, second: Ints) -> tuple[float, float] | None:
    """Of beads that begin with a label on both sides: that it is another, and the same.

    Labels count only if most are the same. Where one side counts otherwise, the same number
    stands close to the place, and often enough in a wrong bead for more than chance.
    """
    both = (first > _UNLABELLED) & (second > _UNLABELLED)
    total, same = float(both.sum()), float((first[both] == second[both]).sum())
    if same <= total / 2:
        return None
    kinds = 1 + max(int(side.marks.max()) for side in sides)
    counts = [np.bincount(side.marks[side.marks > _UNLABELLED], minlength=kinds) for side in sides]
    chance = float(counts[0] @ counts[1]) / (float(counts[0].sum()) * float(counts[1].sum()))
    expected = total * chance
    if same * math.log(same / expected) - same + expected < _SURE:
        return None
    observed = np.array([total - same, same])
    other, equal = _ratios(observed, np.array([1 - chance, chance])).tolist()
    return other, equal


def _share_begun(side: Side) -> float:
    """The share of sentences that begin a division, but for the first of the text."""
    return float(side.marks_before[-1]) / max(1, side.count - 1)


def _ratios(counts: Floats, chance: Floats) -> Floats:
    """Log ratios of what was counted to what would be by chance, drawn towards 0."""
    found = (counts + _LIKE_OBSERVED * chance) / (counts.sum() + _LIKE_OBSERVED)
    possible: Flags = (chance > 0) & (found > 0)
    ratios = np.zeros(counts.shape)
    ratios[possible] = np.log(found[possible] / chance[possible])
    return ratios
