"""Model of sense: a line and small trees whose scores are added, and a curve for probabilities.

The weights are fitted by ``benchmarks/fit_sense.py``; their file has the provenance.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Doubles: TypeAlias = npt.NDArray[np.float64]

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
    """

    features: tuple[str, ...]
    bias: float
    weights: Doubles
    trees: tuple[Tree, ...]
    curve: tuple[float, float]
    first_tier: float

    def row(self, features: Mapping[str, float]) -> Doubles:
        """Return the values of named features as a row of columns, shape (features,)."""
        row = np.zeros(len(self.features))
        columns = self._columns
        for name, value in features.items():
            at = columns.get(name)
            if at is not None:
                row[at] = value
        return row

    def probabilities(self, rows: Sequence[Doubles]) -> Doubles:
        """Return the probability that each difference touches the sense, shape (rows,)."""
        values = np.array(rows).reshape(-1, len(self.features))
        slope, intercept = self.curve
        return sigmoid(slope * self.scores(values) + intercept)

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {name: n for n, name in enumerate(self.features)}

    def scores(self, values: Doubles) -> Doubles:
        """Return the score of each row of feature values, shape (rows,)."""
        scores: Doubles = self.bias + values @ self.weights
        for tree in self.trees:
            scores += tree_scores(tree, values)
        return scores


def tree_scores(tree: Tree, values: Doubles) -> Doubles:
    """Return the score that a tree gives to each row of feature values, shape (rows,)."""
    scores = np.empty(len(values))
    _fill(tree, values, np.arange(len(values)), scores)
    return scores


def _fill(tree: Tree, values: Doubles, rows: npt.NDArray[np.intp], scores: Doubles) -> None:
    if not isinstance(tree, list):
        scores[rows] = tree
        return
    feature, threshold, below, above = tree
    is_below = values[rows, feature] <= threshold
    _fill(below, values, rows[is_below], scores)
    _fill(above, values, rows[~is_below], scores)


def sigmoid(scores: Doubles) -> Doubles:
    """Return the logistic function of each score, between 0 and 1."""
    probabilities: Doubles = 1 / (1 + np.exp(-np.clip(scores, -40, 40)))
    return probabilities


@cache
def shipped_model() -> SenseModel:
    """Return the model with the shipped weights."""
    return read_model(files("variants.classify.sense").joinpath("sense.json").read_text("utf-8"))


def read_model(text: str) -> SenseModel:
    """Return the model in a file of weights."""
    fitted = json.loads(text)
    slope, intercept = fitted["curve"]
    return SenseModel(
        tuple(fitted["features"]),
        float(fitted["bias"]),
        np.array(fitted["weights"], dtype=np.float64),
        tuple(fitted["trees"]),
        (float(slope), float(intercept)),
        float(fitted["first_tier"]),
    )


def write_model(model: SenseModel, provenance: Mapping[str, object]) -> str:
    """Return the file of weights that ``read_model`` reads."""
    fitted = {
        "provenance": provenance,
        "features": list(model.features),
        "bias": model.bias,
        "weights": model.weights.tolist(),
        "trees": list(model.trees),
        "curve": list(model.curve),
        "first_tier": model.first_tier,
    }
    return json.dumps(fitted, separators=(",", ":")) + "\n"
