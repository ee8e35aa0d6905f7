"""Fit the stage of the word linker that links phrases, and score it on pairs it was not fitted on.

    python benchmarks/fit_phrases.py lexical
    python benchmarks/fit_phrases.py semantic --write

The scores are from two folds, the even and the odd pairs of each set, each by weights fitted on the
other, those of the three passes before it included. ``--write`` fits weights on all pairs, on top
of the shipped weights of the passes, and uses the threshold of the folds. Each pair is used twice,
once with its sides exchanged. The network is fitted by Adam (Kingma and Ba 2015) with dropout
(Srivastava and others 2014), with fixed seeds.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from fit_words import MODELS, SHIPPED, examples, fit, write_json
from variants.languages import language_of
from variants.languages.kin import kin_of
from variants.types.words import SHOWN_FROM
from variants.words.evidence import PairType
from variants.words.linking import NEARLY_SAME_FROM, common_shares, link_pairs, number_pairs
from variants.words.phrase_cells import (
    CELL_FEATURES,
    MEANING_FEATURES,
    cell_features,
    open_cells,
)
from variants.words.phrase_weights import PLACES, PhraseWeights
from variants.words.phrases import neighbour_words
from variants.words.scorer import ScorerModel, score_pairs
from variants.words.tokenize import kind_of
from variants.words.word_sorts import NO_SORT, sort_names, sort_words
from word_gold import SETS, Links, Pair, Score, read_pairs, score

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int32]

ENGLISH = language_of("en")
HIDDEN = 32
NETS = 2  # Networks of which the mean is taken.
EPOCHS, BATCH, RATE, SHRINK = 50, 512, 5e-3, 2e-4
DROPPED, UNSEEN = 0.3, 0.1  # Shares of the hidden layer and of the features left out at random.
AVERAGED = 300  # Steps over which weights are averaged (Polyak and Juditsky 1992).
RARE = 40  # A sort of words that occurs less often in the sentences has no weights.
DIGITS = 3
MOST_SPURIOUS = 7.5  # Limit for the choice of a threshold.
SMALLEST = 1e-6  # Added to every standard deviation.
CAUTIONS = np.arange(1.0, 0.6, -0.02)
RIGHT = 95.2  # Per cent of the shown links between different words.
THRESHOLDS = np.arange(0.34, 0.56, 0.02)


class Table(NamedTuple):
    """Open cells with their features.

    Attributes:
        cells: Features of the cells, a row each.
        types: Types of the pairs of words.
        sorts: Sorts of the six words, shape (rows, places, sorts of a word).
        gold: True for a manual link.
    """

    cells: Floats
    types: Numbers
    sorts: Numbers
    gold: Floats


def main() -> None:
    """Fit the weights, print their scores, and write the file with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("model", choices=MODELS)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    asked = parser.parse_args()
    model = MODELS[asked.model]()
    sets = {name: read_pairs(name) for name in SETS}
    names = common_sorts([pair for pairs in sets.values() for pair in pairs])
    halves = [{name: pairs[half::2] for name, pairs in sets.items()} for half in (0, 1)]
    folds = []
    for half in halves:
        passes = replace(model, weights=fit(examples(half["mtref-dev"], model)))
        folds.append(replace(passes, phrases=fit_phrases(half, passes, names)))
    threshold = best_threshold(halves, folds)
    caution = best_caution(halves, folds)
    folds = [with_limits(fold, threshold, caution) for fold in folds]
    found = {name: score(*linked(name, halves, folds)) for name in SETS}
    show(threshold, halves, folds)
    if asked.write:
        fitted = replace(fit_phrases(sets, model, names), threshold=threshold, caution=caution)
        write_weights(asked.model, fitted, found)


