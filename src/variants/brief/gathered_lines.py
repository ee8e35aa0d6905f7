"""Lines of witnesses with nothing of weight, which are counted in one line if there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variants.types.collation import Collation, Entry, Passage
from variants.types.sense import Tier
from variants.types.variant import Kind
from variants.wording.passage_notes import notes_on
from variants.wording.said_differences import MANY


def light_witnesses(
    passage: Passage, collation: Collation, equal: Sequence[str]
) -> tuple[str, ...]:
    """Return the witnesses with other wording only, if there are many; their order is kept.

    Args:
        passage: The passage.
        collation: The collation.
        equal: Witnesses that equal the seed, which are not among them.
    """
    if len(collation.others) < MANY or not passage.sentences:
        return ()
    return tuple(
        one.siglum
        for one in passage.renderings
        if one.siglum not in equal
        and one.sentences
        and not notes_on(one)
        and not any(
            reading.tier is Tier.SENSE or reading.kind is Kind.RECAST
            for entry in passage.entries
            if (reading := entry.reading_of(one.siglum)) is not None
        )
    )


def gathered_words(passage: Passage, sigla: Sequence[str]) -> str:
    """Return the wording of witnesses in numbers: "wording only: ASV 1, BBE 3"; of one "… only: 3".

    Differences of form are not counted: "wording only: ASV 1, BBE form".
    """
    counts = []
    for siglum in sigla:
        number = sum(
            reading.tier is not Tier.FORM
            for entry in passage.entries
            if (reading := entry.reading_of(siglum)) is not None
        )
        counts.append((siglum, number))
    if len(counts) == 1:
        return f"wording only: {counts[0][1]}" if counts[0][1] else "form only"
    shown = (f"{siglum} {number or 'form'}" for siglum, number in counts)
    return f"wording only: {', '.join(shown)}"


def gathered_entries(passage: Passage, sigla: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries with readings of these witnesses, reduced to those readings."""
    return tuple(
        _only(entry, sigla)
        for entry in passage.entries
        if any(entry.reading_of(siglum) is not None for siglum in sigla)
    )


def _only(entry: Entry, sigla: Sequence[str]) -> Entry:
    """Return an entry with the readings that only these witnesses have, or else all of theirs."""
    kept = tuple(one for one in entry.readings if not set(one.sigla).isdisjoint(sigla))
    return replace(entry, readings=kept)
