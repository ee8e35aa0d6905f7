"""Fit the model that cuts differing words into phrases, and judge it on texts left out.

    python benchmarks/fit_cuts.py judge
    python benchmarks/fit_cuts.py lay DIR
    python benchmarks/fit_cuts.py write

``judge`` prints how many annotated differences are found word for word, how many fall into several
readings, and how many readings are without a difference, by models that did not see the text.
``lay`` writes the JSON of each text with such a model, as DIR/SET/TEXT.lexical.json, for the script
that scores the development data. ``write`` fits all texts and writes the weights into the package.

The model is a semi-Markov conditional random field (Sarawagi and Cohen 2004): the score of a
division of an area is the sum of the scores of its phrases, and of the equal words outside of them.
It is fitted so that divisions with many annotated differences are probable, with a margin for
those that have few (Gimpel and Smith 2010). Each text is used twice, once as if nothing but the
spelling of its words were known, so that the model serves other languages too.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import numpy.typing as npt

from sense_gold import REAL, SETS, book_of, lay_text, link_text, scorer, starts_in, texts_of
from variants.classify.cutting import cut_model
from variants.classify.cutting.area_table import AreaTable, TableBuilder
from variants.classify.cutting.areas import areas_of, only_cut
from variants.classify.cutting.cut_features import (
    Code,
    candidate_codes,
    equal_codes,
    equal_words,
    link_sums,
)
from variants.classify.cutting.cut_model import CutModel
from variants.classify.cutting.phrase_pairs import PhrasePairs, list_candidates
from variants.classify.cutting.word_traits import WordTraits, word_traits
from variants.classify.differences import find_contrasts
from variants.classify.pieces import anchor
from variants.languages import language_of
from variants.languages.language import Language
from variants.types.alignment import Alignment
from variants.types.variant import Variant
from variants.types.words import Token, WordAlignment

Doubles = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

SHIPPED = Path(__file__).parent.parent / "src/variants/classify/cutting/cuts.json"
PENALTY = 16.0  # Of half the squared weights.
MARGIN = 2.5
STEPS, RATE = 60, 0.12
TOWARDS = 20.0  # Factor of the rewards for the divisions that must be probable.
EXACT, NOTHING, PARTIAL, EACH = 1.0, -0.5, -0.1, -0.01
UNCOVERED = -9.0  # Score of a word that no phrase covers.
BARE = 0.3  # Weight of a text whose words are known by their spelling only.


class Reward(NamedTuple):
    """Agreement of a phrase with the annotation."""

    exact: bool
    nothing: bool
    partial: int

    @property
    def value(self) -> float:
        """The sum of its parts."""
        several = PARTIAL * min(self.partial, 3)
        return EXACT * self.exact + NOTHING * self.nothing + several + EACH


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the development data with its links.

    Attributes:
        set: Its set.
        name: Its name.
        gold: Its annotated beads.
        alignment: The alignment, a bead a line.
        words: The words and links of each bead.
    """

    set: str
    name: str
    gold: Sequence[dict[str, Any]]
    alignment: Alignment
    words: Sequence[WordAlignment]


def read_text(set_name: str, name: str, gold: Sequence[dict[str, Any]]) -> Text:
    """Return a text, aligned and linked."""
    alignment, words = link_text(gold)
    return Text(set_name, name, gold, alignment, words)


class Annotated:
    """The annotated differences of a bead, and which tokens are which words of it."""

    def __init__(self, text: Text, words: WordAlignment) -> None:
        score = scorer()
        bead = text.gold[words.bead.seed[0]]
        self.sides = {side: score.words(bead[side]) for side in score.SIDES}
        starts = starts_in(text.alignment, words)
        self.words = [
            [self._inside(side, token, start) for token in tokens]
            for side, tokens, start in zip(
                score.SIDES, (words.seed, words.other), starts, strict=True
            )
        ]
        sets = (score.token_set(self.sides, each) for each in bead["differences"])
        self.cores = [frozenset(score.core(self.sides, one)) for one in sets if one]

    def _inside(self, side: str, token: Token, start: int) -> list[tuple[str, int]]:
        first, last = token.span.start - start, token.span.end - start
        return [(side, n) for n, (i, j, _) in enumerate(self.sides[side]) if i < last and first < j]

    def covered(self, i: int, j: int, k: int, last: int) -> set[tuple[str, int]]:
        """Return the words of a phrase pair."""
        seed = (word for token in self.words[0][i:j] for word in token)
        other = (word for token in self.words[1][k:last] for word in token)
        return {*seed, *other}

    def reward(self, covered: set[tuple[str, int]]) -> Reward:
        """Return the agreement of a phrase pair with the annotation."""
        core = scorer().core(self.sides, covered)
        return Reward(
            any(core == one for one in self.cores),
            bool(covered) and not any(core & one for one in self.cores),
            sum(bool(covered & one) and not one <= covered for one in self.cores),
        )


