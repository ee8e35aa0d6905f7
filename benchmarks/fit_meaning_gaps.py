"""Fit the model of the gap between the meanings of two words.

    python benchmarks/fit_meaning_gaps.py judge
    python benchmarks/fit_meaning_gaps.py write

``judge`` prints how well the grades of pairs are foreseen by models that did not see them.
``write`` fits all pairs and writes the weights into the package. It needs the extra "fit".

``annotated/word-pairs.tsv`` has pairs of words that face each other in public-domain translations
of the Bible, none of them in the texts of the development data of sense, and a grade for each that
was given without their sentences: 0 the same, 1 a nuance, 2 perhaps something else, 3 another fact,
4 opposed. The model is gradient boosting of small trees (Friedman 2001).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingRegressor

from fit_sense import LANGUAGE, SHIPPED, read_tree
from variants.classify.sense.meaning_gaps import PAIR_FEATURES, pair_row
from variants.classify.sense.sense_model import Doubles
from variants.languages.kin import nearness
from variants.languages.substitutes import substitutes_of

PAIRS = Path(__file__).resolve().parent / "annotated" / "word-pairs.tsv"
FOLDS = 8
MOST = 3.5  # The gap of opposed words is hardly larger than that of two facts.
BOOSTING: dict[str, Any] = {
    "n_estimators": 60,
    "learning_rate": 0.1,
    "max_depth": 3,
    "min_samples_leaf": 10,
    "max_features": 0.4,
    "subsample": 0.6,
    "random_state": 0,
}


def read_pairs() -> tuple[Doubles, Doubles]:
    """Return the features of all graded pairs, shape (pairs, features), and their grades."""
    lines = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines()]
    known = substitutes_of(LANGUAGE)
    if known is None:
        message = f"There is no list of substitutes for {LANGUAGE}."
        raise SystemExit(message)
    rows = np.array(
        [
            pair_row(known.of(one), known.of(other), nearness(one, other, LANGUAGE))
            for one, other, _ in lines
        ],
        float,
    )
    return rows, np.array([min(MOST, int(grade)) for *_, grade in lines])


def fit(rows: Doubles, grades: Doubles) -> GradientBoostingRegressor:
    """Return the model fitted on pairs."""
    return GradientBoostingRegressor(**BOOSTING).fit(rows, grades)


def judge(rows: Doubles, grades: Doubles) -> None:
    """Print the correlation of foreseen grades with those given, for all and for unlisted pairs."""
    fold = np.random.default_rng(1).integers(0, FOLDS, len(grades))
    foreseen = np.zeros(len(grades))
    for n in range(FOLDS):
        foreseen[fold == n] = fit(rows[fold != n], grades[fold != n]).predict(rows[fold == n])
    listed = rows[:, [PAIR_FEATURES.index(each) for each in ("same", "near", "other")]].any(1)
    for label, keep in (("all", listed | True), ("listed", listed), ("unlisted", ~listed)):
        correlation = np.corrcoef(foreseen[keep], grades[keep])[0, 1]
        print(f"{label:9}{keep.sum():6} pairs, correlation {correlation:.3f}")


def write(rows: Doubles, grades: Doubles) -> None:
    """Fit all pairs and write the weights."""
    model, rate = fit(rows, grades), float(BOOSTING["learning_rate"])
    fitted = {
        "provenance": {
            "fitted by": "benchmarks/fit_meaning_gaps.py",
            "data": "pairs of words graded by hand without their sentences",
            "pairs": len(grades),
        },
        "start": round(float(grades.mean()), 5),
        "trees": [read_tree(each[0].tree_, rate) for each in model.estimators_],
    }
    text = json.dumps(fitted, separators=(",", ":")) + "\n"
    SHIPPED.joinpath("meaning_gaps.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("command", choices=("judge", "write"))
    command = {"judge": judge, "write": write}[parser.parse_args().command]
    command(*read_pairs())


if __name__ == "__main__":
    main()
