"""Decisions and comments on a document, grouped by place.

A replaced decision belongs to the places of its replacers, and a comment to those of the event
that it answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from variants.anchors.resolution import Ambiguous, Found, Lost, Resolution, Stale
from variants.errors.lists import counted, listed
from variants.log.events import CommentMade, Event, NewAnchor
from variants.log.history import History
from variants.log.places import Place, Places
from variants.types.collation import Collation
from variants.types.decision import Anchor, Decision
from variants.types.notice import Notice
from variants.types.status import Comment
from variants.types.verdict import SenseVerdict
from variants.wording.decision_text import SHORT_ID

_RANKS = (Found, Stale, Ambiguous, Lost)


class AnchorResolver(Protocol):
    """Finds anchored words in the current seed, as ``anchoring.Resolver`` does."""

    def resolve(self, anchor: Anchor) -> Resolution:
        """Find the passage of an anchor."""


@dataclass(slots=True)
class Group:
    """Decisions and comments on one place."""

    place: Place
    active: list[Decision] = field(default_factory=list)
    superseded: list[Decision] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


class Grouping:
    """Groups the decisions and comments on one document by place.

    Args:
        history: The log.
        document: Name of the document.
        collation: Collation of its current texts.
        resolver: Finds anchored words in the seed of ``collation``.
    """

    def __init__(
        self, history: History, document: str, collation: Collation, resolver: AnchorResolver
    ) -> None:
        self._history = history
        self._document = document
        self._seed = collation.seed
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
        """Notices on decisions with several possible places; complete after ``groups``."""
        return tuple(self._notices)

    def groups(self) -> list[Group]:
        """Return the groups in seed order, lost places last."""
        groups: dict[str, Group] = {}
        places_of = self._places_by_decision()
        for decision in self._decisions.values():
            for place in places_of[decision.id]:
                group = groups.setdefault(place.name, Group(place))
                if self._history.is_active(decision.id):
                    group.active.append(decision)
                else:
                    group.superseded.append(decision)
        self._add_comments(groups, places_of)
        return sorted(groups.values(), key=lambda group: _in_order(group.place))

    def _places_by_decision(self) -> dict[str, list[Place]]:
        """Return the places of each decision; a replaced one has those of its replacers."""
        places_of: dict[str, list[Place]] = {}
        for name, decision in self._decisions.items():
            if name in places_of:
                continue
            # Most decisions are not replaced and can be placed immediately.
            if not self._history.replacers(name):
                places_of[name] = [self._place_of(decision)]
                continue
            ahead = [name]
            while ahead:
                one = ahead[-1]
                after = [each for each in self._history.replacers(one) if each in self._decisions]
                waiting = [each for each in after if each not in places_of]
                if waiting:
                    ahead += waiting
                    continue
                ahead.pop()
                if one not in places_of:
                    found = [place for each in after for place in places_of[each]]
                    found = found or [self._place_of(self._decisions[one])]
                    places_of[one] = list({place.name: place for place in found}.values())
        return places_of

    def _place_of(self, decision: Decision) -> Place:
        match self.resolution(decision):
            case Found(span=span) | Stale(span=span):
                return self._places.find(span, decision.saw)
            case Ambiguous(spans=spans):
                if self._history.is_active(decision.id):
                    sentences = [self._seed.sentence_of(span) + 1 for span in spans]
                    self._notices.append(_ambiguity_notice(decision, sentences))
                return self._places.lost(decision.anchor)
            case Lost():
                return self._places.lost(decision.anchor)

    def resolution(self, judged: Decision | SenseVerdict) -> Resolution:
        """Resolve a decision or verdict by its own anchor or one that was added later."""
        if judged.id not in self._anchors:
            return self._resolve(judged.anchor)
        added = sorted(self._anchors[judged.id], reverse=True, key=lambda pair: pair[0])
        anchors = [judged.anchor, *(anchor for _, anchor in added)]
        # An anchor on the current text is certain; otherwise the best resolution is taken.
        anchors.sort(key=lambda anchor: anchor.text != self._digest)
        found = [self._resolve(anchor) for anchor in anchors]
        return min(found, key=lambda one: _RANKS.index(type(one)))

    def _resolve(self, anchor: Anchor) -> Resolution:
        # Resolving in an unchanged text is faster than a lookup in the cache.
        if anchor.text == self._digest:
            return self._resolver.resolve(anchor)
        if anchor not in self._resolved:
            self._resolved[anchor] = self._resolver.resolve(anchor)
        return self._resolved[anchor]

    def _add_comments(self, groups: dict[str, Group], places_of: Mapping[str, list[Place]]) -> None:
        """Add each comment to its place, or to the place of the event that it answers."""
        comments = [
            (event.at, event.id, event, event.body)
            for event in self._history.events()
            if isinstance(event.body, CommentMade) and self._history.is_active(event.id)
        ]
        for at, name, event, body in sorted(comments, key=lambda each: each[:2]):
            about = body.reply or body.on
            for place in self._places_of_comment(event, places_of):
                group = groups.setdefault(place.name, Group(place))
                comment = Comment(name, at, event.by, body.text, about or place.name)
                group.comments.append(comment)

    def _places_of_comment(self, event: Event, places_of: Mapping[str, list[Place]]) -> list[Place]:
        """Return the places of a comment; none if it is on another document or a rule."""
        seen: set[str] = set()
        one: Event | None = event
        while one is not None and isinstance(one.body, CommentMade) and one.id not in seen:
            seen.add(one.id)
            if one.body.anchor is not None:
                return self._of_anchor(one.body.anchor)
            one = self._history.event(one.body.on or one.body.reply)
        return places_of.get(one.id, []) if one is not None else []

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


def _ambiguity_notice(decision: Decision, sentences: Sequence[int]) -> Notice:
    words = decision.anchor.quote.exact
    numbers = listed([str(number) for number in dict.fromkeys(sentences)])
    where = f" ({'sentence' if len({*sentences}) == 1 else 'sentences'} {numbers})"
    return Notice(
        decision.anchor.siglum,
        f"The decision {decision.id[-SHORT_ID:]} on “{words}” has "
        f"{counted(len(sentences), 'possible place')}{where}; it is not applied.",
    )
