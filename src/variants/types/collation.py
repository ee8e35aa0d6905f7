"""What was found in all witnesses together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from variants.types.alignment import DOUBTFUL_BELOW, Bead
from variants.types.measure import Measures
from variants.types.notice import Notice
from variants.types.pattern import Pattern, Usage
from variants.types.segmentation import Segmentation
from variants.types.span import Span
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
    """Where one witness has a reading.

    Attributes:
        siglum: The witness.
        span: The reading's extent in that witness; a point where it has nothing. Where its
            words do not stand together ("…" in the wording) it runs from the first to the last.
        marks: The stretches inside it that differ from the seed: what a view highlights.
            A point marks a place where words of the seed are missing.
        confidence: That this stretch is the lemma's counterpart, 0 to 1; where one side has
            nothing, that it has no counterpart.
    """

    siglum: str
    span: Span
    marks: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording that stands in one or more witnesses instead of the lemma.

    Attributes:
        wording: The first witness's own characters, runs of white space as one blank;
            empty for an omission.
        kind: What sort of difference it is.
        flags: What else it touches.
        attestations: One for each witness that has it, in the order of the witnesses.
        ruling: What a rule of the edition says of it; ``None`` where none does.
        sigla: The witnesses that have it, in order.
    """

    wording: str
    kind: Kind
    flags: frozenset[Flag]
    attestations: tuple[Attestation, ...]
    ruling: Ruling | None = None
    sigla: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sigla", tuple(one.siglum for one in self.attestations))

    @property
    def variant_class(self) -> VariantClass:
        """The one word that filters use."""
        return class_of(self.kind, self.flags, self.ruling)

    @property
    def maybe_missed(self) -> bool:
        """Whether it is added or omitted only so far as no counterpart was found."""
        thin = any(place.confidence < DOUBTFUL_BELOW for place in self.attestations)
        return thin and self.kind in {Kind.ADDED, Kind.OMITTED}

    @property
    def substantive(self) -> bool:
        """Whether it touches the sense, not only the form."""
        return is_substantive(self.kind, self.flags, self.ruling)


@dataclass(frozen=True, slots=True)
class Entry:
    """A lemma with its readings: one place of the apparatus.

    Attributes:
        label: For people: sentence of the seed, a point, a running number ("5.2").
            It may change when a witness is added.
        place: For machines: eight letters and digits that name the lemma. They stay as long as
            these words are the place; a witness that differs in more words may widen it.
        lemma: The seed's words; a point where witnesses have more than the seed.
        agreeing: Witnesses that have the lemma's wording here.
        readings: Most support first.
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
        """The running number inside its sentence: the "2" of "5.2"."""
        return self.label.rpartition(".")[2]

    @property
    def variant_class(self) -> VariantClass:
        """The heaviest class among its readings."""
        return min((r.variant_class for r in self.readings), key=HEAVIEST_FIRST.index)

    def reading_of(self, siglum: str) -> Reading | None:
        """The reading that a witness has instead of the lemma, if it differs."""
        return next((r for r in self.readings if siglum in r.sigla), None)


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one witness has for a passage.

    Attributes:
        siglum: The witness.
        sentences: Its sentences, counted from 0, rising; empty where it has no counterpart.
        beads: The beads that put them here, in order.
    """

    siglum: str
    sentences: tuple[int, ...]
    beads: tuple[Bead, ...]

    @property
    def moved(self) -> bool:
        """Whether some of it stands elsewhere in the witness."""
        return any(bead.moved for bead in self.beads)

    @property
    def confidence(self) -> float:
        """That of its least sure bead."""
        return min((bead.confidence for bead in self.beads), default=1.0)

    @property
    def doubtful(self) -> bool:
        """Whether it is to be shown as uncertain."""
        return self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest set of seed sentences that no witness's bead crosses: a row of reports.

    Attributes:
        label: "5"; "3–4" when a witness joins them; "4+1" for the first passage that only
            witnesses have, after the seed's sentence 4.
        sentences: The seed's sentences, counted from 0; empty for an added passage.
        renderings: Text of each witness, in the order of the witnesses. A witness without a
            counterpart has an empty rendering; added passages list only those that have it.
        entries: Its places of the apparatus, in order.
    """

    label: str
    sentences: tuple[int, ...]
    renderings: tuple[Rendering, ...]
    entries: tuple[Entry, ...]


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
    libraries: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class Collation:
    """All that was found: one seed, its other witnesses, and where they differ.

    Attributes:
        title: Of the document; empty when nobody gave one.
        seed: The seed, cut.
        others: The other witnesses, in the order in which they were given.
        passages: In the order of the seed, each added passage where its witness has it.
        notices: What the run noticed.
        signature: What made it.
        patterns: Differences that return, what stands in most places first.
        usages: How words that return are rendered, the commonest first.
        measures: What was counted; ``None`` where nobody did.
    """

    title: str
    seed: Segmentation
    others: tuple[Segmentation, ...]
    passages: tuple[Passage, ...]
    notices: tuple[Notice, ...]
    signature: Signature
    patterns: tuple[Pattern, ...] = ()
    usages: tuple[Usage, ...] = ()
    measures: Measures | None = None

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the apparatus, in order."""
        return tuple(entry for passage in self.passages for entry in passage.entries)

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
        """For each sentence of the seed, the indices of the entries that touch it."""
        found: list[list[int]] = [[] for _ in self.seed.sentences]
        for index, entry in enumerate(self.entries):
            for sentence in self.seed.sentences_of(entry.lemma):
                found[sentence].append(index)
        return found
