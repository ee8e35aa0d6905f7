"""A stretch of a witness as pieces: runs of text, each in one role, with the signs between."""

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
    """A run of characters in one role; those in which a word differs are told from the rest."""

    text: str
    role: Role = Role.TEXT
    differs: bool = False


Pieces: TypeAlias = tuple[StyledPiece, ...]

Signs = dict[Role, tuple[str, str]]
"""What stands before and after a run of each role; a point shows what stands before."""

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
    text: str, stretches: Sequence[Span], marks: Iterable[Mark[Pieces]], signs: Signs
) -> Pieces:
    """The stretches of ``text``, one after the other, with what is marked in them.

    What is tied to a mark follows it: its number. Marks may overlap: a run then has the role
    of the innermost, and each mark has its signs and its number at its own borders. A mark
    outside every stretch keeps its number, at the end.
    """
    line = _PieceLine(signs)
    for step in cut_at_marks(text, stretches, marks):
        match step:
            case Break():
                line.add(" … ", Role.NOTE)
            case MarkStart(mark, around):
                line.add_sign(mark.role, 0, _role(around))
            case MarkedRun():
                for part, differs in step.letters:
                    line.add(part, _role(step), differs=differs)
            case MarkEnd(mark):
                line.add_sign(mark.role, 1)
                line.add_after(mark)
            case Missing():
                _add_points(line, step)
    return tuple(line.pieces)


def _role(words: MarkedRun[Pieces]) -> Role:
    return words.top.role if words.top else Role.TEXT


class _PieceLine:
    """Pieces as they are put one after another; never two blanks in a row."""

    def __init__(self, signs: Signs) -> None:
        self.pieces: list[StyledPiece] = []
        self.signs = signs

    def add(self, text: str, role: Role, *, differs: bool = False) -> None:
        last = self.pieces[-1].text[-1] if self.pieces else " "
        shown = sanitize_line(text)
        if last == " ":
            shown = shown.removeprefix(" ")
        if shown:
            self.pieces.append(StyledPiece(shown, role, differs))

    def add_sign(self, role: Role, side: int, within: Role = Role.TEXT) -> None:
        sign = self.signs.get(role, ("", ""))[side]
        if sign:
            # What is missing has no words: its sign alone carries the colour. Inside another
            # mark a sign is part of that, or it would tear it in two.
            plain = Role.SIGN if within is Role.TEXT else within
            self.pieces.append(StyledPiece(sign, role if role in _POINTS else plain))

    def add_after(self, mark: Mark[Pieces]) -> None:
        if self.pieces and mark.tag and self.pieces[-1].role is mark.tag[0].role is Role.NUMBER:
            self.pieces.append(StyledPiece(",", Role.NUMBER))  # Or ¹ and ² would be twelve.
        self.pieces.extend(mark.tag)


def _add_points(line: _PieceLine, missing: Missing[Pieces]) -> None:
    """What is missing at one place; missing words stand between blanks like words."""
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
