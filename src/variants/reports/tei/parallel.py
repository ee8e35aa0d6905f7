"""Parallel segmentation: entries stand where their words do, one inside the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variants.reports.tei.apparatus import AppWriter
from variants.reports.tei.elements import Element, add, add_text
from variants.reports.text_places import PassagePlaces, TextPlace
from variants.types.segmentation import Segmentation
from variants.types.span import Span


@dataclass(frozen=True, slots=True)
class _Node:
    """A sentence, or a place if there is one."""

    span: Span
    sentence: int
    place: TextPlace | None = None

    def holds(self, inner: _Node) -> bool:
        """Whether the other lies in it, a point not at its borders."""
        if inner.span.length == 0:
            return self.span.start < inner.span.start < self.span.end
        return self.span.covers(inner.span)


class Segments:
    """Puts passages into the text."""

    method = "parallel-segmentation"

    def __init__(
        self, seed: Segmentation, apparatus: AppWriter, _stretches: Sequence[PassagePlaces]
    ) -> None:
        self._seed = seed
        self._text = seed.witness.text
        self._apparatus = apparatus

    def add_stretch(self, parent: Element, stretch: PassagePlaces) -> None:
        """A passage with its places in it."""
        nodes = [*self._sentences(stretch), *(_Node(p.span, -1, p) for p in stretch.places)]
        nodes.sort(key=_outer_first)
        if stretch.whole is None:
            self._fill(parent, stretch.span, nodes)
        else:
            whole = stretch.whole
            parent.append(
                self._apparatus.app(whole, lambda lemma: self._fill(lemma, whole.span, nodes))
            )

    def _fill(self, parent: Element, span: Span, nodes: Sequence[_Node]) -> None:
        """Text with the nodes in it; each takes those inside it along."""
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

    def _sentences(self, stretch: PassagePlaces) -> Iterator[_Node]:
        """The sentences; of one that a place crosses only where it begins."""
        places = [place.span for place in stretch.places]
        for index in stretch.passage.sentences:
            span = self._seed.sentences[index]
            crossed = any(_cross(span, place) for place in places)
            yield _Node(Span(span.start, span.start) if crossed else span, index)


def crossing(stretches: Iterable[PassagePlaces]) -> bool:
    """Whether any two places share words of which neither holds the other's, or leave a passage."""
    for stretch in stretches:
        open_: list[Span] = []
        for place in stretch.places:
            while open_ and open_[-1].end <= place.span.start:
                open_.pop()
            if not stretch.span.covers(place.span) or (open_ and place.span.end > open_[-1].end):
                return True
            open_.append(place.span)
    return False


def _cross(one: Span, other: Span) -> bool:
    return (
        one.start < other.end
        and other.start < one.end
        and not one.covers(other)
        and not other.covers(one)
    )


def _outer_first(node: _Node) -> tuple[int, bool, int, bool]:
    """Points first where they are; a sentence holds a place of its own length."""
    return node.span.start, node.span.length > 0, -node.span.end, node.place is not None
