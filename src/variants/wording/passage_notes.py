"""Notes on passages and counts, in words: readings, joins, splits, moves and doubts."""

from __future__ import annotations

from collections import Counter

from variants.types.bead import Bead
from variants.types.collation import Collation, Passage, Reading, Rendering
from variants.types.variant import Kind
from variants.wording import terms
from variants.wording.coverage_text import coverage_of, coverage_words

_WITHOUT = "without a counterpart"
_KINDS = {Kind.ADDED: terms.ADDED, Kind.MOVED: terms.MOVED, Kind.RECAST: terms.RECAST}


def reading_note(reading: Reading) -> str:
    """Return the term for a reading that does not simply replace words; else an empty string.

    A reading with nothing is called omitted only if that is probable enough, because words that
    seem to be omitted are as often paraphrased.
    """
    if reading.missing:
        return terms.NO_TEXT
    if reading.maybe_missed:
        return terms.NOT_FOUND
    return _KINDS.get(reading.kind, "") if reading.wording else terms.OMITTED


def adoption_note(reading: Reading) -> str:
    """Return the term for a reading that cannot replace the seed's words alone, else "".

    Moved readings are not noted, because they are called moved.
    """
    return "" if reading.adoptable or reading.kind is Kind.MOVED else terms.NOT_ALONE


def absence_of(siglum: str, passage: Passage) -> str:
    """Return the term for a witness that has no sentence in a passage."""
    if siglum in passage.missing:
        return terms.NO_TEXT
    readings = [reading for entry in passage.entries if (reading := entry.reading_of(siglum))]
    doubtful = any(reading.maybe_missed for reading in readings)
    return terms.NOT_FOUND if doubtful else terms.OMITTED


def notes_on(rendering: Rendering) -> list[str]:
    """Return notes on how the sentences of a witness correspond to the passage."""
    notes = [note for bead in rendering.beads for note in _bead_notes(bead)]
    if rendering.doubtful:
        notes.append(f"alignment {terms.UNCERTAIN}, {rendering.confidence:.2f}")
    return notes


def _bead_notes(bead: Bead) -> list[str]:
    notes = []
    seed = " + ".join(str(index + 1) for index in bead.seed)
    if _joins(bead):
        notes.append(f"joins {seed}")
    elif _splits(bead):
        notes.append(f"splits {seed} into {len(bead.other)}")
    elif _regroups(bead):
        notes.append(f"has {seed} in {len(bead.other)} sentences")
    if bead.forced:
        notes.append(f"alignment {terms.FORCED} by an editor")
    if bead.moved and bead.other:
        before = bead.other[0]
        where = f"after its sentence {before}" if before else "to its beginning"
        notes.append(f"{terms.MOVED} {where}")
    return notes


def bead_marks(bead: Bead) -> list[str]:
    """Return the names of what holds of a bead: ``forced``, ``moved``."""
    marks = ((terms.FORCED, bead.forced), (terms.MOVED, bead.moved))
    return [name for name, holds in marks if holds]


def counts_of(collation: Collation, siglum: str) -> str:
    """Return counts of the ways in which the sentences of a witness correspond to the seed's.

    "29/30 sentences, 1 omitted, 2 joins" means that 29 of the seed's 30 have a counterpart.
    Sentences of missing parts are not omitted: "21/60 sentences, begins at 40".
    """
    beads = [
        bead
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
    ]
    found: Counter[str] = Counter()
    parts = [part for part in collation.missing_parts if part.siglum == siglum]
    missing = {sentence for part in parts for sentence in part.sentences}
    for bead in beads:
        found[_WITHOUT] += 0 if bead.other else len(bead.seed)
        found[terms.OMITTED] += 0 if bead.other or bead.seed[0] in missing else len(bead.seed)
        found[terms.ADDED] += 0 if bead.seed else len(bead.other)
        found[terms.MOVED] += len(bead.other) if bead.moved else 0
        found["join"] += _joins(bead)
        found["split"] += _splits(bead)
        found["regrouping"] += _regroups(bead)
        found[terms.UNCERTAIN] += bead.doubtful
    total = len(collation.seed.sentences)
    figures = [f"{total - found[_WITHOUT]}/{total} sentences"]
    figures += filter(None, [coverage_words(coverage_of(siglum, parts, total))])
    nouns = ("join", "split", "regrouping")
    figures += [
        count(found[name], name) if name in nouns else f"{found[name]} {name}"
        for name in (terms.OMITTED, terms.ADDED, terms.MOVED, *nouns, terms.UNCERTAIN)
        if found[name]
    ]
    return ", ".join(figures)


def count(number: int, noun: str) -> str:
    """Return a number with its noun in singular or plural.

    Examples:
        >>> count(1, "witness"), count(2, "witness"), count(0, "join"), count(2, "entry")
        ('1 witness', '2 witnesses', '0 joins', '2 entries')
    """
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        return f"{number} {noun[:-1]}ies"
    return f"{number} {noun}{'es' if noun.endswith('s') else 's'}"


def _joins(bead: Bead) -> bool:
    return len(bead.seed) > 1 and len(bead.other) == 1


def _splits(bead: Bead) -> bool:
    return len(bead.seed) == 1 and len(bead.other) > 1


def _regroups(bead: Bead) -> bool:
    return len(bead.seed) > 1 and len(bead.other) > 1
