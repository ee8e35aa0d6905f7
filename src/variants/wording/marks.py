"""What of a passage is marked, for all views."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeAlias, TypeVar

from variants.types.collation import Attestation, Entry, Passage, Reading
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import Kind
from variants.wording.char_diff import CharacterSpans, character_differences
from variants.wording.passage_notes import notes_on


class Role(Enum):
    """What a run of characters is, for the eye."""

    TEXT = auto()
    SEED = auto()
    OTHER = auto()
    ADDED = auto()
    OMITTED = auto()
    MOVED = auto()
    RECAST = auto()
    WHOLE = auto()
    MINOR = auto()
    MINOR_WORDS = auto()
    MISSING_MARK = auto()
    MISSING_WORDS = auto()
    SIGN = auto()
    NUMBER = auto()
    NOTE = auto()
    STRONG = auto()
    DECIDED = auto()
    ASKED = auto()
    CONTESTED = auto()


_BY_KIND = {Kind.ADDED: Role.ADDED, Kind.MOVED: Role.MOVED, Kind.RECAST: Role.RECAST}

Tag = TypeVar("Tag")
Tagging: TypeAlias = Callable[[Entry, Reading | None], Tag]
"""What a view ties to the mark of an entry's lemma, or of one of its readings."""


@dataclass(frozen=True, slots=True)
class Mark(Generic[Tag]):
    """A stretch to be highlighted.

    Attributes:
        span: Where; a point is a place where something is missing.
        role: As what.
        tag: What the view ties to it, such as its number.
        letters: Stretches of the text, single letters for the most part, in which its words
            differ from words that are nearly the same.
    """

    span: Span
    role: Role
    tag: Tag
    letters: CharacterSpans = ()


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


def alike_in(
    passage: Passage, seed: Segmentation, others: Mapping[str, Segmentation]
) -> tuple[str, ...]:
    """The witnesses whose characters are the seed's, blanks apart, with nothing to be noted."""
    wording = _wording(seed, passage.sentences)
    return tuple(
        rendering.siglum
        for rendering in passage.renderings
        if passage.sentences
        and _wording(others[rendering.siglum], rendering.sentences) == wording
        and not notes_on(rendering)
        and all(entry.reading_of(rendering.siglum) is None for entry in passage.entries)
    )


def numbers_in(passage: Passage) -> dict[str, str]:
    """For each entry's place its number: that in its sentence, or the label if it takes both.

    A passage of several sentences has a 3.1 and a 4.1, and 1 would be either.
    """
    alone = {entry.label.rpartition(".")[0] for entry in passage.entries} <= {passage.label}
    return {entry.place: entry.number if alone else entry.label for entry in passage.entries}


def seed_marks(entries: Sequence[Entry], text: str, tag: Tagging[Tag]) -> list[Mark[Tag]]:
    """The lemmas; a point is where witnesses have more than the seed."""
    lemmas = [entry.lemma for entry in entries]
    return [
        Mark(
            entry.lemma,
            _seed_role(entry, entry.lemma.of(text), lemmas),
            tag(entry, None),
            _letters_of_lemma(entry, text),
        )
        for entry in entries
    ]


def witness_marks(
    entries: Iterable[Entry], witness: Segmentation, seed: Segmentation, tag: Tagging[Tag]
) -> list[Mark[Tag]]:
    """What a witness has instead of the lemmas."""
    text = witness.witness.text
    marks = []
    for entry in entries:
        lemma = entry.lemma.of(seed.witness.text)
        for reading, place in _places(entry, witness.witness.siglum):
            marks += [
                Mark(
                    span,
                    _other_role(reading, lemma, span.of(text)),
                    tag(entry, reading),
                    _moved_by(span.start, character_differences(lemma, span.of(text))[1]),
                )
                for span in place.marks or (place.span,)
            ]
    return marks


def _wording(cut: Segmentation, sentences: Sequence[int]) -> list[str]:
    return [word for sentence in sentences for word in cut.text_of(sentence).split()]


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


def _letters_of_lemma(entry: Entry, text: str) -> CharacterSpans:
    """Where words of the lemma differ from nearly the same words of any reading."""
    lemma = entry.lemma.of(text)
    found = {
        span
        for reading in entry.readings
        for span in character_differences(lemma, reading.wording)[0]
    }
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return _moved_by(entry.lemma.start, joined)


def _moved_by(start: int, letters: Iterable[Span]) -> CharacterSpans:
    return tuple(Span(start + span.start, start + span.end) for span in letters)


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
