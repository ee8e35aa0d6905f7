"""Measure the aligner on texts that were altered at random, so that the right beads are known.

    python benchmarks/altered.py
    python benchmarks/altered.py --false-moves

The texts are those of all development sets, and the alterations are:

exchanged    one to three beads of the other text move over the one to six beads after them
left out     half of the beads of the other text are missing
shortened    half of the sentences of the other text keep only half of their words
abridged     a quarter is missing, and a quarter of the others is shortened
whole parts  two passages of up to a tenth of the other text are missing

Exchanged sentences are found if a bead joins them to sentences of their gold bead only. The gold
beads of prose are sections whose ends were set by hand and are often off by a sentence. There, the
sections beside it that moved with it are right too, in the last column.

With --false-moves, the texts are two whole Bibles in order, where every move is false; then the
same with verses deleted and doubled at random. Names of cases are the random seeds, so that every
run has equal figures.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import NamedTuple

from gold import Case, Pair, cases, data, read_pairs, read_sentences, segmentation, signature
from variants.aligners import ALIGNERS
from variants.types.bead import Bead

TEXTS = ("verse-dev", "resplit-dev", "prose-dev")
MOST_MOVED, MOST_PASSED = 3, 6
BEADS_EACH = 40  # Gold beads of a text for each exchange.
PARTS = 2  # Passages that are left out,
LARGEST_PART = 0.1  # and the share of the text that the largest have.
SHARE = 0.5  # Of sentences that are left out or shortened.
DELETED, DOUBLED = 0.05, 0.02
ROUNDS = 3

Altered = tuple[list[str], list[Pair], list[list[Pair]]]
"""Sentences of the other text, gold beads, and those of each passage that was moved."""


@dataclass(frozen=True, slots=True)
class Text:
    """The other text of a case, and its gold beads."""

    sentences: list[str]
    beads: list[Pair]

    def only(self, kept: Sequence[int], texts: dict[int, str] | None = None) -> Altered:
        """Return a text of these sentences, in this order; some have other words."""
        place = {number: at for at, number in enumerate(kept)}
        written = texts or {}
        sentences = [written.get(number, self.sentences[number]) for number in kept]
        beads = [(a, tuple(sorted(place[j] for j in b if j in place))) for a, b in self.beads]
        return sentences, beads, []

    def without(self, missing: Sequence[Pair], texts: dict[int, str] | None = None) -> Altered:
        """Return the text without the other side of some beads; some sentences have other words."""
        gone = {j for bead in missing for j in bead[1]}
        kept = [j for j in range(len(self.sentences)) if j not in gone]
        return self.only(kept, texts)


def exchanged(text: Text, chance: random.Random) -> Altered:
    """Exchange neighbouring passages."""
    beads = sorted((bead for bead in text.beads if bead[1]), key=lambda bead: bead[1])
    paired = [bead for bead in beads if bead[0]]
    moved: list[list[Pair]] = []
    order = list(beads)
    count = max(1, len(paired) // BEADS_EACH)
    places = sorted(chance.sample(range(len(order) - MOST_MOVED - MOST_PASSED), count))
    end = 0
    for place in places:
        size, passed = chance.randint(1, MOST_MOVED), chance.randint(1, MOST_PASSED)
        if place < end:
            continue
        end = place + size + passed + 1
        one, other = order[place : place + size], order[place + size : end - 1]
        order[place : end - 1] = [*other, *one]
        moved += [one, other]
    kept = [j for bead in order for j in bead[1]]
    sentences, gold, _ = text.only(kept)
    place_of = {number: at for at, number in enumerate(kept)}
    passages = [
        [(a, tuple(sorted(place_of[j] for j in b))) for a, b in beads if a] for beads in moved
    ]
    return sentences, gold, passages


def left_out(text: Text, chance: random.Random) -> Altered:
    """Leave out half of the gold beads."""
    return text.without([bead for bead in text.beads if chance.random() < SHARE])


def shortened(text: Text, chance: random.Random) -> Altered:
    """Shorten half of the sentences."""
    numbers = range(len(text.sentences))
    short = {j: _shorter(text.sentences[j], chance) for j in numbers if chance.random() < SHARE}
    return text.only(numbers, short)


def abridged(text: Text, chance: random.Random) -> Altered:
    """Leave out a quarter of the gold beads, and shorten a quarter of the sentences."""
    missing: list[Pair] = []
    short: dict[int, str] = {}
    for bead in text.beads:
        if chance.random() < SHARE / 2:
            missing.append(bead)
        else:
            short.update(
                (j, _shorter(text.sentences[j], chance))
                for j in bead[1]
                if chance.random() < SHARE / 2
            )
    return text.without(missing, short)


def whole_parts(text: Text, chance: random.Random) -> Altered:
    """Leave out whole passages."""
    kept = list(range(len(text.sentences)))
    for _ in range(PARTS):
        size = chance.randint(1, max(1, int(LARGEST_PART * len(kept))))
        start = chance.randrange(len(kept) - size)
        del kept[start : start + size]
    return text.only(kept)


def _shorter(sentence: str, chance: random.Random) -> str:
    """Return a sentence with half of its words, in order."""
    words = sentence.split(" ")
    kept = sorted(chance.sample(range(len(words)), (len(words) + 1) // 2))
    return " ".join(words[number] for number in kept)


ALTERATIONS: dict[str, Callable[[Text, random.Random], Altered]] = {
    "exchanged": exchanged,
    "left out": left_out,
    "shortened": shortened,
    "abridged": abridged,
    "whole parts": whole_parts,
}


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--aligner", choices=[*ALIGNERS], default="likelihood")
    parser.add_argument("--cases", action="store_true", help="print a line for every case")
    parser.add_argument(
        "--only", nargs="+", choices=[*ALTERATIONS], default=[*ALTERATIONS], help="alterations"
    )
    parser.add_argument("--false-moves", action="store_true", help="count moves in two Bibles")
    arguments = parser.parse_args()
    print(signature(), end="\n\n")
    if arguments.false_moves:
        print("\n".join(_false_moves(arguments.aligner)))
        return
    print("| alteration | set | main F1 | alone P | alone R | found | or beside |")
    print("|---|---|---|---|---|---|---|")
    for name in arguments.only:
        everywhere = []
        for group in TEXTS:
            rows = [_row(case, name, arguments.aligner) for case in cases(group)]
            everywhere += rows
            if arguments.cases:
                for case, row in zip(cases(group), rows, strict=True):
                    print(_line(name, case.name, [row]))
            print(_line(name, f"{group} ({len(rows)})", rows))
        print(_line(name, f"all ({len(everywhere)})", everywhere))


class Row(NamedTuple):
    """Scores of one altered text; shares of moved sentences are ``None`` if none moved."""

    main: float
    precision: float
    recall: float
    found: float | None
    beside: float | None


def _line(name: str, group: str, rows: Sequence[Row]) -> str:
    cells = [name, group, f"{mean(row.main for row in rows):.4f}"]
    for column in (1, 2, 3, 4):
        values = [value for row in rows if (value := row[column]) is not None]
        cells.append(f"{mean(values):.3f}" if values else "")
    return f"| {' | '.join(cells)} |"


def _row(case: Case, name: str, aligner: str) -> Row:
    """Return the scores of an aligner on one altered text."""
    sentences, gold, moved = altered(case, name)
    beads = aligned(aligner, read_sentences(case.seed), sentences)
    pairs = [(bead.seed, bead.other) for bead in beads]
    score = case.gold_of(gold).score(pairs)
    found = [share_found(moved, pairs, beside) if moved else None for beside in (0, case.loose)]
    return Row(score.main, *score.alone, *found)


def altered(case: Case, name: str) -> Altered:
    """Return the other text of a case, altered, and its gold beads."""
    text = Text(read_sentences(case.other), read_pairs(case.folder / "gold.tsv"))
    return ALTERATIONS[name](text, random.Random(f"{case.name} {name}"))  # noqa: S311 - equal in every run


def aligned(aligner: str, seed: Sequence[str], other: Sequence[str]) -> Sequence[Bead]:
    """Return the beads that an aligner finds."""
    return ALIGNERS[aligner](segmentation("S", seed), segmentation("A", other)).beads


def share_found(moved: Sequence[Sequence[Pair]], beads: Sequence[Pair], beside: int) -> float:
    """Return the share of moved sentences whose bead has sentences of their gold bead only.

    Args:
        moved: Gold beads of each passage that was moved.
        beads: The beads that were found.
        beside: Gold beads of the same passage on either side that are right too.
    """
    seed_of = {j: seed for seed, other in beads for j in other}
    right = []
    for passage in moved:
        for number, (_, sentences) in enumerate(passage):
            near = passage[max(0, number - beside) : number + beside + 1]
            partners = {i for seed, _ in near for i in seed}
            right += [bool(seed_of[j]) and partners.issuperset(seed_of[j]) for j in sentences]
    return mean(right)


def _false_moves(aligner: str) -> Iterator[str]:
    """Yield a table of the moves in two whole Bibles, which are all false."""
    folder = data() / "speed"
    texts = [read_sentences(folder / name) for name in ("base.txt", "other.txt")]
    yield "| text | beads moved | sentences in them | confidence |"
    yield "|---|---|---|---|"
    yield _moves("as it is", aligned(aligner, *texts))
    for number in range(ROUNDS):
        chance = random.Random(f"moves {number}")  # noqa: S311 - equal in every run
        changed = []
        for text in texts:
            changed.append([line for line in text if chance.random() > DELETED])
            changed[-1] = [
                line for line in changed[-1] for _ in range(1 + (chance.random() < DOUBLED))
            ]
        yield _moves(f"deleted and doubled, {number + 1}", aligned(aligner, *changed))


def _moves(name: str, beads: Sequence[Bead]) -> str:
    moved = [bead for bead in beads if bead.moved]
    sentences = sum(len(bead.seed) + len(bead.other) for bead in moved)
    confidences = ", ".join(f"{bead.confidence:.2f}" for bead in moved)
    return f"| {name} | {len(moved)} | {sentences} | {confidences} |"


if __name__ == "__main__":
    main()
