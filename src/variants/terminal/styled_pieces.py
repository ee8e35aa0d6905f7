"""Text of a witness as pieces: runs in one role each, with signs between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.types.span import Span
from variants.wording.marks import Mark, Role
from variants.wording.markup_runs import Break, MarkedRun, MarkEnd, MarkStart, Missing, cut_at_marks
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import RECAST


@dataclass(frozen=True, slots=True)
class StyledPiece:
    """A run of characters in one role.

    Attributes:
        text: The characters.
        role: Their role.
        differs: True if a word differs from a similar one in them.
        light: True if they are a difference that is not likely to touch the sense.
    """

    text: str
    role: Role = Role.TEXT
    differs: bool = False
    light: bool = False


Pieces: TypeAlias = tuple[StyledPiece, ...]

Signs = dict[Role, tuple[str, str]]
"""Signs before and after a run of each role; a point has only the first."""

RECAST_WORD = f"({RECAST}) "
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
_POINTS = frozenset({Role.MISSING_MARK, Role.MISSING_WORDS})


def cut_into_pieces(
    text: str, spans: Sequence[Span], marks: Iterable[Mark[Pieces]], signs: Signs
) -> Pieces:
    """Return the pieces of some spans of ``text``, with signs and tags of the marks.

    The tag of a mark, such as its number, follows it. Marks may overlap: a run then has the role
    of the innermost, and each mark has its signs and its tag at its own borders. The tag of a
    mark outside every span is at the end.
    """
    line = _PieceLine(signs)
    for step in cut_at_marks(text, spans, marks):
        match step:
            case Break():
                line.add(" … ", Role.NOTE)
            case MarkStart(mark, around):
                line.add_sign(mark.role, 0, _role(around))
            case MarkedRun():
                light = step.top is not None and step.top.light
                for part, differs in step.letters:
                    line.add(part, _role(step), differs=differs, light=light)
            case MarkEnd(mark):
                line.add_sign(mark.role, 1)
                line.add_after(mark)
            case Missing():
                _add_points(line, step)
    return tuple(line.pieces)


def _role(words: MarkedRun[Pieces]) -> Role:
    return words.top.role if words.top else Role.TEXT


class _PieceLine:
    """Pieces in order, never with two spaces in a row."""

    def __init__(self, signs: Signs) -> None:
        self.pieces: list[StyledPiece] = []
        self.signs = signs

    def add(self, text: str, role: Role, *, differs: bool = False, light: bool = False) -> None:
        last = self.pieces[-1].text[-1] if self.pieces else " "
        shown = sanitize_line(text)
        if last == " ":
            shown = shown.removeprefix(" ")
        if shown:
            self.pieces.append(StyledPiece(shown, role, differs, light))

    def add_sign(self, role: Role, side: int, within: Role = Role.TEXT) -> None:
        sign = self.signs.get(role, ("", ""))[side]
        if sign:
            # A point has no words, so its sign has the colour. A sign inside another mark has
            # the look of that mark, because it would split it otherwise.
            around = Role.SIGN if within is Role.TEXT else within
            self.pieces.append(StyledPiece(sign, role if role in _POINTS else around))

    def add_after(self, mark: Mark[Pieces]) -> None:
        if self.pieces and mark.tag and self.pieces[-1].role is mark.tag[0].role is Role.NUMBER:
            self.pieces.append(StyledPiece(",", Role.NUMBER))  # Else ¹ and ² would read as twelve.
        self.pieces.extend(mark.tag)


def _add_points(line: _PieceLine, missing: Missing[Pieces]) -> None:
    """Add the points at one place; a sign of missing words is separated by spaces like a word."""
    words = [mark for mark in missing.marks if mark.role is Role.MISSING_WORDS]
    for mark in missing.marks:
        if mark.role is Role.MISSING_MARK:
            line.add_sign(mark.role, 0)
        if mark.role is not Role.MISSING_WORDS:
            line.add_after(mark)
    if not words:
        return
    before, after = missing.before, missing.after
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
