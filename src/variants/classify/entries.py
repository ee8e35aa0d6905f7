"""Apparatus over the seed: the readings of all witnesses, merged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import TypeAlias

from variants.classify.classification_rules import Rules, classified, overrule, verdict_of
from variants.classify.differences import Differences
from variants.classify.missing_parts import find_missing_parts
from variants.classify.passages import PassageRow
from variants.classify.place_names import count_equal_before, name_place
from variants.classify.readings import Finding, group_findings, merge_findings
from variants.classify.seams import repeats_a_word
from variants.classify.sense.whole_sentences import sense_of_sentence
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.collation import Attestation, Entry, Passage, Rendering
from variants.types.segmentation import Segmentation
from variants.types.sense import Sense, heaviest_sense
from variants.types.span import Span, squeeze
from variants.types.spans import join_adjacent, merge_spans
from variants.types.variant import Flag, Kind, Variant

_GAP = " … "  # Separates the parts of a discontinuous reading.


class ApparatusBuilder:
    """Builds the entries of one collation.

    Args:
        seed: The seed.
        alignments: Alignment of each witness, in the order of sigla.
        differences: Differences of the beads with words on both sides, by siglum and first
            seed sentence.
        rules: Classification rules, applied to whole sentences.
    """

    def __init__(
        self,
        seed: Segmentation,
        alignments: Sequence[Alignment],
        differences: Mapping[str, Mapping[int, Differences]],
        rules: Rules,
    ) -> None:
        self._seed = seed
        others = {one.other.witness.siglum: one.other for one in alignments}
        self._others = others
        self._differences = differences
        self._rules = rules
        self.missing_parts = tuple(part for one in alignments for part in find_missing_parts(one))
        self._missing = {(one.siglum, i) for one in self.missing_parts for i in one.sentences}
        # By witness, first seed sentence and last own sentence of every bead that is not moved.
        self._landmarks = {
            siglum: sorted(
                (sentence, each.bead.other[-1])
                for sentence, each in found.items()
                if not each.bead.moved
            )
            for siglum, found in differences.items()
        }
        self._occurrences = count_equal_before(seed)
        self._occurrences_in = {siglum: count_equal_before(cut) for siglum, cut in others.items()}

    def passage(self, row: PassageRow) -> Passage:
        """Return the passage of a row, with its entries: words first, whole sentences last.

        Variants whose lemmas overlap are one place, in any witnesses, so that the result does
        not depend on the order of witnesses.
        """
        if not row.sentences:
            entries = self._added(row)
        else:
            entries = self._numbered(row, [*self._of_words(row), *self._of_sentences(row)])
        return Passage(row.label, row.sentences, row.renderings, tuple(entries))

    def _of_words(self, row: PassageRow) -> list[tuple[int, bool, Span, list[Finding]]]:
        beads = {rendering.siglum: self._found(rendering) for rendering in row.renderings}
        differing = {
            siglum: [
                (differences, variant)
                for differences in found
                for variant in differences.variants
                if variant.kind is not Kind.RECAST
            ]
            for siglum, found in beads.items()
        }
        lemmas = merge_spans(variant.seed for found in differing.values() for _, variant in found)
        by_siglum = {siglum: _by_lemma(found, lemmas) for siglum, found in differing.items()}
        places = []
        for lemma in lemmas:
            findings = []
            for rendering in row.renderings:
                inside = by_siglum[rendering.siglum].get(lemma)
                if inside:
                    findings.append(self._finding(rendering, lemma, inside))
            places.append((self._sentence_at(lemma, row), False, lemma, findings))
        return places

    def _found(self, rendering: Rendering) -> list[Differences]:
        """Return the differences of a witness's beads in a passage, in seed order."""
        by_sentence = self._differences[rendering.siglum]
        return [by_sentence[bead.seed[0]] for bead in rendering.beads if bead.seed and bead.other]

    def _finding(
        self, rendering: Rendering, lemma: Span, inside: Sequence[tuple[Differences, Variant]]
    ) -> Finding:
        siglum = rendering.siglum
        variants = [variant for _, variant in inside]
        spans = self._spans(rendering, lemma, variants, [found.bead for found, _ in inside])
        extent = Span(spans[0].start, spans[-1].end)
        kind, flags, ruling = merge_findings(variants)
        alone = kind is not Kind.MOVED and self._can_be_adopted(rendering, lemma, spans, inside)
        return Finding(
            Attestation(
                siglum,
                extent,
                _marks(extent, [variant.other for variant in variants]),
                min(variant.confidence for variant in variants),
            ),
            _GAP.join(_wording(self._others[siglum], span) for span in spans),
            kind,
            flags,
            ruling,
            heaviest_sense(variant.sense for variant in variants),
            alone,
        )

    def _can_be_adopted(
        self,
        rendering: Rendering,
        lemma: Span,
        spans: Sequence[Span],
        inside: Sequence[tuple[Differences, Variant]],
    ) -> bool:
        """Return True if a witness's words can replace the lemma and leave the sentence whole.

        They cannot if other words are between them, if words of the lemma moved elsewhere, if a
        word is linked to one outside, or if a word would be repeated.
        """
        if len(spans) > 1 or any(variant.kind is Kind.MOVED for _, variant in inside):
            return False
        (span,) = spans
        for found in self._found(rendering):
            if any(lemma.contains(one) != span.contains(other) for one, other in found.parted):
                return False
        text = self._others[rendering.siglum].witness.text
        return not repeats_a_word(self._seed.witness.text, lemma, text, span)

    def _spans(
        self,
        rendering: Rendering,
        lemma: Span,
        variants: Sequence[Variant],
        differing: Sequence[Bead],
    ) -> list[Span]:
        """Return the spans of a witness's words for a lemma, differing and equal ones.

        Several spans if moved words or other sentences are between them. Moved words are
        left out unless there are no others.
        """
        moved = [variant.other for variant in variants if variant.kind is Kind.MOVED]
        staying = [variant.other for variant in variants if variant.kind is not Kind.MOVED]
        words = [span for span in staying or moved if span.length]
        for found in self._found(rendering):
            # A moved bead belongs to the lemma only if it differs itself.
            if not found.bead.moved or found.bead in differing:
                words += found.same.inside(lemma)
        text = self._others[rendering.siglum].witness.text
        return join_adjacent(words or moved or staying[:1], text)

    def _of_sentences(self, row: PassageRow) -> list[tuple[int, bool, Span, list[Finding]]]:
        """Return places of whole sentences that a witness omits, moves or recasts."""
        places: dict[Span, list[Finding]] = {}
        for rendering in row.renderings:
            for bead in rendering.beads:
                finding = self._sentence_finding(rendering.siglum, bead)
                if finding is not None:
                    places.setdefault(self._hull(self._seed, bead.seed), []).append(finding)
        return [(self._sentence_at(k, row), True, k, found) for k, found in places.items()]

    def _sentence_finding(self, siglum: str, bead: Bead) -> Finding | None:
        other = self._others[siglum]
        if not bead.other:
            point = self._point_of(siglum, bead)
            if (siglum, bead.seed[0]) in self._missing:
                place = Attestation(siglum, point, (point,), bead.confidence, missing=True)
                return Finding(place, "", Kind.OMITTED, frozenset())
            place = Attestation(siglum, point, (point,), bead.confidence)
            lemma = _wording(self._seed, self._hull(self._seed, bead.seed))
            omitted = sense_of_sentence(Kind.OMITTED, lemma, "", bead.confidence)
            return self._ruled(place, lemma, "", Kind.OMITTED, omitted)
        extent = self._hull(other, bead.other)
        place = Attestation(siglum, extent, (extent,), bead.confidence)
        variants = self._differences[siglum][bead.seed[0]].variants
        recast = _is_recast(self._differences[siglum][bead.seed[0]])
        if not (recast or bead.moved):
            return None
        kind = Kind.MOVED if bead.moved else Kind.RECAST
        lemma = _wording(self._seed, self._hull(self._seed, bead.seed))
        wording = _wording(other, extent)
        flags = variants[0].flags if recast else frozenset()
        sense = None if bead.moved else variants[0].sense
        if sense is None:
            sense = sense_of_sentence(Kind.MOVED, lemma, wording, bead.confidence)
        return self._ruled(place, lemma, wording, kind, sense, flags)

    def _ruled(  # noqa: PLR0913, PLR0917 - each is part of the reading
        self,
        place: Attestation,
        lemma: str,
        wording: str,
        kind: Kind,
        estimate: Sense,
        flags: frozenset[Flag] = frozenset(),
    ) -> Finding:
        """Return the reading of a whole sentence after the edition's rules are applied."""
        rule = self._rules.first_match([(lemma, wording)])
        found = classified(kind, flags, rule)
        sense = overrule(estimate, verdict_of(rule), found)
        return Finding(place, wording, *found, sense, adoptable=kind is not Kind.MOVED)

    def _point_of(self, siglum: str, omitted: Bead) -> Span:
        """Return the point of an omission: after the counterpart of the preceding words."""
        before = bisect_right(self._landmarks[siglum], (omitted.seed[0], -1)) - 1
        if before < 0:
            return Span(0, 0)
        last = self._landmarks[siglum][before][1]
        at = self._others[siglum].sentences[last].end
        return Span(at, at)

    def _added(self, row: PassageRow) -> list[Entry]:
        at = self._seed.sentences[row.after - 1].end if row.after else 0
        findings = []
        for rendering in row.renderings:
            other = self._others[rendering.siglum]
            extent = self._hull(other, rendering.sentences)
            place = Attestation(rendering.siglum, extent, (extent,), rendering.confidence)
            wording = _wording(other, extent)
            sense = sense_of_sentence(Kind.ADDED, "", wording, rendering.confidence)
            findings.append(self._ruled(place, "", wording, Kind.ADDED, sense))
        # Named after the first witness that has it, so that other witnesses do not change it.
        first = row.renderings[0]
        again = self._occurrences_in[first.siglum][first.sentences[0]]
        name = self._place(
            row.after - 1, Span(at, at), f"added {first.siglum} {again} {findings[0].wording}"
        )
        return [Entry(f"{row.label}.1", name, Span(at, at), (), group_findings(findings))]

    def _numbered(
        self, row: PassageRow, places: Iterable[tuple[int, bool, Span, list[Finding]]]
    ) -> list[Entry]:
        numbers: dict[int, int] = {}
        entries = []
        for sentence, whole, lemma, findings in sorted(places, key=lambda p: p[:3]):
            numbers[sentence] = numbers.get(sentence, 0) + 1
            entries.append(
                Entry(
                    f"{sentence + 1}.{numbers[sentence]}",
                    self._place(sentence, lemma, "sentence" if whole else ""),
                    lemma,
                    self._agreeing(row, lemma, {f.attestation.siglum for f in findings}),
                    group_findings(findings),
                )
            )
        return entries

    def _agreeing(self, row: PassageRow, lemma: Span, differing: set[str]) -> tuple[str, ...]:
        """Return the witnesses that have the lemma's own words at its place."""
        return tuple(
            rendering.siglum
            for rendering in row.renderings
            if rendering.siglum not in differing and self._agrees(rendering, lemma)
        )

    def _agrees(self, rendering: Rendering, lemma: Span) -> bool:
        omitted = [b for b in rendering.beads if not b.other]
        if any(self._hull(self._seed, bead.seed).overlaps(lemma) for bead in omitted):
            return False
        found = self._found(rendering)
        return bool(found) and not any(
            variant.seed.overlaps(lemma) for d in found for variant in _near(lemma, d.variants)
        )

    def _place(self, sentence: int, lemma: Span, what: str) -> str:
        """Return a stable name, from the seed's sentence and the lemma's position in it."""
        start = self._seed.sentences[sentence].start if sentence >= 0 else 0
        text = self._seed.text_of(sentence) if sentence >= 0 else ""
        occurrence = self._occurrences[sentence] if sentence >= 0 else 0
        within = (lemma.start - start, lemma.end - start)
        return name_place(text, occurrence, within, what)

    def _sentence_at(self, lemma: Span, row: PassageRow) -> int:
        """Return the seed sentence of a passage in which a lemma begins."""
        found = self._seed.sentence_at(lemma.start)
        return min(max(found, row.sentences[0]), row.sentences[-1])

    @staticmethod
    def _hull(cut: Segmentation, sentences: Sequence[int]) -> Span:
        return Span(cut.sentences[sentences[0]].start, cut.sentences[sentences[-1]].end)


