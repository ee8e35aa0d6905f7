"""Readings as rows of typed values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variants.types.edition import Edition


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """One reading of one place.

    Attributes:
        label: Label of the place for people, for example "5.2".
        place: Name of the place, which stays when witnesses are added.
        sentence: Number of the seed's sentence, counted from 1. For added sentences, that of the
            sentence before them, which is 0 at the beginning.
        lemma: Words of the seed, white space collapsed; empty for an addition.
        sigla: Witnesses that have the reading.
        reading: Words of the witnesses, white space collapsed; empty for an omission.
        kind: Kind of the difference.
        variant_class: Class of the difference.
        flags: Its flags, sorted.
        substantive: True if the reading differs in more than form.
        confidence: Lowest probability, from 0 to 1, that the words of a witness are the
            counterpart of the lemma.
        rule: Classification rule that gave the class; empty if none did.
        state: State of the place.
    """

    label: str
    place: str
    sentence: int
    lemma: str
    sigla: tuple[str, ...]
    reading: str
    kind: str
    variant_class: str
    flags: tuple[str, ...]
    substantive: bool
    confidence: float
    rule: str
    state: str


def reading_rows(edition: Edition) -> Iterator[PlaceReading]:
    """Yield a row for each reading of each entry, in the order of the apparatus."""
    seed = edition.collation.seed
    states = edition.states()
    before = 0
    for passage in edition.collation.passages:
        for entry in passage.entries:
            for reading in entry.readings:
                yield PlaceReading(
                    label=entry.label,
                    place=entry.place,
                    sentence=seed.sentence_of(entry.lemma) + 1 if passage.sentences else before,
                    lemma=entry.lemma.words_of(seed.witness.text),
                    sigla=reading.sigla,
                    reading=reading.wording,
                    kind=reading.kind.value,
                    variant_class=reading.variant_class.value,
                    flags=tuple(sorted(flag.value for flag in reading.flags)),
                    substantive=reading.substantive,
                    confidence=min(one.confidence for one in reading.attestations),
                    rule=reading.ruling.rule if reading.ruling else "",
                    state=states[entry.place].value,
                )
        before = passage.sentences[-1] + 1 if passage.sentences else before
