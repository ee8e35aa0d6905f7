"""Pairs of sentences of similar length, side by side in arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variants.words.vocabulary import Numbers

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

NumberedPair = tuple[Sequence[int], Sequence[int]]
"""The words of a seed and of its other, as numbers of a ``Vocabulary``."""

_CELLS_AT_ONCE = 32_000  # Of all pairs in a batch: what stays in the processor's cache.
_HEADROOM, _HEADROOM_SHARE = 2, 1.15  # How much longer than the shortest seed the longest may be.


@dataclass(frozen=True, slots=True)
class Batch:
    """Several pairs; arrays over their cells have the shape (seed word, other word, pair).

    The pair comes last since then every step works on long stretches of memory.

    Attributes:
        members: Which pairs these are.
        seed: Words, shape (seed word, pair), filled up with the vocabulary's last row.
        other: The same for the other side.
        rows: How many words each seed has.
        columns: How many each other has.
    """

    members: tuple[int, ...]
    seed: Numbers
    other: Numbers
    rows: Numbers
    columns: Numbers

    @property
    def inside(self) -> Flags:
        """Which cells are cells of two words."""
        rows, columns = np.arange(len(self.seed)), np.arange(len(self.other))
        inside: Flags = (rows[:, None] < self.rows)[:, None] & (columns[:, None] < self.columns)
        return inside


def cut_batches(
    pairs: Sequence[NumberedPair], chosen: Iterable[int], filler: int
) -> Iterator[Batch]:
    """The chosen pairs that have words on both sides, those of like size together.

    Args:
        pairs: All pairs.
        chosen: Which of them.
        filler: The number that stands for no word.
    """
    sizes = [(len(seed), len(other)) for seed, other in pairs]
    order = sorted((sizes[k], k) for k in chosen if all(sizes[k]))
    members: list[int] = []
    height = width = 0
    for (rows, columns), k in order:
        wider = max(width, columns)
        full = rows * wider * (len(members) + 1) > _CELLS_AT_ONCE
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
