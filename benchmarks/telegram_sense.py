"""Compare the first tier of the shipped edition with differences of sense marked by hand.

    python benchmarks/telegram_sense.py

Prints the number of places, the readings marked as sense by hand that are in the first tier, and
the readings in the first tier that are not marked. The marks are those of the drawings of the
views; like all development data they are not part of the repository.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from gold import data
from variants.api.disk import load_edition
from variants.types.collation import Attestation, Collation, Entry
from variants.types.sense import Tier
from variants.types.span import Span

ROOT = Path(__file__).resolve().parent.parent


class HandMark(NamedTuple):
    """A reading that touches the sense by hand.

    Attributes:
        siglum: The witness.
        passage: Label of its passage.
        seed: Spans of the seed's words.
        other: Spans of the witness's words.
        difference: The difference in words.
    """

    siglum: str
    passage: str
    seed: tuple[Span, ...]
    other: tuple[Span, ...]
    difference: str


def positions(text: str, line: str) -> list[int]:
    """Return the position in a text of each character of a line, white space aside."""
    squeezed = [(n, c) for n, c in enumerate(text) if not c.isspace()]
    letters = "".join(c for _, c in squeezed)
    wanted = "".join(line.split())
    start = letters.index(wanted)
    return [n for n, _ in squeezed[start : start + len(wanted)]]


def spans_of(drawn: ModuleType, text: str, line: str | None, key: str) -> tuple[Span, ...]:
    """Return the spans of the words with a mark in a line."""
    if line is None:
        return ()
    if key == "*":
        at = positions(text, drawn.plain(line))
        return (Span(at[0], at[-1] + 1),)
    where = positions(text, drawn.plain(line))
    found, done = [], 0
    for words, name in drawn.runs(line):
        size = len("".join(words.split()))
        if name == key:
            start = where[done] if done < len(where) else where[-1] + 1
            found.append(Span(start, where[done + size - 1] + 1) if size else Span(start, start))
        done += size
    return tuple(found)


def hand_marks(collation: Collation) -> Iterator[HandMark]:
    """Yield the readings that touch the sense by hand."""
    sys.path.append(str(data().parent.parent / "mockups" / "sense"))
    drawn = importlib.import_module("data")
    texts = {cut.witness.siglum: cut.witness.text for cut in (collation.seed, *collation.others)}
    for label, lines, places, _ in drawn.TEL["passages"]:
        for key, readings in places.items():
            for siglum, (tier, _, difference, _) in readings.items():
                if tier == "s":
                    yield HandMark(
                        siglum,
                        label,
                        spans_of(drawn, texts["S"], lines["S"], key),
                        spans_of(drawn, texts[siglum], lines[siglum], key),
                        difference,
                    )


def touches(one: Span, other: Span) -> bool:
    """Return True if two spans overlap; a point also if it is at the border of the other."""
    if one.length and other.length:
        return one.start < other.end and other.start < one.end
    return one.start <= other.end + 1 and other.start <= one.end + 1


def agrees(mark: HandMark, entry: Entry, there: Attestation) -> bool:
    """Return True if a reading of the program is a reading marked by hand."""
    if mark.siglum != there.siglum:
        return False
    on_seed = any(touches(span, entry.lemma) for span in mark.seed)
    on_other = any(span.length and touches(span, own) for span in mark.other for own in there.marks)
    return on_seed if any(span.length for span in mark.seed) else on_other


def main() -> None:
    """Print the counts, and the readings that are missing or not marked."""
    collation = load_edition(ROOT).edition.collation
    marks = list(hand_marks(collation))
    first = [
        (entry, reading, there)
        for entry in collation.entries
        for reading in entry.readings
        if reading.sense is not None and reading.sense.tier is Tier.SENSE
        for there in reading.attestations
    ]
    found = [mark for mark in marks if any(agrees(mark, entry, at) for entry, _, at in first)]
    others = [
        (entry, reading, at)
        for entry, reading, at in first
        if not any(agrees(mark, entry, at) for mark in marks)
    ]
    print(f"{len(collation.entries)} places; {len(first)} readings in the first tier")
    print(f"{len(found)} of {len(marks)} marked readings are in it, and {len(others)} others")
    text = collation.seed.witness.text
    for mark in marks:
        if mark not in found:
            print(f"missing: {mark.passage} {mark.siglum} {mark.difference}")
    for entry, reading, at in others:
        lemma = entry.lemma.words_of(text)
        print(f"not marked: {entry.label} {at.siglum} {lemma} → {reading.wording}")


if __name__ == "__main__":
    main()
