"""Drafts of verdicts on the sense, ready to be recorded."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.anchors.anchoring import describe
from variants.anchors.drafting import DecisionTarget
from variants.errors import NoReadingToJudge, UnknownName
from variants.log.places import normalize_words
from variants.types.collation import Entry, Reading
from variants.types.decision import Evidence, Wording
from variants.types.status import VerdictState, VerdictStatus
from variants.types.verdict import SenseVerdict

_ACTIVE = frozenset({VerdictState.IN_FORCE, VerdictState.DISPUTED, VerdictState.STALE})
"""States of active verdicts whose place is known."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Answer of an editor to whether readings of a place touch the sense.

    Attributes:
        touches_sense: True if they do.
        sigla: Witnesses whose readings it is about; empty for all readings.
        why: The reason; "" if none is given.
        evidence: Evidence for it.
    """

    touches_sense: bool
    sigla: tuple[str, ...] = ()
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


def draft_verdicts(target: DecisionTarget, judgement: Judgement) -> list[SenseVerdict]:
    """Return a verdict for each reading that a judgement is about.

    Recording adds id, time and editor; ``replacing_own`` adds what they replace.

    Raises:
        NoReadingToJudge: There is no entry with just the words, or a witness has the seed's own
            words there.
        UnknownName: There is no such witness.
    """
    readings = _readings(target, judgement.sigla)
    edition = target.edition
    batch = str(uuid.uuid4()) if len(readings) > 1 else ""
    anchor = describe(edition.name, edition.collation.seed, target.span)
    return [
        SenseVerdict(
            id="",
            at="",
            by="",
            anchor=anchor,
            reading=Wording(reading.wording, reading.sigla, reading.variant_class.value),
            touches_sense=judgement.touches_sense,
            why=judgement.why,
            evidence=judgement.evidence,
            batch=batch,
        )
        for reading in readings
    ]


def replacing_own(
    drafts: Sequence[SenseVerdict], target: DecisionTarget, editor: str
) -> list[SenseVerdict]:
    """Return drafts that replace the active verdicts of the same editor on the same readings."""
    own = [
        status
        for status in target.edition.decisions.verdicts
        if status.verdict.by == editor and status.state in _ACTIVE
    ]
    return [
        dataclasses.replace(each, replaces=tuple(_replaced(each, target, own))) for each in drafts
    ]


def _readings(target: DecisionTarget, sigla: Sequence[str]) -> tuple[Reading, ...]:
    """Return the readings of the witnesses, each once; without names, all readings."""
    entry = target.entry
    if entry is None:
        around = target.entry_around()
        raise NoReadingToJudge(target.words, around=around.label if around else "")
    known = [other.witness.siglum for other in target.edition.collation.others]
    for siglum in sigla:
        if siglum not in known:
            raise UnknownName(siglum, known, what="witness")
    found = [_reading_of(entry, siglum) for siglum in sigla]
    return tuple(each for each in entry.readings if each in found or not sigla)


def _reading_of(entry: Entry, siglum: str) -> Reading:
    reading = entry.reading_of(siglum)
    if reading is None:
        raise NoReadingToJudge(entry.label, siglum)
    return reading


def _replaced(
    draft: SenseVerdict, target: DecisionTarget, own: Sequence[VerdictStatus]
) -> Iterator[str]:
    """Yield the ids of an editor's verdicts that a draft replaces.

    A stale one is replaced if it was about words of the same witness at this place.
    """
    words = normalize_words(draft.reading.text)
    place = "" if target.entry is None else target.entry.place
    for status in own:
        before = status.verdict.reading
        if status.state is VerdictState.STALE:
            here = status.place == place or (
                status.span is not None and status.span.overlaps(target.span)
            )
            same = bool({*before.sigla} & {*draft.reading.sigla})
        else:
            here = status.place == place
            same = normalize_words(before.text) == words
        if here and same:
            yield status.verdict.id
