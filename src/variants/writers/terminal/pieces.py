"""A stretch of a witness as pieces: runs of text, each in one role, with the signs between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from variants.types import Span
from variants.writers.terminal.visible import visible


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in one role."""

    text: str
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be highlighted.

    Attributes:
        span: Where; a point is a place where something is missing.
        role: As what.
        after: What follows it: its number.
    """

    span: Span
    role: Role
    after: tuple[Piece, ...]


Signs = dict[Role, tuple[str, str]]
"""What stands before and after a run of each role; a point shows what stands before."""

RECAST_WORD = "(recast) "
COLOUR_SIGNS: Signs = {
    Role.ADDED: ("+", ""),
    Role.OMITTED: ("−", ""),
    Role.MOVED: ("⇄", ""),
    Role.RECAST: (RECAST_WORD, ""),
    Role.MISSING_MARK: ("‸", ""),
    Role.MISSING_WORDS: ("−", ""),
}
PLAIN_SIGNS: Signs = {
    Role.SEED: ("{", "}"),
    Role.OTHER: ("{", "}"),
    Role.ADDED: ("{+", "+}"),
    Role.OMITTED: ("[-", "-]"),
    Role.MOVED: ("{~", "~}"),
    Role.RECAST: (RECAST_WORD, ""),
    Role.WHOLE: ("{", "}"),
    Role.MINOR_WORDS: ("{", "}"),
    Role.MISSING_MARK: ("‸", ""),
    Role.MISSING_WORDS: ("[-]", ""),
}
_UNFILLED = frozenset({Role.TEXT, Role.RECAST, Role.WHOLE})
_POINTS = frozenset({Role.MISSING_MARK, Role.MISSING_WORDS})


def cut_into_pieces(
    text: str, stretches: Sequence[Span], marks: Iterable[Mark], signs: Signs
) -> tuple[Piece, ...]:
    """The stretches of ``text``, one after the other, with what is marked in them.

    Marks may overlap: a run then has the role of the innermost, and each mark has its
    signs and its number at its own borders. Blanks at a border are not part of the mark.
    A mark outside every stretch keeps its number, at the end.
    """
    dealt = _dealt([_trimmed(mark, text) for mark in marks], text, stretches)
    line = _Line(signs)
    for index, stretch in enumerate(stretches):
        if index:
            line.add(" … ", Role.NOTE)
        _add_stretch(line, text, stretch, dealt[index])
    return tuple(line.pieces)


def _trimmed(mark: Mark, text: str) -> Mark:
    found = mark.span.of(text)
    start = mark.span.start + len(found) - len(found.lstrip())
    end = mark.span.end - len(found) + len(found.rstrip())
    return replace(mark, span=Span(start, end)) if start < end else mark


def _dealt(marks: Iterable[Mark], text: str, stretches: Sequence[Span]) -> list[list[Mark]]:
    """For each stretch the parts of marks in it; each mark is in at least one."""
    dealt: list[list[Mark]] = [[] for _ in stretches]
    for mark in marks:
        parts = [
            (index, Span(max(stretch.start, mark.span.start), min(stretch.end, mark.span.end)))
            for index, stretch in enumerate(stretches)
            if max(stretch.start, mark.span.start) < min(stretch.end, mark.span.end)
        ]
        for index, part in parts or [_point_in(mark, text, stretches)]:
            dealt[index].append(replace(mark, span=part))
    return dealt


def _point_in(mark: Mark, text: str, stretches: Sequence[Span]) -> tuple[int, Span]:
    """The point in the first stretch that reaches as far as the mark, else at the very end."""
    at = mark.span.start
    index = next((i for i, one in enumerate(stretches) if at <= one.end), len(stretches) - 1)
    stretch = stretches[index]
    at = min(max(at, stretch.start), stretch.end)
    if mark.role is Role.MISSING_MARK:
        # A missing comma stands at the word before it.
        at -= len(text[stretch.start : at]) - len(text[stretch.start : at].rstrip())
    return index, Span(at, at)


class _Line:
    """Pieces as they are put one after another; never two blanks in a row."""

    def __init__(self, signs: Signs) -> None:
        self.pieces: list[Piece] = []
        self.signs = signs

    def add(self, text: str, role: Role) -> None:
        last = self.pieces[-1].text[-1] if self.pieces else " "
        shown = visible(text)
        if last == " ":
            shown = shown.removeprefix(" ")
        if shown:
            self.pieces.append(Piece(shown, role))

    def add_sign(self, role: Role, side: int, within: Role = Role.TEXT) -> None:
        sign = self.signs.get(role, ("", ""))[side]
        if sign:
            # What is missing has no words: its sign alone carries the colour. Inside another
            # mark a sign is part of that, or it would tear it in two.
            plain = Role.SIGN if within is Role.TEXT else within
            self.pieces.append(Piece(sign, role if role in _POINTS else plain))

    def add_after(self, mark: Mark) -> None:
        if self.pieces and mark.after and self.pieces[-1].role is mark.after[0].role is Role.NUMBER:
            self.pieces.append(Piece(",", Role.NUMBER))  # Or ¹ and ² would be twelve.
        self.pieces.extend(mark.after)


def _add_stretch(line: _Line, text: str, stretch: Span, marks: Sequence[Mark]) -> None:
    """Sweep over the borders of the marks; ``marks`` lie inside the stretch."""
    runs = [mark for mark in marks if mark.span.length]
    points = [mark for mark in marks if not mark.span.length]
    borders = {stretch.start, stretch.end}
    borders |= {border for mark in marks for border in (mark.span.start, mark.span.end)}
    for at, end in pairwise([*sorted(borders), stretch.end]):
        closing = [mark for mark in reversed(runs) if mark.span.end == at]
        for mark in sorted(closing, key=lambda one: -one.span.start):
            line.add_sign(mark.role, 1)
            line.add_after(mark)
        _add_points(line, text, stretch, [mark for mark in points if mark.span.start == at])
        opening = [mark for mark in runs if mark.span.start == at]
        around = _innermost([mark for mark in runs if mark.span.start < at], at)
        for mark in sorted(opening, key=lambda one: -one.span.end):
            line.add_sign(mark.role, 0, around)
        line.add(text[at:end], _innermost(runs, at))


def _innermost(runs: Sequence[Mark], at: int) -> Role:
    """The role of the characters from ``at`` on; whole sentences leave them as they are."""
    over = [
        (mark.span.start, -mark.span.end, index)
        for index, mark in enumerate(runs)
        if mark.span.start <= at < mark.span.end and mark.role not in _UNFILLED
    ]
    return runs[max(over)[2]].role if over else Role.TEXT


def _add_points(line: _Line, text: str, stretch: Span, points: Sequence[Mark]) -> None:
    """What is missing at one place; missing words stand between blanks like words."""
    words = [mark for mark in points if mark.role is Role.MISSING_WORDS]
    for mark in points:
        if mark.role is Role.MISSING_MARK:
            line.add_sign(mark.role, 0)
        if mark.role is not Role.MISSING_WORDS:
            line.add_after(mark)
    if not words:
        return
    at = words[0].span.start
    before, after = text[stretch.start : at][-1:], text[at : stretch.end][:1]
    inside_a_word = before.isalnum() and after.isalnum()
    at_an_opening = after.isalnum() and not before.isspace()  # As in “Comrade.
    if before and not at_an_opening:
        line.add(" ", Role.TEXT)
    for index, mark in enumerate(words):
        if index:
            line.add(" ", Role.TEXT)
        line.add_sign(mark.role, 0)
        line.add_after(mark)
    if after.isalnum() and not inside_a_word:
        line.add(" ", Role.TEXT)
