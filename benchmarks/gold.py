"""Development cases with manual beads, and the scores of an alignment on them."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

HERE = Path(__file__).resolve().parent
SETS = ("verse-dev", "resplit-dev", "moved-dev", "prose-dev", "robust-dev")

MOVED = 3  # Passages that are moved at random.
LONGEST = 10  # Gold beads in a moved passage, at most.
LOOP = """
import time
start = time.process_time()
for number in range(3_000_000):
    total = number + 1
print(time.process_time() - start)
"""

Side = tuple[int, ...]
Pair = tuple[Side, Side]


class Rate(NamedTuple):
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Scores of one alignment.

    Attributes:
        main: F1 by the measure of the case.
        beside: F1 of prose with links to the sections beside the right one; ``None`` for others.
        alone: Unmatched sentences of both sides.
        moved: Share of the moved sentences that were found; ``None`` if none moved.
    """

    main: float
    beside: float | None
    alone: Rate
    moved: float | None


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts with one sentence per line, and their gold beads."""

    folder: Path

    @property
    def name(self) -> str:
        """Name of the folder."""
        return self.folder.name

    @property
    def seed(self) -> Path:
        """File of the seed."""
        return self.folder / "base.txt"

    @property
    def other(self) -> Path:
        """File of the other text."""
        return self.folder / "other.txt"

    @property
    def loose(self) -> int:
        """Gold beads beside the right one that are right too: 1 for sections of prose."""
        return int(self._measure() == "seclink")

    def gold(self) -> Gold:
        """Read the gold beads."""
        meta = self._meta()
        return Gold(
            read_pairs(self.folder / "gold.tsv"), self._measure(), meta.get("moved_other", ())
        )

    def gold_of(self, beads: Sequence[Pair]) -> Gold:
        """Return gold beads of the other text in an altered form, scored like this case."""
        return Gold(beads, self._measure(), ())

    def shuffled(self, chance: random.Random) -> tuple[list[str], Gold]:
        """Return the other text with a few passages moved at random, and its gold beads."""
        beads = read_pairs(self.folder / "gold.tsv")
        order = sorted((bead for bead in beads if bead[1]), key=lambda bead: bead[1])
        for _ in range(MOVED):
            size = chance.randint(1, LONGEST)
            start = chance.randrange(len(order) - size)
            passage, order = order[start : start + size], order[:start] + order[start + size :]
            place = chance.randrange(len(order))
            order[place:place] = passage
        numbers = [number for bead in order for number in bead[1]]
        place_of = {number: place for place, number in enumerate(numbers)}
        sentences = read_sentences(self.other)
        gold = [(bead[0], tuple(sorted(place_of[j] for j in bead[1]))) for bead in beads]
        return [sentences[number] for number in numbers], Gold(gold, self._measure(), ())

    def _measure(self) -> str:
        meta = self._meta()
        coarse = meta.get("level", "sentence") == "section"
        return str(meta.get("main", "part" if coarse else "strict"))

    def _meta(self) -> dict[str, Any]:
        meta: dict[str, Any] = json.loads((self.folder / "meta.json").read_text(encoding="utf-8"))
        return meta


class Gold:
    """Gold beads of one case."""

    def __init__(self, beads: Sequence[Pair], measure: str, moved: Sequence[int]) -> None:
        self._all = beads
        self._beads = [bead for bead in beads if bead[0] and bead[1]]
        self._measure = measure
        self._moved = moved
        self._places: tuple[dict[int, int], dict[int, int]] = ({}, {})
        for number, bead in enumerate(self._beads):
            for side, sentences in enumerate(bead):
                self._places[side].update(dict.fromkeys(sentences, number))

    def score(self, found: Sequence[Pair]) -> Score:
        """Score an alignment."""
        paired = [bead for bead in found if bead[0] and bead[1]]
        main = {"strict": self._strict, "part": self._part, "seclink": self._links}[self._measure]
        beside = self._links(paired, 1).f1 if self._measure == "seclink" else None
        return Score(main(paired).f1, beside, self._alone(paired), self._moved_found(paired))

    def right(self, bead: Pair) -> bool:
        """Return True if a bead is a gold bead, or part of one if the gold is coarser."""
        if self._measure == "strict":
            return bead in self._beads
        return self._inside(bead) is not None

    def right_or_beside(self, bead: Pair) -> bool:
        """Return True if a bead is right, or is inside two consecutive sections.

        Ends of sections that editors set by hand are often off by a sentence.
        """
        if self._measure != "seclink":
            return self.right(bead)
        places = [self._places[side].get(number) for side, number in _sentences(bead)]
        known = [place for place in places if place is not None]
        return len(known) == len(places) and max(known) - min(known) <= 1

    def is_alone(self, bead: Pair) -> bool:
        """Return True if no sentence of the bead is in a gold bead with two sides."""
        return not any(number in self._places[side] for side, number in _sentences(bead))

    def _strict(self, paired: Sequence[Pair]) -> Rate:
        both = len(set(paired) & set(self._beads))
        return Rate(_share(both, len(paired)), _share(both, len(self._beads)))

    def _part(self, paired: Sequence[Pair]) -> Rate:
        """Score beads inside one gold bead, and gold beads covered by such beads."""
        parts = [bead for bead in paired if self._inside(bead) is not None]
        covered = [{number for bead in parts for number in bead[side]} for side in (0, 1)]
        whole = sum(
            covered[0].issuperset(bead[0]) and covered[1].issuperset(bead[1])
            for bead in self._beads
        )
        return Rate(_share(len(parts), len(paired)), _share(whole, len(self._beads)))

    def _links(self, paired: Sequence[Pair], reach: int = 0) -> Rate:
        """Score links inside one gold bead, and sentences of gold beads with such a link.

        Args:
            paired: Beads with two sides.
            reach: Gold beads on either side of the right one to which a link is right too.
        """
        right = total = 0
        linked: list[set[int]] = [set(), set()]
        for bead in paired:
            total += len(bead[0]) * len(bead[1])
            for seed, other in product(*bead):
                first, second = self._places[0].get(seed), self._places[1].get(other)
                if first is not None and second is not None and abs(first - second) <= reach:
                    right += 1
                    linked[0].add(seed)
                    linked[1].add(other)
        sentences = len(self._places[0]) + len(self._places[1])
        return Rate(_share(right, total), _share(len(linked[0]) + len(linked[1]), sentences))

    def _alone(self, paired: Sequence[Pair]) -> Rate:
        everywhere = {(side, number) for bead in self._all for side, number in _sentences(bead)}
        gold = everywhere - {place for bead in self._beads for place in _sentences(bead)}
        found = everywhere - {place for bead in paired for place in _sentences(bead)}
        both = len(gold & found)
        return Rate(_share(both, len(found)), _share(both, len(gold)))

    def _moved_found(self, paired: Sequence[Pair]) -> float | None:
        moved = [number for number in self._moved if number in self._places[1]]
        if not moved:
            return None
        linked = {number for bead in paired for number in self._linked(bead, 1)}
        return _share(sum(number in linked for number in moved), len(moved))

    def _linked(self, bead: Pair, side: int) -> Iterator[int]:
        """Return the sentences of one side that are in a bead with one of their gold bead."""
        facing = {self._places[1 - side].get(number) for number in bead[1 - side]} - {None}
        return (number for number in bead[side] if self._places[side].get(number) in facing)

    def _inside(self, bead: Pair) -> int | None:
        """Return the index of the gold bead that contains all of a bead."""
        places = {self._places[side].get(number) for side, number in _sentences(bead)}
        return places.pop() if len(places) == 1 else None


def data() -> Path:
    """Return the folder of the development data, or exit with a message if it is missing."""
    found = Path(os.environ.get("VARIANTS_BENCH", HERE.parent.parent / "shared" / "bench"))
    if not (found / "sentences").is_dir():
        message = f"No development data in {found}. Set VARIANTS_BENCH to their folder."
        raise SystemExit(message)
    return found / "sentences"


def cases(name: str) -> list[Case]:
    """Return the cases of a set."""
    return [Case(gold.parent) for gold in sorted((data() / name).glob("*/gold.tsv"))]


def read_pairs(path: Path) -> list[Pair]:
    """Read beads, one per line: sentence numbers from 0, with a tab between the sides."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            seed, other = [*line.split("\t"), ""][:2]
            pairs.append((_numbers(seed), _numbers(other)))
    return pairs


