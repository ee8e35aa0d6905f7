"""Collation: the result of a comparison of all witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from variants.types.bead import DOUBTFUL_BELOW, Bead
from variants.types.measure import Measures
from variants.types.missing_part import MissingPart
from variants.types.notice import Notice
from variants.types.pattern import NOTHING_RECURS, Pattern, SuggestedTerm, Usage
from variants.types.segmentation import Segmentation
from variants.types.sense import Sense, Tier, heaviest_sense
from variants.types.span import Span, squeeze_paragraphs
from variants.types.survey import Survey, survey_of
from variants.types.variant import (
    HEAVIEST_FIRST,
    Flag,
    Kind,
    Ruling,
    VariantClass,
    class_of,
    is_substantive,
)


@dataclass(frozen=True, slots=True)
class Attestation:
    """Occurrence of a reading in one witness.

    Attributes:
        siglum: The witness.
        span: Extent of the reading in the witness; a point for an omission. A discontinuous
            reading ("…" in the wording) extends from its first to its last word.
        marks: Spans that differ from the seed, for highlighting. A point marks omitted words of
            the seed. They are inside the extent, except for words that moved.
        confidence: Probability that the span is the lemma's counterpart; for an omission or
            addition, that there is no counterpart.
        missing: True for an omission in a missing part of the witness: it has no text there, so
            that it leaves nothing out.
    """

    siglum: str
    span: Span
    marks: tuple[Span, ...]
    confidence: float
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Wording of one or more witnesses instead of the lemma.

    Attributes:
        wording: Text of the first witness by siglum, white space collapsed; empty for an
            omission.
        kind: Kind of difference.
        flags: Flags of the difference.
        attestations: One for each witness that has it, in the order of the witnesses.
        ruling: Ruling of a classification rule; ``None`` without one.
        sense: Estimate or verdict on whether it touches the sense; ``None`` in files without one,
            and if its witnesses have no text here.
        adoptable: False if it cannot replace the lemma and leave the sentence whole, because some
            of its words have their counterparts elsewhere in the sentence.
        sigla: The witnesses that have it, in order.
    """

    wording: str
    kind: Kind
    flags: frozenset[Flag]
    attestations: tuple[Attestation, ...]
    ruling: Ruling | None = None
    sense: Sense | None = None
    adoptable: bool = True
    sigla: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sigla", tuple([one.siglum for one in self.attestations]))

    @property
    def variant_class(self) -> VariantClass:
        """Class of the reading, as used in filters."""
        return class_of(self.kind, self.flags, self.ruling)

    @property
    def key(self) -> tuple[str, bool]:
        """Wording, and True if it is moved, which no other reading of its entry has."""
        return self.wording, self.kind is Kind.MOVED

    @property
    def tier(self) -> Tier | None:
        """Tier of the reading; ``None`` without a sense."""
        return self.sense.tier if self.sense else None

    @property
    def sigla_with_text(self) -> tuple[str, ...]:
        """The witnesses that have it, without those of which a part is missing here."""
        return tuple(place.siglum for place in self.attestations if not place.missing)

    @property
    def missing(self) -> bool:
        """True if none of its witnesses has text here, because a part of each is missing."""
        return all(place.missing for place in self.attestations)

    @property
    def maybe_missed(self) -> bool:
        """True if an addition or omission may be a missed counterpart."""
        thin = any(place.confidence < DOUBTFUL_BELOW for place in self.attestations)
        return thin and self.kind in {Kind.ADDED, Kind.OMITTED}

    @property
    def substantive(self) -> bool:
        """True if it differs in more than form."""
        return is_substantive(self.kind, self.flags, self.ruling)


