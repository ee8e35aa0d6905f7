"""Batches of sentence pairs of similar length, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variants.words.vocabulary import Numbers

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

NumberedPair = tuple[Sequence[int], Sequence[int]]
"""The words of a seed sentence and of its counterpart, as numbers of a ``Vocabulary``."""

_MAX_CELLS = 64_000  # Cells of all pairs in a batch, so that arrays fit in the processor's cache.
_HEADROOM, _HEADROOM_SHARE = 2, 1.15  # Bound of the longest seed's length by the shortest seed's.


@dataclass(frozen=True, slots=True)
class Batch:
    """Several pairs; arrays over their cells have the shape (seed word, other word, pair).

    The pair is the last axis, so that every operation runs over long contiguous memory.

    Attributes:
        members: Numbers of the pairs.
        seed: Words, shape (seed word, pair), padded with the number of the vocabulary's last row.
        other: Words of the other side, shape (other word, pair), padded in the same way.
        rows: Number of words of each seed, shape (pair,).
        columns: Number of words of each other side, shape (pair,).
    """

    members: tuple[int, ...]
    seed: Numbers
    other: Numbers
    rows: Numbers
    columns: Numbers

    @property
    def inside(self) -> Flags:
        """True for each cell that is not padding."""
        rows, columns = np.arange(len(self.seed)), np.arange(len(self.other))
        inside: Flags = (rows[:, None] < self.rows)[:, None] & (columns[:, None] < self.columns)
        return inside


def cut_batches(
    pairs: Sequence[NumberedPair], chosen: Iterable[int], filler: int
) -> Iterator[Batch]:
    """Yield the chosen pairs with words on both sides, pairs of similar size together.

    Args:
        pairs: All pairs.
        chosen: Numbers of the pairs to include.
        filler: Number for padding.
    """
    sizes = [(len(seed), len(other)) for seed, other in pairs]
    order = sorted((sizes[k], k) for k in chosen if all(sizes[k]))
    members: list[int] = []
    height = width = 0
    for (rows, columns), k in order:
        wider = max(width, columns)
        full = rows * wider * (len(members) + 1) > _MAX_CELLS
        if members and (full or rows > _HEADROOM_SHARE * sizes[members[0]][0] + _HEADROOM):
            yield _batch(members, pairs, (height, width), filler)
            members, wider = [], columns
        members.append(k)
        height, width = rows, wider
    if members:
        yield _batch(members, pairs, (height, width), filler)


def _batch(
    members: Sequence[int], pairs: Sequence[NumberedPair], size: tuple[int, int], filler: int
) -> Batch:
    sides = []
    for side in (0, 1):
        words = np.full((len(members), size[side]), filler, dtype=np.int32)
        for n, k in enumerate(members):
            words[n, : len(pairs[k][side])] = pairs[k][side]
        sides.append(np.ascontiguousarray(words.T))
    counts = [np.array([len(pairs[k][side]) for k in members], dtype=np.int32) for side in (0, 1)]
    return Batch(tuple(members), sides[0], sides[1], counts[0], counts[1])
