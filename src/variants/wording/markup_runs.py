"""A stretch of text cut where marks begin and end.

Views share it: each makes its own signs, colours or elements of the steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeAlias

from variants.types.span import Span
from variants.wording.marks import Mark, Role, Tag

_UNFILLED = frozenset({Role.TEXT, Role.RECAST, Role.WHOLE})


@dataclass(frozen=True, slots=True)
class MarkedRun(Generic[Tag]):
    """A run of text under the same marks, in the order in which they were given.

    Attributes:
        text: Its characters.
        marks: What it lies under.
        start: Offset of its first character.
    """

    text: str
    marks: tuple[Mark[Tag], ...]
    start: int = 0

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

    @property
    def letters(self) -> Iterator[tuple[str, bool]]:
        """The text in parts, and of each whether it is what its word differs in."""
        letters = self.top.letters if self.top else ()
        inside = [x - self.start for span in letters for x in (span.start, span.end)]
        borders = [0, *(min(max(x, 0), len(self.text)) for x in inside), len(self.text)]
        for n, (start, end) in enumerate(pairwise(borders)):
            if start < end:
                yield self.text[start:end], n % 2 == 1


@dataclass(frozen=True, slots=True)
class MarkStart(Generic[Tag]):
    """A mark begins; ``around`` are those it begins in."""

    mark: Mark[Tag]
    around: MarkedRun[Tag]


@dataclass(frozen=True, slots=True)
class MarkEnd(Generic[Tag]):
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


Step: TypeAlias = MarkedRun[Tag] | MarkStart[Tag] | MarkEnd[Tag] | Missing[Tag] | Break


def cut_at_marks(
    text: str, stretches: Sequence[Span], marks: Iterable[Mark[Tag]]
) -> Iterator[Step[Tag]]:
    """The stretches of ``text``, one after the other, cut where marks begin and end.

    Marks may overlap. Blanks at a border are not part of the mark. A mark outside every
    stretch becomes a point at the end; one over several opens and closes in each.
    """
    dealt = _distribute([_trimmed(mark, text) for mark in marks], text, stretches)
    for index, stretch in enumerate(stretches):
        if index:
            yield Break()
        yield from _cut_span(text, stretch, dealt[index])


def _trimmed(mark: Mark[Tag], text: str) -> Mark[Tag]:
    found = mark.span.of(text)
    start = mark.span.start + len(found) - len(found.lstrip())
    end = mark.span.end - len(found) + len(found.rstrip())
    return replace(mark, span=Span(start, end)) if start < end else mark


def _distribute(
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


def _cut_span(text: str, stretch: Span, marks: Sequence[Mark[Tag]]) -> Iterator[Step[Tag]]:
    """Sweep over the borders of the marks; ``marks`` lie inside the stretch."""
    runs = [mark for mark in marks if mark.span.length]
    points = [mark for mark in marks if not mark.span.length]
    borders = {stretch.start, stretch.end}
    borders |= {border for mark in marks for border in (mark.span.start, mark.span.end)}
    for at, end in pairwise([*sorted(borders), stretch.end]):
        closing = [mark for mark in reversed(runs) if mark.span.end == at]
        for mark in sorted(closing, key=lambda one: -one.span.start):
            yield MarkEnd(mark)
        here = tuple(mark for mark in points if mark.span.start == at)
        if here:
            yield Missing(here, text[stretch.start : at][-1:], text[at : stretch.end][:1])
        opening = [mark for mark in runs if mark.span.start == at]
        around = MarkedRun("", tuple(mark for mark in runs if mark.span.start < at < mark.span.end))
        for mark in sorted(opening, key=lambda one: -one.span.end):
            yield MarkStart(mark, around)
        over = tuple(mark for mark in runs if mark.span.start <= at < mark.span.end)
        yield MarkedRun(text[at:end], over, at)
