"""Fit the model of sense, and judge it with one text left out at a time.

    python benchmarks/fit_sense.py judge
    python benchmarks/fit_sense.py lay DIR
    python benchmarks/fit_sense.py write

``judge`` prints how well readings are ranked by models that did not see their text. ``lay`` writes
the JSON of each text with such a model, as DIR/SET/TEXT.lexical.json, for the script that scores
the development data. ``write`` fits all texts and writes the weights into the package.

It needs the extra "fit". The model is a logistic regression plus gradient boosting of small trees
(Friedman 2001) plus support vector regression with a Gaussian kernel (Drucker et al. 1997) over
the features of ``variants.classify.sense``; a logistic curve makes probabilities of its scores
(Platt 1999). The regression also weighs the words that only one side of a difference has. A
doubtful difference counts as half a one. The model is fitted on differences before any are joined;
a joined one has the score of its heaviest part, which was better (average precision .357 against
.331 on real translations) than a model fitted on joined ones.
Each model is fitted on further pairs too (``further_pairs.py``), which are never judged.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVR

import variants.classify.bead_places as joining
import variants.classify.judged_differences as judging
from further_pairs import further_texts, is_near
from sense_gold import (
    REAL,
    SETS,
    Beads,
    book_of,
    lay_text,
    link_text,
    scorer,
    starts_in,
    texts_of,
)
from variants.classify.config import NO_CONFIG
from variants.classify.differences import Parts, find_contrasts
from variants.classify.sense.judge import is_form
from variants.classify.sense.sense_evidence import collect_evidence
from variants.classify.sense.sense_examples import Examples, write_examples
from variants.classify.sense.sense_model import (
    Doubles,
    SenseModel,
    Tree,
    sigmoid,
    write_model,
)

SHIPPED = Path(__file__).parent.parent / "src" / "variants" / "classify" / "sense"

LANGUAGE = "en"  # Language of the data.
DOUBTFUL = 0.65  # Value of a difference that perhaps touches the sense.
LINE = 0.4  # Weight of the regression beside the trees.
PENALTY = 50.0  # Of half the squared weights, for features with standard deviation 1.
WORD = 3.0  # Value of a word in the regression, whose weight is then penalized less.
RARE_WORD = 10  # A word that fewer differences have has no weight.
CONSTANT = 1e-6  # Standard deviation below which a feature is ignored.
ENOUGH = 1e-6  # Step in scaled weights at which the fit ends.
RARE = 8  # A feature that fewer differences have is not used.
SEEDS = 5  # Forests whose mean is taken, since one depends on chance.
BOOSTING: dict[str, Any] = {
    "n_estimators": 150,
    "learning_rate": 0.06,
    "max_depth": 3,
    "min_samples_leaf": 20,
    "max_features": 0.3,
    "subsample": 0.6,
}
EXAMPLES = 3.0  # Weight of the examples beside the trees.
REACH = 4.0  # Steepness of the kernel, before it is divided by the number of features.
COST = 0.3  # Most weight of an example in the support vector regression.
TOLERANCE = 0.1  # Error of that regression that costs nothing.
FURTHER = "further"  # Name of the set of further pairs.
FIRST_TIER = 0.121  # Share of all readings in the first tier.


@dataclass(frozen=True, slots=True)
class Unit:
    """A difference found by the program, with the judgement of the annotator.

    Attributes:
        set: Name of the set.
        text: Name of the text.
        features: Features of each of its parts that are not of form only; of one, if not joined.
        words: The lemmas that only one side of each of these parts has.
        judged: True if the model is asked for it.
        yes: True if it touches the sense.
        some: True if it touches the sense, or perhaps does.
        what: Its words and tags, for lists.
    """

    set: str
    text: str
    features: Sequence[Mapping[str, float]]
    words: Sequence[Sequence[str]]
    judged: bool
    yes: bool
    some: bool
    what: str


def parts_of(name: str, texts: Mapping[str, Beads]) -> list[Unit]:
    """Return the differences that the program finds in the texts of a set, before any is joined."""
    with mock.patch.object(joining, "join_differences", lambda pieces, *_: pieces):
        return list(units_of(name, texts))


def units_of(name: str, texts: Mapping[str, Beads]) -> Iterator[Unit]:
    """Yield the differences that the program finds in the texts of a set."""
    for text, beads in texts.items():
        alignment, linked = link_text(beads)
        for words in linked:
            bead = beads[words.bead.seed[0]]
            start = starts_in(alignment, words)
            found, parts = next(find_contrasts([words], alignment, NO_CONFIG))
            for variant, each in zip(found.variants, parts, strict=True):
                spans = {
                    side: [[span.start - at, span.end - at]]
                    for side, span, at in zip(
                        ("seed", "other"), (variant.seed, variant.other), start, strict=True
                    )
                }
                yield _unit(name, text, bead, spans, each)


def _unit(
    name: str,
    text: str,
    bead: dict[str, Any],
    spans: dict[str, list[list[int]]],
    parts: Parts,
) -> Unit:
    judged = [collect_evidence(contrast) for part, contrast in parts if not is_form(part)]
    score = scorer()
    sides, _ = score.labels(bead)
    mine = score.token_set(sides, spans)
    over = [
        each
        for each in bead["differences"]
        for theirs in [score.token_set(sides, each)]
        if mine and score.core(sides, theirs) & score.core(sides, mine)
    ]
    senses = [each["sense"] for each in over]
    words = [bead[side][slice(*spans[side][0])] for side in ("seed", "other")]
    tags = " ".join(f"{each['tag']}:{each['sense']}" for each in over)
    return Unit(
        name,
        text,
        [evidence.features for evidence in judged],
        [evidence.words for evidence in judged],
        bool(judged) and bool(mine),
        "yes" in senses,
        any(sense != "no" for sense in senses),
        f"{bead['id']}: {words[0]} → {words[1]} [{tags}]",
    )


def logistic(values: Doubles, target: Doubles, penalty: float) -> tuple[float, Doubles]:
    """Return bias and weights of a logistic regression with a penalty on scaled weights."""
    mean, deviation = values.mean(0), values.std(0)
    deviation = np.where(deviation > CONSTANT, deviation, np.inf)
    scaled = np.c_[(values - mean) / deviation, np.ones(len(values))]
    weights = np.zeros(scaled.shape[1])
    ridge = np.eye(len(weights)) * penalty
    ridge[-1, -1] = 1e-9
    for _ in range(30):
        p = sigmoid(scaled @ weights)
        gradient = scaled.T @ (p - target) + ridge @ weights
        step = np.linalg.solve((scaled.T * (p * (1 - p))) @ scaled + ridge, gradient)
        weights -= step
        if abs(step).max() < ENOUGH:
            break
    plain = weights[:-1] / deviation
    return float(weights[-1] - plain @ mean), plain


def boost(values: Doubles, target: Doubles) -> tuple[float, tuple[Tree, ...]]:
    """Return the first score and small trees; a target between 0 and 1 counts as both."""
    both = np.r_[np.ones(len(values)), np.zeros(len(values))]
    weights = np.r_[target, 1 - target]
    known = weights > 0
    trees: list[Tree] = []
    for seed in range(SEEDS):
        model = GradientBoostingClassifier(**BOOSTING, random_state=seed)
        model.fit(np.r_[values, values][known], both[known], weights[known])
        rate = float(BOOSTING["learning_rate"]) / SEEDS
        trees += [read_tree(one[0].tree_, rate) for one in model.estimators_]
    mean = target.mean()
    return float(np.log(mean / (1 - mean))), tuple(trees)


def read_tree(fitted: Any, rate: float, node: int = 0) -> Tree:  # noqa: ANN401 - has no types
    """Return a fitted tree from one of its nodes down, its leaves times a rate."""
    if fitted.children_left[node] < 0:
        return round(rate * float(fitted.value[node, 0, 0]), 5)
    return [
        int(fitted.feature[node]),
        float(f"{fitted.threshold[node]:.5g}"),
        read_tree(fitted, rate, fitted.children_left[node]),
        read_tree(fitted, rate, fitted.children_right[node]),
    ]


def fit(units: Sequence[Unit]) -> SenseModel:
    """Return the model fitted on these units, with a curve that is still the identity."""
    counts: dict[str, int] = defaultdict(int)
    for unit in units:
        for name, value in unit.features[0].items():
            counts[name] += bool(value)
    names = tuple(sorted(name for name, count in counts.items() if count >= RARE))
    values = matrix([unit.features[0] for unit in units], names)
    target = np.array([1.0 if u.yes else DOUBTFUL if u.some else 0.0 for u in units])
    line, weights, words = fit_line(values, [unit.words[0] for unit in units], target)
    start, trees = boost(values, target)
    mean, examples = find_examples(values, target)
    bias = round(line + start + mean, 5)
    return SenseModel(names, bias, weights, trees, (1.0, 0.0), 0.5, examples, {LANGUAGE: words})


def fit_line(
    values: Doubles, words: Sequence[Sequence[str]], target: Doubles
) -> tuple[float, Doubles, dict[str, float]]:
    """Return bias, weights of features and weights of words of the logistic regression."""
    deviation = values.std(0)
    deviation = np.where(deviation > CONSTANT, deviation, np.inf)
    counter = CountVectorizer(analyzer=list, min_df=RARE_WORD)
    of_words = counter.fit_transform(words)
    columns = hstack([csr_matrix(values / deviation), WORD * of_words]).tocsr()
    both = np.r_[np.ones(len(values)), np.zeros(len(values))]
    model = LogisticRegression(C=1 / PENALTY, max_iter=500)
    model.fit(vstack([columns, columns]), both, np.r_[target, 1 - target])
    found = LINE * model.coef_[0]
    of_features, of_each = np.split(found, [values.shape[1]])
    weights = np.array([float(f"{each:.5g}") for each in of_features / deviation])
    rounded = (round(float(WORD * each), 3) for each in of_each)
    named = zip(counter.get_feature_names_out().tolist(), rounded, strict=True)
    return LINE * float(model.intercept_[0]), weights, {word: each for word, each in named if each}


def find_examples(values: Doubles, target: Doubles) -> tuple[float, Examples]:
    """Return the score far from all examples, and the examples; of equal ones, one."""
    deviation = values.std(0)
    scale = np.sqrt(REACH / values.shape[1]) / np.where(deviation > CONSTANT, deviation, np.inf)
    fitted = SVR(C=COST, gamma=1.0, epsilon=TOLERANCE).fit(values * scale, target)
    rows, which = np.unique(values[fitted.support_], axis=0, return_inverse=True)
    weights = EXAMPLES * np.bincount(which.ravel(), fitted.dual_coef_[0])
    singles = (each.astype(np.float32) for each in (rows, weights, scale))
    return EXAMPLES * float(fitted.intercept_[0]), Examples.of(*singles)


def matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Doubles:
    """Return features, shape (rows, names)."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows]).reshape(
        -1, len(names)
    )


