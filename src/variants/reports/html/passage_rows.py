"""Views of the passages: the lines of the seed and witnesses, notes in the margin, entries."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variants.brief.gathered_lines import gathered_words, light_witnesses
from variants.brief.passage_runs import editorial_sentences, heavy_witnesses
from variants.reports.html.runs import HtmlRun, Tag, cut_into_runs, gap
from variants.reports.html.status_text import PlaceView, StatusText
from variants.types.collation import Collation, Entry, Passage, Reading, Rendering
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.margin_words import margin_words, sentence_words
from variants.wording.marks import (
    Mark,
    Role,
    equal_witnesses,
    place_numbers,
    seed_marks,
    set_aside_marks,
    spans_of,
    witness_marks,
)
from variants.wording.passage_notes import absence_of, adoption_note, notes_on, reading_note
from variants.wording.said_differences import Said, said_of, shared_differences
from variants.wording.sanitize import sanitize_line
from variants.wording.source_places import SourcePlaces
from variants.wording.terms import ADDED, NOTHING_IN_SEED

_NEAR = 80
_ANY = "*"
_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """Line of a witness, or of all witnesses that have the same line.

    Attributes:
        sigla: The witnesses.
        sources: For each of them, the place of these sentences in its file; empty if unknown.
        language: Language of the text.
        runs: The text; ``None`` if it is the seed's.
        notes: Notes on the alignment.
        said: Differences that are likely to touch the sense, in words.
        light: True if it is one of many and has nothing of weight, so that it is folded.
    """

    sigla: tuple[str, ...]
    sources: tuple[str, ...]
    language: str
    runs: Sequence[HtmlRun] | None
    notes: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    light: bool = False


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A reading in the apparatus.

    Attributes:
        lead: Term before its words, or instead of them: "added", "omitted".
        words: Its words; empty for an omission.
        remark: Description of the words, such as "moved" or "not adoptable alone".
        variant_class: Class, for filters.
        tier: Tier, for filters; empty in files of older versions.
        probability: Probability that it touches the sense, with four decimals at most.
        said: The difference in words, if it is likely to touch the sense.
        sigla: Witnesses that have it.
        language: Language of the first witness.
    """

    lead: str
    words: str
    remark: str
    variant_class: str
    tier: str
    probability: str
    said: str
    sigla: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the apparatus.

    Attributes:
        place: Place of the entry, with its state.
        after: Word of the seed before the added words; empty if there is a lemma.
        readings: Readings, most witnesses first.
    """

    place: PlaceView
    after: str
    readings: tuple[ReadingView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage for the template.

    Attributes:
        label: Label of the passage.
        id: Target of links.
        heavy: Witnesses for which it is not folded; "*" if an editor has to look at it.
        doubtful: True if the alignment of a witness is uncertain.
        seed: Text of the seed.
        source: Place of the text in the seed's file; empty if it has none.
        said: Differences that several of many witnesses share, in words.
        rows: Lines of the witnesses; those that agree with the seed, or with each other, share one.
        gathered: The light lines of several witnesses in numbers; empty without any.
        gathered_sigla: Their witnesses.
        places: Places with their states.
        items: Entries of the apparatus.
    """

    label: str
    id: str
    heavy: tuple[str, ...]
    doubtful: bool
    seed: Sequence[HtmlRun]
    source: str
    said: tuple[str, ...]
    rows: tuple[WitnessRow, ...]
    gathered: str
    gathered_sigla: tuple[str, ...]
    places: tuple[PlaceView, ...]
    items: tuple[Item, ...]

    @property
    def decided(self) -> tuple[PlaceView, ...]:
        """Places that are not simply undecided."""
        return tuple(place for place in self.places if _is_decided(place))


