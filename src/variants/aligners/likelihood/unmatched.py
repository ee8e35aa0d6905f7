"""Pairs that stand alone among sentences without counterpart."""

from __future__ import annotations

import numpy as np

from variants.aligners.likelihood.arrays import Flags, Floats
from variants.aligners.likelihood.paths import NOT_A_BEAD, Path
from variants.aligners.likelihood.weights import LikelihoodModel

_NEIGHBOURS = 8  # Steps on either side.
_MOST = 0.75  # Share of them that is left alone, over which a pair is a stray;
_FEW = 5  # that says nothing of so few.


def drop_stray_pairs(
    model: LikelihoodModel, path: Path, confidences: Floats, least: float
) -> tuple[Path, Floats]:
    """Leave alone what is paired among strangers, unless it is too alike for chance.

    Where a long passage is missing or stands elsewhere, two unrelated stretches face each
    other. What sentences left alone cost was learned from the whole text, and is too much there.

    Args:
        model: What the path was found with.
        path: The path.
        confidences: How sure each of its steps is.
        least: The score that pairs of strangers do not reach.
    """
    strays = path.paired & (path.scores < least) & _among_strangers(path.paired)
    strays &= ~np.isin(path.seed[:, 0], model.limits.bound[0])
    copies = np.where(strays, path.heights + path.widths, 1)
    steps = np.repeat(np.arange(len(strays)), copies)
    parted = Path(path.seed[steps], path.other[steps], path.scores[steps], path.beads[steps])
    sure = confidences[steps]
    starts = np.cumsum(copies) - copies
    for step in np.flatnonzero(strays).tolist():
        start, end = int(starts[step]), int(starts[step] + copies[step])
        _part(parted, start, end)
        parted.scores[start:end] = model.priors.alone
        parted.beads[start:end] = NOT_A_BEAD
        sure[start:end] = 1.0 - sure[start]
    return parted, sure


def _part(path: Path, start: int, end: int) -> None:
    """Make of copies of one bead its sentences, those of the seed first."""
    (top, bottom), (left, right) = path.seed[start].tolist(), path.other[start].tolist()
    middle = start + bottom - top
    path.seed[start:middle] = [(i, i + 1) for i in range(top, bottom)]
    path.other[start:middle] = left
    path.seed[middle:end] = bottom
    path.other[middle:end] = [(j, j + 1) for j in range(left, right)]


def _among_strangers(paired: Flags) -> Flags:
    """Whether most neighbours of each step, and more than a few, are sentences left alone."""
    before = np.concatenate([[0], np.cumsum(~paired)])
    step = np.arange(len(paired))
    low, high = np.maximum(step - _NEIGHBOURS, 0), np.minimum(step + _NEIGHBOURS + 1, len(paired))
    alone = before[high] - before[low] - ~paired
    crowd: Flags = alone > np.maximum(_FEW, _MOST * (high - low - 1))
    return crowd
