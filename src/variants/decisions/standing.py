"""How every place of a document stands: a fold over the events of its log.

It depends on the set of events alone, never on clocks or on the order of files.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from variants.decisions.events import Commentary, Event, NewAnchor
from variants.decisions.history import History, without_collector
from variants.decisions.places import Place, Places, folded, meet
from variants.decisions.resolution import Ambiguous, Found, Lost, Resolution, Stale
from variants.types import (
    Action,
    Anchor,
    Collation,
    Comment,
    Decision,
    Decisions,
    Notice,
    Remark,
    Span,
    Standing,
    State,
)


class Resolves(Protocol):
    """Finds remembered words in the seed as it is now; ``anchoring.Resolver`` does."""

    def resolve(self, anchor: Anchor) -> Resolution:
        """Where they stand, if they can be found."""


def stand(
    history: History,
    document: str,
    collation: Collation,
    resolver: Resolves,
    *,
    editors: Mapping[str, str] | None = None,
) -> Decisions:
    """All that a log says about one document today.

    Args:
        history: The log.
        document: Name of the document.
        collation: Its texts as they are now.
        resolver: Finds the words that were decided on in the seed of ``collation``.
        editors: Key and name of those whose name may be shown.
    """
    with without_collector():
        return _Fold(history, document, collation, resolver).decisions(editors or {})


@dataclass(slots=True)
class _Group:
    """What was said about one place."""

    place: Place
    live: list[Decision] = field(default_factory=list)
    former: list[Decision] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


class _Fold:
    """One run over the events of one document."""

    def __init__(
        self, history: History, document: str, collation: Collation, resolver: Resolves
    ) -> None:
        self._history = history
        self._document = document
        self._text = collation.base.witness.text
        self._digest = collation.base.witness.digest
        self._digests = dict(collation.signature.digests)
        self._resolver = resolver
        self._places = Places(collation)
        self._resolved: dict[Anchor, Resolution] = {}
        self._notices: list[Notice] = []
        self._decisions = {each.id: each for each in history.decisions(document)}
        self._anchors: dict[str, list[tuple[str, Anchor]]] = defaultdict(list)
        for event in history.events():
            if isinstance(event.body, NewAnchor) and history.is_live(event.id):
                self._anchors[event.body.of].append((event.id, event.body.anchor))

    def decisions(self, editors: Mapping[str, str]) -> Decisions:
        """The whole result."""
        groups = self._groups()
        standings = self._without_overlaps([self._standing(group) for group in groups])
        damage = [problem for problem in self._history.problems() if problem.grave]
        return Decisions(
            standings,
            self._history.rules(),
            self._history.heads,
            tuple(sorted(editors.items())),
            (*(Notice("", f"{problem}.") for problem in damage), *self._notices),
        )

    def _groups(self) -> list[_Group]:
        """Everything that was said, by place: in the order of the seed, then what is lost."""
        groups: dict[str, _Group] = {}
        homes = self._homes()
        for decision in self._decisions.values():
            for place in homes[decision.id]:
                group = groups.setdefault(place.name, _Group(place))
                if self._history.is_live(decision.id):
                    group.live.append(decision)
                else:
                    group.former.append(decision)
        self._add_comments(groups, homes)
        return sorted(groups.values(), key=lambda group: _in_order(group.place))

    def _homes(self) -> dict[str, list[Place]]:
        """Where each decision stands: what was replaced stands where its replacers do."""
        homes: dict[str, list[Place]] = {}
        for name, decision in self._decisions.items():
            if name in homes:
                continue
            # Most are replaced by nothing, and are placed at once.
            if not self._history.replacers(name):
                homes[name] = [self._place_of(decision)]
                continue
            ahead = [name]
            while ahead:
                one = ahead[-1]
                after = [each for each in self._history.replacers(one) if each in self._decisions]
                waiting = [each for each in after if each not in homes]
                if waiting:
                    ahead += waiting
                    continue
                ahead.pop()
                if one not in homes:
                    found = [place for each in after for place in homes[each]]
                    found = found or [self._place_of(self._decisions[one])]
                    homes[one] = list({place.name: place for place in found}.values())
        return homes

    def _place_of(self, decision: Decision) -> Place:
        match self._resolution(decision):
            case Found(span=span) | Stale(span=span):
                return self._places.find(span, decision.saw)
            case Ambiguous(spans=spans):
                if self._history.is_live(decision.id):
                    self._notices.append(_unclear(decision, spans))
                return self._places.lost(decision.anchor)
            case Lost():
                return self._places.lost(decision.anchor)

    def _resolution(self, decision: Decision) -> Resolution:
        """Where a decision's words are now, by its own anchor or by one that was added later."""
        if decision.id not in self._anchors:
            return self._resolve(decision.anchor)
        added = sorted(self._anchors[decision.id], reverse=True, key=lambda pair: pair[0])
        anchors = [decision.anchor, *(anchor for _, anchor in added)]
        # One made on today's text says it outright; the first that says it best is believed.
        anchors.sort(key=lambda anchor: anchor.text != self._digest)
        found = [self._resolve(anchor) for anchor in anchors]
        return min(found, key=lambda one: _RANKS.index(type(one)))

    def _resolve(self, anchor: Anchor) -> Resolution:
        # An unchanged text answers at once; it would take longer to look the answer up.
        if anchor.text == self._digest:
            return self._resolver.resolve(anchor)
        if anchor not in self._resolved:
            self._resolved[anchor] = self._resolver.resolve(anchor)
        return self._resolved[anchor]

    def _add_comments(self, groups: dict[str, _Group], homes: Mapping[str, list[Place]]) -> None:
        """Put comments to the places that they, or the comments they answer, are about."""
        spoken = [
            (event.at, event.id, event, event.body)
            for event in self._history.events()
            if isinstance(event.body, Commentary) and self._history.is_live(event.id)
        ]
        for at, name, event, body in sorted(spoken, key=lambda each: each[:2]):
            about = body.reply or body.on
            for place in self._spoken_of(event, homes):
                group = groups.setdefault(place.name, _Group(place))
                comment = Comment(name, at, event.by, body.text, about or place.name)
                group.comments.append(comment)

    def _spoken_of(self, event: Event, homes: Mapping[str, list[Place]]) -> list[Place]:
        """The places that a comment is about; none if it is about another document or a rule."""
        seen: set[str] = set()
        one: Event | None = event
        while one is not None and isinstance(one.body, Commentary) and one.id not in seen:
            seen.add(one.id)
            if one.body.anchor is not None:
                return self._of_anchor(one.body.anchor)
            one = self._history.event(one.body.on or one.body.reply)
        return homes.get(one.id, []) if one is not None else []

    def _of_anchor(self, anchor: Anchor) -> list[Place]:
        if anchor.document != self._document:
            return []
        match self._resolve(anchor):
            case Found(span=span) | Stale(span=span):
                return [self._places.find(span)]
            case Ambiguous() | Lost():
                return [self._places.lost(anchor)]

    def _standing(self, group: _Group) -> Standing:
        """How one place stands."""
        live = tuple(group.live)
        state, remarks, was = self._state(group.place, live)
        printed = self._printed(group.place, live[0]) if state is State.DECIDED else None
        return Standing(
            group.place.name,
            group.place.span,
            state,
            frozenset(remarks),
            live,
            tuple(group.former),
            None if Remark.SPENT in remarks else printed,
            was,
            tuple(group.comments),
        )

    def _state(self, place: Place, live: Sequence[Decision]) -> tuple[State, set[Remark], str]:
        """The state, what else is worth knowing, and the words that were decided on."""
        if not live:
            return State.UNDECIDED, set(), ""
        if place.span is None:
            return State.LOST, set(), live[0].anchor.quote.exact
        found = [self._resolution(decision) for decision in live]
        remarks = set(self._remarks(place, live, found))
        agreed = len({_effect(decision) for decision in live}) == 1
        stale = [one.was for one in found if isinstance(one, Stale)]
        if len(stale) == len(live):
            if agreed and self._is_spent(live[0], place.span):
                return State.DECIDED, remarks | {Remark.SPENT}, stale[0]
            return State.STALE, remarks, stale[0]
        state = _STATES.get(live[0].action, State.DECIDED) if agreed else State.CONFLICT
        if agreed and not all(self._still_attested(decision, place) for decision in live):
            return State.STALE, remarks | {Remark.WITNESS_CHANGED}, ""
        return state, remarks, ""

    def _remarks(
        self, place: Place, live: Sequence[Decision], found: Sequence[Resolution]
    ) -> Iterable[Remark]:
        if any(isinstance(one, Found) and one.carried for one in found):
            yield Remark.CARRIED
        if place.entry is None and place.around:
            yield Remark.RESHAPED
        known = {folded(each.text) for decision in live for each in decision.saw}
        readings = place.entry.readings if place.entry else ()
        if known and any(folded(reading.wording) not in known for reading in readings):
            yield Remark.NEW_READING
        if any(self._history.replacers(decision.rule) for decision in live if decision.rule):
            yield Remark.RULE_CHANGED

    def _is_spent(self, decision: Decision, span: Span) -> bool:
        """Whether the seed has taken over the words that were decided for."""
        words = _words(decision)
        return words is not None and folded(words) == folded(span.of(self._text))

    def _still_attested(self, decision: Decision, place: Place) -> bool:
        """Whether a witness from which words were adopted still has them."""
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

    def _printed(self, place: Place, decision: Decision) -> str | None:
        """What stands in the reading text instead of the seed's words."""
        words = _words(decision)
        if place.span is None or words == place.span.of(self._text):
            return None
        return words

    def _without_overlaps(self, standings: Sequence[Standing]) -> tuple[Standing, ...]:
        """The standings, with those in conflict whose words overlap and would both be changed."""
        clashing: set[str] = set()
        active: list[tuple[Span, Standing]] = []
        for standing in standings:
            span = standing.span
            if span is None or standing.printed is None:
                continue
            active = [pair for pair in active if pair[0].end > span.start]
            for other, before in active:
                if meet(other, span):
                    clashing |= {before.place, standing.place}
                    self._notices.append(_overlapping(before.live[0], standing.live[0]))
            active.append((span, standing))
        return tuple(
            dataclasses.replace(each, state=State.CONFLICT, printed=None)
            if each.place in clashing
            else each
            for each in standings
        )


