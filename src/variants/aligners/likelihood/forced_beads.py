"""Beads that somebody laid down: anchors that hold, and steps that the path has to take.

The path runs through those of them that are in line with the anchors: the band is narrowed to
their corners. Since no other bead may hold their sentences, the best path goes round them sentence
by sentence, and these steps become one. The others cross the path, which leaves their sentences
alone.
"""

from __future__ import annotations

import numpy as np

from variants.aligners.likelihood.arrays import Flags, Ints
from variants.aligners.likelihood.band import Band, make_band
from variants.aligners.likelihood.chains import Boxes, heaviest_chain
from variants.aligners.likelihood.growing import Scorer
from variants.aligners.likelihood.paths import NOT_A_BEAD, Path
from variants.aligners.likelihood.weights import LikelihoodModel
from variants.aligners.limits import Limits, Pair

_OUTWEIGHED = 2.5
"""Anchors that a forced bead is worth. What contradicts more of them stands elsewhere: to bend
the path to it would tear apart the passages that they hold together."""


def put_in_line(
    anchors: tuple[Ints, Ints], limits: Limits
) -> tuple[tuple[Ints, Ints], tuple[Pair, ...]]:
    """Anchors that agree with each other and with forced beads, and the forced beads in line."""
    if limits.none:
        return anchors, ()
    free = limits.allowed(*anchors, 1, 1)
    found = np.stack([anchors[0][free], anchors[1][free]], axis=1)
    forced = _bounds(limits.paired)
    boxes = np.concatenate([np.concatenate([found, found + 1], axis=1), forced])
    gains = np.repeat([1.0, _OUTWEIGHED], [len(found), len(forced)])
    order = np.lexsort((boxes[:, 1], boxes[:, 0]))
    top, left, bottom, right = boxes[order].T
    chain = order[heaviest_chain(Boxes(top, left, bottom, right, gains[order]))]
    # The first and the last sentences of each.
    corners = np.unique(np.concatenate([boxes[chain, :2], boxes[chain, 2:] - 1]), axis=0)
    in_line = tuple(limits.paired[k - len(found)] for k in chain.tolist() if k >= len(found))
    return (corners[:, 0], corners[:, 1]), in_line


def narrowed(band: Band, limits: Limits) -> Band:
    """The band through the corners of the forced beads in line, wherever they lie."""
    if not limits.in_line:
        return band
    top, left, bottom, right = _bounds(limits.in_line).T
    rows = np.arange(band.rows + 1)
    # Below its first row a bead lies to the left of the path, above its last row to the right.
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


def with_forced(model: LikelihoodModel, path: Path) -> tuple[Path, Flags]:
    """The path with the forced beads in line as steps of their own.

    Returns:
        The path, and which steps of the old one remain in it.
    """
    kept = np.ones(len(path.scores), np.bool_)
    if not model.limits.in_line:
        return path, kept
    scorer = Scorer(model)
    whole = Path(path.seed.copy(), path.other.copy(), path.scores.copy(), path.beads.copy())
    for seed, other in model.limits.in_line:
        # The path goes to the right past the other side's sentences, then down.
        step = int(np.searchsorted(path.other[:, 1], other.start, "right"))
        kept[step + 1 : step + len(seed) + len(other)] = False
        whole.seed[step] = seed.start, seed.stop
        whole.other[step] = other.start, other.stop
        whole.scores[step] = scorer.bead(seed, other).score
        whole.beads[step] = NOT_A_BEAD
    return whole.only(kept), kept


def _bounds(pairs: tuple[Pair, ...]) -> Ints:
    """First sentences on both sides, then those behind the last."""
    bounds = [(seed.start, other.start, seed.stop, other.stop) for seed, other in pairs]
    return np.array(bounds, np.int64).reshape(-1, 4)
