"""Model of joins: a weight for each feature of two neighbouring differences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class JoinModel:
    """Fitted weights; the file has their provenance.

    Attributes:
        weights: The weights of the features, by name.
        bias: Score of a pair without features.
        join_from: Least score of two differences that are one.
    """

    weights: Mapping[str, float]
    bias: float
    join_from: float

    def joins(self, evidence: Mapping[str, float]) -> bool:
        """Return True if two differences are one, by the sum of their weighted features.

        Args:
            evidence: Values of the features by name, from ``join_evidence``; those without a
                weight are ignored.
        """
        weights = self.weights
        score = sum(weights.get(name, 0.0) * value for name, value in evidence.items())
        return score + self.bias >= self.join_from


@cache
def shipped_joins() -> JoinModel:
    """Return the model in ``joins.json``."""
    text = files("variants.classify.cutting").joinpath("joins.json").read_text("utf-8")
    found = json.loads(text)
    return JoinModel(found["weights"], found["bias"], found["join from"])