class RowBuilder:
    """Builder of the views of passages."""

    def __init__(self, edition: Edition, status_text: StatusText, *, gathers: bool = False) -> None:
        """Prepare the views; light lines of many witnesses are folded if it ``gathers``."""
        self._gathers = gathers
        self._editorial = editorial_sentences(edition)
        self._collation = edition.collation
        self._status_text = status_text
        self._cuts = {cut.witness.siglum: cut for cut in edition.collation.others}
        cuts = (edition.collation.seed, *edition.collation.others)
        self._sources = {cut.witness.siglum: SourcePlaces(cut) for cut in cuts}
        self._decision_only = _decision_only(edition)

    def of(self, passage: Passage) -> PassageView:
        """Return the view of a passage."""
        places = self.places_of(passage)
        numbers = {name: place.number for name, place in places.items() if _is_decided(place)}
        shared = shared_differences(said_of(passage, self._collation), self._collation)
        alike = equal_witnesses(passage, self._collation.seed, self._cuts)
        light = light_witnesses(passage, self._collation, alike) if self._gathers else ()
        return PassageView(
            passage.label,
            id_of(passage),
            heavy_witnesses(passage) if self._editorial.isdisjoint(passage.sentences) else (_ANY,),
            any(rendering.doubtful for rendering in passage.renderings),
            self._seed(passage, numbers),
            self._sources[self._collation.seed.witness.siglum].of(passage.sentences),
            tuple(f"{who}: {one.words}" for who, one in shared.common),
            tuple(self._rows(passage, numbers, shared.own, alike, light)),
            gathered_words(passage, light) if light else "",
            light,
            tuple(places.values()),
            tuple(self._item(entry, places[entry.place]) for entry in passage.entries),
        )

    def places_of(self, passage: Passage) -> dict[str, PlaceView]:
        """Return the places of a passage with their states, by name."""
        numbers = place_numbers(passage)
        text = self._collation.seed.witness.text
        places = {
            entry.place: self._status_text.entry(entry, numbers[entry.place])
            for entry in passage.entries
        }
        for number, status in enumerate(self._decision_only.get(passage.label, ()), 1):
            label, words = f"{passage.label}.*{number}", _words(status, text)
            places[status.place] = self._status_text.status(status, label, f"*{number}", words)
        return places

    def names_of(self, passage: Passage) -> list[str]:
        """Return the names of the places of a passage."""
        decision_only = self._decision_only.get(passage.label, ())
        return [one.place for one in (*passage.entries, *decision_only)]

    def _seed(self, passage: Passage, numbers: dict[str, str]) -> list[HtmlRun]:
        seed = self._collation.seed

        def tag(entry: Entry, _reading: Reading | None) -> Tag:
            return Tag(entry.place, numbers.get(entry.place, ""), in_seed=True)

        if not passage.sentences:
            return gap(NOTHING_IN_SEED, [tag(entry, None) for entry in passage.entries])
        marks = seed_marks(passage.entries, seed.witness.text, tag, letters=True)
        marks += [
            Mark(
                status.span,
                Role.WHOLE,
                Tag(status.place, f"*{number}", in_seed=True, only_decided=True),
            )
            for number, status in enumerate(self._decision_only.get(passage.label, ()), 1)
            if status.span is not None
        ]
        stretches = spans_of(seed, passage.sentences)
        marks += set_aside_marks(seed, stretches, _NO_PLACE)
        return cut_into_runs(seed.witness.text, stretches, marks)

    def _rows(
        self,
        passage: Passage,
        numbers: dict[str, str],
        said: Mapping[str, Sequence[Said]],
        alike: Sequence[str],
        light: Collection[str],
    ) -> Iterator[WitnessRow]:
        rows: list[WitnessRow] = []
        for rendering in passage.renderings:
            if rendering.siglum in alike:
                if rendering.siglum == alike[0]:
                    sentences = {one.siglum: one.sentences for one in passage.renderings}
                    places = tuple(self._sources[one].of(sentences[one]) for one in alike)
                    rows.append(WitnessRow(tuple(alike), places, "", None))
                continue
            row = self._row(passage, rendering, numbers, said.get(rendering.siglum, ()))
            row = replace(row, light=rendering.siglum in light)
            same = next((n for n, one in enumerate(rows) if _is_same(one, row)), None)
            if same is None:
                rows.append(row)
            else:
                first = rows[same]
                rows[same] = replace(
                    first,
                    sigla=(*first.sigla, *row.sigla),
                    sources=(*first.sources, *row.sources),
                )
        return iter(rows)

    def _row(
        self,
        passage: Passage,
        rendering: Rendering,
        numbers: dict[str, str],
        said: Sequence[Said],
    ) -> WitnessRow:
        cut, seed = self._cuts[rendering.siglum], self._collation.seed

        def tag(entry: Entry, _reading: Reading | None) -> Tag:
            return Tag(entry.place, numbers.get(entry.place, ""), in_seed=False)

        if rendering.sentences:
            marks = witness_marks(passage.entries, cut, seed, tag, letters=True)
            stretches = spans_of(cut, rendering.sentences)
            marks += set_aside_marks(cut, stretches, _NO_PLACE)
            runs = cut_into_runs(cut.witness.text, stretches, marks)
        else:
            mine = [entry for entry in passage.entries if entry.reading_of(rendering.siglum)]
            stated = sentence_words(passage, rendering)  # In the margin.
            words = _NOTHING if stated else absence_of(rendering.siglum, passage)
            runs = gap(words, [tag(entry, None) for entry in mine])
        return WitnessRow(
            (rendering.siglum,),
            (self._sources[rendering.siglum].of(rendering.sentences),),
            cut.witness.language,
            runs,
            tuple(notes_on(rendering)),
            tuple(one.words for one in said if one.of_sense),
        )

    def _item(self, entry: Entry, place: PlaceView) -> Item:
        after = ""
        if entry.lemma.length == 0:
            start = entry.lemma.start
            text = self._collation.seed.witness.text
            # The text before is limited, because splitting all of it each time would be slow.
            before = text[max(0, start - _NEAR) : start].split()
            after = f"after “{sanitize_line(before[-1])}”" if before else "at the beginning"
        lemma = self._collation.seed.witness.wording(entry.lemma)
        readings = tuple(self._wording(reading, lemma) for reading in entry.readings)
        return Item(place, after, readings)

    def _wording(self, reading: Reading, lemma: str) -> ReadingView:
        note = reading_note(reading)
        lead = "" if reading.wording else note
        if reading.wording and not lemma:
            lead = ADDED
        return ReadingView(
            lead,
            sanitize_line(reading.wording),
            ", ".join(one for one in (note, adoption_note(reading)) if one not in {"", lead}),
            reading.variant_class.value,
            reading.sense.tier.value if reading.sense else "",
            f"{reading.sense.probability:g}" if reading.sense else "",
            margin_words(reading, lemma),
            reading.sigla,
            self._cuts[reading.sigla[0]].witness.language,
        )


