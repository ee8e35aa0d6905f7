"""Fit the model that joins neighbouring differences, and judge it on texts left out.

    python benchmarks/fit_joins.py judge
    python benchmarks/fit_joins.py write

``judge`` prints how many annotated differences are found word for word, how many fall into several
readings, and how many readings are without a difference, for each least score of a join, by models
of cuts and joins that did not see the text. ``write`` fits all texts and writes the weights into
the package. Both take five minutes.

It needs the extra "fit". The model is a logistic regression. Of two neighbouring differences the
better choice is to join them if more differences are then found word for word, and fewer in several
readings; the pairs are those of cuts that did not see the text, since cuts that saw it are better.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import variants.classify.place_joins as joining
from fit_cuts import (
    BARE,
    Annotated,
    Features,
    Text,
    bare_language,
    covered_words,
    left_out,
    prepare,
)
from further_pairs import further_texts, is_near
from sense_gold import REAL, book_of, link_text, scorer, starts_in
from variants.classify.cutting import cut_model
from variants.classify.cutting.areas import Cut
from variants.classify.cutting.cut_model import CutModel, shipped_cuts
from variants.classify.cutting.join_evidence import join_evidence
from variants.classify.cutting.join_model import JoinModel
from variants.classify.cutting.word_traits import WordTraits
from variants.classify.differences import find_contrasts
from variants.languages import language_of
from variants.types.words import WordAlignment

SHIPPED = Path(__file__).parent.parent / "src/variants/classify/cutting/joins.json"
FOLDS = 4  # Folds of the texts for cuts.
PARTS = 6  # Folds of the texts for joins.
SPLIT, NOTHING = 0.4, 0.4  # Cost of a difference in several readings, and of a reading of nothing.
NO_CHANGE = 0.1  # Weight of a pair that can be joined or not.
SCALE = 0.1  # Inverse of the penalty of squared weights.
RARE = 10  # A feature that fewer pairs have is not used.
JOIN_FROM = 0.0
NEVER = float("inf")

Covered = frozenset[tuple[str, int]]


class Neighbours(NamedTuple):
    """Two neighbouring differences.

    Attributes:
        text: Name of their text.
        evidence: Features with and without knowledge of the language.
        gain: Value of joining them; below 0 if that is worse.
    """

    text: str
    evidence: tuple[Mapping[str, float], Mapping[str, float]]
    gain: float


class Counts(NamedTuple):
    """Sums over texts."""

    exact: int = 0
    split: int = 0
    nothing: int = 0
    readings: int = 0
    differences: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the sums of both."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def value(self) -> float:
        """Value of these readings."""
        return self.exact - SPLIT * self.split - NOTHING * self.nothing


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair that the program asked a model about."""

    words: WordAlignment
    first: Cut
    second: Cut


def counts_of(annotated: Annotated, shown: Sequence[Covered]) -> Counts:
    """Return the agreement of some readings of a bead with its annotation."""
    cores = [frozenset(scorer().core(annotated.sides, set(one))) for one in shown]
    exact = split = 0
    for gold in annotated.cores:
        over = [n for n, one in enumerate(shown) if gold & one]
        exact += any(cores[n] == gold for n in over)
        split += len(over) > 1
    nothing = sum(
        bool(one) and not any(core & gold for gold in annotated.cores)
        for one, core in zip(shown, cores, strict=True)
    )
    return Counts(exact, split, nothing, len(shown), len(annotated.cores))


def read_places(
    text: Text, cuts: CutModel, joins: JoinModel
) -> Iterator[tuple[Annotated, list[Covered], list[Asked]]]:
    """Yield the readings of each bead, and the pairs that a model of joins was asked about."""
    asked: list[Asked] = []

    def record(
        words: WordAlignment, first: Cut, second: Cut, traits: WordTraits
    ) -> dict[str, float]:
        asked.append(Asked(words, first, second))
        return join_evidence(words, first, second, traits)

    with (
        mock.patch.object(cut_model, "shipped_cuts", return_value=cuts),
        mock.patch.object(joining, "shipped_joins", return_value=joins),
        mock.patch.object(joining, "join_evidence", record),
    ):
        found = [one for one, _ in find_contrasts(text.words, text.alignment)]
    for words, each in zip(text.words, found, strict=True):
        annotated = Annotated(text, words)
        starts = starts_in(text.alignment, words)
        shown = [frozenset(covered_words(annotated, one, starts)) for one in each.variants]
        yield annotated, shown, [one for one in asked if one.words is words]


def neighbours_of(text: Text, cuts: CutModel, traits: Sequence[WordTraits]) -> Iterator[Neighbours]:
    """Yield the neighbouring differences of a text, none of them joined."""
    apart = JoinModel({}, 0.0, NEVER)
    for annotated, shown, asked in read_places(text, cuts, apart):
        base = counts_of(annotated, shown).value
        for words, first, second in ((one.words, one.first, one.second) for one in asked):
            parts = [frozenset(annotated.covered(*cut)) for cut in (first, second)]
            whole = frozenset(annotated.covered(first.i, second.j, first.k, second.l))
            rest = [one for one in shown if one not in parts and not one < whole]
            gain = counts_of(annotated, [*rest, whole]).value - base
            known, bare = (join_evidence(words, first, second, one) for one in traits)
            yield Neighbours(text.name, (known, bare), gain)


