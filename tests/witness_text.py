"""Text of a witness, rebuilt from the seed and the readings of a collation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.types.collation import Attestation, Collation, Passage
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import Kind

_Sentences = tuple[int, ...]


def text_of_witness(collation: Collation, siglum: str) -> str:
    """Return the text of a witness as the apparatus defines it, without white space.

    It has the seed's characters unless an entry has a reading of the witness, which is
    placed by its attestation. White space is omitted because the apparatus does not record
    it for equal words.
    """
    seed = collation.seed
    if siglum == seed.witness.siglum:
        return bare("".join(map(seed.text_of, range(len(seed.sentences)))))
    (cut,) = (other for other in collation.others if other.witness.siglum == siglum)
    agreeing: list[tuple[_Sentences, str]] = []
    readings: list[Span] = []
    for passage in collation.passages:
        found = sorted(attestations(passage, seed, cut), key=lambda one: one[0])
        for _, wording, place in found:
            readings += [*_parts(place.span, wording, cut.witness.text), *place.marks]
        for rendering in passage.renderings:
            for bead in rendering.beads:
                if rendering.siglum != siglum or not (bead.seed and bead.other):
                    continue
                if bead.moved:
                    readings.append(_moved_sentence(passage, siglum, hull(cut, bead.other)))
                else:
                    kept = _without(seed, bead.seed, [lemma for lemma, _, _ in found])
                    agreeing.append((bead.other, kept))
    line = "".join(kept for _, kept in sorted(agreeing))
    for span in _merged(readings):
        at = len(bare(cut.witness.text[: span.start]))
        line = line[:at] + bare(span.of(cut.witness.text)) + line[at:]
    return line


def bare(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


def hull(cut: Segmentation, sentences: _Sentences) -> Span:
    """Return the span from the first to the last of the sentences."""
    return Span(cut.sentences[sentences[0]].start, cut.sentences[sentences[-1]].end)


def attestations(
    passage: Passage, seed: Segmentation, other: Segmentation
) -> Iterator[tuple[Span, str, Attestation]]:
    """Yield lemma, wording and attestation of each reading of a witness in a passage.

    Moved sentences are skipped, because their words have their own entries. A recast or
    omitted sentence may also be in a shorter lemma, if another witness differs across the
    border of sentences.
    """
    siglum = other.witness.siglum
    moved = {
        (hull(seed, bead.seed), hull(other, bead.other))
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
        if bead.moved
    }
    for entry in passage.entries:
        for reading in entry.readings:
            for place in reading.attestations:
                whole = reading.kind is Kind.MOVED and (entry.lemma, place.span) in moved
                if place.siglum == siglum and not whole:
                    yield entry.lemma, reading.wording, place


def _moved_sentence(passage: Passage, siglum: str, span: Span) -> Span:
    """Return the span of a moved sentence, taken from its attestation in the apparatus."""
    place, *_ = (
        place
        for entry in passage.entries
        for reading in entry.readings
        if reading.kind is Kind.MOVED
        for place in reading.attestations
        if (place.siglum, place.span) == (siglum, span)
    )
    return place.span


def _without(seed: Segmentation, sentences: _Sentences, lemmas: list[Span]) -> str:
    """Return the seed's characters of some sentences, without those of the lemmas."""
    whole, kept = hull(seed, sentences), []
    at = whole.start
    for lemma in lemmas:
        kept.append(seed.witness.text[at : min(lemma.start, whole.end)])
        at = max(at, min(lemma.end, whole.end))
    return bare("".join([*kept, seed.witness.text[at : whole.end]]))


def _parts(span: Span, wording: str, text: str) -> list[Span]:
    """Return the spans of the parts of a reading, which are separated by "…"."""
    if bare(span.of(text)) == bare(wording):
        return [span]
    parts, at = [], span.start
    for part in wording.split(" … "):
        found = re.compile(r"\s+".join(map(re.escape, part.split()))).search(text, at, span.end)
        assert found, f"{part!r} is not in the span of the reading"
        parts.append(Span(*found.span()))
        at = found.end()
    return parts


def _merged(spans: list[Span]) -> list[Span]:
    """Return the spans in order, overlapping ones merged."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
