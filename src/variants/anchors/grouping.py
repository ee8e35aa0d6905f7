"""Everything that was said about a document, put to the words of the seed that it is about.

A decision that was replaced stands where its replacers do, and a comment where what it answers
does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from variants.anchors.resolution import Ambiguous, Found, Lost, Resolution, Stale
from variants.log.events import CommentMade, Event, NewAnchor
from variants.log.history import History
from variants.log.places import Place, Places
from variants.types.collation import Collation
from variants.types.decision import Anchor, Decision
from variants.types.notice import Notice
from variants.types.span import Span
from variants.types.status import Comment

_RANKS = (Found, Stale, Ambiguous, Lost)


class Resolves(Protocol):
    """Finds remembered words in the seed as it is now; ``anchoring.Resolver`` does."""

    def resolve(self, anchor: Anchor) -> Resolution:
        """Where they stand, if they can be found."""


@dataclass(slots=True)
class Group:
    """What was said about one place."""

    place: Place
    live: list[Decision] = field(default_factory=list)
    former: list[Decision] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


class Grouping:
    """Finds the places of one document that something was said about.

    Args:
        history: The log.
        document: Name of the document.
        collation: Its texts as they are now.
        resolver: Finds the words that were spoken of in the seed of ``collation``.
    """

    def __init__(
        self, history: History, document: str, collation: Collation, resolver: Resolves
    ) -> None:
        self._history = history
        self._document = document
        self._digest = collation.seed.witness.digest
        self._resolver = resolver
        self._places = Places(collation)
        self._resolved: dict[Anchor, Resolution] = {}
        self._notices: list[Notice] = []
        self._decisions = {each.id: each for each in history.decisions(document)}
        self._anchors: dict[str, list[tuple[str, Anchor]]] = defaultdict(list)
        for event in history.events():
            if isinstance(event.body, NewAnchor) and history.is_active(event.id):
                self._anchors[event.body.of].append((event.id, event.body.anchor))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Of decisions that may be meant for several places, once ``groups`` were asked for."""
        return tuple(self._notices)

    def groups(self) -> list[Group]:
        """Everything that was said, by place: in the order of the seed, then what is lost."""
        groups: dict[str, Group] = {}
        homes = self._homes()
        for decision in self._decisions.values():
            for place in homes[decision.id]:
                group = groups.setdefault(place.name, Group(place))
                if self._history.is_active(decision.id):
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
        match self.resolution(decision):
            case Found(span=span) | Stale(span=span):
                return self._places.find(span, decision.saw)
            case Ambiguous(spans=spans):
                if self._history.is_active(decision.id):
                    self._notices.append(_unclear(decision, spans))
                return self._places.lost(decision.anchor)
            case Lost():
                return self._places.lost(decision.anchor)

    def resolution(self, decision: Decision) -> Resolution:
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

    def _add_comments(self, groups: dict[str, Group], homes: Mapping[str, list[Place]]) -> None:
        """Put comments to the places that they, or the comments they answer, are about."""
        spoken = [
            (event.at, event.id, event, event.body)
            for event in self._history.events()
            if isinstance(event.body, CommentMade) and self._history.is_active(event.id)
        ]
        for at, name, event, body in sorted(spoken, key=lambda each: each[:2]):
            about = body.reply or body.on
            for place in self._spoken_of(event, homes):
                group = groups.setdefault(place.name, Group(place))
                comment = Comment(name, at, event.by, body.text, about or place.name)
                group.comments.append(comment)

    def _spoken_of(self, event: Event, homes: Mapping[str, list[Place]]) -> list[Place]:
        """The places that a comment is about; none if it is about another document or a rule."""
        seen: set[str] = set()
        one: Event | None = event
        while one is not None and isinstance(one.body, CommentMade) and one.id not in seen:
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


def _in_order(place: Place) -> tuple[bool, int, int, int, str]:
    span = place.span
    if span is None:
        return True, 0, 0, 0, place.name
    return False, span.start, span.end, place.order, place.name


def _unclear(decision: Decision, spans: Sequence[Span]) -> Notice:
    words = decision.anchor.quote.exact
    return Notice(
        decision.anchor.siglum,
        f"The decision {decision.id} on “{words}” may be meant for {len(spans)} places; "
        "it is not applied.",
    )
