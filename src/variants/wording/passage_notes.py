"""Gaps, joins, splits, moves and doubts, in words."""

from __future__ import annotations

from collections import Counter

from variants.types.alignment import Bead
from variants.types.collation import Collation, Reading, Rendering
from variants.types.variant import Kind

NO_COUNTERPART = "no counterpart"
NOT_IN_THE_SEED = "not in the seed"
_NOT_FOUND = "no counterpart found"
_SAYING = {
    Kind.ADDED: "added",
    Kind.MOVED: "moved",
    Kind.RECAST: "recast",
}


def said_of(reading: Reading) -> str:
    """What is to be said of a reading besides its words; nothing of one that replaces some.

    Absence alone is thin evidence: what looks left out is as often said in other words.
    """
    if reading.maybe_missed:
        return _NOT_FOUND
    return _SAYING.get(reading.kind, "") if reading.wording else "omitted"


def notes_on(rendering: Rendering) -> list[str]:
    """What a reader of the passage should know of how the witness comes to it."""
    notes = [note for bead in rendering.beads for note in _of_bead(bead)]
    if rendering.doubtful:
        notes.append(f"alignment uncertain, {rendering.confidence:.2f}")
    return notes


def _of_bead(bead: Bead) -> list[str]:
    notes = []
    seed = " + ".join(str(index + 1) for index in bead.seed)
    if _joins(bead):
        notes.append(f"joins {seed}")
    elif _splits(bead):
        notes.append(f"splits {seed} into {len(bead.other)}")
    elif _regroups(bead):
        notes.append(f"has {seed} in {len(bead.other)} sentences")
    if bead.forced:
        notes.append("alignment laid down by the editor")
    if bead.moved and bead.other:
        before = bead.other[0]
        where = f"after its sentence {before}" if before else "at its beginning"
        notes.append(f"moved: stands {where}")
    return notes


def counts_of(collation: Collation, siglum: str) -> str:
    """How a witness's sentences correspond to the seed's, in figures.

    "29/30 sentences, 1 omitted, 2 joins": 29 of the seed's 30 have a counterpart.
    """
    beads = [
        bead
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
    ]
    found: Counter[str] = Counter()
    for bead in beads:
        found["omitted"] += 0 if bead.other else len(bead.seed)
        found["added"] += 0 if bead.seed else len(bead.other)
        found["moved"] += len(bead.other) if bead.moved else 0
        found["join"] += _joins(bead)
        found["split"] += _splits(bead)
        found["regrouping"] += _regroups(bead)
        found["uncertain"] += bead.doubtful
    total = len(collation.seed.sentences)
    figures = [f"{total - found['omitted']}/{total} sentences"]
    for name in ("omitted", "added", "moved", "join", "split", "regrouping", "uncertain"):
        if found[name]:
            countable = name in {"join", "split", "regrouping"}
            figures.append(count(found[name], name) if countable else f"{found[name]} {name}")
    return ", ".join(figures)


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 join", "2 joins", "2 witnesses".

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
