"""The three-pass scorer: a probability for every pair of words of a bead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from variants.words.context import Batch, Floats, context_features
from variants.words.evidence import Evidence, PairSort

_CELLS_AT_ONCE = 60_000  # Padded cells of one batch: what stays in the processor's cache.


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: see the provenance in ``lexical.json``.

    Attributes:
        bias: One number a pass.
        weights: A row a pass, columns as the file's features.
        threshold: Probability from which a pair counts as a link.
    """

    bias: Floats
    weights: Floats
    threshold: float


@cache
def lexical_weights() -> Weights:
    """The weights for lexical evidence alone."""
    shipped = json.loads(files("variants.words").joinpath("lexical.json").read_text("utf-8"))
    return Weights(
        np.array(shipped["bias"]), np.array(shipped["weights"]), float(shipped["threshold"])
    )


def score_pairs(evidence: Sequence[Evidence], weights: Weights) -> list[Floats]:
    """For each bead the probability, 0 to 1, that a person would link each pair of its words.

    A logistic regression over the evidence and over what the pass before gave the
    neighbours, three times. Beads of similar size are scored together.
    """
    scored: list[Floats] = [np.zeros((0, 0))] * len(evidence)
    for members in _batches(evidence):
        for k, p in zip(
            members, _score_batch([evidence[k] for k in members], weights), strict=True
        ):
            scored[k] = p
    return scored


def _batches(evidence: Sequence[Evidence]) -> Iterator[list[int]]:
    """Indices of beads, by size, so many at once that their padded cells fit the limit."""
    order = sorted(range(len(evidence)), key=lambda k: evidence[k].sort.shape)
    batch: list[int] = []
    height = width = 0
    for k in order:
        rows, columns = evidence[k].sort.shape
        grown = max(height, rows) * max(width, columns) * (len(batch) + 1)
        if batch and (grown > _CELLS_AT_ONCE or rows > 1.3 * evidence[batch[0]].sort.shape[0] + 4):
            yield batch
            batch, height, width = [], 0, 0
        batch.append(k)
        height, width = max(height, rows), max(width, columns)
    if batch:
        yield batch


def _score_batch(evidence: Sequence[Evidence], weights: Weights) -> Iterator[Floats]:
    shapes = [one.sort.shape for one in evidence]
    height, width = (max(sizes) for sizes in zip(*shapes, strict=True))
    sort = np.zeros((len(evidence), height, width), dtype=np.int64)
    features = np.zeros((4, len(evidence), height, width))
    p = np.zeros((len(evidence), height, width))
    for k, one in enumerate(evidence):
        rows, columns = shapes[k]
        sort[k, :rows, :columns] = one.sort
        features[:, k, :rows, :columns] = one.features
        p[k, :rows, :columns] = one.start
    batch = Batch(
        sort,
        np.array([rows for rows, _ in shapes], dtype=float),
        np.array([columns for _, columns in shapes], dtype=float),
    )
    inside = batch.inside
    for number, (bias, row) in enumerate(zip(weights.bias, weights.weights, strict=True)):
        score = bias + row[: len(PairSort)][sort]
        rest = iter(row[len(PairSort) :])
        for feature in features:
            score += next(rest) * feature
        for feature in context_features(batch, p, first=number == 0):
            score += next(rest) * feature
        p = np.where(inside, 1.0 / (1.0 + np.exp(-score)), 0.0)
    for k, (rows, columns) in enumerate(shapes):
        yield p[k, :rows, :columns]
