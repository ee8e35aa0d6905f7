"""Measure the effect of divisions on the alignment of sentences: they should never make it worse.

    python benchmarks/divisions.py

The development sets have one sentence per line and no divisions. This program adds divisions at
gold beads, so that they agree or disagree:

paragraphs   begin at one gold bead in six; each side lacks 15 % of them and has 5 % of its own
elsewhere    likewise in the seed; in the other text as many, at random sentences
later        likewise in the seed; in the other text each begins a sentence later
numbers      every gold bead has its number as label on both sides, like verses
misnumbered  likewise, but the numbers of the other text are higher by one

The names of the cases are the random seeds, so every run has equal figures.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean

from gold import Case, Pair, Score, cases, read_pairs, read_sentences, segmentation, signature
from variants.aligners import align_likelihood
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

SETS = ("verse-dev", "resplit-dev", "moved-dev")
SORTS = ("none", "paragraphs", "elsewhere", "later", "numbers", "misnumbered")
ONE_IN = 6
LACKING, OWN = 0.15, 0.05

Labels = Mapping[int, str]
"""Label of each division, by its first sentence."""


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", action="store_true", help="print a line for every case")
    arguments = parser.parse_args()
    print(signature(), end="\n\n")
    print("| set | divisions | main F1 | alone P | alone R | moved R |")
    print("|---|---|---|---|---|---|")
    for name in SETS:
        for sort in SORTS:
            scores = {case.name: _score(case, sort) for case in cases(name)}
            if arguments.cases:
                for case, score in scores.items():
                    print(_line(f"{name}/{case}", sort, [score]))
            print(_line(f"{name} ({len(scores)})", sort, list(scores.values())))


def _line(name: str, sort: str, scores: Sequence[Score]) -> str:
    moved = [score.moved for score in scores if score.moved is not None]
    cells = [
        name,
        sort,
        f"{mean(score.main for score in scores):.4f}",
        f"{mean(score.alone.precision for score in scores):.3f}",
        f"{mean(score.alone.recall for score in scores):.3f}",
        f"{mean(moved):.3f}" if moved else "",
    ]
    return f"| {' | '.join(cells)} |"


def _score(case: Case, sort: str) -> Score:
    """Return the score of a case with one type of divisions."""
    sides = [read_sentences(path) for path in (case.seed, case.other)]
    beads = read_pairs(case.folder / "gold.tsv")
    chance = random.Random(case.name)  # noqa: S311 - equal divisions in every run
    labels = _labels(sort, beads, [len(side) for side in sides], chance)
    seed, other = (
        _divided(segmentation(siglum, side), begun)
        for siglum, side, begun in zip("SA", sides, labels, strict=True)
    )
    found = align_likelihood(seed, other).beads
    return case.gold().score([(bead.seed, bead.other) for bead in found])


def _labels(
    sort: str, beads: Sequence[Pair], counts: Sequence[int], chance: random.Random
) -> tuple[Labels, Labels]:
    """Return the labels of the divisions of both sides."""
    if sort == "none":
        return {}, {}
    if sort in {"numbers", "misnumbered"}:
        further = sort == "misnumbered"
        return (
            {bead[0][0]: str(number) for number, bead in enumerate(beads) if bead[0]},
            {bead[1][0]: str(number + further) for number, bead in enumerate(beads) if bead[1]},
        )
    common = [bead for bead in beads if chance.random() < 1 / ONE_IN]
    first, second = (
        _kept((bead[side][0] for bead in common if bead[side]), counts[side], chance)
        for side in (0, 1)
    )
    if sort == "elsewhere":
        second = set(chance.sample(range(counts[1]), len(second)))
    if sort == "later":
        second = {number + 1 for number in second if number + 1 < counts[1]}
    return dict.fromkeys(first, ""), dict.fromkeys(second, "")


def _kept(begun: Iterable[int], count: int, chance: random.Random) -> set[int]:
    """Return the first sentences of the divisions of one side: common ones and its own."""
    kept = {number for number in begun if chance.random() >= LACKING}
    return kept | {number for number in range(count) if chance.random() < OWN / ONE_IN}


def _divided(cut: Segmentation, labels: Labels) -> Segmentation:
    """Return the segmentation with divisions that begin at the given sentences."""
    if not labels:
        return cut
    starts = [cut.sentences[number].start for number in sorted({0, *labels})]
    names = [labels.get(number, "") for number in sorted({0, *labels})]
    bounds = pairwise([*starts, len(cut.witness.text)])
    divisions = tuple(
        Division(DivisionKind.PARAGRAPH, Span(*bound), name)
        for bound, name in zip(bounds, names, strict=True)
    )
    return replace(cut, witness=replace(cut.witness, divisions=divisions))


if __name__ == "__main__":
    main()