@dataclass(frozen=True, slots=True)
class Graph:
    """Divisions of all areas of some texts: steps from place to place, by area.

    Attributes:
        codes: Weights of each scored step, shape (scored steps, features); -1 for none.
        scored: Number of a step among the scored ones; -1 for the others.
        fixed: Score of the others.
        reward: Reward of each step.
        start: Place where each step begins.
        end: Place where it ends.
        by_end: Steps by the level of their end, then by their end, with the first of each end.
        by_start: As ``by_end``, for their starts, in the opposite order.
        first: First place of each area.
        last: Last place of each area.
        places: Number of places.
    """

    codes: Numbers
    scored: Numbers
    fixed: Doubles
    reward: Doubles
    start: Numbers
    end: Numbers
    by_end: Sequence[tuple[Numbers, Numbers]]
    by_start: Sequence[tuple[Numbers, Numbers]]
    first: Numbers
    last: Numbers
    weight: Doubles
    places: int


class Features:
    """Names of the features with the place of their weights in one vector."""

    def __init__(self) -> None:
        self.at: dict[str, tuple[int, int]] = {}
        self.size = 0

    def columns(self, codes: Iterator[Code]) -> list[Numbers]:
        """Return the weights of each candidate, a column a feature."""
        found = []
        for name, size, each in codes:
            if name not in self.at:
                self.at[name] = (self.size, size)
                self.size += size
            found.append(self.at[name][0] + each)
        return found

    def model(self, weights: Doubles) -> CutModel:
        """Return a model."""
        return CutModel({name: weights[at : at + size] for name, (at, size) in self.at.items()})


def build_graph(texts: Sequence[Text], traits: WordTraits, features: Features) -> Graph:
    """Return the divisions of the areas of texts."""
    beads = [(text, words) for text in texts for words in text.words]
    builder = TableBuilder(traits)
    annotated = []
    for text, words in beads:
        bead = anchor(words)
        equal = bead.equal()
        areas = [area for area in areas_of(bead, equal) if only_cut(bead, area) is None]
        builder.add(bead, equal, areas)
        annotated += [Annotated(text, words)] * len(areas)
    table = builder.table()
    sums = link_sums(table)
    columns = zip(*map(_columns, list_candidates(table, sums.linked)), strict=True)
    found = PhrasePairs(table, *(np.concatenate(each) for each in columns))
    kept = equal_words(table)
    codes = _stacked(features.columns(candidate_codes(found, sums)))
    equal_columns = _stacked(features.columns(equal_codes(kept)))
    most = codes.shape[1]
    padded = np.full((len(equal_columns), most), -1)
    padded[:, : equal_columns.shape[1]] = equal_columns
    free = _free_steps(table)
    at = table.sums_at[free[0]]
    borders = found.borders(), kept.borders(), (at + free[1], at + free[2])
    start, end = (np.concatenate(each) for each in zip(*borders, strict=True))
    scored = np.full(len(start), -1)
    scored[: len(codes) + len(padded)] = np.arange(len(codes) + len(padded))
    fixed = np.zeros(len(start))
    fixed[len(codes) + len(padded) :] = free[3]
    reward = np.zeros(len(start))
    reward[: len(codes)] = _rewards(found, annotated)
    reward[len(codes) + len(padded) :] = np.where(free[3] < 0, -2.0, 0.0)
    _, before, before_other = table.places()
    level = before + before_other
    return Graph(
        np.concatenate([codes, padded]),
        scored,
        fixed,
        reward,
        start,
        end,
        _by_level(end, level),
        _by_level(start, -level),
        table.sums_at,
        table.last_places(),
        np.ones(len(start)),
        len(level),
    )


def _columns(found: PhrasePairs) -> tuple[Numbers, ...]:
    return found.area, found.i, found.j, found.k, found.l


def _stacked(columns: Sequence[Numbers]) -> Numbers:
    return np.stack([column.astype(np.int64) for column in columns], axis=1)


def _rewards(found: PhrasePairs, annotated: Sequence[Annotated]) -> Doubles:
    values = np.zeros(len(found.area))
    rows = zip(*(column.tolist() for column in _columns(found)), strict=True)
    for n, (area, i, j, k, last) in enumerate(rows):
        whole, gold = found.table.areas[area], annotated[area]
        covered = gold.covered(whole.i + i, whole.i + j, whole.k + k, whole.k + last)
        values[n] = gold.reward(covered).value
    return values


