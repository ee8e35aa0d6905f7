"""Candidate pairs of sentences, which share rare features, and the anchors among them.

Anchors are pairs so similar, and so well in order, that the path is searched for near them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from variants.aligners.arrays import Flags, Floats, Ints, Narrow, in_both, on_grid, ranges
from variants.aligners.likelihood.dynamic_programming import Boxes, heaviest_chain
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.model import FeatureWeights, weigh
from variants.aligners.likelihood.rates import Rates, first_rates, rates_of_anchors

_RARE = 60  # Most sentences in which a feature that votes may occur, so that cost grows linearly.
_KEPT = 6  # Candidates per sentence.
_VOTES_AT_A_TIME = 1_000_000  # Bounds the memory; the time hardly depends on it.
_FLAGS_AT_A_TIME = 4_000_000
_PAIRS_AT_A_TIME = 20_000

# Votes are sorted as one number, pair of sentences and weight, in these widths.
_STEPS = 256.0  # Units of a weight per unit of log likelihood.
_WEIGHT_BITS = 13
_SUM_BITS = 22
_MAX_WEIGHT = (1 << _WEIGHT_BITS) - 1
_MAX_SUM = (1 << _SUM_BITS) - 1

_LEAST_ANCHOR = 3.0  # Weight of an anchor: odds of twenty to one against chance.
_ANCHOR_MISS = 0.35  # Share of a miss that counts: an anchor may be a part of a larger bead.
_NEIGHBOURS = 8  # Anchors before and after that may support an anchor.
_NEAR = (30, 60)  # Sentences within which they do, on either side.
_SLANT = (3, 0.6)  # Their distance from the diagonal: sentences, and a share of the distance.


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of sentences with the features they share.

    Attributes:
        seed: Sentence of the seed of each pair, ascending, shape (pairs,).
        other: Sentence of the other side of each pair, shape (pairs,).
        pair: Number of the pair, for each feature that it shares, shape (matches,).
        feature: The shared feature, shape (matches,).
    """

    seed: Ints
    other: Ints
    pair: Ints
    feature: Narrow


def find_anchors(seed: Side, other: Side) -> tuple[tuple[Ints, Ints], Rates]:
    """Return anchors, ascending on both sides, and the rates of return that they show.

    They are chosen twice: with rates that hold for most texts, then with those learned from
    the first choice.
    """
    rates = first_rates(seed, other)
    weights = weigh(seed, other, rates)
    candidates = find_candidates(seed, other, weights)
    anchors = (candidates.seed[:0], candidates.other[:0])
    for again in (True, False):
        scores = weigh_candidates(candidates, seed, other, weights, miss=_ANCHOR_MISS)
        anchors = drop_isolated(_chained(candidates.seed, candidates.other, scores))
        if again:
            rates = rates_of_anchors(seed, other, anchors, rates)
            weights = weigh(seed, other, rates)
    return anchors, rates


def _chained(seed: Ints, other: Ints, scores: Floats) -> tuple[Ints, Ints]:
    """Return the heaviest chain of pairs that weigh enough."""
    heavy = np.flatnonzero(scores >= _LEAST_ANCHOR)
    seed, other, gains = seed[heavy], other[heavy], on_grid(scores[heavy])
    chain = heaviest_chain(Boxes(seed, other, seed + 1, other + 1, gains))
    return seed[chain], other[chain]


