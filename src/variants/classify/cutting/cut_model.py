"""Model of cuts: a weight for each code of each feature."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from variants.classify.cutting.area_table import Doubles
from variants.classify.cutting.cut_features import Code


@dataclass(frozen=True, slots=True)
class CutModel:
    """Fitted weights; the file has their provenance.

    Attributes:
        weights: The weights of the codes of each feature, by its name.
    """

    weights: Mapping[str, Doubles]

    def scores(self, codes: Iterable[Code], count: int) -> Doubles:
        """Return the score of each candidate, a sum of weights, shape (count,).

        Args:
            codes: The features of the candidates; those without weights are ignored.
            count: Number of candidates.
        """
        scores = np.zeros(count)
        for name, _, each in codes:
            weights = self.weights.get(name)
            if weights is not None:
                scores += weights[each]
        return scores


@cache
def shipped_cuts() -> CutModel:
    """Return the model in ``cuts.json``."""
    text = files("variants.classify.cutting").joinpath("cuts.json").read_text("utf-8")
    return CutModel(
        {name: np.array(weights) for name, weights in json.loads(text)["weights"].items()}
    )
