"""Double end-point attachment: the text has anchors, to which separate entries refer."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile
from operator import attrgetter
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
        separate = _SeparatePlaces(passages)
        places_of = _after_changes(passages, [separate.of_passage(one) for one in passages])
        labels = [one.passage.label for one in passages]
        self._lists = list(zip(labels, places_of, strict=True))
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


class _SeparatePlaces:
    """The places of passages, of which no two that share words name the same witness.

    So the text of a witness is the seed's with all its readings, in any order. Nothing is nested
    here: words of the seed in a lemma are those of the witnesses that have exactly these.
    """

    def __init__(self, passages: Sequence[PassagePlaces]) -> None:
        self._differing: dict[str, list[Span]] = defaultdict(list)
        for passage in passages:
            for place in _with_whole(passage):
                for siglum in place.sigla:
                    self._differing[siglum].append(place.span)
        for spans in self._differing.values():
            spans.sort()
        self._longest = {
            siglum: max(span.length for span in spans) for siglum, spans in self._differing.items()
        }

    def of_passage(self, passage: PassagePlaces) -> list[TextPlace]:
        """Return the places of a passage."""
        taken: dict[str, list[Span]] = defaultdict(list)
        found = []
        for place in _with_whole(passage):
            readings = []
            for words in place.readings:
                inner = [s for s in words.sigla if any(place.span.overlaps(o) for o in taken[s])]
                inner += [
                    siglum
                    for siglum in words.sigla
                    if place is not passage.whole
                    and passage.whole is not None
                    and siglum in passage.whole.sigla
                ]
                own = tuple(siglum for siglum in words.sigla if siglum not in inner)
                within = tuple(dict.fromkeys(inner))
                readings.append(replace(words, sigla=own, within=within))
                for siglum in own:
                    taken[siglum].append(place.span)
            agreeing = tuple(s for s in place.agreeing if not self._differs(s, place.span))
            found.append(replace(place, readings=tuple(readings), agreeing=agreeing))
        return found

    def _differs(self, siglum: str, span: Span) -> bool:
        """Return True if a witness differs at a place that shares words with a span."""
        spans = self._differing.get(siglum, [])
        first = bisect_left(spans, span.start - self._longest.get(siglum, 0), key=_start_of)
        near = takewhile(lambda one: one.start <= span.end, islice(spans, first, None))
        return any(one.overlaps(span) for one in near)


def _after_changes(
    passages: Sequence[PassagePlaces], places_of: Sequence[Sequence[TextPlace]]
) -> list[list[TextPlace]]:
    """Return the places of each passage, those with changed words first.

    So these count for the established text where places share words. An unchanged place that
    extends into later passages is in the last of them.
    """
    starts = [passage.span.start for passage in passages]
    found: list[list[TextPlace]] = [[] for _ in passages]
    for number, places in enumerate(places_of):
        for place in places:
            is_long = place.printed is None and place.span.end > passages[number].span.end
            last = bisect_left(starts, place.span.end) - 1 if is_long else number
            found[max(last, number)].append(place)
    return [sorted(places, key=lambda place: place.printed is None) for places in found]


_start_of = attrgetter("start")


def _with_whole(passage: PassagePlaces) -> list[TextPlace]:
    return [*([] if passage.whole is None else [passage.whole]), *passage.places]


def _anchor(offset: int) -> str:
    return f"at-{offset}"
