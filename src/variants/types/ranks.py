"""Rank of the readings of a document, and the share of the words that differ in a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.span import Span
from variants.types.spans import merge_spans
from variants.types.variant import Kind


@dataclass(frozen=True, slots=True)
class RankedReading:
    """Reading with its rank in the document.

    Attributes:
        rank: Rank, counted from 1, heaviest first.
        entry: Entry of the reading.
        reading: The reading.
    """

    rank: int
    entry: Entry
    reading: Reading


def rank_readings(collation: Collation) -> tuple[RankedReading, ...]:
    """Return all readings with a sense, heaviest first: by tier, then by probability.

    Equally heavy ones are in the order of the text.
    """
    weighed = (
        (reading.sense.sort_key, entry, reading)
        for entry in collation.entries
        for reading in entry.readings
        if reading.sense is not None
    )
    in_order = enumerate(sorted(weighed, key=lambda one: one[0]), 1)
    return tuple(RankedReading(rank, entry, reading) for rank, (_, entry, reading) in in_order)


class Ranks:
    """Ranks of the readings of a document, by reading."""

    def __init__(self, collation: Collation) -> None:
        self._ranks = {
            (one.entry.place, one.reading.key): one.rank for one in rank_readings(collation)
        }

    def of(self, entry: Entry, reading: Reading) -> int | None:
        """Return the rank of a reading of an entry; ``None`` if it has no sense."""
        return self._ranks.get((entry.place, reading.key))


def share_differing(passage: Passage, collation: Collation) -> float:
    """Return the share of the seed's words that differ in more than form, by their letters.

    It is the mean over the other witnesses with text here, from 0 to 1. For each it is the share of
    the letters and digits of the passage that are in places where the witness differs; words that
    are only moved do not differ. For a passage that the seed does not have, it is the share of
    witnesses that have it.
    """
    if not collation.others:
        return 0.0
    if not passage.sentences:
        return len(passage.renderings) / len(collation.others)
    text = collation.seed.witness.text
    total = _letters((collation.seed.sentences[at] for at in passage.sentences), text)
    missing = passage.missing
    sigla = [cut.witness.siglum for cut in collation.others if cut.witness.siglum not in missing]
    differing = 0
    for siglum in sigla:
        differing += _letters(merge_spans(_differing_lemmas(passage, siglum)), text)
    return min(1.0, differing / (total * len(sigla))) if total and sigla else 0.0


def _differing_lemmas(passage: Passage, siglum: str) -> Iterator[Span]:
    """Yield the lemmas at which a witness has other words than the seed."""
    for entry in passage.entries:
        reading = entry.reading_of(siglum)
        if reading is not None and reading.substantive and reading.kind is not Kind.MOVED:
            yield entry.lemma


def _letters(spans: Iterable[Span], text: str) -> int:
    """Return the number of letters and digits in spans."""
    return sum(sum(map(str.isalnum, span.of(text))) for span in spans)
