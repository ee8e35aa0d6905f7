"""Fit the curves that turn posteriors of beads into confidences, and write them.

    python benchmarks/fit_confidences.py
    python benchmarks/fit_confidences.py --write

The texts are those of all development sets, and altered ones: half of the beads left out, a quarter
left out and a quarter shortened, passages moved at random (``altered.py``, ``calibration.py``). A
bead is right as in ``calibration.py``: beads beside sections of prose are right too. Texts that are
not altered count more, because such texts are usual.

--write replaces the curves in ``variants.aligners.likelihood.confidences``. The printed errors are
those of texts that the curves were not fitted on, one book left out at a time.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from altered import altered
from calibration import BORDERS, FEWEST, ROUNDS, SHUFFLED
from gold import Case, Gold, cases, read_sentences, segmentation, signature
from variants.aligners import align_likelihood
from variants.aligners.arrays import Flags, Floats
from variants.aligners.likelihood import align, confidences
from variants.types.bead import Bead

SETS = ("verse-dev", "resplit-dev", "moved-dev", "prose-dev")
ALTERED = ("left out", "abridged")
WEIGHT = 20.0  # Weight of a bead if its text is not altered.
PENALTY = 0.1  # Weight of the squares of coefficients.
ROUNDS_OF_NEWTON = 40
DIGITS = 2
NAMES = {"paired": "_PAIRED", "alone": "_ALONE", "moved": "_MOVED"}


class Claim(NamedTuple):
    """A bead: its book, whether the text is altered, its posterior, and whether it is right.

    ``unmatched`` is the share of beads of its text that are unmatched sentences.
    """

    book: str
    altered: bool
    posterior: float
    unmatched: float
    right: bool


def main() -> None:
    """Print the curves and their errors, and write them if this is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="replace the curves of the package")
    write = parser.parse_args().write
    claims: dict[str, list[Claim]] = defaultdict(list)
    with patch.object(align, "calibrate", list):
        for sort, claim in _all_claims():
            claims[sort].append(claim)
    print(signature(), end="\n\n")
    lines = {name: _fitted(sort, claims[sort]) for sort, name in NAMES.items()}
    if write:
        path = Path(confidences.__file__)
        text = path.read_text(encoding="utf-8")
        for name, line in lines.items():
            text = re.sub(rf"^{name} = .*$", line, text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")


def _all_claims() -> Iterator[tuple[str, Claim]]:
    for group in SETS:
        for case in cases(group):
            sentences = read_sentences(case.other)
            yield from _claims(case, sentences, case.gold(), is_altered=False)
            if group not in SHUFFLED:
                continue
            for name in ALTERED:
                other, gold, _ = altered(case, name)
                yield from _claims(case, other, case.gold_of(gold), is_altered=True)
            for number in range(ROUNDS if len(read_sentences(case.seed)) >= FEWEST else 0):
                chance = random.Random(f"{case.name} {number}")  # noqa: S311 - equal in every run
                for sort, claim in _claims(case, *case.shuffled(chance), is_altered=True):
                    if sort == "moved":
                        yield sort, claim


def _claims(
    case: Case, other: Sequence[str], gold: Gold, *, is_altered: bool
) -> Iterator[tuple[str, Claim]]:
    """Yield each bead of two texts, and its sort."""
    seed = segmentation("S", read_sentences(case.seed))
    beads = align_likelihood(seed, segmentation("A", other), ()).beads
    unmatched = sum(not bead.seed or not bead.other for bead in beads) / len(beads)
    for bead in beads:
        book = case.name.split("-")[0]
        yield (
            _sort(bead),
            Claim(book, is_altered, bead.confidence, unmatched, _right(gold, bead)),
        )


def _sort(bead: Bead) -> str:
    if not bead.seed or not bead.other:
        return "alone"
    return "moved" if bead.moved else "paired"


def _right(gold: Gold, bead: Bead) -> bool:
    pair = (bead.seed, bead.other)
    return gold.right_or_beside(pair) if all(pair) else gold.is_alone(pair)


def _fitted(sort: str, claims: Sequence[Claim]) -> str:
    """Print the errors of beads of one sort, and return the line of the curve."""
    table = np.array([_features(claim, sort) for claim in claims])
    right = np.array([claim.right for claim in claims], np.float64)
    whole = np.array([not claim.altered for claim in claims])
    # Few beads have moved, most of them in altered texts.
    weight = np.where(whole & (sort != "moved"), WEIGHT, 1.0)
    book = np.array([claim.book for claim in claims])
    guess = np.zeros(len(claims))
    for name in sorted(set(book)):
        out = book == name
        guess[out] = _logistic(table[out] @ _regression(table[~out], right[~out], weight[~out]))
    for label, some in (("whole texts", whole), ("altered texts", ~whole)):
        if some.any():
            error, bins = _errors(guess[some], right[some])
            print(f"{sort}, {label}: {int(some.sum()):,} beads, error {error:.4f}; {bins}")
    low, high, unmatched, base = np.round(_regression(table, right, weight), DIGITS).tolist()
    line = f"{NAMES[sort]} = _Curve({low}, {high}, {unmatched}, {base})"
    print(line, end="\n\n")
    return line


def _features(claim: Claim, sort: str) -> list[float]:
    """Return the factors of the coefficients of a curve, in the order of its attributes."""
    low, high = confidences.bent_odds(claim.posterior)
    # Moved beads are few, so that they show no effect of unmatched sentences.
    share = 0.0 if sort == "moved" else confidences.log_unmatched(claim.unmatched)
    return [low, high, share, 1.0]


def _regression(table: Floats, right: Floats, weight: Floats) -> Floats:
    """Return the coefficients of a logistic regression, by Newton's method."""
    found = np.zeros(table.shape[1])
    for _ in range(ROUNDS_OF_NEWTON):
        guess = _logistic(table @ found)
        spread = weight * guess * (1 - guess) + 1e-9
        matrix = table.T @ (table * spread[:, None]) + PENALTY * np.eye(len(found))
        found += np.linalg.solve(matrix, table.T @ (weight * (right - guess)) - PENALTY * found)
    return found


def _logistic(odds: Floats) -> Floats:
    values: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return values


def _errors(guess: Floats, right: Floats) -> tuple[float, str]:
    """Return the expected calibration error, and number and error of each bin."""
    total, bins = 0.0, []
    for low, high in pairwise(BORDERS):
        some: Flags = (guess >= low) & (guess < high)
        if some.any():
            error = float((guess[some] - right[some]).sum())
            total += abs(error)
            bins.append(f"{low:.2f}: {int(some.sum())} {error / int(some.sum()):+.3f}")
    return total / len(guess), ", ".join(bins)


if __name__ == "__main__":
    main()
