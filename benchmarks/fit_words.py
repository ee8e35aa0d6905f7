"""Fit the weights of the word linker, and score them on pairs that they were not fitted on.

    python benchmarks/fit_words.py lexical
    python benchmarks/fit_words.py semantic --write

There are three logistic regressions, one for each pass, over the features of ``variants.words``;
each pass is fitted on the result of the previous one. The scores are from two folds of mtref-dev,
each with weights fitted on the other. ``--write`` fits weights on all of it, and uses the threshold
of the folds. The table of the fast tier is counted on the pairs of both sets that are sent there.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from variants.languages import language_of
from variants.types.words import SHOWN_FROM
from variants.words.batches import cut_batches
from variants.words.context import context_features
from variants.words.evidence import (
    PairEvidence,
    PairType,
    add_meaning,
    collect_evidence,
    meaning_features,
)
from variants.words.linking import NEARLY_SAME_FROM, common_shares, number_pairs
from variants.words.nearly_same import MatchReason, link_nearly_same
from variants.words.scorer import (
    ScorerModel,
    ScorerWeights,
    lexical_model,
    score_pairs,
    semantic_model,
)
from word_gold import SETS, Links, Pair, Score, read_pairs, score

Floats = npt.NDArray[np.float32]

MODELS = {"lexical": lexical_model, "semantic": semantic_model}
SHIPPED = Path(__file__).parent.parent / "src" / "variants" / "words"
PASSES = 3
PENALTY = 1.0  # Factor of half the squared weights, for features with standard deviation 1.
CONSTANT = 1e-6  # Standard deviation below which a feature is ignored.
ENOUGH = 1e-3  # Step in scaled weights at which the fit ends: smaller steps change no link.
MOST_SPURIOUS = {"lexical": 8.6, "semantic": 7.7}  # Limit for the choice of a threshold.
THRESHOLDS = np.arange(0.44, 0.60, 0.01)


@dataclass(frozen=True, slots=True)
class Example:
    """A batch with its manual links.

    Attributes:
        evidence: The batch and its evidence.
        gold: Cells with a manual link.
        pairs: Indices of the pairs.
    """

    evidence: PairEvidence
    gold: npt.NDArray[np.bool_]
    pairs: tuple[int, ...]


def main() -> None:
    """Fit the weights, print their scores, and write the file with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("model", choices=MODELS)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    asked = parser.parse_args()
    model = MODELS[asked.model]()
    pairs = read_pairs("mtref-dev")
    half = len(pairs) // 2
    folds = [examples(pairs[:half], model), examples(pairs[half:], model)]
    scored = [
        *probabilities(folds[0], fit(folds[1]), half),
        *probabilities(folds[1], fit(folds[0]), len(pairs) - half),
    ]
    threshold = best_threshold(pairs, scored, MOST_SPURIOUS[asked.model])
    print("| threshold |", " | ".join(Score._fields), "|")
    print("|---" * (len(Score._fields) + 1), end="|\n")
    for least in (threshold, SHOWN_FROM):
        cells = (f"{value:.2f}" for value in score(pairs, links_above(scored, least)))
        print(f"| {least:.2f} | {' | '.join(cells)} |")
    if asked.write:
        fitted = replace(fit(list(chain(*folds))), threshold=threshold)
        write_weights(asked.model, fitted, score(pairs, links_above(scored, threshold)))
        write_table()


def examples(pairs: Sequence[Pair], model: ScorerModel) -> list[Example]:
    """Return all pairs with their evidence, in batches."""
    vocabulary, numbered = number_pairs([pair.keys for pair in pairs], language_of("en"))
    vectors = None if model.vectors is None else model.vectors(vocabulary.words)
    found = []
    for batch in cut_batches(numbered, range(len(numbered)), len(vocabulary.words)):
        evidence = collect_evidence(batch, vocabulary)
        if vectors is not None:
            evidence = add_meaning(evidence, vectors)
        gold = np.zeros(evidence.pair_type.shape, dtype=np.bool_)
        for n, k in enumerate(batch.members):
            for i, j in pairs[k].gold:
                gold[i, j, n] = True
        found.append(Example(evidence, gold, batch.members))
    return found


def fit(fold: Sequence[Example]) -> ScorerWeights:
    """Fit the weights of all passes in turn."""
    bias: list[float] = []
    weights: list[Floats] = []
    gold = np.concatenate([one.gold[one.evidence.batch.inside] for one in fold])
    for number in range(PASSES):
        so_far = ScorerWeights(np.array(bias, np.float32), np.array(weights, np.float32), 0.5)
        table = np.concatenate([features(one.evidence, so_far, first=not number) for one in fold])
        constant, row = regress(table, gold)
        bias.append(constant)
        weights.append(row)
    return ScorerWeights(np.array(bias, np.float32), np.array(weights, np.float32), 0.5)


def features(evidence: PairEvidence, so_far: ScorerWeights, *, first: bool) -> Floats:
    """Return all features of a batch, with a row for each cell."""
    inside = evidence.batch.inside
    p = score_pairs(evidence, so_far)
    columns: list[Floats] = [
        (evidence.pair_type == sort)[inside].astype(np.float32) for sort in PairType
    ]
    for sparse in evidence.features:
        dense = np.zeros(evidence.pair_type.shape, dtype=np.float32)
        dense.reshape(-1)[evidence.places] = sparse
        columns.append(dense[inside])
    columns += [column[inside] for column in meaning_features(evidence)]
    columns += [column[inside] for column in context_features(evidence, p, first=first)]
    return np.stack(columns, axis=1)


