"""Places of the apparatus in the seed's text, from which each witness can be rebuilt.

For formats in which taking one witness's readings has to give that witness: TEI and CollateX.
"""

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
    """Words that some witnesses have at a place.

    Attributes:
        text: The words, with the spaces needed between them and the seed's.
        sigla: The witnesses.
        reading: Their reading; ``None`` for a whole passage.
        within: Witnesses that have the words as a part of a larger reading.
    """

    text: str
    sigla: tuple[str, ...]
    reading: Reading | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Words of the seed, with the words that witnesses have instead.

    Attributes:
        name: Stable name.
        label: Label for people; empty if only editors changed the words.
        kind: Class of the entry, "decision" for an editor's change, "passage" for a passage.
        span: Span in the seed.
        readings: Words of the witnesses that differ.
        status: Status of the decisions on it; ``None`` if there are none.
        printed: Words of the established text with their spaces; ``None`` for the seed's words.
        agreeing: Witnesses that have the seed's words here, without those that differ at a
            place around this one.
    """

    name: str
    label: str
    kind: str
    span: Span
    readings: tuple[PlaceWords, ...] = ()
    status: PlaceStatus | None = None
    printed: str | None = None
    agreeing: tuple[str, ...] = ()

    @property
    def sigla(self) -> frozenset[str]:
        """Witnesses that differ here."""
        return frozenset(siglum for words in self.readings for siglum in words.sigla)

    def is_inside(self, outer: TextPlace) -> bool:
        """Return True if ``outer`` covers this place; a point has to be between its ends."""
        if self.span.length == 0:
            return outer.span.start < self.span.start < outer.span.end
        return outer.span.covers(self.span)


@dataclass(frozen=True, slots=True)
class PassagePlaces:
    """A passage with its places.

    Attributes:
        passage: The passage.
        span: Span from its first sentence to its last; a point if the seed does not have it.
        places: Its places in order, outer before inner.
        whole: The passage as one place, for the witnesses whose text cannot be rebuilt from its
            places; ``None`` if there are none.
    """

    passage: Passage
    span: Span
    places: tuple[TextPlace, ...]
    whole: TextPlace | None


class TextPlaces:
    """The places of an edition, by passage.

    Attributes:
        unplaced: Statuses of decisions whose words are lost or outside every passage.
    """

    def __init__(self, edition: Edition) -> None:
        self._seed = edition.collation.seed
        self._text = self._seed.witness.text
        self._others = {cut.witness.siglum: cut for cut in edition.collation.others}
        self._sigla = (self._seed.witness.siglum, *self._others)
        self._runs = {run.status.place: run for run in edition.runs() if run.status is not None}
        self._statuses = edition.statuses()
        self._sentence_ends = {end for one in self._seed.sentences for end in (one.start, one.end)}
        self._passages = edition.collation.passages
        self._spans = list(_spans(self._passages, self._seed))
        self._starts = [(s.start, index) for index, s in enumerate(self._spans) if s.length]
        entries = {entry.place: entry.lemma for entry in edition.collation.entries}
        self._decision_only: dict[int, list[PlaceStatus]] = {}
        self.unplaced: list[PlaceStatus] = []
        for status in edition.decisions.statuses:
            if status.span is None:
                self.unplaced.append(status)
            elif entries.get(status.place) != status.span:
                self._assign_to_passage(status, status.span)

    def passages(self) -> Iterator[PassagePlaces]:
        """Yield all passages with their places, in order."""
        for index, (passage, span) in enumerate(zip(self._passages, self._spans, strict=True)):
            found = [self._entry_place(entry) for entry in passage.entries]
            found += [self._editor_place(each) for each in self._decision_only.get(index, ())]
            places = tuple(self._with_agreeing(sorted(found, key=_outer_first)))
            whole = self._whole(passage, span, places)
            if whole is not None:
                places = tuple(_without(place, whole.sigla) for place in places)
            yield PassagePlaces(passage, span, places, whole)

    def _assign_to_passage(self, status: PlaceStatus, span: Span) -> None:
        """Assign words that only editors changed to the passage in which they begin."""
        at = bisect_right(self._starts, (span.start, len(self._passages))) - 1
        if at >= 0:
            self._decision_only.setdefault(self._starts[at][1], []).append(status)
        else:
            self.unplaced.append(status)

    def _entry_place(self, entry: Entry) -> TextPlace:
        status = self._statuses.get(entry.place)
        if status is not None and status.span != entry.lemma:
            status = None
        span, printed = self._printed(status, entry.lemma)
        readings = tuple(
            PlaceWords(
                self._spaced(reading.attestations[0], reading.wording, span),
                reading.sigla,
                reading,
            )
            for reading in entry.readings
        )
        kind = entry.variant_class.value
        return TextPlace(entry.place, entry.label, kind, span, readings, status, printed)

    def _editor_place(self, status: PlaceStatus) -> TextPlace:
        span, printed = self._printed(status, status.span or Span(0, 0))
        return TextPlace(status.place, "", "decision", span, (), status, printed)

    def _printed(self, status: PlaceStatus | None, span: Span) -> tuple[Span, str | None]:
        """Return the span and the printed words; the span of an omission includes a space."""
        run = self._runs.get(status.place) if status is not None else None
        if run is None:
            return span, None
        # The space between two sentences is in neither, so the span must not include it.
        beyond = (run.seed.start < span.start and span.start in self._sentence_ends) or (
            run.seed.end > span.end and span.end in self._sentence_ends
        )
        return (span if beyond else run.seed), run.text

    def _spaced(self, place: Attestation, wording: str, lemma: Span) -> str:
        """Return a reading with a space where its witness has one and the seed has none."""
        if not wording:
            return ""
        text, span = self._others[place.siglum].witness.text, place.span
        before = _space_before(text, span.start) and not _space_before(self._text, lemma.start)
        after = _space_after(text, span.end) and not _space_after(self._text, lemma.end)
        return f"{' ' if before else ''}{wording}{' ' if after else ''}"

    def _with_agreeing(self, places: Sequence[TextPlace]) -> Iterator[TextPlace]:
        """Yield the places with the witnesses that have the seed's words there."""
        outer: list[TextPlace] = []
        for place in places:
            # Places that cross each other are kept until no later place can be inside them.
            outer = [one for one in outer if one.span.end >= place.span.start]
            around = {s for one in outer if place.is_inside(one) for s in one.sigla}
            differing = around | place.sigla
            yield replace(place, agreeing=tuple(s for s in self._sigla if s not in differing))
            outer.append(place)

    def _whole(self, passage: Passage, span: Span, places: Sequence[TextPlace]) -> TextPlace | None:
        """Return the passage as one place, for witnesses that its places do not reproduce."""
        readings = []
        for rendering in passage.renderings:
            cut = self._others[rendering.siglum]
            text = _joined(cut, rendering.sentences)
            if self.text_of(rendering.siglum, span, places).split() != text.split():
                readings.append(PlaceWords(text, (rendering.siglum,)))
        if not readings:
            return None
        name = "passage-" + passage.label.replace("–", "-").replace("+", ".")
        place = TextPlace(name, passage.label, "passage", span, tuple(readings))
        differing = place.sigla
        return replace(place, agreeing=tuple(s for s in self._sigla if s not in differing))

    def text_of(self, siglum: str, span: Span, places: Iterable[TextPlace]) -> str:
        """Return the text of a witness, rebuilt from the seed's span and the outermost readings.

        If two readings of the witness cross each other, return a text that no witness has.
        """
        pieces, at = [], span.start
        last: TextPlace | None = None
        for place in places:
            words = next((w for w in place.readings if siglum in w.sigla), None)
            if words is None or (last is not None and place.is_inside(last)):
                continue
            if place.span.start < at:
                return "\0"
            pieces += [self._text[at : place.span.start], words.text]
            at, last = place.span.end, place
        return "".join([*pieces, self._text[at : span.end]])


def _without(place: TextPlace, sigla: frozenset[str]) -> TextPlace:
    return replace(place, agreeing=tuple(s for s in place.agreeing if s not in sigla))


def _outer_first(place: TextPlace) -> tuple[int, bool, int]:
    """Return a sort key: a point precedes, and is outside, a place that begins at it."""
    return place.span.start, place.span.length > 0, -place.span.end


def _spans(passages: Iterable[Passage], seed: Segmentation) -> Iterator[Span]:
    """Yield the span of each passage; one without seed sentences is a point after the last."""
    at = 0
    for passage in passages:
        if passage.sentences:
            first, last = passage.sentences[0], passage.sentences[-1]
            yield Span(seed.sentences[first].start, seed.sentences[last].end)
            at = seed.sentences[last].end
        else:
            yield Span(at, at)


def _joined(cut: Segmentation, sentences: Sequence[int]) -> str:
    """Join sentences of a witness, with a space after one that white space follows."""
    text = cut.witness.text
    return "".join(
        cut.text_of(index) + (" " if _space_after(text, cut.sentences[index].end) else "")
        for index in sentences
    ).strip()


def _space_before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace()


def _space_after(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()
