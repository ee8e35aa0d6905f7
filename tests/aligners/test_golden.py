"""Exact results of all stages of aligning.

``--update-golden`` rewrites the files. Arrays are summarized: see ``summary``.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from tests.aligners.cases import CASES, Case
from tests.conftest import GoldenValues
from variants.aligners import ALIGNERS, EXPLAINERS
from variants.aligners.constraints import constraints_of
from variants.aligners.likelihood.align import (
    FirstPath,
    find_first_path,
    find_path_sums,
)
from variants.aligners.likelihood.bead_scores import Beads
from variants.aligners.likelihood.candidates import find_anchors, find_candidates
from variants.aligners.likelihood.divisions import find_marks
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.features import Side
from variants.aligners.likelihood.model import measure_lengths, weigh
from variants.aligners.likelihood.posterior import find_posteriors
from variants.aligners.likelihood.rates import first_rates
from variants.aligners.likelihood.sentence_texts import texts_of
from variants.types.explanation import Explanation, ScoreBreakdown

_EXPLAINED = (
    "translated",
    "joined",
    "extended",
    "moved",
    "borders",
    "divided",
    "linked",
    "cut",
    "scripts",
    "short",
)
"""Cases of which some sentences are explained."""


def summary(array: npt.NDArray[Any]) -> list[float]:
    """Return size, sum, and a weighted sum of an array, which changes with any of its values.

    Sums of integers are exact.
    """
    number = np.arange(array.size)
    if array.dtype.kind == "f":
        weights = 1 + number * 0.6180339887498949 % 1.0
        return [array.size, float(array.sum()), float(array.reshape(-1) @ weights)]
    values = array.reshape(-1).astype(np.int64)
    return [array.size, int(values.sum()), int(values @ (1 + number % 997))]


@pytest.mark.parametrize("name", CASES)
def test_alignments_are_exactly_these(name: str, golden_values: GoldenValues) -> None:
    case = CASES[name]

    found = {aligner: _alignment(case, aligner) for aligner in ALIGNERS}

    golden_values(f"aligners/{name}.json", found)


@pytest.mark.parametrize("name", CASES)
def test_stages_are_exactly_these(name: str, golden_values: GoldenValues) -> None:
    golden_values(f"aligners/stages/{name}.json", _stages(CASES[name]))


@pytest.mark.parametrize("name", _EXPLAINED)
def test_explanations_are_exactly_these(name: str, golden_values: GoldenValues) -> None:
    golden_values(f"aligners/explained/{name}.json", _explanations(name))


def _alignment(case: Case, aligner: str) -> dict[str, Any]:
    found = ALIGNERS[aligner](case.seed, case.other, case.links)
    beads = [
        [
            "+".join(map(str, bead.seed)),
            "+".join(map(str, bead.other)),
            bead.confidence,
            *(["moved"] if bead.moved else []),
            *(["forced"] if bead.forced else []),
        ]
        for bead in found.beads
    ]
    notices = [notice.message for notice in found.notices]
    return {"relatedness": found.relatedness, "notices": notices, "beads": beads}


def _stages(case: Case) -> dict[str, Any]:
    constraints, _ = constraints_of(case.links, case.seed, case.other)
    texts, marks = (texts_of(case.seed), texts_of(case.other)), find_marks(case.seed, case.other)
    first = find_first_path(*texts, marks, constraints)
    model = first.learned.model
    paths = find_path_sums(model, first.path)
    posteriors = find_posteriors(paths.band, paths.beads, paths.sums, model.priors.unmatched)
    return {
        "pieces": [list(pieces.owners) for pieces in first.pieces],
        "marks": [list(side) for side in marks],
        **_sides(model.seed, model.other),
        **_learned(first),
        "first path": _path(first.path),
        "band": [summary(paths.band.low), summary(paths.band.high)],
        "beads": _beads(paths.beads),
        "sums": summary(paths.sums),
        "best path": _path(paths.best),
        "reached": summary(posteriors.reached),
        "posterior": summary(posteriors.of_path(paths.best)),
    }


def _sides(seed: Side, other: Side) -> dict[str, Any]:
    rates = first_rates(seed, other)
    weights = weigh(seed, other, rates)
    anchors, learned = find_anchors(seed, other)
    candidates = find_candidates(seed, other, weights)
    return {
        "seed": _side(seed),
        "other": _side(other),
        "first rates": rates.seed.tolist(),
        "candidates": [
            summary(getattr(candidates, field.name)) for field in dataclasses.fields(candidates)
        ],
        "anchors": [anchors[0].tolist(), anchors[1].tolist()],
        "anchor rates": [learned.seed.tolist(), learned.other.tolist()],
        "lengths": dataclasses.astuple(measure_lengths(seed, other, anchors)),
    }


def _side(side: Side) -> dict[str, list[float]]:
    arrays = (field.name for field in dataclasses.fields(side) if field.name != "vocabulary")
    return {name: summary(getattr(side, name)) for name in arrays}


def _learned(first: FirstPath) -> dict[str, Any]:
    learned, model = first.learned, first.learned.model
    directions = (model.weights.seed, model.weights.other)
    divisions = model.divisions and dataclasses.astuple(model.divisions)
    return {
        "weights": [
            [summary(each.gain), summary(each.miss), each.least_gain] for each in directions
        ],
        "priors": dataclasses.astuple(model.priors),
        "divisions": divisions and [divisions[0].tolist(), *divisions[1:]],
        "related": learned.related,
        "unrelated score": learned.unrelated_score,
    }


def _path(path: Path) -> list[list[float]]:
    return [summary(each) for each in (path.seed, path.other, path.scores, path.beads)]


def _beads(beads: Beads) -> list[list[float]]:
    return [summary(getattr(beads, field.name)) for field in dataclasses.fields(beads)]


def _explanations(name: str) -> dict[str, Any]:
    case, found = CASES[name], {}
    for aligner, explain in EXPLAINERS.items():
        for side, text in enumerate((case.seed, case.other)):
            for sentence in range(side, len(text.sentences), 7):
                explanation = explain(case.seed, case.other, case.links, side, sentence)
                found[f"{aligner} {'SA'[side]} {sentence}"] = _explanation(explanation)
    return found


def _explanation(found: Explanation) -> list[Any]:
    rival = found.rival and [*dataclasses.astuple(found.rival)]
    weighings = [_weighing(each) for each in (found.weighing, found.rival_weighing)]
    return [found.origin.value, found.bead.seed, found.bead.other, rival, *weighings]


def _weighing(weighing: ScoreBreakdown | None) -> list[Any] | None:
    if weighing is None:
        return None
    words = [
        [" ".join(each.seed), " ".join(each.other), each.evidence, each.seed_count]
        for each in (*weighing.shared[:2], *weighing.missed[:1])
    ]
    numbers = (weighing.words, weighing.length, weighing.joined, weighing.divisions)
    return [words, *numbers, weighing.alone, weighing.usual]
