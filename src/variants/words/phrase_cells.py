"""Pairs of words that may belong to one phrase, and their features for the stage of phrases."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from variants.words.batches import Floats
from variants.words.cells import Cells, Places
from variants.words.evidence import PairEvidence, is_same

CELL_FEATURES = (
    *("logit", "p", "left", "right", "above", "below", "before", "after"),
    *("left 2", "right 2", "above 2", "below 2"),
    *("row rival", "column rival", "row rival logit", "column rival logit", "both rivals"),
    *("row sum", "column sum", "start", "free rows", "free columns", "length ratio"),
    *("same share", "distance"),
)
"""Features without vectors; ``MEANING_FEATURES`` follow if there are vectors."""
MEANING_FEATURES = ("meaning", "close meaning", "very close meaning")

LEAST = 0.02
"""Probability from which the stage judges a pair; others are never links."""
_LINKED = 0.5
_LEAST_RIVAL = 0.01  # Lower probabilities of a rival do not matter.
_NEARLY_CERTAIN = 1e-4
_CLOSE, _VERY_CLOSE = 0.25, 0.45  # Cosines from which features with own weights start.
_MOST_LINKS = 3.0  # Expected links of a word beside the one in question; more does not matter.
_REACH = 2


def cell_features(evidence: PairEvidence, p: Floats, cells: Cells) -> Floats:
    """Return the features of cells, shape (features, cells).

    Args:
        evidence: The evidence about the pairs of their batch.
        p: Probabilities of the scorer, shape (seed word, other word, pair).
        cells: The cells, with these probabilities.

    Returns:
        A row for each of ``CELL_FEATURES``, and if there are vectors of ``MEANING_FEATURES``.
    """
    batch = evidence.batch
    pair, i, j, own = cells
    rows = _Rivals(cells, cells.seed, batch.rows)
    columns = _Rivals(cells, cells.other, batch.columns)
    row_rival, column_rival = rows.rival, columns.rival
    place = (i, j, pair)
    features = [
        *(_logit(own, _NEARLY_CERTAIN), own),
        *_beside(p, place),
        *(row_rival, column_rival),
        *(_logit(row_rival, _LEAST_RIVAL), _logit(column_rival, _LEAST_RIVAL)),
        row_rival * column_rival,
        np.minimum(rows.others, _MOST_LINKS),
        np.minimum(columns.others, _MOST_LINKS),
        evidence.start[place],
        *(rows.free[pair], columns.free[pair]),
        np.log(batch.rows / batch.columns)[pair],
        _same_share(evidence, cells)[pair],
        np.abs((i + 0.5) / batch.rows[pair] - (j + 0.5) / batch.columns[pair]),
    ]
    if evidence.meaning is not None:
        meaning = evidence.meaning[place]
        features += [meaning, np.maximum(meaning - _CLOSE, 0), np.maximum(meaning - _VERY_CLOSE, 0)]
    return np.stack(features).astype(np.float32)


class _Rivals:
    """The other probable cells in the row or the column of each cell.

    Attributes:
        rival: Highest probability of another cell there.
        others: Sum of the probabilities of the other cells.
        free: Share of each pair's words without a link.
    """

    def __init__(self, cells: Cells, words: Places, counts: npt.NDArray[np.int32]) -> None:
        key = cells.pair * (int(words.max(initial=0)) + 1) + words
        # The cells are sorted by seed word already.
        order = slice(None) if words is cells.seed else np.argsort(key, kind="stable")
        p, key, pair = cells.p[order], key[order], cells.pair[order]
        is_first = np.diff(key, prepend=-1) != 0
        starts, group = np.flatnonzero(is_first), np.cumsum(is_first) - 1
        best = np.maximum.reduceat(p, starts)
        is_best = p == best[group]
        second = np.maximum.reduceat(np.where(is_best, np.float32(0), p), starts)
        second = np.where(np.add.reduceat(is_best, starts, dtype=np.int32) > 1, best, second)
        total = np.add.reduceat(p, starts)
        self.rival, self.others = np.empty_like(p), np.empty_like(p)
        self.rival[order] = np.where(is_best, second[group], best[group])
        self.others[order] = total[group] - p
        linked = np.bincount(pair[starts], best >= _LINKED, minlength=len(counts))
        self.free = 1 - linked / counts


def _beside(p: Floats, place: tuple[Places, Places, Places]) -> list[Floats]:
    """Return the probabilities of the ten cells around each cell, 0 outside."""
    height, width, _ = p.shape
    padded = np.zeros((height + 2 * _REACH, width + 2 * _REACH, p.shape[2]), dtype=np.float32)
    padded[_REACH : _REACH + height, _REACH : _REACH + width] = p
    i, j, pair = place[0] + _REACH, place[1] + _REACH, place[2]
    flat, line = padded.reshape(-1), padded.shape[1]
    here = (i * line + j) * p.shape[2] + pair

    def at(rows: int, columns: int) -> Floats:
        there: Floats = flat[here + (rows * line + columns) * p.shape[2]]
        return there

    steps = ((0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, 1), (0, -2), (0, 2), (-2, 0), (2, 0))
    return [at(*step) for step in steps]


def _same_share(evidence: PairEvidence, cells: Cells) -> Floats:
    """Return the share of each pair's words that are linked to an equal word."""
    batch = evidence.batch
    same = is_same(evidence.pair_type[cells.seed, cells.other, cells.pair])
    linked = np.bincount(cells.pair, same * cells.p, minlength=len(batch.rows))
    share: Floats = (2 * linked / (batch.rows + batch.columns)).astype(np.float32)
    return share


def _logit(p: Floats, least: float) -> Floats:
    clipped = np.clip(p, least, 1 - _NEARLY_CERTAIN)
    logit: Floats = np.log(clipped / (1 - clipped))
    return logit
