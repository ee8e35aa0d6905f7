"""Verdicts of editors on the sense: their status, and the collation that they overrule."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from variants.anchors.resolution import Found, Resolution, Stale
from variants.log.history import History
from variants.log.places import Place, Places, normalize_words
from variants.types.collation import Collation, Entry, Reading
from variants.types.sense import Sense, Tier, by_editors
from variants.types.span import Span
from variants.types.status import Remark, VerdictState, VerdictStatus
from variants.types.verdict import SenseVerdict


def verdict_statuses(
    history: History,
    document: str,
    collation: Collation,
    resolve: Callable[[SenseVerdict], Resolution],
) -> tuple[VerdictStatus, ...]:
    """Return the status of every verdict on a document, in seed order, lost ones last.

    They depend only on the set of events.

    Args:
        history: The log.
        document: Name of the document.
        collation: Collation of its current texts.
        resolve: Finds the words of a verdict in the seed of ``collation``.
    """
    verdicts = history.verdicts(document)
    if not verdicts:
        return ()
    places = Places(collation)
    found = [_status(verdict, resolve(verdict), places, history) for verdict in verdicts]
    return tuple(sorted(_with_disputes(found), key=_in_order))


def _status(
    verdict: SenseVerdict, resolution: Resolution, places: Places, history: History
) -> VerdictStatus:
    """Return the status of a verdict, without regard to others."""
    match resolution:
        case Found(span=span, carried=carried):
            place = places.find(span, (verdict.reading,))
            state, remarks = _state_at(place, verdict)
            remarks |= {Remark.CARRIED} if carried else set()
            was = ""
        case Stale(span=span, was=was):
            place = places.find(span, (verdict.reading,))
            state, remarks = VerdictState.STALE, set()
        case _:
            place, was = places.lost(verdict.anchor), verdict.anchor.quote.exact
            state, remarks = VerdictState.LOST, set()
    if not history.is_active(verdict.id):
        state = VerdictState.FORMER
    return VerdictStatus(verdict, place.name, place.span, state, frozenset(remarks), was)


def _state_at(place: Place, verdict: SenseVerdict) -> tuple[VerdictState, set[Remark]]:
    """Return the state of a verdict whose words are in the seed, and a remark if it is stale."""
    if place.entry is not None and judged_reading(place.entry, verdict) is not None:
        return VerdictState.IN_FORCE, set()
    reshaped = place.entry is None and bool(place.around)
    return VerdictState.STALE, {Remark.RESHAPED if reshaped else Remark.WITNESS_CHANGED}


def judged_reading(entry: Entry, verdict: SenseVerdict) -> Reading | None:
    """Return the reading of an entry that has the words of a verdict, or ``None``.

    If a moved reading has the words too, the witnesses of the verdict decide.
    """
    words = normalize_words(verdict.reading.text)
    equal = [each for each in entry.readings if normalize_words(each.wording) == words]
    known = set(verdict.reading.sigla)
    return max(equal, key=lambda reading: len(known & {*reading.sigla}), default=None)


def _with_disputes(statuses: Sequence[VerdictStatus]) -> list[VerdictStatus]:
    """Return the statuses, as disputed where verdicts in force contradict each other."""
    return [
        dataclasses.replace(status, state=VerdictState.DISPUTED)
        if status.state is VerdictState.IN_FORCE and len(_answers(of_reading)) > 1
        else status
        for status, of_reading in _beside_others(statuses)
    ]


def _beside_others(
    statuses: Sequence[VerdictStatus],
) -> Iterable[tuple[VerdictStatus, Sequence[VerdictStatus]]]:
    """Return each status with all that are in force on the same reading."""
    by_reading: dict[tuple[str, str], list[VerdictStatus]] = defaultdict(list)
    for status in statuses:
        if status.state is VerdictState.IN_FORCE:
            by_reading[_reading_of(status)].append(status)
    return [(status, by_reading[_reading_of(status)]) for status in statuses]


def _reading_of(status: VerdictStatus) -> tuple[str, str]:
    return status.place, normalize_words(status.verdict.reading.text)


def _answers(statuses: Iterable[VerdictStatus]) -> set[bool]:
    return {status.verdict.touches_sense for status in statuses}


def _in_order(status: VerdictStatus) -> tuple[bool, int, int, str, str, str]:
    span = status.span or Span(0, 0)
    verdict = status.verdict
    return status.span is None, span.start, span.end, status.place, verdict.at, verdict.id


_SETTLING = frozenset({VerdictState.IN_FORCE, VerdictState.DISPUTED})


def overrule(collation: Collation, statuses: Iterable[VerdictStatus]) -> Collation:
    """Return the collation with the verdicts in force instead of the estimates.

    Readings with contradictory verdicts keep their estimate and name the editors.
    """
    by_place: dict[str, list[SenseVerdict]] = defaultdict(list)
    for status in statuses:
        if status.state in _SETTLING:
            by_place[status.place].append(status.verdict)
    if not by_place:
        return collation
    passages = tuple(
        dataclasses.replace(
            passage, entries=tuple(_overruled(entry, by_place) for entry in passage.entries)
        )
        if any(entry.place in by_place for entry in passage.entries)
        else passage
        for passage in collation.passages
    )
    return dataclasses.replace(collation, passages=passages)


def _overruled(entry: Entry, by_place: Mapping[str, Sequence[SenseVerdict]]) -> Entry:
    """Return an entry with the senses that the verdicts on it give to its readings."""
    of_reading: dict[int, list[SenseVerdict]] = defaultdict(list)
    for verdict in by_place.get(entry.place, ()):
        reading = judged_reading(entry, verdict)
        if reading is not None:
            of_reading[entry.readings.index(reading)].append(verdict)
    if not of_reading:
        return entry
    readings = tuple(
        dataclasses.replace(reading, sense=_sense(reading, of_reading[number]))
        if number in of_reading
        else reading
        for number, reading in enumerate(entry.readings)
    )
    return dataclasses.replace(entry, readings=readings)


def _sense(reading: Reading, verdicts: Sequence[SenseVerdict]) -> Sense:
    """Return the sense that verdicts on a reading give it."""
    words = verdicts[0].anchor.quote.exact, reading.wording
    before = reading.sense or Sense(0.0, Tier.WORDING, None, *words, "")
    editors = tuple(sorted({verdict.by for verdict in verdicts}))
    answers = {verdict.touches_sense for verdict in verdicts}
    if len(answers) > 1:
        return dataclasses.replace(before, disputed_by=editors)
    by = by_editors(editors)
    if answers == {True}:
        return dataclasses.replace(before, probability=1.0, tier=Tier.SENSE, by=by)
    # A difference of form does not become one of wording because it leaves the sense alone.
    tier = Tier.FORM if before.tier is Tier.FORM else Tier.WORDING
    return dataclasses.replace(before, probability=0.0, tier=tier, by=by)