def fit(pairs: Sequence[Neighbours]) -> JoinModel:
    """Return a model of some pairs."""
    rows = [dict(evidence) for n in (0, 1) for evidence in (one.evidence[n] for one in pairs)]
    gain = np.array([one.gain for one in pairs] * 2)
    weight = np.where(gain == 0, NO_CHANGE, abs(gain))
    weight[len(pairs) :] *= BARE
    vectorizer = DictVectorizer()
    values = vectorizer.fit_transform(rows)
    often = np.asarray((values[: len(pairs)] != 0).sum(0)).ravel() >= RARE
    model = LogisticRegression(C=SCALE, max_iter=500)
    model.fit(values[:, often], gain > 0, sample_weight=weight)
    names = vectorizer.get_feature_names_out()[often]
    weights = {
        str(name): round(float(weight), 2)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if round(float(weight), 2)
    }
    return JoinModel(weights, round(float(model.intercept_[0]), 3), JOIN_FROM)


@dataclass(frozen=True, slots=True)
class Learned:
    """Pairs of the development data with the cuts of each text, and further pairs."""

    cuts: Sequence[tuple[Text, CutModel]]
    pairs: Sequence[Neighbours]
    further: Sequence[Neighbours]


def learn() -> Learned:
    """Return the pairs of all texts, cut by models that did not see them."""
    features = Features()
    traits = WordTraits(language_of("en")), WordTraits(bare_language(language_of("en")))
    cuts = [
        (each.text, model)
        for model, unseen in left_out(prepare(features), features, FOLDS)
        for each in unseen
    ]
    pairs = [one for text, model in cuts for one in neighbours_of(text, model, traits)]
    # Cuts of the shipped model, which are better than those of texts left out, count once more.
    pairs += [one for text, _ in cuts for one in neighbours_of(text, shipped_cuts(), traits)]
    further: list[Neighbours] = []
    for name, gold in further_texts().items():
        alignment, words = link_text(gold)
        text = Text("further", name, gold, alignment, words)
        further += neighbours_of(text, shipped_cuts(), traits)
    return Learned(cuts, pairs, further)


def judge(learned: Learned) -> None:
    """Print the figures of models that did not see the text, for several least scores."""
    books = sorted({book_of(text.name) for text, _ in learned.cuts})
    models: dict[str, JoinModel] = {}
    for part in (books[n::PARTS] for n in range(PARTS)):
        seen = [one for one in learned.pairs if book_of(one.text) not in part]
        seen += [
            one for one in learned.further if not any(is_near(one.text, book) for book in part)
        ]
        models |= dict.fromkeys(part, fit(seen))
    for cuts in (None, shipped_cuts()):
        print(f"| {'cuts left out' if cuts is None else 'shipped cuts'} | exact | split | none |")
        for least in (NEVER, 1.0, 0.6, 0.3, 0.0, -0.3, -0.6, -1.0):
            for label, sets in (("all", None), ("d1, d4", REAL)):
                total = Counts()
                for text, own in learned.cuts:
                    if sets is None or text.set in sets:
                        model = models[book_of(text.name)]
                        joins = JoinModel(model.weights, model.bias, least)
                        for annotated, shown, _ in read_places(text, cuts or own, joins):
                            total = total.plus(counts_of(annotated, shown))
                print(
                    f"| {label}, from {least} | {total.exact / total.differences:.4f}"
                    f" | {total.split / total.differences:.4f}"
                    f" | {total.nothing / total.readings:.4f} |",
                    flush=True,
                )


def write(learned: Learned) -> None:
    """Fit all texts, and write the weights into the package."""
    model = fit([*learned.pairs, *learned.further])
    head = {
        "about": (
            "Weights of the model that joins two neighbouring differences: one for each "
            "feature of variants.classify.cutting.join_evidence."
        ),
        "provenance": (
            "Fitted by `benchmarks/fit_joins.py` on pairs of English sentences from public domain "
            "translations and from texts of our own, whose differences were annotated by hand. No "
            "sentence of the data is included."
        ),
        "bias": model.bias,
        "join from": model.join_from,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    rows = [f"  {json.dumps(name)}: {value}" for name, value in sorted(model.weights.items())]
    weights = ' "weights": {\n' + ",\n".join(rows) + "\n }"
    SHIPPED.write_text("{\n" + ",\n".join([*lines, weights]) + "\n}\n", "utf-8")


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("task", choices=("judge", "write"))
    asked = parser.parse_args()
    learned = learn()
    if asked.task == "judge":
        judge(learned)
    else:
        write(learned)


if __name__ == "__main__":
    main()