_RANKS = (Found, Stale, Ambiguous, Lost)
_STATES = {Action.QUERY: State.QUERY, Action.DEFER: State.DEFERRED}


def _in_order(place: Place) -> tuple[bool, int, int, int, str]:
    span = place.span
    if span is None:
        return True, 0, 0, 0, place.name
    return False, span.start, span.end, place.order, place.name


def _words(decision: Decision) -> str | None:
    """The words that a decision puts in the place of the seed's, if it does."""
    return decision.wording.text if decision.wording is not None else None


def _effect(decision: Decision) -> tuple[Action, str | None, frozenset[str]]:
    """What two decisions have to share so as to agree."""
    words = _words(decision)
    also = frozenset(folded(each.text) for each in decision.also)
    return decision.action, None if words is None else folded(words), also


def _has(place: Place, siglum: str, words: str) -> bool:
    """Whether a witness has these words at a place, as today's comparison finds them."""
    for entry in place.around:
        reading = entry.reading_of(siglum)
        if reading is None:
            continue
        if folded(reading.wording) == folded(words):
            return True
        # A place that is cut otherwise has the words among others.
        if entry is not place.entry and f" {folded(words)} " in f" {folded(reading.wording)} ":
            return True
    return False


def _unclear(decision: Decision, spans: Sequence[Span]) -> Notice:
    words = decision.anchor.quote.exact
    return Notice(
        decision.anchor.siglum,
        f"The decision {decision.id} on “{words}” may be meant for {len(spans)} places; "
        "it is not applied.",
    )


def _overlapping(one: Decision, other: Decision) -> Notice:
    first, second = one.anchor.quote.exact, other.anchor.quote.exact
    return Notice(
        one.anchor.siglum,
        f"The decisions {one.id} on “{first}” and {other.id} on “{second}” change the same words; "
        "neither is applied.",
    )