def regress(table: Floats, gold: npt.NDArray[np.bool_]) -> tuple[float, Floats]:
    """Fit a logistic regression with an L2 penalty by Newton's method; return bias and weights."""
    deviation = table.std(axis=0, dtype=np.float64)
    scale = np.where(deviation > CONSTANT, 1 / np.maximum(deviation, CONSTANT), 0.0)
    scaled = np.concatenate(
        [table * scale.astype(np.float32), np.ones((len(table), 1), np.float32)], 1
    )
    penalty = np.full(scaled.shape[1], PENALTY)
    penalty[-1] = 0.0  # The bias is free.
    weights = np.zeros(scaled.shape[1])
    while True:
        p = 1 / (1 + np.exp(-(scaled @ weights.astype(np.float32))))
        slope = scaled.T @ (gold - p) - penalty * weights
        curve = (scaled.T * (p * (1 - p))) @ scaled + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < ENOUGH:
            return float(weights[-1]), (weights[:-1] * scale).astype(np.float32)


def probabilities(fold: Sequence[Example], weights: ScorerWeights, count: int) -> list[Floats]:
    """Return the link probabilities of each pair, in the order of the pairs."""
    found: list[Floats] = [np.zeros((0, 0), np.float32)] * count
    for one in fold:
        p, batch = score_pairs(one.evidence, weights), one.evidence.batch
        for n, k in enumerate(one.pairs):
            found[k] = p[: batch.rows[n], : batch.columns[n], n]
    return found


def best_threshold(pairs: Sequence[Pair], scored: Sequence[Floats], most_spurious: float) -> float:
    """Return the threshold with the best F1 that does not exceed the limit of spurious links."""
    by_threshold = {t: score(pairs, links_above(scored, t)) for t in THRESHOLDS}
    allowed = {t: s for t, s in by_threshold.items() if s.spurious <= most_spurious} or by_threshold
    return round(float(max(allowed, key=lambda t: allowed[t].f1)), 2)


def links_above(scored: Sequence[Floats], threshold: float) -> list[Links]:
    """Return the links of every pair."""
    return [frozenset((i, j) for i, j in np.argwhere(p > threshold).tolist()) for p in scored]


def write_weights(name: str, weights: ScorerWeights, two_folds: Score) -> None:
    """Update the figures in a file of the package, and keep its texts."""
    path = SHIPPED / f"{name}.json"
    shipped = json.loads(path.read_text("utf-8"))
    shipped["bias"] = np.round(weights.bias.astype(float), 5).tolist()
    shipped["weights"] = np.round(weights.weights.astype(float), 5).tolist()
    shipped["threshold"] = weights.threshold
    shipped["two_folds"] = {key: round(value, 1) for key, value in two_folds._asdict().items()}
    write_json(path, shipped)


def write_table() -> None:
    """Count how often the links of the fast tier are right, and write the table."""
    drawn: Counter[tuple[MatchReason, int]] = Counter()
    right: Counter[tuple[MatchReason, int]] = Counter()
    for name in SETS:
        for pair, reason, beside, link in fast_links(read_pairs(name)):
            drawn[reason, beside] += 1
            right[reason, beside] += link in pair.gold
    path = SHIPPED / "nearly_same.json"
    shipped = json.loads(path.read_text("utf-8"))
    # Add a link that is half right, so that a type of link seen only twice is not certain.
    shipped["right"] = [
        [round((right[r, n] + 0.5) / (drawn[r, n] + 1), 3) for n in range(3)] for r in MatchReason
    ]
    shipped["counted"] = [[drawn[reason, n] for n in range(3)] for reason in MatchReason]
    write_json(path, shipped)


def fast_links(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, MatchReason, int, tuple[int, int]]]:
    """Yield the links of the fast tier in the pairs that are similar enough for it."""
    vocabulary, numbered = number_pairs([pair.keys for pair in pairs], language_of("en"))
    near = common_shares(numbered) >= NEARLY_SAME_FROM
    for batch in cut_batches(numbered, np.flatnonzero(near).tolist(), len(vocabulary.words)):
        found = link_nearly_same(collect_evidence(batch, vocabulary))
        for k, links in zip(batch.members, found, strict=True):
            for i, j, reason, beside in links:
                yield pairs[k], reason, beside, (i, j)


def write_json(path: Path, content: dict[str, object]) -> None:
    """Write one entry per line, so that differences are readable."""
    entries = (f" {json.dumps(key)}: {_lines(value)}" for key, value in content.items())
    path.write_text("{\n" + ",\n".join(entries) + "\n}\n", encoding="utf-8")


def _lines(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "[\n  " + ",\n  ".join(json.dumps(row) for row in value) + "\n ]"
    if isinstance(value, list) and len(value) > PASSES:
        return "[\n  " + ",\n  ".join(map(json.dumps, value)) + "\n ]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
