"""What two texts teach about themselves."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.likelihood.arrays import Flags, Floats, Ints, distinct, in_both, ranges
from variants.aligners.likelihood.divisions import learn_divisions
from variants.aligners.likelihood.growing import Scorer
from variants.aligners.likelihood.paths import Path
from variants.aligners.likelihood.sides import Side
from variants.aligners.likelihood.weights import (
    CLASSES,
    LikelihoodModel,
    Priors,
    Rates,
    frequency_classes,
    weigh,
)

FIRST_PRIORS = Priors(extra=-1.4, alone=-2.7)
"""Before anything is learned: what editions with few joins and omissions show."""

_LIKE_OBSERVED = 10.0  # Observations that what was believed before counts as.
_RATE_RANGE = (0.01, 0.93)
_EXTRA_RANGE = (-4.0, -0.3)
_ALONE_RANGE = (-5.0, -0.7)
_SURE_SHARE = 0.98  # Features that stand in nearly all sentences return by chance.

_RANDOM_PAIRS = 500
_FEWEST_RANDOM = 50
# Roberts's sequence covers a square evenly, and is the same on every machine.
_ROBERTS = (0.7548776662466927, 0.5698402909980532)
_CHANCE = 0.99  # Share of random pairs that a bead has to surpass to count as related,
_UNRELATED_CHANCE = 0.995  # and what no forced pair of unrelated texts should.
_BEYOND_CHANCE = 4.0  # By how much: the path has the choice of far more pairs than are drawn.
_NEARLY_SAME = 0.7  # Share of common words from which two sentences are no strangers: in a text of
# refrains all sentences are as alike as partners, so that no score shows it.
_RELATED = 0.2  # Share of sentences under which texts are no versions of each other;
_FEWEST_RELATED = 8  # of fewer sentences one cannot tell.


@dataclass(frozen=True, slots=True)
class LearnedModel:
    """What the first path taught.

    Attributes:
        model: With learned rates and priors.
        related: How many sentences are in beads that chance does not explain, on each side.
        strangers: A score that pairs of unrelated sentences do not reach.
    """

    model: LikelihoodModel
    related: tuple[int, int]
    strangers: float

    @property
    def relatedness(self) -> float:
        """The share of related sentences in the text that has fewer.

        A part of a text is a version of it, however much of the text it leaves out.
        """
        counts = (self.model.seed.count, self.model.other.count)
        shares = zip(counts, self.related, strict=True)
        return max(min(1.0, some / count) for count, some in shares if count == min(counts))

    @property
    def unrelated(self) -> bool:
        """Whether the texts do not seem to be versions of one another."""
        return self._enough and self.relatedness < _RELATED

    @property
    def untold(self) -> bool:
        """Whether they are too short to tell, and no two sentences share a word that says it."""
        return not self._enough and self.relatedness == 0

    @property
    def _enough(self) -> bool:
        return min(self.model.seed.count, self.model.other.count) >= _FEWEST_RELATED

    def and_related(self, seed: int, other: int) -> LearnedModel:
        """The same, knowing that so many sentences more are related: some stand elsewhere."""
        return replace(self, related=(self.related[0] + seed, self.related[1] + other))


def learn(model: LikelihoodModel, path: Path, rates: Rates) -> LearnedModel:
    """Rates, priors and relatedness from a path found with what was believed before."""
    paired = path.paired
    rates = rates_of_beads(model, path.only(paired & (path.scores > 0)), rates)
    model = replace(model, weights=weigh(model.seed, model.other, rates))
    chance = _chance_scores(model, path)
    beyond_chance = path.scores > max(0.0, float(np.quantile(chance, _CHANCE)))
    alike = _alike(model, path)
    good = paired & (alike > 0) & (beyond_chance | (alike >= _NEARLY_SAME))
    related = (int(path.heights[good].sum()), int(path.widths[good].sum()))
    model = replace(
        model,
        priors=_learned_priors(path, good),
        divisions=learn_divisions((model.seed, model.other), (path.seed[good], path.other[good])),
    )
    reached = float(np.quantile(_chance_scores(model, path), _UNRELATED_CHANCE))
    lesson = LearnedModel(model, related, reached + _BEYOND_CHANCE)
    if not lesson.unrelated:
        return lesson
    # Leaving two sentences alone has to be better than pairing strangers.
    alone = max(model.priors.alone, lesson.strangers / 2)
    return replace(lesson, model=replace(model, priors=replace(model.priors, alone=alone)))


def rates_of_anchors(seed: Side, other: Side, anchors: tuple[Ints, Ints], before: Rates) -> Rates:
    """The rates at which features return in the partners of anchors.

    What would return by chance is the share of sentences that have the feature, in the mean
    over its class: anchors were chosen for what they share, so a closer look would flatter.
    """
    bounds = [np.stack([side, side + 1], axis=1) for side in anchors]
    classes = frequency_classes(seed, other)
    members = np.maximum(np.bincount(classes, minlength=CLASSES), 1)

    def by_chance(opposite: Side) -> Floats:
        share = np.minimum(_SURE_SHARE, opposite.frequencies / opposite.count)
        return np.bincount(classes, share, CLASSES) / members

    keys = (_features(seed, bounds[0]), _features(other, bounds[1]))
    return _rates(keys, classes, (by_chance(other), by_chance(seed)), before)


def rates_of_beads(model: LikelihoodModel, path: Path, before: Rates) -> Rates:
    """The rates at which features return on the other side of beads.

    What would return by chance depends on how much stands there.
    """
    seed, other = model.seed, model.other
    classes = frequency_classes(seed, other)

    def by_chance(own: Ints, facing: Ints, opposite: Side) -> Floats:
        bead, feature = np.divmod(own, opposite.vocabulary)
        facing_size = np.bincount(facing // opposite.vocabulary, minlength=len(path.scores))
        expected = opposite.frequencies[feature] / opposite.tokens * facing_size[bead]
        seen = np.maximum(np.bincount(classes[feature], minlength=CLASSES), 1)
        return np.bincount(classes[feature], np.minimum(_SURE_SHARE, expected), CLASSES) / seen

    keys = (_features(seed, path.seed), _features(other, path.other))
    chances = (by_chance(keys[0], keys[1], other), by_chance(keys[1], keys[0], seed))
    return _rates(keys, classes, chances, before)


def _features(side: Side, bounds: Ints) -> Ints:
    """The features of each bead's union on one side, as ``bead * vocabulary + feature``."""
    heights = bounds[:, 1] - bounds[:, 0]
    sentences = ranges(bounds[:, 0], heights)
    sizes = side.sizes[sentences]
    beads = np.repeat(np.repeat(np.arange(len(bounds)), heights), sizes)
    features = side.features[ranges(side.pointers[sentences], sizes)]
    return distinct(beads * side.vocabulary + features)


