"""Cells of a batch that are probable enough to be considered."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from variants.words.batches import Flags, Floats

Places = npt.NDArray[np.intp]


class Cells(NamedTuple):
    """Probable cells of a batch, sorted by pair, seed word and other word.

    Each array has the shape (cells,).

    Attributes:
        pair: Place of the pair in the batch.
        seed: Index of the seed's word in its sentence.
        other: Index of the other side's word.
        p: Probability, from 0 to 1.
    """

    pair: Places
    seed: Places
    other: Places
    p: Floats

    def only(self, chosen: Flags) -> Cells:
        """Return the cells with True in an array of shape (cells,)."""
        return Cells(self.pair[chosen], self.seed[chosen], self.other[chosen], self.p[chosen])


def probable_cells(p: Floats, least: float) -> Cells:
    """Return the cells of a batch whose probability is above ``least``.

    Args:
        p: Probabilities, shape (seed word, other word, pair), 0 in the padding.
        least: A probability from 0 to 1.
    """
    by_pair = p.transpose(2, 0, 1)
    pair, seed, other = np.nonzero(by_pair > least)
    return Cells(pair, seed, other, by_pair[pair, seed, other])
