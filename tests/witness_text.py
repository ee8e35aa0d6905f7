"""A witness's text taken from a collation alone: the seed's words, and its own where it differs."""

from __future__ import annotations

from variants.types import Collation, Entry, Kind, Passage, Rendering, Segmentation, Span


def text_of_witness(collation: Collation, siglum: str) -> str:
    """What a reader of the apparatus would write down for a witness, without white space.

    Passages are put into the order of the witness. In each the seed's own characters stand,
    save where an entry has a reading of the witness: there its characters stand instead, and
    what it has elsewhere (kind moved) stands where it says. White space is left out, since
    readings do not tell on which side of them a blank was.
    """
    if siglum == collation.base.witness.siglum:
        return _bare("".join(map(collation.base.text_of, range(len(collation.base.sentences)))))
    (cut,) = (other for other in collation.others if other.witness.siglum == siglum)
    parts = []
    for passage in collation.passages:
        for rendering in passage.renderings:
            if rendering.siglum == siglum:
                for base, others in _runs(rendering):
                    text = _text_of_run(collation, cut, passage, base, others)
                    parts.append((others[0], text))
    return "".join(text for _, text in sorted(parts))


def _runs(rendering: Rendering) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Sentences of both sides that follow one another: an entry may go from bead to bead."""
    runs: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for bead in rendering.beads:
        if not bead.other:
            continue
        base, other = runs[-1] if runs else ((), ())
        if base and bead.base and (base[-1] + 1, other[-1] + 1) == (bead.base[0], bead.other[0]):
            runs[-1] = base + bead.base, other + bead.other
        else:
            runs.append((bead.base, bead.other))
    return runs


def _text_of_run(
    collation: Collation,
    cut: Segmentation,
    passage: Passage,
    base: tuple[int, ...],
    other: tuple[int, ...],
) -> str:
    siglum, text = cut.witness.siglum, cut.witness.text
    theirs = Span(cut.sentences[other[0]].start, cut.sentences[other[-1]].end)
    if not base:
        ((span, _),) = [found for e in passage.entries for found in _found(e, siglum, theirs)]
        return _bare(span.of(text))
    mine = Span(collation.base.sentences[base[0]].start, collation.base.sentences[base[-1]].end)
    replaced: list[tuple[Span, Span | None]] = []
    moved: list[Span] = []
    for entry in passage.entries:
        if not mine.covers(entry.lemma):
            continue
        for span, kind in _found(entry, siglum, theirs):
            whole = mine.covers(entry.lemma) and entry.lemma.covers(mine) and span == theirs
            if kind is Kind.MOVED and whole:
                continue  # The sentence as such; its words have entries of their own.
            if kind is Kind.MOVED:
                replaced.append((entry.lemma, None))
                moved += _marks(entry, siglum, theirs)
            else:
                replaced.append((entry.lemma, span))
                moved += [m for m in _marks(entry, siglum, theirs) if not span.covers(m)]
    # A reading of many words may hold one that came from elsewhere.
    taken = [span for _, span in replaced if span]
    apart = [mark for mark in moved if not any(span.covers(mark) for span in taken)]
    return _with_moved(_replaced(collation, cut, mine, replaced), apart, cut, theirs)


def _replaced(
    collation: Collation,
    cut: Segmentation,
    mine: Span,
    replaced: list[tuple[Span, Span | None]],
) -> str:
    """The seed's characters with the lemmas replaced, moved words taken out."""
    seed = collation.base.witness.text
    parts, at = [], mine.start
    for lemma, span in sorted(replaced, key=lambda pair: pair[0]):
        assert at <= lemma.start, "two entries hold the same word"
        parts.append(seed[at : lemma.start])
        parts.append(span.of(cut.witness.text) if span else "")
        at = lemma.end
    assert at <= mine.end, "an entry runs past its sentences"
    parts.append(seed[at : mine.end])
    return _bare("".join(parts))


def _with_moved(line: str, moved: list[Span], cut: Segmentation, theirs: Span) -> str:
    """Moved words put in where they stand, counted in characters of the witness."""
    text = cut.witness.text
    for span in sorted(moved):
        at = len(_bare(text[theirs.start : span.start]))
        line = line[:at] + _bare(span.of(text)) + line[at:]
    return line


def _found(entry: Entry, siglum: str, theirs: Span) -> list[tuple[Span, Kind]]:
    return [
        (place.span, reading.kind)
        for reading in entry.readings
        for place in reading.attestations
        if place.siglum == siglum and theirs.covers(place.span)
    ]


def _marks(entry: Entry, siglum: str, theirs: Span) -> list[Span]:
    return [
        mark
        for reading in entry.readings
        for place in reading.attestations
        if place.siglum == siglum
        for mark in place.marks
        if theirs.covers(mark)
    ]


def _bare(text: str) -> str:
    return "".join(text.split())
