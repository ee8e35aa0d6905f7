"""The three-pass scorer: a probability for every pair of words of a batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np

from variants.words.batches import Floats
from variants.words.context import context_features
from variants.words.evidence import PairEvidence, PairSort, meaning_features

_FARTHEST = 40.0  # Logits are taken no farther down, so that nothing overflows.


@dataclass(frozen=True, slots=True)
class ScorerWeights:
    """What was fitted: see the provenance in the file.

    Attributes:
        bias: One number a pass.
        weights: A row a pass, columns as the file's features.
        threshold: Probability from which a pair counts as a link.
    """

    bias: Floats
    weights: Floats
    threshold: float


@dataclass(frozen=True, slots=True)
class ScorerModel:
    """How words are scored.

    Attributes:
        weights: Of the three passes.
        vectors: From words to their vectors, a row each and one more for no word; ``None``
            where meaning is not looked at.
    """

    weights: ScorerWeights
    vectors: Callable[[tuple[str, ...]], Floats] | None = None


@cache
def lexical_model() -> ScorerModel:
    """The scorer by spelling and context alone."""
    return ScorerModel(read_weights("lexical"))


@cache
def semantic_model() -> ScorerModel:
    """The scorer that also looks at what words mean; needs the extra "semantic"."""
    from variants.words.vectors import check_installed, word_vectors  # noqa: PLC0415 - of the extra

    check_installed()
    return ScorerModel(read_weights("semantic"), word_vectors)


@cache
def read_weights(name: str) -> ScorerWeights:
    """The weights that are shipped under a name: "lexical"."""
    shipped = json.loads(files("variants.words").joinpath(f"{name}.json").read_text("utf-8"))
    return ScorerWeights(
        np.array(shipped["bias"], dtype=np.float32),
        np.array(shipped["weights"], dtype=np.float32),
        float(shipped["threshold"]),
    )


def score_pairs(evidence: PairEvidence, weights: ScorerWeights) -> Floats:
    """For each cell the probability, 0 to 1, that a person would link its words.

    A logistic regression over the evidence and over what the pass before gave the
    neighbours, three times.
    """
    inside = evidence.batch.inside
    p = evidence.start
    weighted = np.empty_like(p)
    for number, (bias, row) in enumerate(zip(weights.bias, weights.weights, strict=True)):
        rest = iter(row[len(PairSort) :])
        score = (bias + row[: len(PairSort)])[evidence.sort]
        for feature in evidence.features:
            score.reshape(-1)[evidence.places] += next(rest) * feature
        dense = (meaning_features(evidence), context_features(evidence, p, first=number == 0))
        for weight, feature in zip(rest, chain(*dense), strict=True):
            score += np.multiply(feature, weight, out=weighted)
        np.maximum(score, -_FARTHEST, out=score)
        np.negative(score, out=score)
        np.exp(score, out=score)
        score += 1
        p = inside / score
    return p
