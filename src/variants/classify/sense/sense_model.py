"""Model of sense: a line, words, small trees and examples, whose scores are added, and a curve.

The curve makes probabilities of the scores. The weights are fitted by
``benchmarks/fit_sense.py``; their file has the provenance.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from variants.classify.sense.sense_examples import NO_EXAMPLES, Examples, read_examples

Doubles: TypeAlias = npt.NDArray[np.float64]

_AT_A_TIME = 256  # Rows that all trees read at once.

Tree: TypeAlias = "float | list[Any]"
"""A leaf is a score; a node is [feature, threshold, below or equal, above]."""


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class SenseModel:
    """Fitted weights.

    Attributes:
        features: Names of the features, in the order of the columns.
        bias: Score of a difference before its features are considered.
        weights: One for each feature, shape (features,).
        trees: Trees over the features.
        curve: Slope and intercept of the logistic curve from scores to probabilities (Platt 1999).
        first_tier: Least probability of the first tier.
        examples: Differences to whose judgements near ones are drawn.
        words: Weights of lemmas that only one side of a difference has, by language.
    """

    features: tuple[str, ...]
    bias: float
    weights: Doubles
    trees: tuple[Tree, ...]
    curve: tuple[float, float]
    first_tier: float
    examples: Examples = NO_EXAMPLES
    words: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def score_of_words(self, lemmas: Collection[str], language: str) -> float:
        """Return the sum of the weights of lemmas of a language, 0 for those that are not known."""
        weights = self.words.get(language)
        if not weights:
            return 0.0
        return sum([weights[lemma] for lemma in lemmas if lemma in weights])

    def row(self, features: Mapping[str, float]) -> Doubles:
        """Return the values of named features as a row of columns, shape (features,)."""
        row = [0.0] * len(self.features)  # A list: filling an array takes four times as long.
        columns = self._columns
        for name, value in features.items():
            at = columns.get(name)
            if at is not None:
                row[at] = value
        return np.array(row, np.float64)

    def probabilities(self, scores: Doubles) -> Doubles:
        """Return the probability that differences with these scores touch the sense."""
        slope, intercept = self.curve
        return sigmoid(slope * scores + intercept)

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {name: n for n, name in enumerate(self.features)}

    def scores(self, values: Doubles) -> Doubles:
        """Return the score of each row of feature values, shape (rows,)."""
        scores: Doubles = self.bias + values @ self.weights
        for start in range(0, len(values), _AT_A_TIME):
            block = slice(start, start + _AT_A_TIME)
            scores[block] = self._forest.add_scores(scores[block], values[block])
            scores[block] += self.examples.scores(values[block])
        return scores

    @cached_property
    def _forest(self) -> _Forest:
        return _Forest(self.trees)


class _Forest:
    """Trees as arrays, so that all are read at once: complete, with the root first."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._depth = max(map(_depth, trees), default=0)
        nodes = [_nodes(tree, self._depth) for tree in trees]
        shape = len(trees), 2**self._depth - 1
        features = np.array([[n[0] for n in each] for each in nodes], np.intp).reshape(shape)
        thresholds = np.array([[n[1] for n in each] for each in nodes]).reshape(shape)
        leaves = np.array([_leaves(tree, self._depth) for tree in trees])
        # Shapes (nodes, trees), (nodes, trees, 1) and (leaves, trees, 1).
        self._features = features.T
        self._thresholds = thresholds.T[:, :, None]
        self._leaves = leaves.T[:, :, None]

    def add_scores(self, scores: Doubles, values: Doubles) -> Doubles:
        """Return scores to which those of all trees are added in turn.

        Args:
            scores: A score for each row, shape (rows,).
            values: Rows of feature values, shape (rows, features).
        """
        if not self._leaves.size:
            return scores
        columns = np.ascontiguousarray(values.T)
        is_above = np.empty((*self._features.shape, len(values)), np.bool_)
        for node, features in enumerate(self._features):  # One by one: the values take much memory.
            np.greater(columns[features], self._thresholds[node], out=is_above[node])
        # From the leaves to the root, each node chooses between its two sides.
        chosen = self._leaves
        for level in reversed(range(self._depth)):
            first = 2**level - 1
            chosen = np.where(is_above[first : 2 * first + 1], chosen[1::2], chosen[::2])
        for of_tree in chosen[0]:
            scores = scores + of_tree
        return scores


def _depth(tree: Tree) -> int:
    return 1 + max(_depth(tree[2]), _depth(tree[3])) if isinstance(tree, list) else 0


def _nodes(tree: Tree, depth: int) -> list[tuple[int, float]]:
    """Return feature and threshold of each node, level by level; both sides of a leaf are equal."""
    level, found = [tree], list[tuple[int, float]]()
    for _ in range(depth):
        found += [(one[0], one[1]) if isinstance(one, list) else (0, 0.0) for one in level]
        level = [side for one in level for side in _sides(one)]
    return found


def _leaves(tree: Tree, depth: int) -> list[Tree]:
    level = [tree]
    for _ in range(depth):
        level = [side for one in level for side in _sides(one)]
    return level


def _sides(tree: Tree) -> tuple[Tree, Tree]:
    return (tree[2], tree[3]) if isinstance(tree, list) else (tree, tree)


def sigmoid(scores: Doubles) -> Doubles:
    """Return the logistic function of each score, between 0 and 1."""
    probabilities: Doubles = 1 / (1 + np.exp(-np.clip(scores, -40, 40)))
    return probabilities


@cache
def shipped_model() -> SenseModel:
    """Return the model with the shipped weights."""
    folder = files("variants.classify.sense")
    examples = read_examples(folder.joinpath("sense_examples.npz").read_bytes())
    return read_model(folder.joinpath("sense.json").read_text("utf-8"), examples)


def read_model(text: str, examples: Examples = NO_EXAMPLES) -> SenseModel:
    """Return the model in a file of weights, with examples from a file of their own."""
    same: dict[str, float] = {}  # Equal numbers are one object, which saves memory.
    fitted = json.loads(text, parse_float=lambda one: same.setdefault(one, float(one)))
    slope, intercept = fitted["curve"]
    return SenseModel(
        tuple(fitted["features"]),
        float(fitted["bias"]),
        np.array(fitted["weights"], dtype=np.float64),
        tuple(fitted["trees"]),
        (float(slope), float(intercept)),
        float(fitted["first_tier"]),
        examples,
        fitted["words"],
    )


def write_model(model: SenseModel, provenance: Mapping[str, object]) -> str:
    """Return the file of weights that ``read_model`` reads; examples have a file of their own."""
    fitted = {
        "provenance": provenance,
        "features": list(model.features),
        "bias": model.bias,
        "weights": model.weights.tolist(),
        "trees": list(model.trees),
        "curve": list(model.curve),
        "first_tier": model.first_tier,
        "words": model.words,
    }
    return json.dumps(fitted, separators=(",", ":")) + "\n"
