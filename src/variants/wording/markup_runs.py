"""Text cut where marks begin and end.

Each view turns the steps into its own signs, colours or elements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeAlias

from variants.types.span import Span
from variants.wording.marks import Mark, Role, Tag


@dataclass(frozen=True, slots=True)
class MarkedRun(Generic[Tag]):
    """A run of text with the same marks.

    Attributes:
        text: Its characters.
        marks: Its marks, in the order in which they were given.
        start: Offset of its first character.
    """

    text: str
    marks: tuple[Mark[Tag], ...]
    start: int = 0

    def letters_of(self, mark: Mark[Tag]) -> Iterator[tuple[str, bool]]:
        """Yield the text in parts, each with True if it differs from a similar word of a mark."""
        inside = [x - self.start for span in mark.letters for x in (span.start, span.end)]
        borders = [0, *(min(max(x, 0), len(self.text)) for x in inside), len(self.text)]
        for n, (start, end) in enumerate(pairwise(borders)):
            if start < end:
                yield self.text[start:end], n % 2 == 1


@dataclass(frozen=True, slots=True)
class MarkStart(Generic[Tag]):
    """A mark begins; ``around`` has the marks it begins in."""

    mark: Mark[Tag]
    around: MarkedRun[Tag]


@dataclass(frozen=True, slots=True)
class MarkEnd(Generic[Tag]):
    """A mark ends."""

    mark: Mark[Tag]


@dataclass(frozen=True, slots=True)
class Missing(Generic[Tag]):
    """Something is missing here, between the characters ``before`` and ``after``."""

    marks: tuple[Mark[Tag], ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Break:
    """The next text is elsewhere in the witness."""


Step: TypeAlias = MarkedRun[Tag] | MarkStart[Tag] | MarkEnd[Tag] | Missing[Tag] | Break


def cut_at_marks(
    text: str, spans: Sequence[Span], marks: Iterable[Mark[Tag]]
) -> Iterator[Step[Tag]]:
    """Yield the steps of some spans of ``text``, cut where marks begin and end.

    Marks may overlap. White space at a border is not part of the mark. A mark outside every
    span becomes a point at the end; a mark over several spans begins and ends in each.
    """
    by_span = _distribute([_trimmed(mark, text) for mark in marks], text, spans)
    for index, span in enumerate(spans):
        if index:
            yield Break()
        yield from _cut_span(text, span, by_span[index])


def _trimmed(mark: Mark[Tag], text: str) -> Mark[Tag]:
    found = mark.span.of(text)
    start = mark.span.start + len(found) - len(found.lstrip())
    end = mark.span.end - len(found) + len(found.rstrip())
    return _moved(mark, Span(start, end)) if start < end else mark


def _moved(mark: Mark[Tag], span: Span) -> Mark[Tag]:
    """Return a mark at another place; most stay where they are."""
    return mark if span == mark.span else replace(mark, span=span)


def _distribute(
    marks: Iterable[Mark[Tag]], text: str, spans: Sequence[Span]
) -> list[list[Mark[Tag]]]:
    """Return the parts of marks in each span; each mark is in at least one span."""
    by_span: list[list[Mark[Tag]]] = [[] for _ in spans]
    for mark in marks:
        parts = [
            (index, Span(max(span.start, mark.span.start), min(span.end, mark.span.end)))
            for index, span in enumerate(spans)
            if max(span.start, mark.span.start) < min(span.end, mark.span.end)
        ]
        for index, part in parts or [_point_in(mark, text, spans)]:
            by_span[index].append(_moved(mark, part))
    return by_span


def _point_in(mark: Mark[Tag], text: str, spans: Sequence[Span]) -> tuple[int, Span]:
    """Return a point in the first span that reaches the mark, or at the end of the last."""
    at = mark.span.start
    index = next((i for i, one in enumerate(spans) if at <= one.end), len(spans) - 1)
    span = spans[index]
    at = min(max(at, span.start), span.end)
    if mark.role is Role.MISSING_MARK:
        # A missing comma belongs to the word before it.
        at -= len(text[span.start : at]) - len(text[span.start : at].rstrip())
    return index, Span(at, at)


def _cut_span(text: str, span: Span, marks: Sequence[Mark[Tag]]) -> Iterator[Step[Tag]]:
    """Yield the steps of one span; ``marks`` are inside it."""
    runs = [mark for mark in marks if mark.span.length]
    points = [mark for mark in marks if not mark.span.length]
    borders = {span.start, span.end}
    borders |= {border for mark in marks for border in (mark.span.start, mark.span.end)}
    for at, end in pairwise([*sorted(borders), span.end]):
        closing = [mark for mark in reversed(runs) if mark.span.end == at]
        for mark in sorted(closing, key=lambda one: -one.span.start):
            yield MarkEnd(mark)
        here = tuple(mark for mark in points if mark.span.start == at)
        if here:
            yield Missing(here, text[span.start : at][-1:], text[at : span.end][:1])
        opening = [mark for mark in runs if mark.span.start == at]
        if opening:
            inside = tuple([mark for mark in runs if mark.span.start < at < mark.span.end])
            around = MarkedRun("", inside)
            for mark in sorted(opening, key=lambda one: -one.span.end):
                yield MarkStart(mark, around)
        over = tuple([mark for mark in runs if mark.span.start <= at < mark.span.end])
        yield MarkedRun(text[at:end], over, at)
