"""Readings of one lemma: equal wordings of several witnesses, grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variants.classify.classification_rules import Classified
from variants.types.collation import Attestation, Reading
from variants.types.sense import Sense, heaviest_sense
from variants.types.variant import HEAVIEST_FIRST, Flag, Kind, Ruling, Variant, class_of
from variants.types.witness import natural_sort_key

_KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Finding:
    """Reading of a lemma in one witness, before equal ones are grouped."""

    attestation: Attestation
    wording: str
    kind: Kind
    flags: frozenset[Flag]
    ruling: Ruling | None = None
    sense: Sense | None = None
    adoptable: bool = True


def group_findings(findings: Sequence[Finding]) -> tuple[Reading, ...]:
    """Group equal wordings into readings, those of most witnesses first."""
    groups: dict[tuple[str, bool], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.wording, finding.kind is Kind.MOVED), []).append(finding)
    readings = [_reading(wording, found) for (wording, _), found in groups.items()]
    if len(readings) == 1:
        return (readings[0],)
    return tuple(sorted(readings, key=lambda r: (-len(r.sigla), natural_sort_key(r.sigla[0]))))


def _reading(wording: str, found: Sequence[Finding]) -> Reading:
    """Return the reading of witnesses that have the same words."""
    # If another witness omits the sentence, witnesses without text here do not count.
    with_text = [one for one in found if not one.attestation.missing]
    kind, flags, ruling = merge_findings(with_text or found)
    places = [one.attestation for one in found]
    if len(places) > 1:
        places.sort(key=lambda place: natural_sort_key(place.siglum))
    sense = heaviest_sense(one.sense for one in found)
    adoptable = all(one.adoptable for one in found)
    return Reading(wording, kind, flags, tuple(places), ruling, sense, adoptable)


def merge_findings(found: Sequence[Variant | Finding]) -> Classified:
    """Return kind, flags and ruling of several differences taken as one, by the heaviest.

    A ruling applies only if no other difference without a ruling is at least as heavy.
    """
    if len(found) == 1 and found[0].ruling is None:
        return found[0].kind, found[0].flags, None  # The common case.
    free = [one for one in found if one.ruling is None]
    flags = frozenset(flag for one in free for flag in one.flags)
    kind = min((one.kind for one in free or found), key=_weight)
    ruled = [(one.kind, one.ruling) for one in found if one.ruling is not None]
    if not ruled:
        return kind, flags, None
    of_rule, ruling = min(ruled, key=lambda one: HEAVIEST_FIRST.index(one[1].variant_class))
    lighter = HEAVIEST_FIRST.index(class_of(kind, flags)) <= HEAVIEST_FIRST.index(
        ruling.variant_class
    )
    return (kind, flags, None) if free and lighter else (of_rule, flags, ruling)


def _weight(kind: Kind) -> tuple[int, int]:
    """Return a sort key, heaviest first: by class, then by the later kind."""
    return HEAVIEST_FIRST.index(class_of(kind, frozenset())), -_KINDS.index(kind)
