"""Pairs of sentences so alike, and so well in line, that the path is looked for near them."""

from __future__ import annotations

import numpy as np

from variants.aligners.likelihood.arrays import Floats, Ints, on_grid
from variants.aligners.likelihood.candidates import find_candidates, weigh_candidates
from variants.aligners.likelihood.chains import Boxes, heaviest_chain
from variants.aligners.likelihood.learning import rates_of_anchors
from variants.aligners.likelihood.sides import Side
from variants.aligners.likelihood.weights import Rates, first_rates, weigh

_LEAST = 3.0  # Weight of an anchor: twenty to one that it is no chance.
_MISS = 0.35  # Of what does not match counts: an anchor may be a part of a larger bead.
_NEIGHBOURS = 8  # Anchors before and behind among which one looks for company.
_NEAR = (30, 60)  # Sentences within which company counts, on either side.
_SLANT = (3, 0.6)  # How far company may stray from the diagonal: sentences, and a share.


def find_anchors(seed: Side, other: Side) -> tuple[tuple[Ints, Ints], Rates]:
    """Anchors, rising on both sides, and the rates of return that they show.

    They are chosen twice: with rates that hold for most texts, then with those learned from
    the first choice.
    """
    rates = first_rates(seed, other)
    weights = weigh(seed, other, rates)
    candidates = find_candidates(seed, other, weights)
    anchors = (candidates.seed[:0], candidates.other[:0])
    for again in (True, False):
        scores = weigh_candidates(candidates, seed, other, weights, miss=_MISS)
        anchors = _in_company(_chained(candidates.seed, candidates.other, scores))
        if again:
            rates = rates_of_anchors(seed, other, anchors, rates)
            weights = weigh(seed, other, rates)
    return anchors, rates


def _chained(seed: Ints, other: Ints, scores: Floats) -> tuple[Ints, Ints]:
    """The heaviest chain of pairs that weigh enough."""
    heavy = np.flatnonzero(scores >= _LEAST)
    seed, other, gains = seed[heavy], other[heavy], on_grid(scores[heavy])
    chain = heaviest_chain(Boxes(seed, other, seed + 1, other + 1, gains))
    return seed[chain], other[chain]


def _in_company(anchors: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Anchors that have another near the same diagonal: a lonely one may be chance."""
    seed, other = anchors
    accompanied = np.zeros(len(seed), np.bool_)
    for step in range(1, min(_NEIGHBOURS, len(seed) - 1) + 1):
        down, right = seed[step:] - seed[:-step], other[step:] - other[:-step]
        straight = np.abs(right - down) <= _SLANT[0] + _SLANT[1] * np.maximum(down, right)
        near = (down <= _NEAR[0]) & (right <= _NEAR[1]) & straight
        accompanied[step:] |= near
        accompanied[:-step] |= near
    return seed[accompanied], other[accompanied]
