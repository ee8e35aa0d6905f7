"""Status of every place of a document, computed from the events of its log.

It depends only on the set of events, not on clocks or the order of files.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variants.anchors.grouping import AnchorResolver, Group, Grouping
from variants.anchors.resolution import Found, Resolution, Stale
from variants.anchors.verdicts import verdict_statuses
from variants.errors.lists import counted, listed
from variants.gc_pause import gc_paused
from variants.log.history import History
from variants.log.places import Place, normalize_words
from variants.types.collation import Collation, Entry, Reading
from variants.types.decision import Action, Decision, Wording
from variants.types.notice import Notice
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, Remark, State
from variants.wording.decision_text import SHORT_ID


def compute_status(
    history: History,
    document: str,
    collation: Collation,
    resolver: AnchorResolver,
    *,
    editors: Mapping[str, str] | None = None,
) -> Decisions:
    """Return the decisions and verdicts in a log, resolved against a document's current texts.

    Args:
        history: The log.
        document: Name of the document.
        collation: Collation of its current texts.
        resolver: Finds anchored words in the seed of ``collation``.
        editors: Names to show, by editor key.
    """
    with gc_paused():
        return _StatusBuilder(history, document, collation, resolver).decisions(editors or {})


class _StatusBuilder:
    """Computes the statuses of one document."""

    def __init__(
        self, history: History, document: str, collation: Collation, resolver: AnchorResolver
    ) -> None:
        self._history = history
        self._document = document
        self._collation = collation
        self._grouping = Grouping(history, document, collation, resolver)
        self._text = collation.seed.witness.text
        self._digests = dict(collation.signature.digests)
        self._texts = {cut.witness.siglum: cut.witness.text for cut in collation.others}
        self._notices: list[Notice] = []

    def decisions(self, editors: Mapping[str, str]) -> Decisions:
        """Return the decisions on the document."""
        groups = self._grouping.groups()
        statuses = self._mark_overlaps([self._status(group) for group in groups])
        self._notices += self._copies(groups)
        return Decisions(
            statuses,
            self._history.rules(),
            self._history.heads,
            tuple(sorted(editors.items())),
            (
                *self._damage(),
                *self._grouping.notices,
                *self._notices,
            ),
            verdict_statuses(
                self._history, self._document, self._collation, self._grouping.resolution
            ),
        )

    def _damage(self) -> Iterable[Notice]:
        """Yield a notice if the log is damaged, with up to ten of the problems."""
        problems = [str(problem) for problem in self._history.problems() if problem.grave]
        if problems:
            yield Notice(
                "",
                f"The log is damaged: {listed(problems, '; ')}. Restore it from a copy, such as "
                "git; variants log check lists all problems.",
            )

    def _copies(self, groups: Iterable[Group]) -> Iterable[Notice]:
        """Yield a notice if decisions stay in changed sentences of which there are copies."""
        sentence_of = self._collation.seed.sentence_of
        found = [self._grouping.resolution(one) for group in groups for one in group.active]
        named = [
            f"{sentence_of(one.span) + 1} (or {', '.join(map(str, places))})"
            for one in found
            if isinstance(one, Found) and one.copies
            for places in [sorted({sentence_of(copy) + 1 for copy in one.copies})]
        ]
        if named:
            yield Notice(
                self._collation.seed.witness.siglum,
                f"{counted(len(named), 'decision')} stayed in sentences that were changed, "
                "although others resemble their old state as much: sentence "
                f"{listed(list(dict.fromkeys(named)))}.",
            )

    def _status(self, group: Group) -> PlaceStatus:
        """Return the status of one place."""
        live = tuple(group.active)
        state, remarks, was = self._state(group.place, live)
        printed = self._printed(group.place, live[0]) if state is State.DECIDED else None
        return PlaceStatus(
            group.place.name,
            group.place.span,
            state,
            frozenset(remarks),
            live,
            tuple(group.superseded),
            None if Remark.SPENT in remarks else printed,
            was,
            tuple(group.comments),
        )

    def _state(self, place: Place, live: Sequence[Decision]) -> tuple[State, set[Remark], str]:
        """Return the state, its remarks, and the anchored words if they changed or are missing."""
        if not live:
            return State.UNDECIDED, set(), ""
        if place.span is None:
            return State.LOST, set(), live[0].anchor.quote.exact
        found = [self._grouping.resolution(decision) for decision in live]
        remarks = set(self._remarks(place, live, found))
        agreed = len({effect_of(decision) for decision in live}) == 1
        stale = [one.was for one in found if isinstance(one, Stale)]
        if len(stale) == len(live):
            if agreed and self._is_spent(live[0], place.span):
                return State.DECIDED, remarks | {Remark.SPENT}, stale[0]
            return State.STALE, remarks, stale[0]
        state = _STATES.get(live[0].action, State.DECIDED) if agreed else State.CONFLICT
        trouble = self._trouble_with_witness(place, live) if agreed else None
        return (State.STALE, remarks | {trouble}, "") if trouble else (state, remarks, "")

    def _trouble_with_witness(self, place: Place, live: Sequence[Decision]) -> Remark | None:
        """Return the reason why the words of decisions that agree cannot be printed."""
        if not all(self._still_attested(decision, place) for decision in live):
            return Remark.WITNESS_CHANGED
        if any(self._has_gaps(decision.wording) for decision in live):
            return Remark.PARTED
        return None

    def _remarks(
        self, place: Place, live: Sequence[Decision], found: Sequence[Resolution]
    ) -> Iterable[Remark]:
        if any(isinstance(one, Found) and one.carried for one in found):
            yield Remark.CARRIED
        if place.entry is None and place.around:
            yield Remark.RESHAPED
        if any(unseen_readings(self._collation, place.entry, place.span, live)):
            yield Remark.NEW_READING
        if any(self._history.replacers(decision.rule) for decision in live if decision.rule):
            yield Remark.RULE_CHANGED

    def _is_spent(self, decision: Decision, span: Span) -> bool:
        """Return True if the seed now has the chosen words."""
        words = _words(decision)
        return words is not None and normalize_words(words) == normalize_words(span.of(self._text))

    def _still_attested(self, decision: Decision, place: Place) -> bool:
        """Return True if nothing was adopted, or a cited witness still has the adopted words."""
        wording = decision.wording
        if wording is None or not wording.sigla:
            return True
        before = dict(decision.witnesses)
        return any(
            (siglum in before and before[siglum] == self._digests.get(siglum))
            or _has(place, siglum, wording.text)
            for siglum in wording.sigla
            if siglum in self._digests
        )

    def _has_gaps(self, wording: Wording | None) -> bool:
        """Return True if adopted words have a " … " that is in no cited witness."""
        if wording is None or not wording.sigla or _GAP not in wording.text:
            return False
        words = normalize_words(wording.text)
        texts = (normalize_words(self._texts.get(siglum, "")) for siglum in wording.sigla)
        return not any(words in text for text in texts)

    def _printed(self, place: Place, decision: Decision) -> str | None:
        """Return the replacement text, or ``None`` if the seed's words do not change."""
        words = _words(decision)
        if place.span is None or words == place.span.of(self._text):
            return None
        return words

    def _mark_overlaps(self, statuses: Sequence[PlaceStatus]) -> tuple[PlaceStatus, ...]:
        """Return the statuses, marked as conflicts if they would change overlapping words."""
        conflicting: set[str] = set()
        active: list[tuple[Span, PlaceStatus]] = []
        for status in statuses:
            span = status.span
            if span is None or status.printed is None:
                continue
            active = [pair for pair in active if pair[0].end > span.start]
            for other, before in active:
                if other.overlaps(span):
                    conflicting |= {before.place, status.place}
                    self._notices.append(_overlapping(before.live[0], status.live[0]))
            active.append((span, status))
        return tuple(
            dataclasses.replace(each, state=State.CONFLICT, printed=None)
            if each.place in conflicting
            else each
            for each in statuses
        )


