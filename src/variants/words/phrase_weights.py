"""Weights of the stage of phrases."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from variants.words.batches import Floats

PLACES = 6
"""Words with weights beside a pair: before, own and after, of the seed and of the other side."""


@dataclass(frozen=True, slots=True)
class PhraseWeights:
    """Fitted weights; the file has their provenance.

    The last column of each table is the direct weight of a feature; the others lead to the hidden
    layer.

    Attributes:
        sorts: Names of the sorts of words; number ``k`` is the name at ``k - 1``.
        words: Weights of the sorts of six words: before, own and after of the seed, then of the
            other side; shape (6, sorts + 1, hidden + 1), zeros first.
        types: Weights of the types of pairs, shape (types, hidden + 1).
        cells: Weights of the features of cells, shape (features, hidden + 1).
        bias: Constants, shape (hidden + 1,).
        out: Weights of the hidden layer, shape (hidden,).
        threshold: Probability above which a pair is a link.
        caution: Factor of the logits of different words that are a link, at most 1: so chosen that
            from ``SHOWN_FROM`` on 95 of 100 are right.
    """

    sorts: tuple[str, ...]
    words: Floats
    types: Floats
    cells: Floats
    bias: Floats
    out: Floats
    threshold: float
    caution: float = 1.0


@cache
def read_phrase_weights(name: str) -> PhraseWeights:
    """Read the shipped weights with a name, "lexical" or "semantic"."""
    file = files("variants.words").joinpath(f"{name}_phrases.json")
    shipped = json.loads(file.read_text("utf-8"))
    tables = {key: np.array(shipped[key], np.float32) for key in ("types", "cells", "bias", "out")}
    words = np.array(shipped["words"], np.float32).reshape(PLACES, -1, len(tables["bias"]))
    no_sort = np.zeros((PLACES, 1, words.shape[2]), np.float32)
    return PhraseWeights(
        tuple(shipped["sorts"]),
        np.concatenate([no_sort, words], axis=1),
        threshold=float(shipped["threshold"]),
        caution=float(shipped["caution"]),
        **tables,
    )
