"""Rates, priors and relatedness of two texts, learned from a first path."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.arrays import Flags, Floats, Ints, in_both, quantile
from variants.aligners.likelihood.divisions import learn_divisions
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.model import (
    LENGTH,
    Lengths,
    LikelihoodModel,
    Priors,
    lengths_of,
    weigh,
)
from variants.aligners.likelihood.pair_scores import pair_scores
from variants.aligners.likelihood.rates import Rates, feature_keys, rates_of_beads

FIRST_PRIORS = Priors(extra=-1.4, unmatched=-2.7)
"""Priors before anything is learned, as in editions with few joins and omissions."""

_LEAST_MISSING = 0.25  # Missing share of a text that shows an abridgement or a fragment.
_FEW = 40  # Sentences of a short text: in a longer one, the first path shows what is missing,
_LEAST_MISSING_OF_MANY = 0.3  # unless a greater share is.
_FEWEST_BEADS = 40  # Sure beads from which lengths are measured again.
_SHARE_MISSING = 0.8  # Part of the missing length that is treated as unmatched sentences.
_PRIOR_COUNT = 10.0  # Observations that a first prior counts as.
_EXTRA_RANGE = (-4.0, -0.3)
_UNMATCHED_RANGE = (-5.0, -0.7)

_RANDOM_PAIRS = 500
_FEWEST_RANDOM = 50
# Roberts's sequence covers a square evenly, and is the same on every machine.
_ROBERTS = (0.7548776662466927, 0.5698402909980532)
_RELATED_QUANTILE = 0.99  # Of random pairs: a related bead exceeds this score.
_RELATED_MARGIN = 1.5
_UNRELATED_QUANTILE = 0.995  # Of random pairs: no pair in unrelated texts should exceed it
_UNRELATED_MARGIN = 4.0  # by more than this; the path chooses from far more pairs than are drawn.
_NEARLY_SAME = 0.7  # Share of common words from which two sentences are related: in a text of
# refrains all sentences are as similar as partners, so that no score shows it.
_RELATED = 0.2  # Share of related sentences below which texts are not versions of each other;
_FEWEST_RELATED = 8  # fewer sentences do not allow this conclusion.


@dataclass(frozen=True, slots=True)
class LearnedModel:
    """The model learned from a path.

    Attributes:
        model: The model with learned rates and priors.
        related: Sentences in beads that chance does not explain, on each side.
        unrelated_score: A score that pairs of unrelated sentences do not reach.
    """

    model: LikelihoodModel
    related: tuple[int, int]
    unrelated_score: float

    @property
    def relatedness(self) -> float:
        """Share of related sentences in the text with fewer sentences.

        A part of a text is a version of it, however much of the text it omits.
        """
        counts = (self.model.seed.count, self.model.other.count)
        shares = zip(counts, self.related, strict=True)
        return max(min(1.0, some / count) for count, some in shares if count == min(counts))

    @property
    def unrelated(self) -> bool:
        """True if the texts do not seem to be versions of one another."""
        return self._enough and self.relatedness < _RELATED

    @property
    def undecided(self) -> bool:
        """True if the texts are too short to judge and no sentences are related."""
        return not self._enough and self.relatedness == 0

    @property
    def _enough(self) -> bool:
        return min(self.model.seed.count, self.model.other.count) >= _FEWEST_RELATED

    def and_related(self, seed: int, other: int) -> LearnedModel:
        """Return a copy with more related sentences, which were found elsewhere."""
        return replace(self, related=(self.related[0] + seed, self.related[1] + other))


def first_priors(seed: Side, other: Side, lengths: Lengths) -> Priors:
    """Return priors before anything is learned.

    If one text is much shorter than the other, and than its sure pairs would make it, the rest of
    the longer one has no counterpart. Sure pairs alone do not show this: they may be parts of
    larger beads.
    """
    ratio = math.log((seed.characters_before[-1] + 1) / (other.characters_before[-1] + 1))
    missing = 1 - math.exp(-min(abs(ratio), abs(ratio - lengths.centre)))
    few = min(seed.count, other.count) < _FEW
    if missing < (_LEAST_MISSING if few else _LEAST_MISSING_OF_MANY):
        return FIRST_PRIORS
    unmatched = math.log(missing * _SHARE_MISSING)
    return replace(FIRST_PRIORS, unmatched=min(_UNMATCHED_RANGE[1], unmatched))


def learn(model: LikelihoodModel, path: Path, rates: Rates) -> LearnedModel:
    """Learn rates, priors and relatedness from a path found with the first ones."""
    sides, paired = (model.seed, model.other), path.paired
    positive = paired & (path.scores > 0)
    rates = rates_of_beads(sides, (path.seed[positive], path.other[positive]), rates)
    model = replace(model, weights=weigh(*sides, rates))
    chance = _random_scores(model, path)
    by_chance = max(0.0, quantile(chance, _RELATED_QUANTILE))
    beyond_chance = path.scores > by_chance
    shared = similarity(model, (path.seed, path.other))
    good = paired & (shared > 0) & (beyond_chance | (shared >= _NEARLY_SAME))
    least = by_chance
    if model.priors.unmatched > FIRST_PRIORS.unmatched:
        # Few sentences of many: equal lengths do not show it, and a path is the best of many.
        least += LENGTH * model.lengths.peak + _RELATED_MARGIN
    sure = good & ((path.scores > least) | (shared >= _NEARLY_SAME))
    related = (int(path.heights[sure].sum()), int(path.widths[sure].sum()))
    model = replace(
        model,
        lengths=_learned_lengths(model, path, good),
        priors=_learned_priors(path, good, model.priors),
        divisions=learn_divisions(sides, (path.seed[good], path.other[good])),
    )
    reached = quantile(_random_scores(model, path), _UNRELATED_QUANTILE)
    learned = LearnedModel(model, related, reached + _UNRELATED_MARGIN)
    if not learned.unrelated:
        return learned
    # Two unmatched sentences must score higher than a pair of unrelated ones.
    unmatched = max(model.priors.unmatched, learned.unrelated_score / 2)
    return replace(learned, model=replace(model, priors=replace(model.priors, unmatched=unmatched)))


def _learned_lengths(model: LikelihoodModel, path: Path, good: Flags) -> Lengths:
    """Return the lengths of these beads: anchors may be parts of larger beads."""
    if int(good.sum()) < _FEWEST_BEADS:
        return model.lengths
    first, second = (
        side.characters_before[bounds[good, 1]] - side.characters_before[bounds[good, 0]]
        for side, bounds in ((model.seed, path.seed), (model.other, path.other))
    )
    return lengths_of(first, second)


def similarity(model: LikelihoodModel, bounds: tuple[Ints, Ints]) -> Floats:
    """Return the share of words that both sides of beads share; 1 where neither has any.

    Args:
        model: The model.
        bounds: For each side, first sentence of each bead and the one after its last, shape
            (beads, 2).
    """
    keys = (feature_keys(model.seed, bounds[0]), feature_keys(model.other, bounds[1]))
    steps = len(bounds[0])
    vocabulary = model.seed.vocabulary
    shared = np.bincount(in_both(*keys) // vocabulary, minlength=steps)
    sizes = np.bincount(np.concatenate(keys) // vocabulary, minlength=steps)
    return np.where(sizes > 0, 2 * shared / np.maximum(1, sizes), 1.0)


def _learned_priors(path: Path, good: Flags, before: Priors) -> Priors:
    """Return the log shares of joined and unmatched sentences, smoothed towards first priors."""
    beads = float(good.sum())
    joined = float((path.heights + path.widths - 2)[good].sum())
    unmatched = float((~path.paired).sum())

    def prior(count: float, first: float, limits: tuple[float, float]) -> float:
        expected = count + _PRIOR_COUNT * math.exp(first)
        logarithm = math.log(expected / (beads + count + _PRIOR_COUNT))
        return min(max(logarithm, limits[0]), limits[1])

    return Priors(
        prior(joined, before.extra, _EXTRA_RANGE),
        prior(unmatched, before.unmatched, _UNMATCHED_RANGE),
    )


def _random_scores(model: LikelihoodModel, path: Path) -> Floats:
    """Return the scores of pairs far from the path, as examples of unrelated sentences.

    Near the path they could be partners: in a text of 26 sentences, four in a hundred are.
    """
    # Every second pair is swapped, so that both sides are sampled in the same way.
    number = np.arange(_RANDOM_PAIRS)
    shares = (number // 2 * _ROBERTS[0] % 1.0, number // 2 * _ROBERTS[1] % 1.0)
    even = number % 2 == 0
    first = (np.where(even, *shares) * model.seed.count).astype(np.int64)
    second = (np.where(even, *reversed(shares)) * model.other.count).astype(np.int64)
    step = np.searchsorted(path.seed[:, 0], first, "right") - 1
    far = (second < path.other[step, 0] - 2) | (second > path.other[step, 1] + 1)
    if int(far.sum()) < _FEWEST_RANDOM:
        return np.zeros(1)
    return pair_scores(model, (first[far], second[far]))
