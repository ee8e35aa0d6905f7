"""Parallel segmentation: entries are nested in the text, around their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variants.reports.tei.apparatus import AppBuilder
from variants.reports.tei.elements import Element, add, add_text
from variants.reports.text_places import PassagePlaces, TextPlace
from variants.types.segmentation import Segmentation
from variants.types.span import Span


@dataclass(frozen=True, slots=True)
class _Node:
    """A place, or a sentence if there is no place."""

    span: Span
    sentence: int
    place: TextPlace | None = None

    def holds(self, inner: _Node) -> bool:
        """Return True if it covers the other; a point has to be between its ends."""
        if inner.span.length == 0:
            return self.span.start < inner.span.start < self.span.end
        return self.span.covers(inner.span)


class ParallelSegmentation:
    """Writer of passages with their entries in the text."""

    method = "parallel-segmentation"

    def __init__(
        self, seed: Segmentation, apparatus: AppBuilder, _passages: Sequence[PassagePlaces]
    ) -> None:
        self._seed = seed
        self._text = seed.witness.text
        self._apparatus = apparatus

    def add_passage(self, parent: Element, places: PassagePlaces) -> None:
        """Append a passage with its places to ``parent``."""
        nodes = [*self._sentences(places), *(_Node(p.span, -1, p) for p in places.places)]
        nodes.sort(key=_outer_first)
        if places.whole is None:
            self._fill(parent, places.span, nodes)
        else:
            whole = places.whole
            parent.append(
                self._apparatus.app(whole, lambda lemma: self._fill(lemma, whole.span, nodes))
            )

    def _fill(self, parent: Element, span: Span, nodes: Sequence[_Node]) -> None:
        """Append the text of a span with its nodes; a node contains the nodes inside it."""
        at, index = span.start, 0
        while index < len(nodes):
            node = nodes[index]
            first = index = index + 1
            while index < len(nodes) and node.holds(nodes[index]):
                index += 1
            add_text(parent, self._text[at : node.span.start])
            self._add(parent, node, nodes[first:index])
            at = node.span.end
        add_text(parent, self._text[at : span.end])

    def _add(self, parent: Element, node: _Node, inside: Sequence[_Node]) -> None:
        place = node.place
        if place is not None:
            parent.append(
                self._apparatus.app(place, lambda lemma: self._fill(lemma, node.span, inside))
            )
        elif node.span.length:
            self._fill(add(parent, "s", n=str(node.sentence + 1)), node.span, inside)
        else:
            add(parent, "milestone", unit="sentence", n=str(node.sentence + 1))

    def _sentences(self, passage: PassagePlaces) -> Iterator[_Node]:
        """Yield the sentences; one that a place crosses is a point at its beginning."""
        places = [place.span for place in passage.places]
        for index in passage.passage.sentences:
            span = self._seed.sentences[index]
            crossed = any(_cross(span, place) for place in places)
            yield _Node(Span(span.start, span.start) if crossed else span, index)


def has_crossing_places(passages: Iterable[PassagePlaces]) -> bool:
    """Return True if two places overlap without nesting, or one extends beyond its passage."""
    for passage in passages:
        around: list[Span] = []
        for place in passage.places:
            while around and around[-1].end <= place.span.start:
                around.pop()
            if not passage.span.covers(place.span) or (around and place.span.end > around[-1].end):
                return True
            around.append(place.span)
    return False


def _cross(one: Span, other: Span) -> bool:
    return (
        one.start < other.end
        and other.start < one.end
        and not one.covers(other)
        and not other.covers(one)
    )


def _outer_first(node: _Node) -> tuple[int, bool, int, bool]:
    """Return a sort key: points first, and a sentence before a place of the same span."""
    return node.span.start, node.span.length > 0, -node.span.end, node.place is not None
