"""Text of a witness as pieces: runs in one look each, with signs between them in plain output."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from variants.terminal.look import MARKED, OF_SENSE, Look, look_of
from variants.types.span import Span
from variants.wording.mark_looks import top_mark
from variants.wording.marks import Mark
from variants.wording.markup_runs import Break, MarkedRun, MarkEnd, Missing, cut_at_marks
from variants.wording.said_differences import MISSING
from variants.wording.sanitize import sanitize_line


@dataclass(frozen=True, slots=True)
class StyledPiece:
    """A run of characters in one look."""

    text: str
    look: Look = Look.TEXT


def note_piece(words: str) -> StyledPiece:
    """Return the program's words in the look of a note."""
    return StyledPiece(words, Look.NOTE)


Pieces: TypeAlias = tuple[StyledPiece, ...]


@dataclass(frozen=True, slots=True)
class MarkSigns:
    """Signs around marked words of a text.

    Attributes:
        around: Signs before and after marked words, by look; none where colours mark them.
        gaps: Sign of missing words, by look; without one the gap itself has the look.
        looks: Looks that are marked; words of others are not.
    """

    around: Mapping[Look, tuple[str, str]] = field(default_factory=dict)
    gaps: Mapping[Look, str] = field(default_factory=dict)
    looks: frozenset[Look] = MARKED


_SENSE = ("▲{", "}")
_WORDING = ("_", "_")
PLAIN_SIGNS = MarkSigns(
    around={
        Look.SEED_SENSE: _SENSE,
        Look.SENSE: _SENSE,
        Look.SEED_FEW: _WORDING,
        Look.SEED_MOST: _WORDING,
        Look.SEED_ALL: _WORDING,
        Look.WORDING: _WORDING,
        Look.FORM: ("~", "~"),
    },
    gaps={look: f"▲{MISSING}" if look in OF_SENSE else MISSING for look in MARKED},
)


def cut_into_pieces(
    text: str, spans: Sequence[Span], marks: Iterable[Mark[Pieces]], signs: MarkSigns
) -> Pieces:
    """Return the pieces of some spans of ``text``, with signs around marked words if there are any.

    The tag of a mark follows it. Marks may overlap: words then have the look of the heaviest, and
    the tag of a mark outside every span is at the end. Where words are missing, the gap between
    the words has the look of the mark, or a sign comes before the next word.
    """
    line = _PieceLine(signs)
    for step in cut_at_marks(text, spans, marks):
        match step:
            case Break():
                line.end_mark()
                line.add(" … ", Look.NOTE)
            case MarkedRun():
                line.add_run(step)
            case MarkEnd(mark):
                line.end_mark(None if mark.tag else mark)
                line.pieces.extend(mark.tag)
            case Missing():
                line.add_gap(step)
            case _:
                pass
    line.end_mark()
    return tuple(line.pieces)


class _PieceLine:
    """Pieces in order, never with two spaces in a row."""

    def __init__(self, signs: MarkSigns) -> None:
        self.pieces: list[StyledPiece] = []
        self._signs = signs
        self._open: Mark[Pieces] | None = None
        self._gap: Look | None = None
        self._space = ""

    def add_run(self, run: MarkedRun[Pieces]) -> None:
        """Add words with the look of their heaviest mark."""
        mark = top_mark(run.marks)
        if mark is not None and look_of(mark) not in {*self._signs.looks, Look.SET_ASIDE}:
            mark = None
        if not run.text:
            return
        words = run.text
        if mark != self._open:
            self.end_mark()
            space = words[: len(words) - len(words.lstrip())]
            self.add(space, Look.TEXT)
            words = words[len(space) :]
            self._begin(mark if words else None)
        look = look_of(self._open) if self._open else Look.TEXT
        kept = words.rstrip() if self._open else words
        self._add_space(look)
        self.add(kept, look)
        self._space = words[len(kept) :]

    def _begin(self, mark: Mark[Pieces] | None) -> None:
        self._open = mark
        if mark is not None:
            self._add_sign(look_of(mark), 0)

    def _add_space(self, look: Look) -> None:
        """Add the white space at the end of the last run, which is marked only between words."""
        space, self._space = self._space, ""
        if space:
            self.add(space, look)

    def end_mark(self, only: Mark[Pieces] | None = None) -> None:
        """End marked words, with a sign if there is one.

        Args:
            only: The mark that ends; ``None`` for any.
        """
        if only is not None and only != self._open:
            return
        if self._open is not None:
            self._add_sign(look_of(self._open), 1)
        self._open = None
        self._add_space(Look.TEXT)

    def _add_sign(self, look: Look, side: int) -> None:
        sign = self._signs.around.get(look, ("", ""))[side]
        if sign:
            self._add_pending_gap("")
            self.pieces.append(StyledPiece(sign, Look.SIGN))

    def add(self, text: str, look: Look) -> None:
        """Add sanitized text; a gap before it takes its first space."""
        last = self.pieces[-1].text[-1] if self.pieces else " "
        shown = sanitize_line(text)
        if last == " ":
            shown = shown.removeprefix(" ")
        shown = self._add_pending_gap(shown)
        if shown:
            self.pieces.append(StyledPiece(shown, look))

    def _add_pending_gap(self, shown: str) -> str:
        """Add a gap that waits for the next words, and return the words without its space."""
        if self._gap is None or (not shown and not self._signs.gaps):
            return shown
        gap, self._gap = self._gap, None
        space = " " if shown.startswith(" ") else ""
        sign = self._signs.gaps.get(gap, "")
        if sign and space:
            self.pieces.append(StyledPiece(space))
        if sign or space:
            self.pieces.append(StyledPiece(sign or space, Look.SIGN if sign else gap))
            return shown.removeprefix(space)
        if not shown or unicodedata.category(shown[0])[0] != "P":
            return shown
        # Without a space, the mark after the gap has its look.
        self.pieces.append(StyledPiece(shown[0], gap))
        return shown[1:]

    def add_gap(self, missing: Missing[Pieces]) -> None:
        """Add the gap at which words are missing, and the tags of their marks."""
        mark = top_mark(missing.marks)
        self.end_mark()
        look = look_of(mark) if mark is not None else None
        if look is not None and look in self._signs.looks:
            last = self.pieces[-1] if self.pieces else None
            if self._signs.gaps or last is None or not last.text.endswith(" "):
                self._gap = look
                if not missing.after:
                    self._add_pending_gap("")
            else:
                self.pieces[-1:] = _with_gap(last, look)
        for one in missing.marks:
            self.pieces.extend(one.tag)


def _with_gap(piece: StyledPiece, look: Look) -> Pieces:
    """Return a piece with its last space in another look."""
    before = replace(piece, text=piece.text[:-1])
    return (*((before,) if before.text else ()), StyledPiece(" ", look))