@dataclass(frozen=True, slots=True)
class Entry:
    """Lemma with its readings: one place of the apparatus.

    Attributes:
        label: Sentence of the seed and running number, for display ("5.2"). It may change if a
            witness is added.
        place: Stable name of eight letters and digits. It changes only if the place comprises
            other words of the seed.
        lemma: Words of the seed; a point for an addition.
        agreeing: Witnesses that have the lemma's wording here.
        readings: Readings, those of most witnesses first.
    """

    label: str
    place: str
    lemma: Span
    agreeing: tuple[str, ...]
    readings: tuple[Reading, ...]

    def __post_init__(self) -> None:
        if not self.readings:
            msg = f"the entry {self.label} has no reading that differs"
            raise ValueError(msg)

    @property
    def number(self) -> str:
        """Running number in its sentence: the "2" of "5.2"."""
        return self.label.rpartition(".")[2]

    @property
    def variant_class(self) -> VariantClass:
        """Heaviest class among its readings."""
        classes = [reading.variant_class for reading in self.readings]
        return classes[0] if len(classes) == 1 else min(classes, key=HEAVIEST_FIRST.index)

    @property
    def sense(self) -> Sense | None:
        """Heaviest sense among its readings; ``None`` in files without one."""
        return heaviest_sense(reading.sense for reading in self.readings)

    def reading_of(self, siglum: str) -> Reading | None:
        """Return the reading of a witness, or ``None`` if it does not differ."""
        return next((r for r in self.readings if siglum in r.sigla), None)

    @property
    def missing(self) -> bool:
        """True if no reading is of a witness that has text here."""
        return all(reading.missing for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Rendering:
    """Text of one witness for a passage.

    Attributes:
        siglum: The witness.
        sentences: Its sentences, counted from 0, ascending; empty without a counterpart.
        beads: The beads that align them with the passage, in order.
    """

    siglum: str
    sentences: tuple[int, ...]
    beads: tuple[Bead, ...]

    @property
    def moved(self) -> bool:
        """True if any of its beads is moved."""
        return any(bead.moved for bead in self.beads)

    @property
    def confidence(self) -> float:
        """Lowest confidence among its beads; 1.0 if it has none."""
        return min((bead.confidence for bead in self.beads), default=1.0)

    @property
    def doubtful(self) -> bool:
        """True if it must be shown as uncertain."""
        return self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class Passage:
    """Minimal set of seed sentences that no bead crosses: one row of a report.

    Attributes:
        label: "5"; "3–4" if a witness joins them; "4+1" for the first added passage after
            sentence 4 of the seed.
        sentences: Sentences of the seed, counted from 0; empty for an added passage.
        renderings: Text of each witness, in the order of the witnesses. A witness without a
            counterpart has an empty rendering; added passages list only those that have it.
        entries: Entries of the apparatus, in order.
        ignored: Entries of the readings that the settings ignore, in order; a place may have an
            entry with other readings too.
    """

    label: str
    sentences: tuple[int, ...]
    renderings: tuple[Rendering, ...]
    entries: tuple[Entry, ...]
    ignored: tuple[Entry, ...] = ()

    @property
    def sense_readings(self) -> int:
        """Number of its readings in the first tier."""
        return sum(r.tier is Tier.SENSE for entry in self.entries for r in entry.readings)

    @property
    def missing(self) -> frozenset[str]:
        """Witnesses without text here, because a part of them is missing."""
        absent = {one.siglum for one in self.renderings if not one.sentences}
        if not absent:
            return frozenset()
        return frozenset(
            place.siglum
            for entry in self.entries
            for reading in entry.readings
            for place in reading.attestations
            if place.missing and place.siglum in absent
        )


@dataclass(frozen=True, slots=True)
class Signature:
    """Record of everything that changed the result of a comparison.

    Attributes:
        version: Version of this program.
        segmenter: Name of the segmenter.
        aligner: Name of the aligner.
        linker: Name of the linker.
        digests: Siglum and SHA-256 of each text, the seed first.
        choices: Other settings of the edition, such as its terms, as name and value in short.
        languages: Siglum and BCP 47 tag of each text, the seed first.
        settings_digest: SHA-256 of all settings, links, languages, divisions, abbreviations and
            corrections; empty if unknown.
        libraries: Name and version of each library that takes part in a comparison.
    """

    version: str
    segmenter: str
    aligner: str
    linker: str
    digests: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    settings_digest: str = ""
    libraries: Sequence[tuple[str, str]] = ()


NO_SURVEY = survey_of(NOTHING_RECURS)


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class Collation:
    """Result of a comparison: the seed, the other witnesses and their differences.

    Its ``repr`` leaves out the texts and everything found in them, and so computes no survey.

    Attributes:
        title: Title of the document; empty if not given.
        seed: The seed, segmented.
        others: The other witnesses, in the order in which they were given.
        passages: Passages in seed order, added ones where their witness has them.
        notices: Notices about the texts and their alignment.
        signature: Record of everything that changed the result.
        survey: Everything that recurs, and the measures.
        missing_parts: Parts of the seed for which a witness has no text, in the order of the
            witnesses and of the seed.
    """

    title: str
    seed: Segmentation = field(repr=False)
    others: tuple[Segmentation, ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    notices: tuple[Notice, ...]
    signature: Signature
    survey: Survey = field(default=NO_SURVEY, repr=False)
    missing_parts: tuple[MissingPart, ...] = ()

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Recurring differences, the most frequent first."""
        return self.survey.recurrences.patterns

    @property
    def usages(self) -> tuple[Usage, ...]:
        """Renderings of frequent words, the most frequent first."""
        return self.survey.recurrences.usages

    @property
    def suggested_terms(self) -> tuple[SuggestedTerm, ...]:
        """Noun phrases to list as terms, the most frequent first."""
        return self.survey.recurrences.suggested_terms

    @property
    def measures(self) -> Measures | None:
        """Measures; ``None`` if they were not computed."""
        return self.survey.measures

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the apparatus, in order."""
        return tuple(entry for passage in self.passages for entry in passage.entries)

    def is_parted(self, reading: Reading, siglum: str = "") -> bool:
        """Return True if other words are between the words of a reading.

        Its wording then has " … " for the gaps and is in no witness.

        Args:
            reading: A reading of the collation.
            siglum: The witness in question (default: any of the reading).
        """
        return any(
            place.span.words_of(self._texts[place.siglum]) != reading.wording
            for place in reading.attestations
            if siglum in ("", place.siglum)
        )

    def words_in_paragraphs(self, reading: Reading, siglum: str) -> str:
        """Return the words of one of its witnesses for a reading, with its paragraphs."""
        place = next(one for one in reading.attestations if one.siglum == siglum)
        return squeeze_paragraphs(place.span.of(self._texts[siglum]))

    def gaps_around(self, reading: Reading, siglum: str) -> tuple[str, str]:
        """Return the white space before and after the words of a witness for a reading."""
        span = next(one.span for one in reading.attestations if one.siglum == siglum)
        text = self._texts[siglum]
        before, after = text[: span.start], text[span.end :]
        return before[len(before.rstrip()) :], after[: len(after) - len(after.lstrip())]

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {cut.witness.siglum: cut.witness.text for cut in self.others}

    def entries_at(self, span: Span) -> Sequence[Entry]:
        """Return the entries on exactly these words of the seed, in order; mostly one or none."""
        return self._entries_by_lemma.get(span, ())

    def entries_overlapping(self, span: Span) -> tuple[Entry, ...]:
        """Return the entries that share words of the seed with a span, in order."""
        near = {i for n in self.seed.sentences_of(span) for i in self._entries_by_sentence[n]}
        entries = (self.entries[i] for i in sorted(near))
        return tuple(entry for entry in entries if entry.lemma.overlaps(span))

    @cached_property
    def _entries_by_lemma(self) -> Mapping[Span, Sequence[Entry]]:
        found: dict[Span, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.lemma].append(entry)
        return dict(found)

    @cached_property
    def _entries_by_sentence(self) -> Sequence[Sequence[int]]:
        """Indices of the entries that touch each sentence of the seed."""
        found: list[list[int]] = [[] for _ in self.seed.sentences]
        for index, entry in enumerate(self.entries):
            for sentence in self.seed.sentences_of(entry.lemma):
                found[sentence].append(index)
        return found