def drop_isolated(anchors: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Return the anchors with another one near the same diagonal; a single one may be chance."""
    seed, other = anchors
    supported = np.zeros(len(seed), np.bool_)
    for step in range(1, min(_NEIGHBOURS, len(seed) - 1) + 1):
        down, right = seed[step:] - seed[:-step], other[step:] - other[:-step]
        straight = np.abs(right - down) <= _SLANT[0] + _SLANT[1] * np.maximum(down, right)
        near = (down <= _NEAR[0]) & (right <= _NEAR[1]) & straight
        supported[step:] |= near
        supported[:-step] |= near
    return seed[supported], other[supported]


def find_candidates(seed: Side, other: Side, weights: FeatureWeights) -> Candidates:
    """Return pairs in which each sentence is among the best partners of the other.

    The best partners are the few that share the most and rarest features. Requiring both
    directions makes the result nearly independent of which text is the seed, and a pair that only
    one of its sentences would choose is rarely right.
    """
    forward = _best_partners(seed, other, weights.seed.gain)
    backward = _best_partners(other, seed, weights.other.gain)
    both = in_both(forward[0] * other.count + forward[1], backward[1] * other.count + backward[0])
    first, second = np.divmod(both, max(1, other.count))
    pairs, features = _shared(seed, other, first, second)
    return Candidates(first, second, pairs, features)


def weigh_candidates(
    candidates: Candidates, seed: Side, other: Side, weights: FeatureWeights, *, miss: float
) -> Floats:
    """Return the score of each pair as a bead, without lengths.

    Args:
        candidates: The pairs.
        seed: The side of their first sentences.
        other: The side of their second sentences.
        weights: Feature weights.
        miss: Share of a missed feature's weight that counts; less than 1 in the search for any
            sign that two sentences correspond.
    """
    first, second, feature = candidates.seed, candidates.other, candidates.feature
    from_seed, from_other = weights.seed, weights.other
    size_seed = np.log(np.maximum(seed.sizes, 1))[first]
    size_other = np.log(np.maximum(other.sizes, 1))[second]
    gains = np.maximum(0, from_seed.gain[feature] - size_other[candidates.pair])
    gains += np.maximum(0, from_other.gain[feature] - size_seed[candidates.pair])
    gains -= (miss * (from_seed.miss + from_other.miss))[feature]
    lost_seed = np.bincount(seed.sentences, from_seed.miss[seed.features], seed.count)
    lost_other = np.bincount(other.sentences, from_other.miss[other.features], other.count)
    found = np.bincount(candidates.pair, gains, len(first))
    return 0.5 * (found + miss * (lost_seed[first] + lost_other[second]))


def _best_partners(seed: Side, other: Side, gain: Floats) -> tuple[Ints, Ints]:
    """Return pairs of each seed sentence and the few sentences that get the most votes."""
    parts = [_winners(*votes, other.count) for votes in _votes(seed, other, gain)]
    first = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in parts)])
    second = np.concatenate([np.zeros(0, np.int64), *(part[1] for part in parts)])
    return first, second


def _votes(seed: Side, other: Side, gain: Floats) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield seed sentences, other sentences and weights of votes, by whole seed sentences."""
    weight = np.clip(np.rint(gain * _STEPS), 0, _MAX_WEIGHT).astype(np.int64)
    votes: Flags = (other.frequencies > 0) & (other.frequencies <= _RARE)
    occurrences = np.flatnonzero(votes[seed.features])
    features, sentences = seed.features[occurrences], seed.sentences[occurrences]
    counts, starts = other.frequencies[features], other.index_pointers[features]
    load = np.cumsum(counts)
    at = 0
    while at < len(occurrences):
        before = load[at - 1] if at else 0
        last = max(at, int(np.searchsorted(load, before + _VOTES_AT_A_TIME)) - 1)
        end = int(np.searchsorted(sentences, sentences[last], "right"))
        count = counts[at:end]
        partners = other.index_sentences[ranges(starts[at:end], count)]
        votes_of = np.repeat(sentences[at:end], count)
        yield votes_of, partners.astype(np.int64), np.repeat(weight[features[at:end]], count)
        at = end


def _winners(seed: Ints, other: Ints, weight: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the pairs with the most votes, a few for each seed sentence, heaviest first.

    Args:
        seed: Seed sentence of each vote, ascending.
        other: Other sentence of each vote.
        weight: Weight of each vote.
        count: Number of sentences on the other side.
    """
    first = seed[0]
    key = (((seed - first) * count + other) << _WEIGHT_BITS) | weight
    key.sort()
    pair = key >> _WEIGHT_BITS
    starts = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
    sums = np.minimum(np.add.reduceat(key & _MAX_WEIGHT, starts), _MAX_SUM)
    row, column = np.divmod(pair[starts], count)
    bits = max(1, count.bit_length())
    key = (((row << _SUM_BITS) | (_MAX_SUM - sums)) << bits) | column
    key.sort()
    row = key >> (_SUM_BITS + bits)
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    kept = rank < _KEPT
    return row[kept] + first, key[kept] & ((1 << bits) - 1)


def _shared(seed: Side, other: Side, first: Ints, second: Ints) -> tuple[Ints, Narrow]:
    """Return all features that the sentences of each pair share, frequent ones too."""
    step = max(1, _FLAGS_AT_A_TIME // seed.vocabulary)
    here = np.zeros((min(step, seed.count), seed.vocabulary), np.bool_)
    pairs: list[Ints] = [np.zeros(0, np.int64)]
    features: list[Narrow] = [np.zeros(0, np.int32)]
    for start in range(0, seed.count, step):
        end = min(seed.count, start + step)
        own = slice(seed.pointers[start], seed.pointers[end])
        place = (seed.sentences[own] - start, seed.features[own])
        here[place] = True
        low, high = np.searchsorted(first, (start, end))
        for at in range(int(low), int(high), _PAIRS_AT_A_TIME):
            some = np.arange(at, min(int(high), at + _PAIRS_AT_A_TIME))
            sizes = other.sizes[second[some]]
            feature = other.features[ranges(other.pointers[second[some]], sizes)]
            hit = np.flatnonzero(here[np.repeat(first[some] - start, sizes), feature])
            pairs.append(np.repeat(some, sizes)[hit])
            features.append(feature[hit])
        here[place] = False
    return np.concatenate(pairs), np.concatenate(features)