def score(model: SenseModel, units: Sequence[Unit]) -> Doubles:
    """Return the score of each difference, the highest of its parts."""
    rows = [row for unit in units for row in unit.features]
    words = [model.score_of_words(each, LANGUAGE) for unit in units for each in unit.words]
    starts = np.cumsum([0, *(len(unit.features) for unit in units)])[:-1]
    return np.maximum.reduceat(model.scores(matrix(rows, model.features)) + words, starts)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Scores and probabilities of all units, each by a model that did not see its text."""

    models: Mapping[str, SenseModel]
    scores: Doubles
    probabilities: Doubles


def leave_out(units: Sequence[Unit], parts: Sequence[Unit], first_tier: float) -> LeftOut:
    """Fit one model for each book left out, on the parts of the others, and score that book.

    The curve of each is fitted on the left-out scores of the other books, and its threshold is
    the quantile of their probabilities.
    """
    books = sorted({book_of(unit.text) for unit in units})
    belongs = np.array([books.index(book_of(unit.text)) for unit in units])
    scores = np.zeros(len(units))
    fitted = {}
    for n, book in enumerate(books):
        model = fit([part for part in parts if not _is_of(part, book)])
        there = [unit for unit in units if book_of(unit.text) == book]
        scores[belongs == n] = score(model, there)
        fitted[book] = model
    yes = np.array([float(unit.yes) for unit in units])
    probabilities = np.zeros(len(units))
    models = {}
    for n, book in enumerate(books):
        rest = belongs != n
        curve = _curve(scores[rest], yes[rest])
        probabilities[~rest] = sigmoid(curve[0] * scores[~rest] + curve[1])
        threshold = float(np.quantile(sigmoid(curve[0] * scores[rest] + curve[1]), 1 - first_tier))
        models[book] = replace(fitted[book], curve=curve, first_tier=threshold)
    return LeftOut(models, scores, probabilities)


def _is_of(part: Unit, book: str) -> bool:
    """Return True if a part is of a book, or of a further text that is near to it."""
    if part.set == FURTHER:
        return is_near(part.text, book)
    return book_of(part.text) == book


def _curve(scores: Doubles, yes: Doubles) -> tuple[float, float]:
    bias, slope = logistic(scores[:, None], yes, 1e-3)
    return round(float(slope[0]), 5), round(bias, 5)


def average_precision(good: Sequence[bool], scores: Doubles) -> float:
    """Return the average precision of a ranking; ties share their places."""
    rows = [(float(score), hit) for score, hit in zip(scores, good, strict=True)]
    result: float = scorer().average_precision(rows)
    return result


def show(units: Sequence[Unit], p: Doubles, share: float) -> None:
    """Print the figures of a ranking, for all sets, and for the real translations."""
    cut = np.quantile(p, 1 - share)
    for label, sets in (("all", SETS), ("real", REAL), *((name, (name,)) for name in SETS)):
        keep = np.array([unit.set in sets for unit in units])
        yes = [unit.yes for unit in units if unit.set in sets]
        some = [unit.some for unit in units if unit.set in sets]
        first = p[keep] >= cut
        hits = np.array(yes)[first]
        print(
            f"{label:5} AP {average_precision(yes, p[keep]):.3f}"
            f" {average_precision(some, p[keep]):.3f}"
            f" | tier {first.mean():.3f} of {len(yes)}: {hits.mean():.3f}"
            f" {np.array(some)[first].mean():.3f} R {hits.sum() / max(1, sum(yes)):.3f}"
        )


def error_of(units: Sequence[Unit], p: Doubles) -> float:
    """Return the expected calibration error over ten bins."""
    yes = np.array([float(unit.yes) for unit in units])
    bins = np.minimum(9, (p * 10).astype(int))
    return float(sum(abs((p - yes)[bins == n].sum()) for n in range(10)) / len(units))


def overall_curve(units: Sequence[Unit], left: LeftOut) -> tuple[float, float]:
    """Return the curve fitted on all left-out scores."""
    yes = np.array([float(unit.yes) for unit in units])
    return _curve(left.scores, yes)


def provenance(units: Sequence[Unit], parts: Sequence[Unit]) -> dict[str, object]:
    """Return the origin of the weights, for their file."""
    return {
        "fitted by": "benchmarks/fit_sense.py",
        "data": "pairs of sentences with differences annotated by hand",
        "sets": list(SETS),
        "differences": len(units),
        "touch the sense": sum(unit.yes for unit in units),
        "parts": sum(part.set != FURTHER for part in parts),
        "further differences": sum(part.set == FURTHER for part in parts),
    }


def lay(left: LeftOut, folder: Path) -> None:
    """Write the JSON of each text with the model that did not see it."""
    for name in SETS:
        for text, beads in texts_of(name).items():
            model = left.models[book_of(text)]
            with mock.patch.object(judging, "shipped_model", lambda model=model: model):
                lay_text(folder / name, text, beads)


def main() -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("command", choices=("judge", "lay", "write", "list"))
    parser.add_argument("folder", type=Path, nargs="?")
    asked = parser.parse_args()
    everything = [unit for name in SETS for unit in units_of(name, texts_of(name))]
    units = [unit for unit in everything if unit.judged]
    sets = {name: texts_of(name) for name in SETS} | {FURTHER: further_texts()}
    parts = [part for name in sets for part in parts_of(name, sets[name]) if part.judged]
    share = FIRST_TIER * len(everything) / len(units)
    print(f"{len(everything)} differences, {len(units)} judged, {sum(u.yes for u in units)} yes")
    left = leave_out(units, parts, share)
    show(units, left.probabilities, share)
    print(f"calibration error {error_of(units, left.probabilities):.3f}")
    if asked.command == "lay":
        lay(left, asked.folder)
    elif asked.command == "write":
        curve = overall_curve(units, left)
        cut = float(np.quantile(left.probabilities, 1 - share))
        model = replace(fit(parts), curve=curve, first_tier=round(cut, 4))
        written = write_model(model, provenance(units, parts))
        SHIPPED.joinpath("sense.json").write_text(written, encoding="utf-8")
        SHIPPED.joinpath("sense_examples.npz").write_bytes(write_examples(model.examples))
    elif asked.command == "list":
        order = np.argsort(-left.probabilities)
        for n in order:
            unit = units[n]
            mark = "YES " if unit.yes else "some" if unit.some else "    "
            print(f"{left.probabilities[n]:.3f} {mark} {unit.what}")


if __name__ == "__main__":
    main()
