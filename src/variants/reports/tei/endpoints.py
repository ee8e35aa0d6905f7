"""Double end-point attachment: the text has anchors, to which separate entries refer."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from variants.reports.tei.apparatus import AppBuilder
from variants.reports.tei.elements import XML_ID, Element, add, add_text, tag
from variants.reports.text_places import PassagePlaces, TextPlace
from variants.types.segmentation import Segmentation
from variants.types.span import Span

if TYPE_CHECKING:
    from lxml import etree


class DoubleEndPoint:
    """Writer of passages with anchors, and of their entries after the text.

    Passages must be added in the order of ``passages``.
    """

    method = "double-end-point"

    def __init__(
        self, seed: Segmentation, apparatus: AppBuilder, passages: Sequence[PassagePlaces]
    ) -> None:
        self._seed = seed
        self._text = seed.witness.text
        self._apparatus = apparatus
        self._lists = [(one.passage.label, _all_places(one)) for one in passages]
        spans = [place.span for _, places in self._lists for place in places]
        self._offsets = deque(sorted({offset for s in spans for offset in (s.start, s.end)}))
        self._remaining = len(passages)

    def add_passage(self, parent: Element, places: PassagePlaces) -> None:
        """Append the sentences and anchors of a passage to ``parent``."""
        at = places.span.start
        for index in places.passage.sentences:
            sentence = self._seed.sentences[index]
            self._fill(parent, Span(at, sentence.start))
            self._fill(add(parent, "s", n=str(index + 1)), sentence)
            at = sentence.end
        self._remaining -= 1
        if not self._remaining:
            self._add_anchors(parent, len(self._text))

    def write_apparatus(self, xml: etree._IncrementalFileWriter) -> None:
        """Write a list of entries for each passage; an entry of the whole passage is first."""
        lists = [(label, places) for label, places in self._lists if places]
        if not lists:
            return
        with xml.element(tag("standOff")):
            for label, places in lists:
                with xml.element(tag("listApp"), n=label):
                    for place in places:
                        xml.write(self._app(place))

    def _app(self, place: TextPlace) -> Element:
        fill = partial(add_text, text=place.span.of(self._text))
        start, end = _anchor(place.span.start), _anchor(place.span.end)
        return self._apparatus.app(place, fill, **{"from": f"#{start}", "to": f"#{end}"})

    def _fill(self, parent: Element, span: Span) -> None:
        """Append the text of a span, with the anchors up to and including its end."""
        at = span.start
        while self._offsets and self._offsets[0] <= span.end:
            offset = max(self._offsets[0], at)
            add_text(parent, self._text[at:offset])
            self._add_anchors(parent, offset)
            at = offset
        add_text(parent, self._text[at : span.end])

    def _add_anchors(self, parent: Element, last: int) -> None:
        while self._offsets and self._offsets[0] <= last:
            add(parent, "anchor").set(XML_ID, _anchor(self._offsets.popleft()))


def _all_places(passage: PassagePlaces) -> list[TextPlace]:
    return [*([] if passage.whole is None else [passage.whole]), *passage.places]


def _anchor(offset: int) -> str:
    return f"at-{offset}"
