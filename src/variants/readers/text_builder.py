"""Blocks of a document as one text with divisions, its notes last."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from variants.readers.file_text import NotesUse
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

_BETWEEN = "\n\n"

FOOTNOTE, ENDNOTE = "fn.", "en."
"""Abbreviations in the sources of notes."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a note's mark; the mark itself is not in the text."""

    note: str


Piece: TypeAlias = str | NoteMark


class PieceList:
    """Pieces of a paragraph that is read; the last text is found at once, whatever follows it."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._last = -1

    def __len__(self) -> int:
        return len(self._pieces)

    @property
    def last_text(self) -> str:
        """The last piece that is text; a new line if there is none."""
        piece = self._pieces[self._last] if self._last >= 0 else "\n"
        return piece if isinstance(piece, str) else "\n"

    def append(self, piece: Piece) -> None:
        """Add a piece."""
        if isinstance(piece, str):
            self._last = len(self._pieces)
        self._pieces.append(piece)

    def replace_last_text(self, text: str) -> None:
        """Put a text in the place of the last one, if there is one."""
        if self._last >= 0:
            self._pieces[self._last] = text

    def take(self) -> tuple[Piece, ...]:
        """Return the pieces, and forget them."""
        pieces = tuple(self._pieces)
        self._pieces, self._last = [], -1
        return pieces


@dataclass(frozen=True, slots=True)
class _TextBlock:
    kind: DivisionKind
    pieces: list[Piece]
    source: str
    label: str


@dataclass(frozen=True, slots=True)
class _Note:
    pieces: tuple[Piece, ...]
    sort: str


class TextBuilder:
    """Collects paragraphs, headings and notes, and joins them to a text.

    Paragraphs are separated by an empty line, and the text ends with a newline. A note is numbered
    by the place of its mark, so that its source is "fn. 4" whatever its number in the file. Notes
    without a mark follow those that have one.
    """

    def __init__(self) -> None:
        self._blocks: list[_TextBlock] = []
        self._notes: dict[str, _Note] = {}

    def add(
        self, kind: DivisionKind, pieces: Iterable[Piece], source: str, label: str = ""
    ) -> bool:
        """Add a paragraph or heading; return False if it has only white space, and is not added."""
        kept = _stripped(pieces)
        if not any(isinstance(piece, str) for piece in kept):
            # A mark without words belongs to the paragraph before it.
            if kept and self._blocks:
                self._blocks[-1].pieces.extend(kept)
            return False
        self._blocks.append(_TextBlock(kind, list(kept), source, label))
        return True

    def add_note(self, note: str, pieces: Iterable[Piece], sort: str = FOOTNOTE) -> None:
        """Add a note, unless it has only white space or was added before."""
        kept = _stripped(pieces)
        if note not in self._notes and any(isinstance(piece, str) for piece in kept):
            self._notes[note] = _Note(kept, sort)

    def has_note(self, note: str) -> bool:
        """Return True if a note was added."""
        return note in self._notes

    def pieces(self) -> tuple[Piece, ...]:
        """Return the paragraphs as one, separated by empty lines, for a note."""
        joined: list[Piece] = []
        for block in self._blocks:
            joined += [_BETWEEN, *block.pieces] if joined else block.pieces
        return tuple(joined)

    def build(self, use: NotesUse) -> tuple[str, tuple[Division, ...]]:
        """Return the text and its divisions."""
        writer = _Writer(self._notes)
        marked: list[str] = []
        for block in self._blocks:
            found = writer.write(block)
            if use is NotesUse.IN_PLACE:
                writer.write_notes(found)
            else:
                marked += found
        if use is NotesUse.APART:
            writer.write_notes(marked)
        if use is not NotesUse.LEAVE_OUT:
            writer.write_notes([name for name in self._notes if name not in writer.marks])
        end = "\n" if writer.parts else ""
        return "".join(writer.parts) + end, tuple(writer.divisions)


class _Writer:
    """Writes blocks in order; ``marks`` are the offsets of the marks of notes."""

    def __init__(self, notes: Mapping[str, _Note]) -> None:
        self._notes = notes
        self._at = 0
        self._numbers: Counter[str] = Counter()
        self.parts: list[str] = []
        self.divisions: list[Division] = []
        self.marks: dict[str, int] = {}

    def write(self, block: _TextBlock, mark: int | None = None) -> list[str]:
        """Write a block, and return the notes that have their first mark in it."""
        if self.parts:
            self.parts.append(_BETWEEN)
            self._at += len(_BETWEEN)
        text = _text_of(block.pieces)
        found = []
        for name, place in _places_of(block.pieces):
            if name in self._notes and name not in self.marks:
                self.marks[name] = self._at + place
                found.append(name)
        span = Span(self._at, self._at + len(text))
        self.divisions.append(Division(block.kind, span, block.label, block.source, mark))
        self.parts.append(text)
        self._at = span.end
        return found

    def write_notes(self, names: Iterable[str]) -> None:
        """Write notes, and after each the notes that have their mark in it."""
        queue = deque(names)
        while queue:
            name = queue.popleft()
            note = self._notes[name]
            self._numbers[note.sort] += 1
            source = f"{note.sort} {self._numbers[note.sort]}"
            block = _TextBlock(DivisionKind.NOTE, list(note.pieces), source, "")
            queue.extend(self.write(block, self.marks.get(name)))


def _stripped(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without white space at their ends and without empty texts."""
    kept = [piece for piece in pieces if piece != ""]
    for order in (range(len(kept)), range(len(kept) - 1, -1, -1)):
        for place in order:
            piece = kept[place]
            if isinstance(piece, str):
                kept[place] = piece.lstrip() if order.step > 0 else piece.rstrip()
                if kept[place]:
                    break
    return tuple(piece for piece in kept if piece != "")


def _text_of(pieces: Iterable[Piece]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _places_of(pieces: Iterable[Piece]) -> Iterator[tuple[str, int]]:
    """Yield the notes whose marks are among pieces, with their offsets in the text of these."""
    at = 0
    for piece in pieces:
        if isinstance(piece, NoteMark):
            yield piece.note, at
        else:
            at += len(piece)
