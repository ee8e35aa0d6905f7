"""What of a passage is marked, and its text cut where marks begin and end.

Views share it: each makes its own signs, colours or elements of the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import Generic, TypeAlias, TypeVar

from variants.types import Attestation, Entry, Kind, Passage, Reading, Segmentation, Span
from variants.writers.notes import notes_on


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


_UNFILLED = frozenset({Role.TEXT, Role.RECAST, Role.WHOLE})
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
    """

    span: Span
    role: Role
    tag: Tag


@dataclass(frozen=True, slots=True)
class Words(Generic[Tag]):
    """A run of text under the same marks, in the order in which they were given."""

    text: str
    marks: tuple[Mark[Tag], ...]

    @property
    def top(self) -> Mark[Tag] | None:
        """The innermost mark with a fill: how the run looks.

        Whole sentences leave their words as they are.
        """
        over = [
            (mark.span.start, -mark.span.end, index)
            for index, mark in enumerate(self.marks)
            if mark.role not in _UNFILLED
        ]
        return self.marks[max(over)[2]] if over else None


@dataclass(frozen=True, slots=True)
class Opens(Generic[Tag]):
    """A mark begins; ``around`` are those it begins in."""

    mark: Mark[Tag]
    around: Words[Tag]


@dataclass(frozen=True, slots=True)
class Closes(Generic[Tag]):
    """A mark ends."""

    mark: Mark[Tag]


@dataclass(frozen=True, slots=True)
class Missing(Generic[Tag]):
    """Something is missing here, between the characters ``before`` and ``after``, if any."""

    marks: tuple[Mark[Tag], ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Break:
    """What follows stands elsewhere in the witness."""


Step: TypeAlias = Words[Tag] | Opens[Tag] | Closes[Tag] | Missing[Tag] | Break


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
    passage: Passage, base: Segmentation, others: Mapping[str, Segmentation]
) -> tuple[str, ...]:
    """The witnesses whose characters are the seed's, blanks apart, with nothing to be noted."""
    wording = _wording(base, passage.sentences)
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
        Mark(entry.lemma, _seed_role(entry, entry.lemma.of(text), lemmas), tag(entry, None))
        for entry in entries
    ]


def witness_marks(
    entries: Iterable[Entry], witness: Segmentation, base: Segmentation, tag: Tagging[Tag]
) -> list[Mark[Tag]]:
    """What a witness has instead of the lemmas."""
    text = witness.witness.text
    marks = []
    for entry in entries:
        lemma = entry.lemma.of(base.witness.text)
        for reading, place in _places(entry, witness.witness.siglum):
            marks += [
                Mark(span, _other_role(reading, lemma, span.of(text)), tag(entry, reading))
                for span in place.marks or (place.span,)
            ]
    return marks


def sweep(text: str, stretches: Sequence[Span], marks: Iterable[Mark[Tag]]) -> Iterator[Step[Tag]]:
    """The stretches of ``text``, one after the other, cut where marks begin and end.

    Marks may overlap. Blanks at a border are not part of the mark. A mark outside every
    stretch becomes a point at the end; one over several opens and closes in each.
    """
    dealt = _dealt([_trimmed(mark, text) for mark in marks], text, stretches)
    for index, stretch in enumerate(stretches):
        if index:
            yield Break()
        yield from _sweep_stretch(text, stretch, dealt[index])


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


def _trimmed(mark: Mark[Tag], text: str) -> Mark[Tag]:
    found = mark.span.of(text)
    start = mark.span.start + len(found) - len(found.lstrip())
    end = mark.span.end - len(found) + len(found.rstrip())
    return replace(mark, span=Span(start, end)) if start < end else mark


def _dealt(
    marks: Iterable[Mark[Tag]], text: str, stretches: Sequence[Span]
) -> list[list[Mark[Tag]]]:
    """For each stretch the parts of marks in it; each mark is in at least one."""
    dealt: list[list[Mark[Tag]]] = [[] for _ in stretches]
    for mark in marks:
        parts = [
            (index, Span(max(stretch.start, mark.span.start), min(stretch.end, mark.span.end)))
            for index, stretch in enumerate(stretches)
            if max(stretch.start, mark.span.start) < min(stretch.end, mark.span.end)
        ]
        for index, part in parts or [_point_in(mark, text, stretches)]:
            dealt[index].append(replace(mark, span=part))
    return dealt


def _point_in(mark: Mark[Tag], text: str, stretches: Sequence[Span]) -> tuple[int, Span]:
    """The point in the first stretch that reaches as far as the mark, else at the very end."""
    at = mark.span.start
    index = next((i for i, one in enumerate(stretches) if at <= one.end), len(stretches) - 1)
    stretch = stretches[index]
    at = min(max(at, stretch.start), stretch.end)
    if mark.role is Role.MISSING_MARK:
        # A missing comma stands at the word before it.
        at -= len(text[stretch.start : at]) - len(text[stretch.start : at].rstrip())
    return index, Span(at, at)


def _sweep_stretch(text: str, stretch: Span, marks: Sequence[Mark[Tag]]) -> Iterator[Step[Tag]]:
    """Sweep over the borders of the marks; ``marks`` lie inside the stretch."""
    runs = [mark for mark in marks if mark.span.length]
    points = [mark for mark in marks if not mark.span.length]
    borders = {stretch.start, stretch.end}
    borders |= {border for mark in marks for border in (mark.span.start, mark.span.end)}
    for at, end in pairwise([*sorted(borders), stretch.end]):
        closing = [mark for mark in reversed(runs) if mark.span.end == at]
        for mark in sorted(closing, key=lambda one: -one.span.start):
            yield Closes(mark)
        here = tuple(mark for mark in points if mark.span.start == at)
        if here:
            yield Missing(here, text[stretch.start : at][-1:], text[at : stretch.end][:1])
        opening = [mark for mark in runs if mark.span.start == at]
        around = Words("", tuple(mark for mark in runs if mark.span.start < at < mark.span.end))
        for mark in sorted(opening, key=lambda one: -one.span.end):
            yield Opens(mark, around)
        over = tuple(mark for mark in runs if mark.span.start <= at < mark.span.end)
        yield Words(text[at:end], over)
