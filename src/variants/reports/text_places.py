"""The places of a text where an apparatus entry stands: what is read there, and by whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from variants.types.collation import Attestation, Entry, Passage, Reading
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.status import PlaceStatus


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What some witnesses have at a place.

    Attributes:
        text: Their words, with the blanks they need beside the seed's.
        sigla: The witnesses.
        reading: What sort of difference it is; ``None`` for a whole passage.
    """

    text: str
    sigla: tuple[str, ...]
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Words of the seed with what stands instead of them elsewhere.

    Attributes:
        name: Stable name.
        label: For people; empty where only an editor touched the words.
        kind: Class of the entry, "decision" for an editor's own, "passage" for a whole one.
        span: In the seed.
        readings: What witnesses have instead.
        standing: How the decisions on it stand.
        printed: What the reading text has, blanks included; ``None`` for the seed's words.
        others: Witnesses that have the seed's words here, so far as no larger place tells.
    """

    name: str
    label: str
    kind: str
    span: Span
    readings: tuple[PlaceWords, ...] = ()
    status: PlaceStatus | None = None
    printed: str | None = None
    others: tuple[str, ...] = ()

    @property
    def sigla(self) -> frozenset[str]:
        """The witnesses that have something else here."""
        return frozenset(siglum for words in self.readings for siglum in words.sigla)

    def inside(self, outer: TextPlace) -> bool:
        """Whether it lies in the other, a point not at its borders."""
        if self.span.length == 0:
            return outer.span.start < self.span.start < outer.span.end
        return outer.span.covers(self.span)


@dataclass(frozen=True, slots=True)
class PassagePlaces:
    """A passage with its places.

    Attributes:
        passage: It.
        span: From its first sentence to its last; a point for one that the seed has not.
        places: In order, outer before inner.
        whole: The passage as one place, for witnesses that its places do not give back.
    """

    passage: Passage
    span: Span
    places: tuple[TextPlace, ...]
    whole: TextPlace | None


class TextPlaces:
    """Finds the places of an edition, passage by passage."""

    def __init__(self, edition: Edition) -> None:
        self._seed = edition.collation.seed
        self._text = self._seed.witness.text
        self._others = {cut.witness.siglum: cut for cut in edition.collation.others}
        self._sigla = (self._seed.witness.siglum, *self._others)
        self._runs = {run.status.place: run for run in edition.runs() if run.status is not None}
        self._statuses = edition.statuses()
        self._borders = {border for one in self._seed.sentences for border in (one.start, one.end)}
        self._passages = edition.collation.passages
        self._spans = list(_spans(self._passages, self._seed))
        self._starts = [(s.start, index) for index, s in enumerate(self._spans) if s.length]
        entries = {entry.place: entry.lemma for entry in edition.collation.entries}
        self._own: dict[int, list[PlaceStatus]] = {}
        self.unplaced: list[PlaceStatus] = []
        """Standings that no place of today's text can show."""
        for status in edition.decisions.statuses:
            if status.span is None:
                self.unplaced.append(status)
            elif entries.get(status.place) != status.span:
                self._assign_to_passage(status, status.span)

    def stretches(self) -> Iterator[PassagePlaces]:
        """All passages, in order."""
        for index, (passage, span) in enumerate(zip(self._passages, self._spans, strict=True)):
            found = [self._of_entry(entry) for entry in passage.entries]
            found += [self._of_editor(status) for status in self._own.get(index, ())]
            places = tuple(self._attributed(sorted(found, key=_outer_first)))
            whole = self._whole(passage, span, places)
            if whole is not None:
                places = tuple(_without(place, whole.sigla) for place in places)
            yield PassagePlaces(passage, span, places, whole)

    def _assign_to_passage(self, status: PlaceStatus, span: Span) -> None:
        """Put words that only an editor touched into the passage that they begin in."""
        home = bisect_right(self._starts, (span.start, len(self._passages))) - 1
        if home >= 0:
            self._own.setdefault(self._starts[home][1], []).append(status)
        else:
            self.unplaced.append(status)

    def _of_entry(self, entry: Entry) -> TextPlace:
        status = self._statuses.get(entry.place)
        if status is not None and status.span != entry.lemma:
            status = None
        span, printed = self._printed(status, entry.lemma)
        readings = tuple(
            PlaceWords(
                self._blanked(reading.attestations[0], reading.wording, span),
                reading.sigla,
                reading,
            )
            for reading in entry.readings
        )
        kind = entry.variant_class.value
        return TextPlace(entry.place, entry.label, kind, span, readings, status, printed)

    def _of_editor(self, status: PlaceStatus) -> TextPlace:
        span, printed = self._printed(status, status.span or Span(0, 0))
        return TextPlace(status.place, "", "decision", span, (), status, printed)

    def _printed(self, status: PlaceStatus | None, span: Span) -> tuple[Span, str | None]:
        """What is printed, and for which stretch: what is left out takes its blank along."""
        run = self._runs.get(status.place) if status is not None else None
        if run is None:
            return span, None
        # A sentence keeps to itself: a blank between two stays where it is.
        beyond = (run.seed.start < span.start and span.start in self._borders) or (
            run.seed.end > span.end and span.end in self._borders
        )
        return (span if beyond else run.seed), run.text

    def _blanked(self, place: Attestation, wording: str, lemma: Span) -> str:
        """A reading with a blank where its witness has one and the seed has none."""
        if not wording:
            return ""
        text, span = self._others[place.siglum].witness.text, place.span
        before = _blank_before(text, span.start) and not _blank_before(self._text, lemma.start)
        after = _blank_after(text, span.end) and not _blank_after(self._text, lemma.end)
        return f"{' ' if before else ''}{wording}{' ' if after else ''}"

    def _attributed(self, places: Sequence[TextPlace]) -> Iterator[TextPlace]:
        """The places, each with the witnesses that have the seed's words there."""
        outer: list[TextPlace] = []
        for place in places:
            # Places that cross each other stay here until nothing can lie in them any more.
            outer = [one for one in outer if one.span.end >= place.span.start]
            elsewhere = {s for one in outer if place.inside(one) for s in one.sigla}
            mine = elsewhere | place.sigla
            yield replace(place, others=tuple(s for s in self._sigla if s not in mine))
            outer.append(place)

    def _whole(self, passage: Passage, span: Span, places: Sequence[TextPlace]) -> TextPlace | None:
        """The passage as one place with what the places do not give back, if there is any."""
        readings = []
        for rendering in passage.renderings:
            cut = self._others[rendering.siglum]
            text = _joined(cut, rendering.sentences)
            if self.taken(rendering.siglum, span, places).split() != text.split():
                readings.append(PlaceWords(text, (rendering.siglum,)))
        if not readings:
            return None
        name = "passage-" + passage.label.replace("–", "-").replace("+", ".")
        place = TextPlace(name, passage.label, "passage", span, tuple(readings))
        differ = place.sigla
        return replace(place, others=tuple(s for s in self._sigla if s not in differ))

    def taken(self, siglum: str, span: Span, places: Iterable[TextPlace]) -> str:
        """The passage as the places give it for a witness: the outermost reading counts."""
        pieces, at = [], span.start
        last: TextPlace | None = None
        for place in places:
            words = next((w for w in place.readings if siglum in w.sigla), None)
            if words is None or (last is not None and place.inside(last)):
                continue
            if place.span.start < at:
                return "\0"  # Two of its readings cross: neither can be taken with the other.
            pieces += [self._text[at : place.span.start], words.text]
            at, last = place.span.end, place
        return "".join([*pieces, self._text[at : span.end]])


def _without(place: TextPlace, sigla: frozenset[str]) -> TextPlace:
    return replace(place, others=tuple(s for s in place.others if s not in sigla))


def without_white_space(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


def _outer_first(place: TextPlace) -> tuple[int, bool, int]:
    """Points come before what begins where they are: they lie outside of it."""
    return place.span.start, place.span.length > 0, -place.span.end


def _spans(passages: Iterable[Passage], seed: Segmentation) -> Iterator[Span]:
    at = 0
    for passage in passages:
        if passage.sentences:
            first, last = passage.sentences[0], passage.sentences[-1]
            yield Span(seed.sentences[first].start, seed.sentences[last].end)
            at = seed.sentences[last].end
        else:
            yield Span(at, at)


def _joined(cut: Segmentation, sentences: Sequence[int]) -> str:
    """Sentences of a witness, with a blank where it has white space after one."""
    text = cut.witness.text
    return "".join(
        cut.text_of(index) + (" " if _blank_after(text, cut.sentences[index].end) else "")
        for index in sentences
    ).strip()


def _blank_before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace()


def _blank_after(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()
