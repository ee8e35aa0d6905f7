"""The best path of beads through a band."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Flags, Floats, Ints
from variants.aligners.likelihood.band import Band
from variants.aligners.likelihood.bead_scores import Beads
from variants.aligners.likelihood.chains import Boxes, chain_sums, heaviest_chain

NOT_A_BEAD = -1


@dataclass(frozen=True, slots=True)
class Path:
    """Every sentence of both sides once, in an order that rises on both.

    Attributes:
        seed: First seed sentence of each step, and the one behind its last.
        other: The same on the other side.
        scores: What each step adds to the path.
        beads: Number of each step's bead; ``NOT_A_BEAD`` for a sentence left alone.
    """

    seed: Ints
    other: Ints
    scores: Floats
    beads: Ints

    @property
    def heights(self) -> Ints:
        """How many seed sentences each step holds."""
        return self.seed[:, 1] - self.seed[:, 0]

    @property
    def widths(self) -> Ints:
        """How many sentences of the other side each step holds."""
        return self.other[:, 1] - self.other[:, 0]

    @property
    def paired(self) -> Flags:
        """Which steps hold sentences of both sides."""
        return (self.heights > 0) & (self.widths > 0)

    def only(self, steps: Flags) -> Path:
        """Some of the steps."""
        return Path(self.seed[steps], self.other[steps], self.scores[steps], self.beads[steps])


def best_path(beads: Beads, band: Band, alone: float) -> Path:
    """The path of the greatest sum, where a sentence left alone costs ``alone``.

    If sentences left alone were free, and a bead worth its score less what its sentences would
    have cost alone, the sum of every path would change by the same. So the best path is the
    heaviest chain of beads: between two of them a way of single sentences always stays inside
    the band.
    """
    chosen, boxes = _boxes(beads, alone)
    return _filled(beads, chosen[heaviest_chain(boxes)], band, alone)


def best_path_and_sums(beads: Beads, band: Band, alone: float) -> tuple[Path, Floats]:
    """The best path, and for each cell the greatest sum of beads on a way to it."""
    chosen, boxes = _boxes(beads, alone)
    chain, sums = chain_sums(boxes, band)
    return _filled(beads, chosen[chain], band, alone), sums


def worth(beads: Beads, alone: float) -> Floats:
    """What each bead adds to a path on which sentences left alone are free."""
    return beads.scores - alone * (beads.height + beads.width)


def _boxes(beads: Beads, alone: float) -> tuple[Ints, Boxes]:
    best = np.flatnonzero(beads.best)
    top, left = beads.top[best], beads.left[best]
    bottom, right = top + beads.height[best], left + beads.width[best]
    return best, Boxes(top, left, bottom, right, worth(beads, alone)[best])


def _filled(beads: Beads, chain: Ints, band: Band, alone: float) -> Path:
    """A path of these beads and, one by one, the sentences between them."""
    highs = band.high.tolist()
    steps = []
    i = j = 0
    for bead, top, left, height, width in zip(
        [*chain.tolist(), NOT_A_BEAD],
        [*beads.top[chain].tolist(), band.rows],
        [*beads.left[chain].tolist(), band.columns],
        [*beads.height[chain].tolist(), 0],
        [*beads.width[chain].tolist(), 0],
        strict=True,
    ):
        while i < top or j < left:
            # The other side first, where the band allows it.
            to_right = j < left and j < highs[i]
            below, right = (i, j + 1) if to_right else (i + 1, j)
            steps.append((i, below, j, right, NOT_A_BEAD))
            i, j = below, right
        if height:
            steps.append((i, i + height, j, j + width, bead))
            i, j = i + height, j + width
    path = np.array(steps, np.int64).reshape(-1, 5)
    numbers = path[:, 4]
    found = numbers != NOT_A_BEAD
    scores = np.full(len(path), alone)
    scores[found] = beads.scores[numbers[found]]
    return Path(path[:, 0:2].copy(), path[:, 2:4].copy(), scores, numbers)
