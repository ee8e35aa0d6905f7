"""The three-pass scorer: a probability for every pair of words of a batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from variants.words.batches import Floats
from variants.words.context import context_features, word_features
from variants.words.evidence import PairEvidence, PairType, meaning_features

if TYPE_CHECKING:
    from variants.words.phrase_weights import PhraseWeights

_LEAST_LOGIT = -40.0  # Lower logits would overflow.


@dataclass(frozen=True, slots=True)
class ScorerWeights:
    """Fitted weights; the file has their provenance.

    Attributes:
        bias: One number per pass, shape (3,).
        weights: A row per pass, columns as the file's features, shape (3, features).
        threshold: Probability above which a pair is a link.
    """

    bias: Floats
    weights: Floats
    threshold: float


@dataclass(frozen=True, slots=True)
class ScorerModel:
    """A model that scores pairs of words.

    Attributes:
        weights: Weights of the three passes.
        vectors: Function from words to their vectors, a row each and one more for padding;
            ``None`` if meaning is not considered.
        phrases: Weights of the stage of phrases; ``None`` to link single words only.
    """

    weights: ScorerWeights
    vectors: Callable[[tuple[str, ...]], Floats] | None = None
    phrases: PhraseWeights | None = None


@cache
def lexical_model() -> ScorerModel:
    """Return the model of single words by spelling and context alone."""
    return ScorerModel(read_weights("lexical"))


@cache
def semantic_model() -> ScorerModel:
    """Return the model of single words that also considers meaning.

    Raises:
        NoVectors: The extra "semantic" is not installed.
    """
    from variants.words.vectors import check_installed, word_vectors  # noqa: PLC0415 - optional

    check_installed()
    return ScorerModel(read_weights("semantic"), word_vectors)


@cache
def read_weights(name: str) -> ScorerWeights:
    """Read the shipped weights with a name, "lexical" or "semantic"."""
    shipped = json.loads(files("variants.words").joinpath(f"{name}.json").read_text("utf-8"))
    return ScorerWeights(
        np.array(shipped["bias"], dtype=np.float32),
        np.array(shipped["weights"], dtype=np.float32),
        float(shipped["threshold"]),
    )


def score_pairs(evidence: PairEvidence, weights: ScorerWeights) -> Floats:
    """Return the probability of each cell, 0 to 1, that a person would link its words.

    There are three passes of logistic regression over the evidence and over the probabilities
    that the previous pass gave the neighbours.

    Args:
        evidence: The evidence about the pairs of a batch.
        weights: Weights for the features of this evidence: with meaning or without.

    Returns:
        Probabilities with the shape of the batch's cells, (seed word, other word, pair), 0 in the
        padding.
    """
    inside, words = evidence.batch.inside, word_features(evidence)
    p = evidence.start
    weighted = np.empty_like(p)
    for number, (bias, row) in enumerate(zip(weights.bias, weights.weights, strict=True)):
        rest = iter(row[len(PairType) :])
        score = (bias + row[: len(PairType)])[evidence.pair_type]
        for feature in evidence.features:
            score.reshape(-1)[evidence.places] += next(rest) * feature
        context = context_features(evidence, p, first=number == 0, words=words)
        dense = chain(meaning_features(evidence), context)
        for weight, feature in zip(rest, dense, strict=True):
            score += np.multiply(feature, weight, out=weighted)
        np.maximum(score, _LEAST_LOGIT, out=score)
        np.negative(score, out=score)
        np.exp(score, out=score)
        score += 1
        p = inside / score
    return p
