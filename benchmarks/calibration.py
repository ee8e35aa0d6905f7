"""Prints how often beads are right that say how sure they are.

    python benchmarks/calibration.py

A bead is right if it is a gold bead, or where gold is coarser than a sentence, a part of one. The
cases of all sets are pooled, but for the unrelated texts and the like of ``robust-dev``. A second
table of beads takes the ends of sections of prose as they are: put by hand, often a sentence off.

Few passages have moved in the sets. So one more table is of verses and sentences with passages put
elsewhere at random, drawn from the names of the cases: the same run gives the same figures.
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
from variants.types.alignment import Bead

BORDERS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
"""Of the rows: most beads are nearly certain, and the doubtful ones are looked at."""

SHUFFLED = ("verse-dev", "resplit-dev")
ROUNDS = 3  # Times that passages of each case are put elsewhere;
FEWEST = 60  # not of one that has fewer sentences: hardly anything would stay.


@dataclass(frozen=True, slots=True)
class Claim:
    """What one bead said, and whether it was so."""

    confidence: float
    right: bool


def main() -> None:
    """Align every case and print a table for each sort of bead."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", nargs="+", choices=SETS, default=SETS[:-1], help="which sets")
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
    """The claims of all beads of a case, each with its sort."""
    seed = segmentation("S", read_sentences(case.seed))
    other = segmentation("A", read_sentences(case.other))
    gold = case.gold()
    for bead in align(seed, other).beads:
        yield _sort(bead), Claim(bead.confidence, _right(gold, bead))
        if _sort(bead) == "beads":
            right = gold.right_or_beside((bead.seed, bead.other))
            yield "beads, sections a little off", Claim(bead.confidence, right)


def _claims_of_shuffled(case: Case, align: Aligner) -> Iterator[Claim]:
    """The claims of beads that are marked as moved, with passages put elsewhere."""
    seed = read_sentences(case.seed)
    for number in range(ROUNDS if len(seed) >= FEWEST else 0):
        chance = random.Random(f"{case.name} {number}")  # noqa: S311 - the same in every run
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
    lines = [f"| {sort} that say | are right | number |", "|---|---|---|"]
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
