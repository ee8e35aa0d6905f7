"""Compare the confidence of beads with the share that is right.

    python benchmarks/calibration.py

A bead is right if it is a gold bead, or part of one if the gold is coarser than a sentence. The
cases of all sets are pooled, except for special cases such as the unrelated texts of
``robust-dev``. A second table of beads also accepts beads beside the right one, because the ends
of sections of prose were set by hand and are often off by a sentence.

Few passages have moved in the sets, so another table uses verses and sentences whose passages were
moved at random. The names of the cases are the random seeds, so every run has equal figures.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gold import SETS, Case, Gold, cases, read_sentences, segmentation, signature
from variants.aligners import ALIGNERS
from variants.aligners.aligner import Aligner
from variants.types.bead import Bead

BORDERS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
"""Bounds of the rows, narrower near 1 because most beads are nearly certain."""

SHUFFLED = ("verse-dev", "resplit-dev")
ROUNDS = 3  # Number of random moves of each case.
FEWEST = 60  # Sentences of a case: with fewer, hardly any would stay in place.


@dataclass(frozen=True, slots=True)
class Claim:
    """Confidence of one bead, and whether it is right."""

    confidence: float
    right: bool


def main() -> None:
    """Align every case and print a table for each type of bead."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", nargs="+", choices=SETS, default=SETS[:-1], help="sets to use")
    parser.add_argument("--aligner", choices=[*ALIGNERS], default="likelihood")
    arguments = parser.parse_args()
    claims: dict[str, list[Claim]] = defaultdict(list)
    align = ALIGNERS[arguments.aligner]
    for name in arguments.set:
        for case in cases(name):
            for sort, claim in _claims(case, align):
                claims[sort].append(claim)
    for name in SHUFFLED:
        for case in cases(name):
            claims["moved at random"] += _claims_of_shuffled(case, align)
    print(signature(), end="\n\n")
    for sort in ("beads", "beads, sections a little off", "moved", "moved at random", "alone"):
        print("\n".join(_table(sort, claims[sort])))


def _claims(case: Case, align: Aligner) -> Iterator[tuple[str, Claim]]:
    """Yield type and claim of every bead of a case."""
    seed = segmentation("S", read_sentences(case.seed))
    other = segmentation("A", read_sentences(case.other))
    gold = case.gold()
    for bead in align(seed, other).beads:
        yield _sort(bead), Claim(bead.confidence, _right(gold, bead))
        if _sort(bead) == "beads":
            right = gold.right_or_beside((bead.seed, bead.other))
            yield "beads, sections a little off", Claim(bead.confidence, right)


def _claims_of_shuffled(case: Case, align: Aligner) -> Iterator[Claim]:
    """Yield the claims of moved beads, after passages were moved at random."""
    seed = read_sentences(case.seed)
    for number in range(ROUNDS if len(seed) >= FEWEST else 0):
        chance = random.Random(f"{case.name} {number}")  # noqa: S311 - equal in every run
        other, gold = case.shuffled(chance)
        for bead in align(segmentation("S", seed), segmentation("A", other)).beads:
            if bead.moved:
                yield Claim(bead.confidence, _right(gold, bead))


def _sort(bead: Bead) -> str:
    if not bead.seed or not bead.other:
        return "alone"
    return "moved" if bead.moved else "beads"


def _right(gold: Gold, bead: Bead) -> bool:
    if bead.seed and bead.other:
        return gold.right((bead.seed, bead.other))
    return gold.is_alone((bead.seed, bead.other))


def _table(sort: str, claims: Sequence[Claim]) -> list[str]:
    lines = [f"| confidence of {sort} | right | number |", "|---|---|---|"]
    error = 0.0
    for low, high in pairwise(BORDERS):
        row = [claim for claim in claims if low <= claim.confidence < high]
        if row:
            error += abs(sum(claim.confidence - claim.right for claim in row))
            lines.append(
                f"| {low:.2f} to {min(high, 1.0):.2f} | {_share(row):.4f} | {len(row):,} |"
            )
    lines += ["", f"Expected calibration error {error / max(1, len(claims)):.4f}.", ""]
    return lines


def _share(claims: Iterable[Claim]) -> float:
    right = [claim.right for claim in claims]
    return sum(right) / len(right)


if __name__ == "__main__":
    main()
