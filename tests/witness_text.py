"""A witness's text taken from a collation alone: the seed's words, and its own where it differs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.types import Attestation, Collation, Kind, Passage, Rendering, Segmentation, Span

_Sentences = tuple[int, ...]


def text_of_witness(collation: Collation, siglum: str) -> str:
    """What a reader of the apparatus would write down for a witness, without white space.

    The seed's own characters stand wherever no entry has a reading of the witness; its
    readings stand where their attestations say. White space is left out: where the words
    are the same, the apparatus does not tell of it.
    """
    base = collation.base
    if siglum == base.witness.siglum:
        return bare("".join(map(base.text_of, range(len(base.sentences)))))
    (cut,) = (other for other in collation.others if other.witness.siglum == siglum)
    runs = sorted(
        (other, mine, passage)
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for mine, other in _runs(rendering)
    )
    return "".join(_text_of_run(base, cut, passage, mine, other) for other, mine, passage in runs)


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def hull(cut: Segmentation, sentences: _Sentences) -> Span:
    """From the first of these sentences to the last."""
    return Span(cut.sentences[sentences[0]].start, cut.sentences[sentences[-1]].end)


def attestations(
    passage: Passage, base: Segmentation, other: Segmentation
) -> Iterator[tuple[Span, str, Attestation]]:
    """Lemma, wording and place of what a witness has in a passage for words of the seed.

    Sentences that as such stand elsewhere are left out: their words have their own places.
    A sentence that is recast or omitted as such may lie in a lemma of words as well, where
    another witness differs over the border of sentences.
    """
    siglum = other.witness.siglum
    moved = {
        (hull(base, bead.base), hull(other, bead.other))
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


def _runs(rendering: Rendering) -> list[tuple[_Sentences, _Sentences]]:
    """Sentences of both sides that follow one another: a reading may go from bead to bead."""
    runs: list[tuple[_Sentences, _Sentences]] = []
    for bead in rendering.beads:
        base, other = runs[-1] if runs else ((), ())
        if not bead.other:
            continue
        if base and bead.base and (base[-1] + 1, other[-1] + 1) == (bead.base[0], bead.other[0]):
            runs[-1] = base + bead.base, other + bead.other
        else:
            runs.append((bead.base, bead.other))
    return runs


def _text_of_run(
    base: Segmentation, cut: Segmentation, passage: Passage, mine: _Sentences, other: _Sentences
) -> str:
    """The seed's characters without the lemmas, and the readings put in where they stand."""
    seed, text = base.witness.text, cut.witness.text
    start = cut.sentences[other[0]].start
    theirs = hull(cut, other)
    agreeing = hull(base, mine) if mine else Span(0, 0)
    kept, at = [], agreeing.start
    pieces: list[Span] = []
    for lemma, wording, place in sorted(attestations(passage, base, cut), key=lambda one: one[0]):
        if mine:
            kept.append(seed[at : min(lemma.start, agreeing.end)])
            at = max(at, min(lemma.end, agreeing.end))
        if theirs.covers(place.span):
            pieces += [*_parts(place.span, wording, text), *place.marks]
    line = bare("".join([*kept, seed[at : agreeing.end]]))
    for piece in _joined(pieces):
        before = len(bare(text[start : piece.start]))
        line = line[:before] + bare(piece.of(text)) + line[before:]
    return line


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
