"""Readings of the kinds that an edition ignores: they make no places, and are only counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from variants.types.collation import Collation, Entry, Passage
from variants.types.notice import Notice
from variants.types.pattern import Pattern, Recurrences
from variants.types.survey import Survey
from variants.types.variant import Kind


def without_ignored(collation: Collation, kinds: Collection[Kind]) -> Collation:
    """Return a collation without places for readings of these kinds; a notice counts them."""
    if not kinds:
        return collation
    passages = tuple(_without(passage, kinds) for passage in collation.passages)
    line = ignored_line(passages)
    return replace(
        collation,
        passages=passages,
        survey=_survey(collation.survey, passages),
        notices=(*collation.notices, *([Notice("", line)] if line else ())),
    )


def _without(passage: Passage, kinds: Collection[Kind]) -> Passage:
    """Return a passage with the readings of these kinds as ignored; their witnesses agree."""
    entries, ignored = [], []
    for entry in passage.entries:
        dropped = tuple(one for one in entry.readings if one.kind in kinds)
        kept = tuple(one for one in entry.readings if one.kind not in kinds)
        if dropped:
            ignored.append(replace(entry, readings=dropped))
        if kept:
            sigla = [siglum for one in dropped for siglum in one.sigla]
            entries.append(replace(entry, readings=kept, agreeing=(*entry.agreeing, *sigla)))
    return replace(passage, entries=tuple(entries), ignored=tuple(ignored))


def _survey(survey: Survey, passages: Iterable[Passage]) -> Survey:
    def kept() -> Recurrences:
        entries = [entry for passage in passages for entry in passage.entries]
        found = survey.recurrences
        return found._replace(patterns=_kept(found.patterns, entries))

    return Survey(kept, lambda: survey.measures)


def _kept(patterns: Iterable[Pattern], entries: Sequence[Entry]) -> tuple[Pattern, ...]:
    """Return the recurring differences without those in ignored readings."""
    known = {
        (entry.place, siglum) for entry in entries for one in entry.readings for siglum in one.sigla
    }
    found = []
    for pattern in patterns:
        kept = tuple(o for o in pattern.occurrences if (o.place, o.siglum) in known)
        if len({one.place for one in kept}) > 1:
            found.append(replace(pattern, occurrences=kept))
    return tuple(found)


def ignored_line(passages: Iterable[Passage]) -> str:
    """Return the number of ignored readings of each kind as a sentence; empty without any."""
    kinds = Counter(
        reading.kind
        for passage in passages
        for entry in passage.ignored
        for reading in entry.readings
    )
    figures = ", ".join(f"{kind.value} {kinds[kind]}" for kind in Kind if kinds[kind])
    return f"Ignored readings, which make no places: {figures}." if figures else ""
