"""Count why links in prose are wrong by the gold, and score the beads of a reader.

    python benchmarks/prose.py

The gold of prose is sections. Their ends were set by hand at the beginning or end of a sentence,
although a section often begins inside one. So a link may be right and be in another section:

end off        the same sentences are in other sections on both sides
across         a sentence of one text has parts of two sections, and so does its right bead
wrong          a reader would not link these sentences

``annotated/livy-beads.tsv`` has the beads of a reader: all beads of the aligner were read, and
those that lack a sentence are corrected. It has numbers of sentences, no text. A higher main F1
than that of the reader's beads rewards wrong beads.

In the second table, neighbours are exchanged at random, in several texts like those of
``altered.py``. The reader's beads are those of the text in order.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean

from altered import Text, aligned, exchanged, share_found
from gold import HERE, Case, Pair, cases, read_pairs, read_sentences, signature
from variants.aligners import ALIGNERS

READ = HERE / "annotated" / "livy-beads.tsv"
READER = "a reader"
ROUNDS = 20

RIGHT, END_OFF, ACROSS, WRONG = "right", "end off", "across", "wrong"


def main() -> None:
    """Print both tables."""
    (case,) = cases("prose-dev")
    print(signature(), end="\n\n")
    print("\n".join([*_links_table(case), "", *_exchanged_table(case)]))


def _links_table(case: Case) -> Iterator[str]:
    """Yield a table of links by the reason for which they are wrong, and of scores."""
    reader = read_pairs(READ)
    texts = read_sentences(case.seed), read_sentences(case.other)
    yield "| beads of | links | in another section | end off | across | wrong | main F1 |"
    yield "|---|---|---|---|---|---|---|"
    beads = {READER: reader} | {name: _beads(name, *texts) for name in ALIGNERS}
    for name, found in beads.items():
        counts = _reasons(found, reader, case)
        elsewhere = sum(counts[reason] for reason in (END_OFF, ACROSS, WRONG))
        cells = [counts.total(), elsewhere, counts[END_OFF], counts[ACROSS], counts[WRONG]]
        score = case.gold().score(found)
        yield f"| {name} | {' | '.join(map(str, cells))} | {score.main:.4f} |"


def _reasons(found: Sequence[Pair], reader: Sequence[Pair], case: Case) -> Counter[str]:
    """Count links by the reason for which they are wrong."""
    sections = read_pairs(case.folder / "gold.tsv")
    section_of = [
        {number: place for place, bead in enumerate(sections) for number in bead[side]}
        for side in (0, 1)
    ]
    reader_of = {i: bead for bead in reader for i in bead[0]}
    counts: Counter[str] = Counter()
    for seed, other in found:
        across = any(
            len({section_of[side][n] for n in run}) > 1 for side, run in ((0, seed), (1, other))
        )
        for i in seed:
            for j in other:
                if section_of[0][i] == section_of[1][j]:
                    counts[RIGHT] += 1
                elif j not in reader_of[i][1]:
                    counts[WRONG] += 1
                else:
                    counts[ACROSS if across else END_OFF] += 1
    return counts


def _exchanged_table(case: Case) -> Iterator[str]:
    """Yield a table of the shares of exchanged sentences that are found."""
    yield "| beads of | exchanged | found | or beside |"
    yield "|---|---|---|---|"
    text = Text(read_sentences(case.other), read_pairs(case.folder / "gold.tsv"))
    shares: dict[str, list[tuple[float, float]]] = {READER: [], "likelihood": []}
    moved_sentences = 0
    for number in range(ROUNDS):
        chance = random.Random(f"{case.name} exchanged {number}")  # noqa: S311 - equal in every run
        sentences, sections, moved = exchanged(text, chance)
        moved_sentences += sum(len(bead[1]) for passage in moved for bead in passage)
        place_of = {
            old: new
            for (_, before), (_, after) in zip(text.beads, sections, strict=True)
            for old, new in zip(before, after, strict=True)
        }
        read = [(seed, tuple(place_of[j] for j in other)) for seed, other in read_pairs(READ)]
        found = _beads("likelihood", read_sentences(case.seed), sentences)
        for name, beads in ((READER, read), ("likelihood", found)):
            shares[name].append((share_found(moved, beads, 0), share_found(moved, beads, 1)))
    for name, pairs in shares.items():
        found_share, beside = (mean(pair[column] for pair in pairs) for column in (0, 1))
        yield f"| {name} | {moved_sentences:,} | {found_share:.3f} | {beside:.3f} |"


def _beads(name: str, seed: Sequence[str], other: Sequence[str]) -> list[Pair]:
    return [(bead.seed, bead.other) for bead in aligned(name, seed, other)]


if __name__ == "__main__":
    main()
