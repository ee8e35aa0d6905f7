"""Which part of a collation a report shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.pattern import Pattern
from variants.types.status import State
from variants.types.variant import Kind, VariantClass


@dataclass(frozen=True, slots=True)
class Selection:
    """What to show; ``None`` is everything.

    Class and kind belong to the reading, not to the place: of a place with two readings,
    one may be shown and the other not.

    Attributes:
        witnesses: Sigla of the other witnesses; the seed is always shown.
        sentences: Sentences of the seed, counted from 1.
        classes: Classes of readings.
        kinds: Kinds of readings.
        states: How places stand.
        places: ``Entry.place`` of those that stand so.
        around: Sentences of the seed, counted from 0, that are shown whether or not a place in
            them is: others than places of the comparison may stand so in them.
    """

    witnesses: frozenset[str] | None = None
    sentences: frozenset[int] | None = None
    classes: frozenset[VariantClass] | None = None
    kinds: frozenset[Kind] | None = None
    states: frozenset[State] | None = None
    places: frozenset[str] | None = None
    around: frozenset[int] = frozenset()

    @property
    def by_reading(self) -> bool:
        """Whether it chooses among readings: then a passage without a chosen one is hidden."""
        return any(chosen is not None for chosen in (self.classes, self.kinds, self.places))


EVERYTHING = Selection()


def shown_sigla(collation: Collation, selection: Selection) -> tuple[str, ...]:
    """Return the sigla of the other witnesses that are shown, in the order of the collation."""
    sigla = (other.witness.siglum for other in collation.others)
    return tuple(siglum for siglum in sigla if _allows(selection.witnesses, siglum))


def shown_passages(collation: Collation, selection: Selection) -> tuple[Passage, ...]:
    """The passages that are shown, each with only what is shown of it.

    An added passage goes with the seed sentence it follows, and is hidden when none of its
    witnesses is shown.
    """
    shown = []
    for passage in collation.passages:
        reduced = _reduced(passage, selection)
        nobody = not (passage.sentences or reduced.renderings)
        if nobody or not _allows_sentences(passage, selection):
            continue
        around = any(index in selection.around for index in passage.sentences)
        if reduced.entries or around or not selection.by_reading:
            shown.append(reduced)
    return tuple(shown)


def shown_patterns(collation: Collation, selection: Selection) -> tuple[Pattern, ...]:
    """The patterns of the classes that are shown, in the witnesses that are shown.

    Of a pattern is shown what these witnesses have, if that is in several places still.
    """
    shown = []
    for pattern in collation.patterns:
        here = tuple(o for o in pattern.occurrences if _allows(selection.witnesses, o.siglum))
        several = len({one.place for one in here}) > 1
        if several and _allows(selection.classes, pattern.variant_class):
            shown.append(replace(pattern, occurrences=here))
    return tuple(sorted(shown, key=lambda one: (-len(one.places), one.lemma, one.reading)))


_Item = TypeVar("_Item")


def _allows(chosen: frozenset[_Item] | None, item: _Item) -> bool:
    return chosen is None or item in chosen


def _allows_sentences(passage: Passage, selection: Selection) -> bool:
    if selection.sentences is None:
        return True
    if passage.sentences:
        return any(index + 1 in selection.sentences for index in passage.sentences)
    before = re.match(r"[0-9]+", passage.label)
    return before is not None and int(before[0]) in selection.sentences


def _reduced(passage: Passage, selection: Selection) -> Passage:
    entries = (_reduced_entry(entry, selection) for entry in passage.entries)
    return replace(
        passage,
        renderings=tuple(r for r in passage.renderings if _allows(selection.witnesses, r.siglum)),
        entries=tuple(entry for entry in entries if entry is not None),
    )


def _reduced_entry(entry: Entry, selection: Selection) -> Entry | None:
    """The entry with the readings shown; ``None`` when there are none."""
    if not _allows(selection.places, entry.place):
        return None
    readings = [
        reduced
        for reading in entry.readings
        if _allows(selection.classes, reading.variant_class)
        and _allows(selection.kinds, reading.kind)
        and (reduced := _reduced_reading(reading, selection)) is not None
    ]
    if not readings:
        return None
    agreeing = tuple(siglum for siglum in entry.agreeing if _allows(selection.witnesses, siglum))
    return replace(entry, agreeing=agreeing, readings=tuple(readings))


def _reduced_reading(reading: Reading, selection: Selection) -> Reading | None:
    """The reading in the witnesses shown; ``None`` when it stands in none of them."""
    places = tuple(
        place for place in reading.attestations if _allows(selection.witnesses, place.siglum)
    )
    return replace(reading, attestations=places) if places else None