def _rates(
    keys: tuple[Ints, Ints], classes: Ints, chances: tuple[Floats, Floats], before: Rates
) -> Rates:
    hits = np.bincount(classes[in_both(*keys) % len(classes)], minlength=CLASSES)

    def rate(own: Ints, chance: Floats, believed: Floats) -> Floats:
        tries = np.bincount(classes[own % len(classes)], minlength=CLASSES)
        expected = believed + (1 - believed) * chance
        found = (hits + _LIKE_OBSERVED * expected) / (tries + _LIKE_OBSERVED)
        return np.clip((found - chance) / (1 - chance), *_RATE_RANGE)

    return Rates(rate(keys[0], chances[0], before.seed), rate(keys[1], chances[1], before.other))


def _alike(model: LikelihoodModel, path: Path) -> Floats:
    """The share of words that both sides of each step have in common; 1 where neither has any."""
    keys = (_features(model.seed, path.seed), _features(model.other, path.other))
    steps = len(path.scores)
    vocabulary = model.seed.vocabulary
    shared = np.bincount(in_both(*keys) // vocabulary, minlength=steps)
    sizes = np.bincount(np.concatenate(keys) // vocabulary, minlength=steps)
    return np.where(sizes > 0, 2 * shared / np.maximum(1, sizes), 1.0)


def _learned_priors(path: Path, good: Flags) -> Priors:
    """How often sentences are joined and left alone, drawn towards what was believed before."""
    beads = float(good.sum())
    joined = float((path.heights + path.widths - 2)[good].sum())
    alone = float((~path.paired).sum())

    def prior(count: float, believed: float, limits: tuple[float, float]) -> float:
        expected = count + _LIKE_OBSERVED * math.exp(believed)
        logarithm = math.log(expected / (beads + count + _LIKE_OBSERVED))
        return min(max(logarithm, limits[0]), limits[1])

    return Priors(
        prior(joined, FIRST_PRIORS.extra, _EXTRA_RANGE),
        prior(alone, FIRST_PRIORS.alone, _ALONE_RANGE),
    )


def _chance_scores(model: LikelihoodModel, path: Path) -> Floats:
    """The scores of pairs far from the path: what unrelated sentences look like.

    Near the path they would be partners: in a text of 26 sentences, four in a hundred are.
    """
    # Every second pair the other way round, so that both sides are drawn from alike.
    number = np.arange(_RANDOM_PAIRS)
    shares = (number // 2 * _ROBERTS[0] % 1.0, number // 2 * _ROBERTS[1] % 1.0)
    even = number % 2 == 0
    first = (np.where(even, *shares) * model.seed.count).astype(np.int64)
    second = (np.where(even, *reversed(shares)) * model.other.count).astype(np.int64)
    step = np.searchsorted(path.seed[:, 0], first, "right") - 1
    far = (second < path.other[step, 0] - 2) | (second > path.other[step, 1] + 1)
    if int(far.sum()) < _FEWEST_RANDOM:
        return np.zeros(1)
    scorer = Scorer(model)
    pairs = zip(first[far].tolist(), second[far].tolist(), strict=True)
    return np.array([scorer.bead(range(i, i + 1), range(j, j + 1)).score for i, j in pairs])
