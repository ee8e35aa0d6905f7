"""Pairs of sentences that are worth comparing: those that share rare features."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import (
    Flags,
    Floats,
    Ints,
    Narrow,
    in_both,
    ranges,
)
from variants.aligners.likelihood.sides import Side
from variants.aligners.likelihood.weights import FeatureWeights

_RARE = 60  # Sentences in which a feature that votes may occur, in a short text,
_RARE_SHARE = 0.004  # and as a share of a long one.
_KEPT = 6  # Candidates kept for a sentence.
_VOTES_AT_A_TIME = 1_000_000  # Bounds the memory; the time hardly depends on it.
_FLAGS_AT_A_TIME = 4_000_000
_PAIRS_AT_A_TIME = 20_000

# Votes are sorted as one number: pair of sentences, then weight, in these widths.
_STEPS = 256.0  # Of a weight, a unit of log likelihood.
_WEIGHT_BITS = 13
_SUM_BITS = 22
_HEAVIEST = (1 << _WEIGHT_BITS) - 1
_HEAVIEST_SUM = (1 << _SUM_BITS) - 1


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of sentences with the features they share.

    Attributes:
        seed: Sentence of the seed, of each pair; rising.
        other: Sentence of the other side.
        pair: Of each shared feature, the number of the pair that shares it.
        feature: The shared feature.
    """

    seed: Ints
    other: Ints
    pair: Ints
    feature: Narrow


def find_candidates(seed: Side, other: Side, weights: FeatureWeights) -> Candidates:
    """Pairs each of which is among the few that share the most and rarest features with the other.

    Asked from both sides, so that the alignment hangs as little as can be on which text is the
    seed; and a pair that only one of its sentences would choose is seldom right.
    """
    forward = _chosen(seed, other, weights.seed.gain)
    backward = _chosen(other, seed, weights.other.gain)
    both = in_both(forward[0] * other.count + forward[1], backward[1] * other.count + backward[0])
    first, second = np.divmod(both, max(1, other.count))
    pairs, features = _shared(seed, other, first, second)
    return Candidates(first, second, pairs, features)


def weigh_candidates(
    candidates: Candidates, seed: Side, other: Side, weights: FeatureWeights, *, miss: float
) -> Floats:
    """The score of each pair as a bead, without lengths.

    Args:
        candidates: The pairs.
        seed: The side of their first sentences.
        other: The side of their second.
        weights: Of the features.
        miss: How much of a missed feature's weight counts. Less than all of it, while what
            is looked for is any sign that two sentences belong together.
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


def _chosen(seed: Side, other: Side, gain: Floats) -> tuple[Ints, Ints]:
    """For each seed sentence the few sentences that get the most votes."""
    parts = [_winners(*votes, other.count) for votes in _votes(seed, other, gain)]
    first = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in parts)])
    second = np.concatenate([np.zeros(0, np.int64), *(part[1] for part in parts)])
    return first, second


def _votes(seed: Side, other: Side, gain: Floats) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Seed sentence, other sentence and weight of each vote, whole seed sentences at a time."""
    weight = np.clip(np.rint(gain * _STEPS), 0, _HEAVIEST).astype(np.int64)
    most = max(_RARE, int(_RARE_SHARE * other.count))
    votes: Flags = (other.frequencies > 0) & (other.frequencies <= most)
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
    """The pairs that get the most votes, a few for each seed sentence, heaviest first."""
    first = seed[0]
    key = (((seed - first) * count + other) << _WEIGHT_BITS) | weight
    key.sort()
    pair = key >> _WEIGHT_BITS
    starts = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
    sums = np.minimum(np.add.reduceat(key & _HEAVIEST, starts), _HEAVIEST_SUM)
    row, column = np.divmod(pair[starts], count)
    bits = max(1, count.bit_length())
    key = (((row << _SUM_BITS) | (_HEAVIEST_SUM - sums)) << bits) | column
    key.sort()
    row = key >> (_SUM_BITS + bits)
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    kept = rank < _KEPT
    return row[kept] + first, key[kept] & ((1 << bits) - 1)


def _shared(seed: Side, other: Side, first: Ints, second: Ints) -> tuple[Ints, Narrow]:
    """All features that the sentences of each pair share, frequent ones too."""
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
