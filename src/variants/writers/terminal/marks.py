"""What of a passage is marked, in the seed and in a witness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from variants.types import Attestation, Entry, Kind, Reading, Segmentation, Span
from variants.writers.terminal.pieces import Mark, Piece, Role

_BY_KIND = {Kind.ADDED: Role.ADDED, Kind.MOVED: Role.MOVED, Kind.RECAST: Role.RECAST}

After = Mapping[str, tuple[Piece, ...]]
"""What follows the marks of each entry, by its place."""


def stretches_of(cut: Segmentation, sentences: Sequence[int]) -> list[Span]:
    """The sentences as stretches of text; neighbours are one."""
    stretches: list[Span] = []
    last = -2
    for sentence in sentences:
        span = cut.sentences[sentence]
        if sentence == last + 1:
            span = Span(stretches.pop().start, span.end)
        stretches.append(span)
        last = sentence
    return stretches


def seed_marks(entries: Sequence[Entry], text: str, after: After) -> list[Mark]:
    """The lemmas; a point is where witnesses have more than the seed."""
    lemmas = [entry.lemma for entry in entries]
    return [
        Mark(entry.lemma, _seed_role(entry, entry.lemma.of(text), lemmas), after[entry.place])
        for entry in entries
    ]


def witness_marks(
    entries: Iterable[Entry], witness: Segmentation, base: Segmentation, after: After
) -> list[Mark]:
    """What a witness has instead of the lemmas."""
    text = witness.witness.text
    marks = []
    for entry in entries:
        lemma = entry.lemma.of(base.witness.text)
        for reading, place in _places(entry, witness.witness.siglum):
            marks += [
                Mark(span, _other_role(reading, lemma, span.of(text)), after[entry.place])
                for span in place.marks or (place.span,)
            ]
    return marks


def _places(entry: Entry, siglum: str) -> list[tuple[Reading, Attestation]]:
    return [
        (reading, place)
        for reading in entry.readings
        for place in reading.attestations
        if place.siglum == siglum
    ]


def _seed_role(entry: Entry, lemma: str, lemmas: Iterable[Span]) -> Role:
    readings = [reading for reading in entry.readings if reading.kind is not Kind.RECAST]
    if not lemma:
        return Role.MISSING_MARK
    if not readings:
        return Role.TEXT
    if any(_holds(entry.lemma, one) for one in lemmas):
        # Filled, a whole sentence would hide the marks of its words.
        return Role.WHOLE
    if not any(reading.substantive for reading in readings):
        return _minor(lemma)
    if not any(reading.wording for reading in readings):
        return Role.OMITTED
    return Role.SEED


def _holds(lemma: Span, inner: Span) -> bool:
    """Whether another lemma lies in this one; a point at the border does not."""
    if inner.length == 0:
        return lemma.start < inner.start < lemma.end
    return lemma.covers(inner) and lemma != inner


def _other_role(reading: Reading, lemma: str, found: str) -> Role:
    if not found:
        only_a_mark = lemma and not any(character.isalnum() for character in lemma)
        return Role.MISSING_MARK if only_a_mark else Role.MISSING_WORDS
    if not reading.substantive:
        return _minor(found)
    return _BY_KIND.get(reading.kind, Role.OTHER)


def _minor(words: str) -> Role:
    """One word needs no brackets: its number shows which it is."""
    return Role.MINOR_WORDS if len(words.split()) > 1 else Role.MINOR
