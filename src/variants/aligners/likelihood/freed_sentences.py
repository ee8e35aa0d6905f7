"""Sentences that become free because a moved passage has others of their bead.

A weak bead that gives a sentence to a moved passage is split. The rest of it, and the unmatched
sentences beside it, may still be beads in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from variants.aligners.arrays import Flags
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.free_beads import MovedBead, find_free_beads, sentences_of
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.model import LikelihoodModel

_NEAR = 12  # Unmatched steps beside a split one that are considered, at most.


def pair_freed(
    model: LikelihoodModel, path: Path, split: Flags, moved: Sequence[MovedBead], shapes: Shapes
) -> Iterator[MovedBead]:
    """Yield beads of the sentences that are left between two beads of the path.

    Args:
        model: The model.
        path: The path.
        split: Steps that are split because a moved passage has some of their sentences.
        moved: Beads of moved passages.
        shapes: Shapes of beads.
    """
    if not split.any():
        return
    taken = sentences_of(moved)
    near = np.convolve(split, np.ones(2 * _NEAR + 1))[_NEAR:-_NEAR] > 0
    for start, end in _runs((~path.paired & near) | split, split):
        bounds = [(int(side[start, 0]), int(side[end - 1, 1])) for side in (path.seed, path.other)]
        seed, other = (
            model.constraints.free(
                side, np.array([n for n in range(*both) if n not in gone], np.int64)
            )
            for side, (both, gone) in enumerate(zip(bounds, taken, strict=True))
        )
        if not seed.size or not other.size:
            continue
        sure = min(bead.confidence for bead in moved if _meets(bead, bounds))
        beads, _ = find_free_beads(model, (seed, other), shapes, model.priors.unmatched)
        yield from (replace(bead, confidence=sure * bead.confidence) for bead in beads)


def _runs(free: Flags, wanted: Flags) -> Iterator[tuple[int, int]]:
    """Yield start and end of the runs of free steps that have a wanted one."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]).astype(np.int8)))
    for start, end in edges.reshape(-1, 2).tolist():
        if wanted[start:end].any():
            yield start, end


def _meets(bead: MovedBead, bounds: Sequence[tuple[int, int]]) -> bool:
    """Return True if a bead has a sentence within the bounds of one side."""
    return any(
        run.start < end and start < run.stop
        for run, (start, end) in zip((bead.seed, bead.other), bounds, strict=True)
    )
