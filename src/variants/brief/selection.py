"""Selection of the part of a collation that is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.pattern import Occurrence, Pattern, words_first
from variants.types.sense import Tier
from variants.types.status import State
from variants.types.variant import Kind, VariantClass


@dataclass(frozen=True, slots=True)
class Selection:
    """Selection of passages and readings; ``None`` selects everything.

    Class and kind belong to the reading, not to the place, so one of two readings at a place may
    be shown and the other hidden.

    Attributes:
        witnesses: Sigla of the other witnesses; the seed is always shown.
        sentences: Sentences of the seed, counted from 1.
        classes: Classes and tiers of readings, of which a reading has one.
        kinds: Kinds of readings.
        tiers: Tiers of readings.
        states: States of places.
        places: ``Entry.place`` of the entries in these states.
        around: Sentences of the seed, counted from 0, that are shown even if no entry in them
            is, because they contain other places in these states.
    """

    witnesses: frozenset[str] | None = None
    sentences: frozenset[int] | None = None
    classes: frozenset[VariantClass | Tier] | None = None
    kinds: frozenset[Kind] | None = None
    tiers: frozenset[Tier] | None = None
    states: frozenset[State] | None = None
    places: frozenset[str] | None = None
    around: frozenset[int] = frozenset()

    @property
    def by_reading(self) -> bool:
        """True if it selects readings: a passage without a selected reading is then hidden."""
        chosen = (self.classes, self.kinds, self.tiers, self.places)
        return any(each is not None for each in chosen)

    @property
    def may_show_sense(self) -> bool:
        """False if it is of other classes or kinds than the readings that touch the sense."""
        by_class = self.classes is None or Tier.SENSE in self.classes
        return self.tiers is not None or (by_class and self.kinds is None)

    def selects(self, reading: Reading) -> bool:
        """Return True if a reading has one of the classes, kinds and tiers."""
        return (
            (self.classes is None or bool(self.classes & {reading.variant_class, reading.tier}))
            and _allows(self.kinds, reading.kind)
            and (self.tiers is None or reading.tier in self.tiers)
        )


EVERYTHING = Selection()


def shown_sigla(collation: Collation, selection: Selection) -> tuple[str, ...]:
    """Return the sigla of the other witnesses that are shown, in the order of the collation."""
    sigla = (other.witness.siglum for other in collation.others)
    return tuple(siglum for siglum in sigla if _allows(selection.witnesses, siglum))


def shown_passages(collation: Collation, selection: Selection) -> tuple[Passage, ...]:
    """Return the selected passages, reduced to their selected entries and witnesses.

    An added passage belongs to the sentence of the seed that it follows. It is hidden if none of
    its witnesses is selected.
    """
    shown = []
    for passage in collation.passages:
        reduced = _reduced(passage, selection)
        empty = not (passage.sentences or reduced.renderings)
        if empty or not _allows_sentences(passage, selection):
            continue
        around = any(index in selection.around for index in passage.sentences)
        if reduced.entries or around or not selection.by_reading:
            shown.append(reduced)
    return tuple(shown)


def shown_patterns(collation: Collation, selection: Selection) -> tuple[Pattern, ...]:
    """Return the patterns of the selected classes and tiers, reduced to the selected witnesses.

    A pattern is hidden if these witnesses do not have it in several places. It is of a tier if
    the readings in at least half of its places are. Patterns of form come last.
    """
    entries = {entry.place: entry for entry in collation.entries}
    shown = []
    for pattern in collation.patterns:
        here = tuple(o for o in pattern.occurrences if _allows(selection.witnesses, o.siglum))
        several = len({one.place for one in here}) > 1
        tiers = _common_tiers(here, entries)
        if (
            several
            and (selection.classes is None or selection.classes & {pattern.variant_class, *tiers})
            and (selection.tiers is None or selection.tiers & tiers)
        ):
            shown.append(replace(pattern, occurrences=here))
    return words_first(shown)


def _common_tiers(
    occurrences: Sequence[Occurrence], entries: Mapping[str, Entry]
) -> frozenset[Tier]:
    """Return the tiers that the readings at half of the occurrences or more have."""
    found = Counter(
        reading.tier
        for one in occurrences
        if one.place in entries
        and (reading := entries[one.place].reading_of(one.siglum)) is not None
    )
    return frozenset(
        tier for tier, count in found.items() if tier and 2 * count >= len(occurrences)
    )


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
    if selection.witnesses is None and not selection.by_reading:
        return passage
    entries = (_reduced_entry(entry, selection) for entry in passage.entries)
    return replace(
        passage,
        renderings=tuple(r for r in passage.renderings if _allows(selection.witnesses, r.siglum)),
        entries=tuple(entry for entry in entries if entry is not None),
    )


def _reduced_entry(entry: Entry, selection: Selection) -> Entry | None:
    """Return an entry with its selected readings; ``None`` if it has none."""
    if not _allows(selection.places, entry.place):
        return None
    readings = [
        reduced
        for reading in entry.readings
        if selection.selects(reading)
        and (reduced := _reduced_reading(reading, selection)) is not None
    ]
    if not readings:
        return None
    agreeing = tuple(siglum for siglum in entry.agreeing if _allows(selection.witnesses, siglum))
    return replace(entry, agreeing=agreeing, readings=tuple(readings))


def _reduced_reading(reading: Reading, selection: Selection) -> Reading | None:
    """Return a reading in the selected witnesses; ``None`` if none of them has it."""
    places = tuple(
        place for place in reading.attestations if _allows(selection.witnesses, place.siglum)
    )
    return replace(reading, attestations=places) if places else None
