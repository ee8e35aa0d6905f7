"""Fit the stage of the word linker that links phrases, and score it on pairs it was not fitted on.

    python benchmarks/fit_phrases.py lexical
    python benchmarks/fit_phrases.py semantic --write

The scores are from two folds, the even and the odd pairs of each set, each by weights fitted on the
other, those of the three passes before it included. ``--write`` fits weights on all pairs, on top
of the shipped weights of the passes, and uses the threshold of the folds. Each pair is used twice,
once with its sides exchanged. The networks are fitted by Adam (Kingma and Ba 2015) with dropout
(Srivastava and others 2014), with fixed seeds. It needs the extra "fit".
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
from scipy.sparse import csr_matrix

from fit_words import MODELS, SHIPPED, examples, fit, write_json
from variants.languages import language_of
from variants.languages.kin import kin_of
from variants.types.words import SHOWN_FROM
from variants.words.cells import probable_cells
from variants.words.evidence import PairType
from variants.words.linking import NEARLY_SAME_FROM, common_shares, link_pairs, number_pairs
from variants.words.phrase_cells import (
    CELL_FEATURES,
    LEAST,
    MEANING_FEATURES,
    cell_features,
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
NETS = 4  # Networks of which the mean is taken.
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
    """Probable cells with their features.

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
    """Return the probable cells of pairs with their features."""
    vocabulary, _ = number_pairs([pair.keys for pair in pairs], ENGLISH)
    sorts = sort_words(vocabulary, ENGLISH, numbers_of(names))
    rows = []
    for one in examples(pairs, model):
        p = score_pairs(one.evidence, model.weights)
        cells = probable_cells(p, LEAST)
        pair, i, j, _ = cells
        batch = one.evidence.batch
        near = [
            sorts[word][pair, k]
            for words, k in ((batch.seed, i), (batch.other, j))
            for word in neighbour_words(words, len(vocabulary.words))
        ]
        rows.append(
            Table(
                cell_features(one.evidence, p, cells).T,
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
    """Fit networks on scaled features, and return their mean with weights for plain features."""
    mean, deviation = table.cells.mean(axis=0), table.cells.std(axis=0) + SMALLEST
    scaled, places = (table.cells - mean) / deviation, len(names) + 1
    hot = one_hot(table, places)
    net = average([fit_network(scaled, hot, table.gold, seed) for seed in range(NETS)])
    cells = net.cells / deviation[:, None]
    words = net.hot[len(PairType) :].reshape(PLACES, places, -1)
    words[:, NO_SORT] = 0
    types = net.hot[: len(PairType)]
    return PhraseWeights(names, words, types, cells, net.bias - mean @ cells, net.out, 0.5)


def one_hot(table: Table, places: int) -> csr_matrix:
    """Return a 1 in each row for the type of the pair, and for each sort of each word."""
    rows = len(table.types)
    offsets = len(PairType) + places * np.arange(PLACES)
    sorts = (table.sorts + offsets[None, :, None]).reshape(rows, -1)
    known = table.sorts.reshape(rows, -1) != NO_SORT
    columns = np.concatenate([table.types, sorts[known]])
    row = np.concatenate([np.arange(rows), np.nonzero(known)[0]])
    width = len(PairType) + places * PLACES
    return csr_matrix((np.ones(len(row), np.float32), (row, columns)), shape=(rows, width))


class Network(NamedTuple):
    """Weights of one network; the last column leads to the result, the others to hidden units.

    Attributes:
        cells: Weights of the features of cells.
        hot: Weights of the types of pairs and the sorts of words.
        bias: Constants.
        out: Weights of the hidden units.
    """

    cells: Floats
    hot: Floats
    bias: Floats
    out: Floats


def average(nets: Sequence[Network]) -> Network:
    """Return one network whose result is the mean of the results of several."""

    def joined(tables: Sequence[Floats]) -> Floats:
        direct = np.mean([each[..., -1:] for each in tables], axis=0, dtype=np.float32)
        return np.concatenate([*(each[..., :-1] for each in tables), direct], axis=-1)

    cells, hot, bias, out = zip(*nets, strict=True)
    mean_out = (np.concatenate(out) / len(nets)).astype(np.float32)
    return Network(joined(cells), joined(hot), joined(bias), mean_out)


def fit_network(cells: Floats, hot: csr_matrix, gold: Floats, seed: int) -> Network:
    """Fit a hidden layer of rectified units beside direct weights."""
    rng = np.random.default_rng(seed)
    net = Network(
        rng.normal(0, 0.05, (cells.shape[1], HIDDEN + 1)).astype(np.float32),
        rng.normal(0, 0.05, (hot.shape[1], HIDDEN + 1)).astype(np.float32),
        np.zeros(HIDDEN + 1, np.float32),
        rng.normal(0, 0.3, HIDDEN).astype(np.float32),
    )
    net.cells[:, -1] = net.hot[:, -1] = 0
    net.cells[0, -1] = 1.0  # To begin with, the result is the logit of the last pass.
    means, squares, averages = (Network(*map(np.zeros_like, net)) for _ in range(3))
    per_epoch = -(-len(gold) // BATCH)
    steps = EPOCHS * per_epoch
    for step in range(steps):
        if step % per_epoch == 0:
            order = rng.permutation(len(gold))
        chosen = order[step % per_epoch * BATCH :][:BATCH]
        slopes = slopes_of(net, cells[chosen], hot[chosen], gold[chosen], rng)
        rate = np.float32(RATE * (1 - step / steps) / (1 - 0.9 ** (step + 1)))
        for weight, slope, mean, square, averaged in zip(
            net, slopes, means, squares, averages, strict=True
        ):
            mean[:] += 0.1 * (slope - mean)
            square[:] += 0.001 * (slope**2 - square)
            swing = np.sqrt(square / (1 - 0.999 ** (step + 1))) + 1e-8
            weight[:] -= (rate * mean / swing).astype(np.float32)
            averaged[:] += (weight - averaged) / min(step + 1, AVERAGED)
    return averages


def slopes_of(
    net: Network, cells: Floats, hot: csr_matrix, gold: Floats, rng: np.random.Generator
) -> Network:
    """Return the slopes of the loss, with features and hidden units left out at random."""
    seen = cells * (rng.random(cells.shape, dtype=np.float32) > UNSEEN)
    hot.data = hot.data * (rng.random(len(hot.data), dtype=np.float32) > UNSEEN)
    sums = seen @ net.cells + hot @ net.hot + net.bias
    kept = (rng.random((len(seen), HIDDEN), dtype=np.float32) > DROPPED) / np.float32(1 - DROPPED)
    units = np.maximum(sums[:, :-1], 0) * kept
    result = np.clip(units @ net.out + sums[:, -1], -30, 30)
    miss = (1 / (1 + np.exp(-result)) - gold) / len(seen)
    back = np.outer(miss, net.out) * kept * (sums[:, :-1] > 0)
    back = np.concatenate([back, miss[:, None]], axis=1).astype(np.float32)
    return Network(
        seen.T @ back + SHRINK * net.cells,
        hot.T @ back + SHRINK * net.hot,
        back.sum(axis=0),
        units.T @ miss,
    )


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
