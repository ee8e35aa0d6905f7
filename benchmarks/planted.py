"""Score the first tier on sentences of our own, each with one planted difference of fact.

    python benchmarks/planted.py [--list]

Prints for each sort of sense how many planted differences have a reading in the first tier, how
many readings are in it that are not planted, and the same for pairs without a planted difference.
``--list`` names those that are missed, and those that are in it and harmless.

``annotated/planted.tsv`` has 480 pairs of sentences, written for this program: dispatches,
narrative, documents. A row is the genre, the sort or "harmless", both sentences, and the words of
the planted difference on either side. The signs of sense were corrected by them; no model is fitted
on them.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation, Entry, Reading
from variants.types.sense import Tier
from variants.types.witness import Witness

PAIRS = Path(__file__).resolve().parent / "annotated" / "planted.tsv"
HARMLESS = "harmless"


class Pair(NamedTuple):
    """Two renderings of a sentence.

    Attributes:
        genre: Dispatches, narrative or documents.
        sort: Sort of the planted difference; "harmless" without one.
        seed: The seed's sentence.
        other: The other rendering.
        lost: The seed's words in the planted difference; "" if it has none.
        gained: The other's words.
    """

    genre: str
    sort: str
    seed: str
    other: str
    lost: str
    gained: str


def read_pairs() -> list[Pair]:
    """Return all pairs."""
    with PAIRS.open(encoding="utf-8", newline="") as rows:
        return [Pair(*row) for row in csv.reader(rows, "excel-tab", quoting=csv.QUOTE_NONE)]


def compare(pair: Pair) -> Collation:
    """Return the comparison of both sentences."""
    witnesses = Witness("S", pair.seed, language="en"), Witness("A", pair.other, language="en")
    return collate(witnesses, Settings(segmenter="lines"))


def first_tier(pair: Pair) -> Iterator[tuple[Entry, Reading, bool]]:
    """Yield the readings in the first tier, each with True if it has planted words."""
    for entry in compare(pair).entries:
        for reading in entry.readings:
            if reading.sense is not None and reading.sense.tier is Tier.SENSE:
                yield entry, reading, is_planted(pair, entry, reading)


def is_planted(pair: Pair, entry: Entry, reading: Reading) -> bool:
    """Return True if a reading shares a character with the planted words."""
    spans = [(pair.seed, pair.lost, entry.lemma)]
    spans += [
        (pair.other, pair.gained, span) for there in reading.attestations for span in there.marks
    ]
    return any(
        words and span.start < start + len(words) and start < span.end and span.length
        for text, words, span in spans
        for start in [text.find(words)]
    )


def show(pairs: Sequence[Pair], *, listed: bool) -> None:
    """Print the figures of some pairs."""
    found, total, others = Counter[str](), Counter[str](), Counter[str]()
    for pair in pairs:
        readings = list(first_tier(pair))
        total[pair.sort] += 1
        found[pair.sort] += any(planted for *_, planted in readings)
        others[pair.sort] += sum(not planted for *_, planted in readings)
        if listed and pair.sort != HARMLESS and not any(planted for *_, planted in readings):
            print(f"missed, {pair.sort}: {pair.lost} → {pair.gained}")
        for entry, reading, planted in readings if listed else ():
            if not planted:
                print(f"harmless: {entry.lemma.of(pair.seed)} → {reading.wording}")
    changes = total.total() - total[HARMLESS]
    print(f"{found.total()} of {changes} planted differences are in the first tier:")
    print("; ".join(f"{sort} {found[sort]} of {total[sort]}" for sort in total if sort != HARMLESS))
    beside = others.total() - others[HARMLESS]
    print(f"{beside} others are in it, and {others[HARMLESS]} in {total[HARMLESS]} harmless pairs")


def main() -> None:
    """Print the figures of each genre, and of all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", dest="listed")
    listed = parser.parse_args().listed
    pairs = read_pairs()
    for genre in dict.fromkeys(pair.genre for pair in pairs):
        print(f"{genre}:")
        show([pair for pair in pairs if pair.genre == genre], listed=listed)
    print("all:")
    show(pairs, listed=False)


if __name__ == "__main__":
    main()