def _free_steps(table: AreaTable) -> tuple[Numbers, Numbers, Numbers, Doubles]:
    """Return the steps across one token: area, start, end and score; words cost much."""
    rows = []
    for area in range(len(table.rows)):
        height, width = int(table.rows[area]), int(table.columns[area]) + 1
        seed, other = int(table.seed.at[area]), int(table.other.at[area])
        for side, tokens, count, first in (
            (0, table.seed, height, seed),
            (1, table.other, width - 1, other),
        ):
            inside = slice(first, first + count)
            free = (tokens.is_word[inside] == 0) | (tokens.moved[inside] > 0)
            for n, is_free in enumerate(free.tolist()):
                score = 0.0 if is_free else UNCOVERED
                if side == 0:
                    rows += [
                        (area, n * width + k, (n + 1) * width + k, score) for k in range(width)
                    ]
                else:
                    rows += [
                        (area, i * width + n, i * width + n + 1, score) for i in range(height + 1)
                    ]
    columns = np.array(rows).T
    area, start, end = (column.astype(np.int64) for column in columns[:3])
    return area, start, end, columns[3]


def _by_level(at: Numbers, level: Numbers) -> list[tuple[Numbers, Numbers]]:
    """Return the steps of each level, ordered by place, with the first of each place."""
    order = np.lexsort((at, level[at]))
    groups = np.split(order, np.flatnonzero(np.diff(level[at[order]])) + 1)
    return [(steps, np.flatnonzero(np.diff(at[steps], prepend=-1))) for steps in groups]


def probabilities(graph: Graph, scores: Doubles) -> Doubles:
    """Return the probability of each step in the divisions of its area."""
    ahead = _sums(graph, scores, graph.by_end, (graph.start, graph.end), graph.first)
    behind = _sums(graph, scores, graph.by_start, (graph.end, graph.start), graph.last)
    whole = np.repeat(ahead[graph.last], np.diff(np.append(graph.first, graph.places)))
    log = ahead[graph.start] + scores + behind[graph.end] - whole[graph.start]
    found: Doubles = np.exp(np.minimum(log, 0.0))
    return found


def _sums(
    graph: Graph,
    scores: Doubles,
    levels: Sequence[tuple[Numbers, Numbers]],
    ends: tuple[Numbers, Numbers],
    begin: Numbers,
) -> Doubles:
    """Return the log of the sum over all ways from the beginnings to each place."""
    source, target = ends
    sums = np.full(graph.places, -1e9)
    sums[begin] = 0.0
    for steps, first in levels:
        found = np.logaddexp.reduceat(sums[source[steps]] + scores[steps], first)
        sums[target[steps[first]]] = found
    return sums


def scores_of(graph: Graph, weights: Doubles) -> Doubles:
    """Return the score of each step."""
    held = np.append(weights, 0.0)
    scored = np.zeros(len(graph.codes))
    for column in graph.codes.T:
        scored += held[column]
    return np.where(graph.scored >= 0, scored[graph.scored], graph.fixed)


def fit(graphs: Sequence[tuple[Graph, float]], size: int) -> Doubles:
    """Return the weights, fitted by Adam (Kingma and Ba 2015) on all divisions together."""
    weights, mean, square = np.zeros((3, size))
    for step in range(STEPS):
        slope = -PENALTY * weights
        for graph, factor in graphs:
            scores = scores_of(graph, weights)
            towards = probabilities(graph, scores + TOWARDS * graph.reward)
            away = probabilities(graph, scores - MARGIN * graph.reward)
            change = factor * (towards - away)[graph.scored >= 0]
            for column in graph.codes.T:
                some = column >= 0
                slope += np.bincount(column[some], change[some], minlength=size)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE * (1 - 0.8 * step / STEPS)
        corrected = np.sqrt(square / (1 - 0.99 ** (step + 1))) + 1e-3
        weights = weights + rate * mean / (1 - 0.9 ** (step + 1)) / corrected
    return weights


class Prepared(NamedTuple):
    """The divisions of one text, with and without knowledge of its language."""

    text: Text
    graphs: tuple[Graph, Graph]


def prepare(features: Features) -> list[Prepared]:
    """Return all texts of the development data."""
    english, bare = word_traits("en"), WordTraits(bare_language(language_of("en")))
    prepared = []
    for set_name in SETS:
        for name, gold in texts_of(set_name).items():
            text = read_text(set_name, name, gold)
            graphs = [build_graph([text], traits, features) for traits in (english, bare)]
            prepared.append(Prepared(text, (graphs[0], graphs[1])))
    return prepared


def bare_language(language: Language) -> Language:
    """Return a language of which only the function words are known."""
    return Language("und", function_words=language.function_words)


def fit_texts(prepared: Sequence[Prepared], features: Features) -> CutModel:
    """Return a model fitted on some texts."""
    graphs = [
        (graph, factor)
        for each in prepared
        for graph, factor in zip(each.graphs, (1.0, BARE), strict=True)
    ]
    return features.model(fit(graphs, features.size))