def common_sorts(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Return the names of the sorts of words that are common enough for weights of their own."""
    kin = kin_of(ENGLISH.tag)
    counted = Counter(
        name
        for pair in pairs
        for side in pair.keys
        for word in side
        for name in sort_names(word, kind_of(word, ENGLISH.function_words), ENGLISH, kin)
        if name
    )
    return ("edge", *sorted(name for name, count in counted.items() if count >= RARE))


def fit_phrases(
    sets: Mapping[str, Sequence[Pair]], model: ScorerModel, names: tuple[str, ...]
) -> PhraseWeights:
    """Fit the weights on pairs of both sets, on top of the passes of a model."""
    pairs = [pair for each in sets.values() for pair in not_near(each)]
    exchanged = [
        Pair(pair.other, pair.seed, frozenset((j, i) for i, j in pair.gold)) for pair in pairs
    ]
    tables = [tabulate(each, model, names) for each in (pairs, exchanged)]
    whole = Table(*(np.concatenate(columns) for columns in zip(*tables, strict=True)))
    return unscaled(whole, names)


def not_near(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that are not left to the fast tier."""
    _, numbered = number_pairs([pair.keys for pair in pairs], ENGLISH)
    return [
        pair
        for pair, share in zip(pairs, common_shares(numbered), strict=True)
        if share < NEARLY_SAME_FROM
    ]


def tabulate(pairs: Sequence[Pair], model: ScorerModel, names: tuple[str, ...]) -> Table:
    """Return the open cells of pairs with their features."""
    vocabulary, _ = number_pairs([pair.keys for pair in pairs], ENGLISH)
    sorts = sort_words(vocabulary, ENGLISH, numbers_of(names))
    rows = []
    for one in examples(pairs, model):
        p = score_pairs(one.evidence, model.weights)
        cells, is_open = open_cells(p)
        chosen = np.flatnonzero(is_open)
        pair, i, j = cells.pair[chosen], cells.seed[chosen], cells.other[chosen]
        batch = one.evidence.batch
        near = [
            sorts[word][pair, k]
            for words, k in ((batch.seed, i), (batch.other, j))
            for word in neighbour_words(words, len(vocabulary.words))
        ]
        rows.append(
            Table(
                cell_features(one.evidence, p, cells, chosen).T,
                one.evidence.pair_type[i, j, pair].astype(np.int32),
                np.stack(near, axis=1),
                one.gold[i, j, pair].astype(np.float32),
            )
        )
    return Table(*(np.concatenate(columns) for columns in zip(*rows, strict=True)))


def numbers_of(names: Sequence[str]) -> dict[str, int]:
    """Return the number of each sort of words."""
    return {name: number for number, name in enumerate(names, start=1)}


def unscaled(table: Table, names: tuple[str, ...]) -> PhraseWeights:
    """Fit the network on scaled features, and return its weights for the features themselves."""
    mean, deviation = table.cells.mean(axis=0), table.cells.std(axis=0) + SMALLEST
    places = len(names) + 1
    inputs = np.concatenate(
        [
            (table.cells - mean) / deviation,
            one_hot(table.types[:, None, None], len(PairType)),
            one_hot(table.sorts, places),
        ],
        axis=1,
    )
    hidden, bias, out = average([fit_network(inputs, table.gold, seed) for seed in range(NETS)])
    cells, types = table.cells.shape[1], len(PairType)
    of_cells = hidden[:cells] / deviation[:, None]
    words = hidden[cells + types :].reshape(PLACES, places, -1)
    words[:, NO_SORT] = 0
    return PhraseWeights(
        names, words, hidden[cells : cells + types], of_cells, bias - mean @ of_cells, out, 0.5
    )


def one_hot(numbers: Numbers, count: int) -> Floats:
    """Return a 1 for each number of each place, shape (rows, places x count).

    ``NO_SORT`` has none if there are several places.
    """
    rows, places, _ = numbers.shape
    hot: Floats = np.zeros((rows, places, count), dtype=np.float32)
    row, place = np.arange(rows)[:, None, None], np.arange(places)[None, :, None]
    hot[row, place, numbers] = 1
    if places > 1:
        hot[:, :, NO_SORT] = 0
    return hot.reshape(rows, -1)


def average(nets: Sequence[tuple[Floats, Floats, Floats]]) -> tuple[Floats, Floats, Floats]:
    """Return one network whose result is the mean of the results of several."""
    hidden, bias, out = zip(*nets, strict=True)
    direct = np.mean([each[:, -1:] for each in hidden], axis=0)
    constant = np.mean([each[-1:] for each in bias], axis=0)
    return (
        np.concatenate([*(each[:, :-1] for each in hidden), direct], axis=1),
        np.concatenate([*(each[:-1] for each in bias), constant]),
        (np.concatenate(out) / len(nets)).astype(np.float32),
    )


def fit_network(inputs: Floats, gold: Floats, seed: int) -> tuple[Floats, Floats, Floats]:
    """Fit a hidden layer of rectified units beside direct weights; return weights and constants."""
    rng = np.random.default_rng(seed)
    rows, columns = inputs.shape
    hidden = rng.normal(0, 0.05, (columns, HIDDEN + 1)).astype(np.float32)
    hidden[:, -1] = 0
    hidden[0, -1] = 1.0  # To begin with, the result is the logit of the last pass.
    weights = [
        hidden,
        np.zeros(HIDDEN + 1, np.float32),
        rng.normal(0, 0.3, HIDDEN).astype(np.float32),
    ]
    means, squares, averages = ([np.zeros_like(each) for each in weights] for _ in range(3))
    per_epoch = -(-rows // BATCH)
    steps = EPOCHS * per_epoch
    for step in range(steps):
        if step % per_epoch == 0:
            order = rng.permutation(rows)
        chosen = order[step % per_epoch * BATCH :][:BATCH]
        slopes = slopes_of(weights, inputs[chosen], gold[chosen], rng)
        rate = np.float32(RATE * (1 - step / steps) / (1 - 0.9 ** (step + 1)))
        for n, slope in enumerate(slopes):
            means[n] += 0.1 * (slope - means[n])
            squares[n] += 0.001 * (slope**2 - squares[n])
            swing = np.sqrt(squares[n] / (1 - 0.999 ** (step + 1))) + 1e-8
            weights[n] -= (rate * means[n] / swing).astype(np.float32)
            averages[n] += (weights[n] - averages[n]) / min(step + 1, AVERAGED)
    return averages[0], averages[1], averages[2]


def slopes_of(
    weights: Sequence[Floats], inputs: Floats, gold: Floats, rng: np.random.Generator
) -> tuple[Floats, Floats, Floats]:
    """Return the slopes of the loss, with features and hidden units left out at random."""
    hidden, bias, out = weights
    seen = inputs * (rng.random(inputs.shape, dtype=np.float32) > UNSEEN)
    sums = seen @ hidden + bias
    kept = (rng.random((len(seen), HIDDEN), dtype=np.float32) > DROPPED) / np.float32(1 - DROPPED)
    units = np.maximum(sums[:, :-1], 0) * kept
    miss = (1 / (1 + np.exp(-np.clip(units @ out + sums[:, -1], -30, 30))) - gold) / len(seen)
    back = np.outer(miss, out) * kept * (sums[:, :-1] > 0)
    back = np.concatenate([back, miss[:, None]], axis=1).astype(np.float32)
    return seen.T @ back + SHRINK * hidden, back.sum(axis=0), units.T @ miss


def with_limits(model: ScorerModel, threshold: float, caution: float = 1.0) -> ScorerModel:
    """Return a model with other limits for its phrases."""
    phrases = model.phrases
    return replace(
        model, phrases=phrases and replace(phrases, threshold=threshold, caution=caution)
    )


def linked(
    name: str,
    halves: Sequence[Mapping[str, Sequence[Pair]]],
    folds: Sequence[ScorerModel],
    least: float = 0.0,
) -> tuple[list[Pair], list[Links]]:
    """Return the pairs of a set with the links of the model that was fitted on the other half."""
    pairs: list[Pair] = []
    found: list[Links] = []
    for half, model in zip(halves, reversed(folds), strict=True):
        links = link_pairs([pair.keys for pair in half[name]], ENGLISH, model)
        found += [frozenset((i, j) for i, j, p in each if p >= least) for each in links]
        pairs += half[name]
    return pairs, found


def best_threshold(
    halves: Sequence[Mapping[str, Sequence[Pair]]], folds: Sequence[ScorerModel]
) -> float:
    """Return the threshold with the best F1 that does not exceed the limit of spurious links."""
    lowest = [with_limits(fold, THRESHOLDS[0]) for fold in folds]
    by_threshold = {t: score(*linked("mtref-dev", halves, lowest, t)) for t in THRESHOLDS}
    allowed = {t: s for t, s in by_threshold.items() if s.spurious <= MOST_SPURIOUS} or by_threshold
    return round(float(max(allowed, key=lambda t: allowed[t].f1)), 2)


def best_caution(
    halves: Sequence[Mapping[str, Sequence[Pair]]], folds: Sequence[ScorerModel]
) -> float:
    """Return the factor with which enough of the shown links between different words are right."""
    for caution in CAUTIONS:
        careful = [with_limits(fold, THRESHOLDS[0], caution) for fold in folds]
        if score(*linked("mtref-dev", halves, careful, SHOWN_FROM)).sub_precision >= RIGHT:
            return round(float(caution), 2)
    return round(float(CAUTIONS[-1]), 2)


def show(
    threshold: float, halves: Sequence[Mapping[str, Sequence[Pair]]], folds: Sequence[ScorerModel]
) -> None:
    """Print the scores of both sets, of all links and of those that are shown."""
    print("| set | least |", " | ".join(Score._fields), "|")
    print("|---" * (len(Score._fields) + 2), end="|\n")
    for name in SETS:
        for least in (threshold, SHOWN_FROM):
            cells = (f"{value:.2f}" for value in score(*linked(name, halves, folds, least)))
            print(f"| {name} | {least:.2f} | {' | '.join(cells)} |")


def write_weights(name: str, weights: PhraseWeights, two_folds: Mapping[str, Score]) -> None:
    """Update the figures in a file of the package, and keep its texts."""
    path = SHIPPED / f"{name}_phrases.json"
    shipped = json.loads(path.read_text("utf-8"))
    shipped["sorts"] = list(weights.sorts)
    shipped["words"] = (
        np.round(weights.words[:, 1:].astype(float), DIGITS)
        .reshape(-1, weights.words.shape[2])
        .tolist()
    )
    for key in ("types", "cells", "bias", "out"):
        shipped[key] = np.round(getattr(weights, key).astype(float), DIGITS).tolist()
    shipped["threshold"], shipped["caution"] = weights.threshold, weights.caution
    shipped["features"] = [*CELL_FEATURES, *MEANING_FEATURES][: len(weights.cells)]
    shipped["two_folds"] = {
        key: {each: round(value, 1) for each, value in of_set._asdict().items()}
        for key, of_set in two_folds.items()
    }
    write_json(path, shipped)


if __name__ == "__main__":
    main()
