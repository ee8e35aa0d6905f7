"""A witness's text taken from a collation alone: the seed's words, and its own where it differs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.types.collation import Attestation, Collation, Passage
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import Kind

_Sentences = tuple[int, ...]


def text_of_witness(collation: Collation, siglum: str) -> str:
    """What a reader of the apparatus would write down for a witness, without white space.

    The seed's own characters stand wherever no entry has a reading of the witness; its
    readings stand where their attestations say. White space is left out: where the words
    are the same, the apparatus does not tell of it.
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
    for span in _joined(readings):
        at = len(bare(cut.witness.text[: span.start]))
        line = line[:at] + bare(span.of(cut.witness.text)) + line[at:]
    return line


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def hull(cut: Segmentation, sentences: _Sentences) -> Span:
    """From the first of these sentences to the last."""
    return Span(cut.sentences[sentences[0]].start, cut.sentences[sentences[-1]].end)


def attestations(
    passage: Passage, seed: Segmentation, other: Segmentation
) -> Iterator[tuple[Span, str, Attestation]]:
    """Lemma, wording and place of what a witness has in a passage for words of the seed.

    Sentences that as such stand elsewhere are left out: their words have their own places.
    A sentence that is recast or omitted as such may lie in a lemma of words as well, where
    another witness differs over the border of sentences.
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


def _moved_sentence(passage: Passage, siglum: str, stretch: Span) -> Span:
    """A stretch that stands elsewhere, by the place that the apparatus has for it."""
    place, *_ = (
        place
        for entry in passage.entries
        for reading in entry.readings
        if reading.kind is Kind.MOVED
        for place in reading.attestations
        if (place.siglum, place.span) == (siglum, stretch)
    )
    return place.span


def _without(seed: Segmentation, sentences: _Sentences, lemmas: list[Span]) -> str:
    """The seed's characters of some sentences, those of lemmas left out."""
    stretch, kept = hull(seed, sentences), []
    at = stretch.start
    for lemma in lemmas:
        kept.append(seed.witness.text[at : min(lemma.start, stretch.end)])
        at = max(at, min(lemma.end, stretch.end))
    return bare("".join([*kept, seed.witness.text[at : stretch.end]]))


def _parts(span: Span, wording: str, text: str) -> list[Span]:
    """Where the parts of a reading stand that is told with gaps ("…") between them."""
    if bare(span.of(text)) == bare(wording):
        return [span]
    parts, at = [], span.start
    for part in wording.split(" … "):
        found = re.compile(r"\s+".join(map(re.escape, part.split()))).search(text, at, span.end)
        assert found, f"{part!r} does not stand in the reading's own stretch"
        parts.append(Span(*found.span()))
        at = found.end()
    return parts


def _joined(spans: list[Span]) -> list[Span]:
    """Each stretch once, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
