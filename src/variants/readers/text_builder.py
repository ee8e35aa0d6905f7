"""Blocks of a document as one text with divisions, its notes last."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from variants.readers.file_text import NotesUse
from variants.readers.limits import refuse_many_divisions
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, SetAside

_BETWEEN = "\n\n"
_NEXT_WORD = re.compile(r"\S")
_NEXT_SPACE = re.compile(r"\s+(?=\S)")

FOOTNOTE, ENDNOTE = "fn.", "en."
"""Abbreviations in the sources of notes."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a note's mark; the mark itself is not in the text."""

    note: str


@dataclass(frozen=True, slots=True)
class AsideMark:
    """The beginning of characters that are set aside, with their kind, or their end."""

    kind: SetAsideKind | None = None


Piece: TypeAlias = str | NoteMark | AsideMark


class PieceList:
    """Pieces of a paragraph that is read; the last text is found at once, whatever follows it."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._last = -1
        self._aside: list[tuple[SetAsideKind, str]] = []

    def __len__(self) -> int:
        return len(self._pieces)

    @property
    def last_text(self) -> str:
        """The last piece that is text; a new line if there is none."""
        piece = self._pieces[self._last] if self._last >= 0 else "\n"
        return piece if isinstance(piece, str) else "\n"

    def append(self, piece: Piece) -> None:
        """Add a piece."""
        if isinstance(piece, str) and self._aside:
            self._append_aside(piece)
        else:
            self._append(piece)

    def set_aside(self, kind: SetAsideKind, words: str) -> None:
        """Add words that are not compared; they follow a word that is not complete."""
        self._aside.append((kind, words))
        refuse_many_divisions(len(self._aside))

    def _append(self, piece: Piece) -> None:
        if isinstance(piece, str):
            self._last = len(self._pieces)
        self._pieces.append(piece)

    def _append_aside(self, text: str) -> None:
        """Add a text, and the words to set aside before the first word that begins in it."""
        is_between = self.last_text[-1:].isspace()
        found = (_NEXT_WORD if is_between else _NEXT_SPACE).search(text)
        if found is None:
            self._append(text)
            return
        before = text[: found.end() - is_between]
        if before:
            self._append(before)
        for kind, words in self._aside:
            for piece in (AsideMark(kind), words, AsideMark(), " "):
                self._append(piece)
        self._aside = []
        self._append(text[len(before) :])

    def replace_last_text(self, text: str) -> None:
        """Put a text in the place of the last one, if there is one."""
        if self._last >= 0:
            self._pieces[self._last] = text

    def take_aside(self) -> list[SetAsideKind]:
        """Return the kinds of the words to set aside that no word follows, and forget them."""
        kinds = [kind for kind, _ in self._aside]
        self._aside = []
        return kinds

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

    Attributes:
        set_aside: Characters of the text that are not compared, after it was built.
    """

    def __init__(self) -> None:
        self.set_aside: tuple[SetAside, ...] = ()
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
        self._check_number()
        return True

    def add_note(self, note: str, pieces: Iterable[Piece], sort: str = FOOTNOTE) -> None:
        """Add a note, unless it has only white space or was added before."""
        kept = _stripped(pieces)
        if note not in self._notes and any(isinstance(piece, str) for piece in kept):
            self._notes[note] = _Note(kept, sort)
            self._check_number()

    def _check_number(self) -> None:
        """Raise an error at each thousand if there are too many paragraphs and notes."""
        refuse_many_divisions(len(self._blocks) + len(self._notes))

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
        self.set_aside = tuple(writer.set_aside)
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
        self.set_aside: list[SetAside] = []

    def write(self, block: _TextBlock, mark: int | None = None) -> list[str]:
        """Write a block, and return the notes that have their first mark in it."""
        if self.parts:
            self.parts.append(_BETWEEN)
            self._at += len(_BETWEEN)
        text = _text_of(block.pieces)
        found = []
        aside = AsideMark()
        begins = self._at
        for piece, offset in _places_of(block.pieces):
            place = self._at + offset
            if isinstance(piece, AsideMark):
                if aside.kind is not None:
                    self.set_aside.append(SetAside(Span(begins, place), aside.kind))
                aside, begins = piece, place
            elif piece.note in self._notes and piece.note not in self.marks:
                self.marks[piece.note] = place
                found.append(piece.note)
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


def _places_of(pieces: Iterable[Piece]) -> Iterator[tuple[NoteMark | AsideMark, int]]:
    """Yield the marks among pieces, with their offsets in the text of these."""
    at = 0
    for piece in pieces:
        if isinstance(piece, str):
            at += len(piece)
        else:
            yield piece, at
