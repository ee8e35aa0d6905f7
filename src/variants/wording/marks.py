"""Marks on the text of a passage, for all views."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeAlias, TypeVar

from variants.types.collation import Attestation, Entry, Passage, Reading
from variants.types.segmentation import Segmentation
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.variant import Kind
from variants.wording.char_diff import CharacterSpans, character_differences
from variants.wording.passage_notes import notes_on


class Role(Enum):
    """Role of a run of characters, which decides its look."""

    TEXT = auto()
    SET_ASIDE = auto()
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
"""Returns the tag of an entry's lemma, or of one of its readings."""


@dataclass(frozen=True, slots=True)
class Mark(Generic[Tag]):
    """A span to highlight.

    Attributes:
        span: Marked characters; a point if something is missing there.
        role: Role of the characters.
        tag: Data of the view, such as a number.
        letters: Spans of the text, mostly single letters, in which its words differ from
            similar words; none if they are not asked for.
        tier: Tier of the reading, or the heaviest of a lemma; ``None`` if it was not estimated.
        differing: Share of the other witnesses that differ at a lemma; 0 for a reading.
    """

    span: Span
    role: Role
    tag: Tag
    letters: CharacterSpans = ()
    tier: Tier | None = None
    differing: float = 0.0

    @property
    def light(self) -> bool:
        """True if no reading here is likely to touch the sense.

        False if one is, or if that was not estimated.
        """
        return self.tier is not None and self.tier is not Tier.SENSE


def spans_of(cut: Segmentation, sentences: Sequence[int]) -> list[Span]:
    """Return the spans of sentences; adjacent sentences share one."""
    spans: list[Span] = []
    last = -2
    for sentence in sentences:
        span = cut.sentences[sentence]
        if sentence == last + 1:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
        last = sentence
    return spans


def equal_witnesses(
    passage: Passage, seed: Segmentation, others: Mapping[str, Segmentation]
) -> tuple[str, ...]:
    """Return the witnesses without notes that equal the seed, apart from white space."""
    wording = _wording(seed, passage.sentences)
    return tuple(
        rendering.siglum
        for rendering in passage.renderings
        if passage.sentences
        and _wording(others[rendering.siglum], rendering.sentences) == wording
        and not notes_on(rendering)
        and all(entry.reading_of(rendering.siglum) is None for entry in passage.entries)
    )


def place_numbers(passage: Passage) -> dict[str, str]:
    """Return the number of each place: that in its sentence, or the whole label.

    A passage of several sentences has both 3.1 and 4.1, so 1 would be ambiguous.
    """
    alone = {entry.label.rpartition(".")[0] for entry in passage.entries} <= {passage.label}
    return {entry.place: entry.number if alone else entry.label for entry in passage.entries}


def seed_marks(
    entries: Sequence[Entry], text: str, tag: Tagging[Tag], *, letters: bool = False
) -> list[Mark[Tag]]:
    """Return a mark for each lemma; a point if witnesses add words there.

    Sentences for which witnesses have no text are not marked for that.

    Args:
        entries: The entries.
        text: Text of the seed.
        tag: Function that returns the tag of a lemma.
        letters: True to find the letters that differ, which takes as long as everything else.
    """
    shown = [entry for entry in entries if not entry.missing]
    lemmas = [entry.lemma for entry in shown]
    return [
        Mark(
            entry.lemma,
            _seed_role(entry, entry.lemma.of(text), lemmas),
            tag(entry, None),
            _letters_of_lemma(entry, text) if letters else (),
            tier=entry.sense.tier if entry.sense else None,
            differing=_share_differing(entry),
        )
        for entry in shown
    ]


def witness_marks(
    entries: Iterable[Entry],
    witness: Segmentation,
    seed: Segmentation,
    tag: Tagging[Tag],
    *,
    letters: bool = False,
) -> list[Mark[Tag]]:
    """Return the marks of the readings of a witness.

    Args:
        entries: The entries.
        witness: The witness.
        seed: The seed.
        tag: Function that returns the tag of a reading.
        letters: True to find the letters that differ, as in ``seed_marks``.
    """

    def differing(lemma: str, words: str, start: int) -> CharacterSpans:
        return _shifted(start, character_differences(lemma, words)[1]) if letters else ()

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
                    differing(lemma, span.of(text), span.start),
                    tier=reading.tier,
                )
                for span in place.marks or (place.span,)
            ]
    return marks


def set_aside_marks(witness: Segmentation, spans: Iterable[Span], tag: Tag) -> list[Mark[Tag]]:
    """Return the marks of characters in some spans that are set aside."""
    found = witness.witness.set_aside
    return [
        Mark(found[number].span, Role.SET_ASIDE, tag)
        for span in spans
        for number in range(
            bisect_left(found, span.start, key=lambda one: one.span.end),
            bisect_left(found, span.end, key=lambda one: one.span.start),
        )
        if found[number].span.length and found[number].span.overlaps(span)
    ]


def _share_differing(entry: Entry) -> float:
    """Return the share of the witnesses with a reading, among all that have words here."""
    differ = {
        place.siglum
        for reading in entry.readings
        for place in reading.attestations
        if not place.missing
    }
    return len(differ) / len(differ | set(entry.agreeing))


def _wording(cut: Segmentation, sentences: Sequence[int]) -> list[str]:
    compared = cut.witness.compared
    return [word for sentence in sentences for word in cut.sentences[sentence].of(compared).split()]


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
    if any(_contains(entry.lemma, one) for one in lemmas):
        # A fill of a whole sentence would hide the marks of its words.
        return Role.WHOLE
    if not any(reading.substantive for reading in readings):
        return _minor(lemma)
    if not any(reading.wording for reading in readings):
        return Role.OMITTED
    return Role.SEED


def _letters_of_lemma(entry: Entry, text: str) -> CharacterSpans:
    """Return the spans in which the lemma differs from similar words of any reading."""
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
    return _shifted(entry.lemma.start, joined)


def _shifted(start: int, letters: Iterable[Span]) -> CharacterSpans:
    return tuple(Span(start + span.start, start + span.end) for span in letters)


def _contains(lemma: Span, inner: Span) -> bool:
    """Return True if another lemma is inside this one; a point at the border is not."""
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
    """Return the role of a minor difference; one word needs no brackets beside its number."""
    return Role.MINOR_WORDS if len(words.split()) > 1 else Role.MINOR