def unseen_readings(
    collation: Collation, entry: Entry | None, span: Span | None, live: Sequence[Decision]
) -> Iterator[Reading]:
    """Yield the readings at a place that the editors of its decisions did not see.

    Args:
        collation: The comparison of the current texts.
        entry: The entry of the place, if it has one.
        span: Its words in the seed; ``None`` if they are lost.
        live: Its active decisions.
    """
    known = {normalize_words(each.text) for decision in live for each in decision.saw}
    own = entry.readings if entry is not None else ()
    for reading in (*own, *_added(collation, entry, span, live)):
        if known and normalize_words(reading.wording) not in known:
            yield reading


def _added(
    collation: Collation, own: Entry | None, span: Span | None, live: Sequence[Decision]
) -> Iterator[Reading]:
    """Yield readings of witnesses that came later, at other entries with some of the words."""
    before = {siglum for decision in live for siglum, _ in decision.witnesses}
    added = {*dict(collation.signature.digests)} - before
    if not before or not added or span is None:
        return
    for entry in collation.entries_overlapping(span):
        if entry is not own:
            yield from (each for each in entry.readings if added & {*each.sigla})


_GAP = " … "  # Separated the parts of adopted readings in logs of version 0.1.0.
_STATES = {Action.QUERY: State.QUERY, Action.DEFER: State.DEFERRED}


def _words(decision: Decision) -> str | None:
    """Return the words that a decision prints, or ``None`` for the seed's own."""
    return decision.wording.text if decision.wording is not None else None


def effect_of(decision: Decision) -> tuple[Action, str | None, frozenset[str]]:
    """Return a key that is equal for decisions that agree."""
    words = _words(decision)
    also = frozenset(normalize_words(each.text) for each in decision.also)
    return decision.action, None if words is None else normalize_words(words), also


def _has(place: Place, siglum: str, words: str) -> bool:
    """Return True if a witness has these words at a place in the current collation."""
    for entry in place.around:
        reading = entry.reading_of(siglum)
        if reading is None:
            continue
        if normalize_words(reading.wording) == normalize_words(words):
            return True
        # An entry with other borders contains the words among others.
        if (
            entry is not place.entry
            and f" {normalize_words(words)} " in f" {normalize_words(reading.wording)} "
        ):
            return True
    return False


def _overlapping(one: Decision, other: Decision) -> Notice:
    first, second = one.anchor.quote.exact, other.anchor.quote.exact
    return Notice(
        one.anchor.siglum,
        f"The decisions {one.id[-SHORT_ID:]} on “{first}” and {other.id[-SHORT_ID:]} on “{second}” "
        "change the same words; neither is applied. To settle it, decide again on one of them.",
    )
