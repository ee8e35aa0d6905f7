"""Readings as rows of typed values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variants.types.edition import Edition
from variants.types.ranks import Ranks
from variants.types.span import squeeze


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
        tier: Tier of the reading: sense, wording or form; empty in files of older versions, like
            the next fields.
        sense_probability: Probability that it touches the sense; ``None`` if it is unknown.
        sense_rank: Rank among all readings, heaviest first, counted from 1; ``None`` likewise.
        sense_sort: Topic of the difference of sense, such as "number"; empty without one.
        sense_from: Words of the seed that make the difference; empty for none.
        sense_to: Words of the witnesses that make it; empty for none.
        sense_by: Origin: "model", "rule of opposites", "rule NAME" or "editor KEY".
        adoptable: False if the reading cannot replace the lemma by itself.
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
    tier: str = ""
    sense_probability: float | None = None
    sense_rank: int | None = None
    sense_sort: str = ""
    sense_from: str = ""
    sense_to: str = ""
    sense_by: str = ""
    adoptable: bool = True


def reading_rows(edition: Edition) -> Iterator[PlaceReading]:
    """Yield a row for each reading of each entry, in the order of the apparatus."""
    seed = edition.collation.seed
    states = edition.states()
    ranks = Ranks(edition.collation)
    before = 0
    for passage in edition.collation.passages:
        for entry in passage.entries:
            for reading in entry.readings:
                sense = reading.sense
                yield PlaceReading(
                    label=entry.label,
                    place=entry.place,
                    sentence=seed.sentence_of(entry.lemma) + 1 if passage.sentences else before,
                    lemma=squeeze(seed.witness.wording(entry.lemma)),
                    sigla=reading.sigla,
                    reading=reading.wording,
                    kind=reading.kind.value,
                    variant_class=reading.variant_class.value,
                    flags=tuple(sorted(flag.value for flag in reading.flags)),
                    substantive=reading.substantive,
                    confidence=min(one.confidence for one in reading.attestations),
                    rule=reading.ruling.rule if reading.ruling else "",
                    state=states[entry.place].value,
                    tier=sense.tier.value if sense else "",
                    sense_probability=sense.probability if sense else None,
                    sense_rank=ranks.of(entry, reading),
                    sense_sort=sense.sort.value if sense and sense.sort else "",
                    sense_from=sense.seed if sense else "",
                    sense_to=sense.other if sense else "",
                    sense_by=sense.by if sense else "",
                    adoptable=reading.adoptable,
                )
        before = passage.sentences[-1] + 1 if passage.sentences else before
