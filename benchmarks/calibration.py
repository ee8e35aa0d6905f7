"""Prints how often beads are right that say how sure they are.

    python benchmarks/calibration.py

A bead is right if it is a gold bead, or where gold is coarser than a sentence, a part of one. The
cases of all sets are pooled, but for the unrelated texts and the like of ``robust-dev``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gold import SETS, Gold, cases, read_sentences, segmentation
from variants.aligners import ALIGNERS
from variants.types import Bead

BORDERS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
"""Of the rows: most beads are nearly certain, and the doubtful ones are looked at."""


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
    for name in arguments.set:
        for sort, claim in _claims(name, arguments.aligner):
            claims[sort].append(claim)
    for sort in ("beads", "moved", "alone"):
        print("\n".join(_table(sort, claims[sort])))


def _claims(name: str, aligner: str) -> Iterator[tuple[str, Claim]]:
    """The claims of all beads of a set, each with its sort."""
    for case in cases(name):
        base = segmentation("S", read_sentences(case.base))
        other = segmentation("A", read_sentences(case.other))
        gold = case.gold()
        for bead in ALIGNERS[aligner](base, other).beads:
            yield _sort(bead), Claim(bead.confidence, _right(gold, bead))


def _sort(bead: Bead) -> str:
    if not bead.base or not bead.other:
        return "alone"
    return "moved" if bead.moved else "beads"


def _right(gold: Gold, bead: Bead) -> bool:
    if bead.base and bead.other:
        return gold.right((bead.base, bead.other))
    return gold.is_alone((bead.base, bead.other))


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