def write_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    """Write beads, one per line, like ``read_pairs`` reads them."""
    lines = ("\t".join(",".join(map(str, side)) for side in pair) for pair in pairs)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_sentences(path: Path) -> list[str]:
    """Read the lines of a file, without line ends."""
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def segmentation(siglum: str, sentences: Sequence[str]) -> Segmentation:
    """Return the segmentation of a witness with these sentences."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Segmentation(Witness(siglum, "\n".join(sentences)), tuple(spans))


def signature() -> str:
    """Return the versions, the digest of the texts and the speed of this machine."""
    digest = hashlib.sha256()
    for name in SETS:
        for case in cases(name):
            for path in (case.seed, case.other):
                digest.update(path.read_bytes())
    # In a separate process, so that the names are global, as in published figures.
    words = [sys.executable, "-c", LOOP]
    loop = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    return (
        f"variants {version('variants')}, Python {platform.python_version()}, "
        f"numpy {version('numpy')}; texts {digest.hexdigest()[:12]}; "
        f"a loop of 3 million additions takes {float(loop.stdout):.2f} s here"
    )


def _numbers(field: str) -> Side:
    return tuple(sorted({int(number) for number in field.split(",") if number.strip()}))


def _sentences(bead: Pair) -> Iterator[tuple[int, int]]:
    return ((side, number) for side in (0, 1) for number in bead[side])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