def left_out(
    prepared: Sequence[Prepared], features: Features, folds: int
) -> Iterator[tuple[CutModel, list[Prepared]]]:
    """Yield models with the texts that they did not see."""
    books = sorted({book_of(each.text.name) for each in prepared})
    count = folds or len(books)
    parts = [set(books[n::count]) for n in range(count)]
    for part in parts:
        seen = [each for each in prepared if book_of(each.text.name) not in part]
        unseen = [each for each in prepared if book_of(each.text.name) in part]
        yield fit_texts(seen, features), unseen


def count(text: Text, model: CutModel) -> Counter[str]:
    """Return the number of differences of a text, of those found word for word, and the rest."""
    counts: Counter[str] = Counter()
    with mock.patch.object(cut_model, "shipped_cuts", return_value=model):
        found = [one for one, _ in find_contrasts(text.words, text.alignment)]
    for words, each in zip(text.words, found, strict=True):
        annotated = Annotated(text, words)
        shown = [
            covered_words(annotated, one, starts_in(text.alignment, words)) for one in each.variants
        ]
        cores = [scorer().core(annotated.sides, one) for one in shown]
        counts["readings"] += len(shown)
        counts["none"] += sum(annotated.reward(one).nothing for one in shown)
        for core in annotated.cores:
            over = [n for n, one in enumerate(shown) if core & one]
            counts["differences"] += 1
            counts["exact"] += any(cores[n] == core for n in over)
            counts["split"] += len(over) > 1
            counts["missed"] += not over
    return counts


def covered_words(
    annotated: Annotated, variant: Variant, starts: tuple[int, int]
) -> set[tuple[str, int]]:
    """Return the words of a reading, by the offsets of its sentences."""
    found = set()
    for side, span, start in zip(
        annotated.sides, (variant.seed, variant.other), starts, strict=True
    ):
        words = annotated.sides[side]
        first, last = span.start - start, span.end - start
        found |= {(side, n) for n, (i, j, _) in enumerate(words) if i < last and first < j}
    return found


def show(name: str, counts: Counter[str]) -> None:
    """Print a row."""
    total = counts["differences"]
    cells = [
        f"{counts['exact'] / total:.3f}",
        f"{counts['split'] / total:.3f}",
        f"{counts['none'] / counts['readings']:.3f}",
        f"{counts['readings']}",
        f"{counts['missed']}",
    ]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def judge(prepared: Sequence[Prepared], features: Features, folds: int) -> None:
    """Print the figures of models that did not see the text."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for model, unseen in left_out(prepared, features, folds):
        for each in unseen:
            found = count(each.text, model)
            kind = "d1, d4" if each.text.set in REAL else "d2, d5"
            for name in (each.text.set, kind, "all"):
                sums[name] += found
    print("| set | exact | split | none | readings | missed |")
    print("|---|---|---|---|---|---|")
    for name in sorted(sums):
        show(name, sums[name])


def lay(prepared: Sequence[Prepared], features: Features, folder: Path) -> None:
    """Write the JSON of each text, with a model that did not see it."""
    for model, unseen in left_out(prepared, features, 0):
        for text in (each.text for each in unseen):
            with mock.patch.object(cut_model, "shipped_cuts", return_value=model):
                lay_text(folder / text.set, text.name, text.gold)


def write(prepared: Sequence[Prepared], features: Features) -> None:
    """Fit all texts, and write the weights into the package."""
    model = fit_texts(prepared, features)
    rows = [
        f"  {json.dumps(name)}: {json.dumps(_rounded(weights))}"
        for name, weights in model.weights.items()
    ]
    head = {
        "about": (
            "Weights of the model that cuts differing words into phrases: one for each code of "
            "each feature of variants.classify.cutting.cut_features."
        ),
        "provenance": (
            "Fitted by `benchmarks/fit_cuts.py` on 547 pairs of English sentences from public "
            "domain translations and from texts of our own, whose differences were annotated by "
            "hand. No sentence of the data is included."
        ),
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    weights = ' "weights": {\n' + ",\n".join(rows) + "\n }"
    SHIPPED.write_text("{\n" + ",\n".join([*lines, weights]) + "\n}\n", "utf-8")


def _rounded(weights: Doubles) -> list[float]:
    return [int(value) if value == int(value) else value for value in weights.round(2).tolist()]


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("task", choices=("judge", "lay", "write"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--folds", type=int, default=0, help="instead of one text at a time")
    asked = parser.parse_args()
    features = Features()
    prepared = prepare(features)
    if asked.task == "judge":
        judge(prepared, features, asked.folds)
    elif asked.task == "lay":
        lay(prepared, features, asked.folder)
    else:
        write(prepared, features)


if __name__ == "__main__":
    main()