_NO_PLACE = Tag("", "", in_seed=False)


def _is_decided(place: PlaceView) -> bool:
    return place.status is not None or place.state is not State.UNDECIDED


def id_of(passage: Passage) -> str:
    """Return the id of a passage, to which links point."""
    return f"s{passage.label.replace('–', '-').replace('+', '.')}"


def _is_same(one: WitnessRow, other: WitnessRow) -> bool:
    """Return True if two rows differ in their witnesses only."""
    alike = replace(one, sigla=other.sigla, sources=other.sources)
    return one.runs is not None and alike == other


def _words(status: PlaceStatus, text: str) -> str:
    return status.was if status.span is None else status.span.of(text)


def _decision_only(edition: Edition) -> dict[str, list[PlaceStatus]]:
    """Return the decisions on words in which no witness differs, by label of the passage."""
    collation = edition.collation
    entries = {entry.place for entry in collation.entries} | edition.left_out
    labels = _labels(collation)
    found: dict[str, list[PlaceStatus]] = {}
    for status in edition.decisions.statuses:
        if status.place not in entries and status.span is not None:
            sentence = collation.seed.sentence_at(status.span.start)
            if sentence in labels:  # A selection may leave its passage out.
                found.setdefault(labels[sentence], []).append(status)
    return found


def _labels(collation: Collation) -> dict[int, str]:
    """Return the label of the passage of each sentence of the seed."""
    return {
        sentence: passage.label for passage in collation.passages for sentence in passage.sentences
    }