_Found: TypeAlias = list[tuple[Differences, Variant]]


def _by_lemma(found: _Found, lemmas: Sequence[Span]) -> dict[Span, _Found]:
    """Group variants by lemma; the lemmas are sorted and do not overlap."""
    starts = [lemma.start for lemma in lemmas]
    by_lemma: dict[Span, _Found] = {}
    for differences, variant in found:
        # The last lemma that begins there or before, or one that begins at the same point.
        at = bisect_right(starts, variant.seed.start) - 1
        while not lemmas[at].contains(variant.seed):
            at -= 1
        by_lemma.setdefault(lemmas[at], []).append((differences, variant))
    return by_lemma


def _marks(extent: Span, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the marked spans of a reading, each once; points outside are put at its border."""
    if len(spans) == 1 and spans[0].length:
        return (spans[0],)  # Nearly always.
    return tuple(
        sorted(
            {
                span if span.length else Span(at, at)
                for span in spans
                for at in [min(max(span.start, extent.start), extent.end)]
            }
        )
    )


def _near(lemma: Span, variants: Sequence[Variant]) -> Iterator[Variant]:
    """Yield the variants, in order, that may overlap a lemma."""
    first = bisect_left(variants, lemma.start, key=lambda one: one.seed.end)
    return takewhile(lambda one: one.seed.start <= lemma.end, islice(variants, first, None))


def _is_recast(found: Differences) -> bool:
    return [variant.kind for variant in found.variants] == [Kind.RECAST]


def _wording(cut: Segmentation, span: Span) -> str:
    return squeeze(cut.witness.wording(span))
