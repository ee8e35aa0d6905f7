"""Forced beads as anchors of the band and as steps of the path.

The path runs through the forced beads that agree with the anchors: the band is narrowed to their
corners. No other bead may have their sentences, so the best path passes them as unmatched
sentences, and these steps become one. The other forced beads cross the path, which leaves their
sentences unmatched.
"""

from __future__ import annotations

import numpy as np

from variants.aligners.arrays import Flags, Ints
from variants.aligners.constraints import Constraints, Pair
from variants.aligners.likelihood.band import Band, make_band
from variants.aligners.likelihood.dynamic_programming import (
    NOT_A_BEAD,
    Boxes,
    Path,
    heaviest_chain,
)
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import BeadScorer

_ANCHORS = 2.5
"""Number of anchors that a forced bead outweighs. A bead that contradicts more of them is moved:
a path through it would separate the passages that they join."""


def choose_path_beads(
    anchors: tuple[Ints, Ints], constraints: Constraints
) -> tuple[tuple[Ints, Ints], tuple[Pair, ...]]:
    """Return anchors that agree with each other and with forced beads, and the beads on the path.

    The anchors include the corners of these beads.
    """
    if constraints.none:
        return anchors, ()
    free = constraints.allowed(*anchors, 1, 1)
    found = np.stack([anchors[0][free], anchors[1][free]], axis=1)
    forced = _bounds(constraints.paired)
    boxes = np.concatenate([np.concatenate([found, found + 1], axis=1), forced])
    gains = np.repeat([1.0, _ANCHORS], [len(found), len(forced)])
    order = np.lexsort((boxes[:, 1], boxes[:, 0]))
    top, left, bottom, right = boxes[order].T
    chain = order[heaviest_chain(Boxes(top, left, bottom, right, gains[order]))]
    # The first and the last sentences of each.
    corners = np.unique(np.concatenate([boxes[chain, :2], boxes[chain, 2:] - 1]), axis=0)
    on_path = tuple(constraints.paired[k - len(found)] for k in chain.tolist() if k >= len(found))
    return (corners[:, 0], corners[:, 1]), on_path


def narrow(band: Band, constraints: Constraints) -> Band:
    """Return the band through the corners of the forced beads on the path."""
    if not constraints.on_path:
        return band
    top, left, bottom, right = _bounds(constraints.on_path).T
    rows = np.arange(band.rows + 1)
    # Below its first row a bead is to the left of the path, above its last row to the right.
    rights = np.concatenate([[0], right])
    least = rights[np.searchsorted(top, rows, "left")]
    reached = rights[np.searchsorted(top, rows, "right")]
    last = [band.rows + 1], [band.columns], [band.columns]
    tops, lefts, rights = (
        np.concatenate([bounds, end]) for bounds, end in zip((top, left, right), last, strict=True)
    )
    begun, ahead = np.searchsorted(bottom, rows, "left"), np.searchsorted(bottom, rows, "right")
    begins = np.where(tops[begun] >= rows, lefts[begun], rights[begun])
    most = np.where(tops[ahead] > rows, lefts[ahead], rights[ahead])
    low = np.minimum(np.maximum(band.low, least), begins)
    high = np.minimum(np.maximum(band.high, reached), most)
    return make_band(low, high)


def insert_forced(model: LikelihoodModel, path: Path) -> tuple[Path, Flags]:
    """Return the path with each forced bead on it as one step.

    Returns:
        The path, and for each step of the old one True if it remains, shape (steps,).
    """
    kept = np.ones(len(path.scores), np.bool_)
    if not model.constraints.on_path:
        return path, kept
    scorer = BeadScorer(model)
    whole = Path(path.seed.copy(), path.other.copy(), path.scores.copy(), path.beads.copy())
    for seed, other in model.constraints.on_path:
        # The path passes the other side's sentences first, to the right, then those of the seed.
        step = int(np.searchsorted(path.other[:, 1], other.start, "right"))
        kept[step + 1 : step + len(seed) + len(other)] = False
        whole.seed[step] = seed.start, seed.stop
        whole.other[step] = other.start, other.stop
        whole.scores[step] = scorer.bead(seed, other).score
        whole.beads[step] = NOT_A_BEAD
    return whole.only(kept), kept


def _bounds(pairs: tuple[Pair, ...]) -> Ints:
    """Return top, left, bottom and right of each bead, shape (pairs, 4)."""
    bounds = [(seed.start, other.start, seed.stop, other.stop) for seed, other in pairs]
    return np.array(bounds, np.int64).reshape(-1, 4)
