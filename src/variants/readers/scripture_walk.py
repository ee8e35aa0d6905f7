"""Text of a Bible translation from its parts in order: verses, headings and notes."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from variants.readers.left_out import LeftOut
from variants.readers.safe_xml import Element, local_name
from variants.readers.text_builder import FOOTNOTE, NoteMark, PieceList, TextBuilder
from variants.types.witness import DivisionKind

_SPACES = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(slots=True)
class ScriptureWalk:
    """Collects verses, each of which is one division, also if it goes on in a new paragraph.

    Attributes:
        builder: Collects the text.
        left_out: Counts the rest.
        book: Name of the book before chapter and verse; empty in a file with one book.
        chapter: Number of the chapter.
        verse: Number of the verse; empty before the first of a chapter.
    """

    builder: TextBuilder = field(default_factory=TextBuilder)
    left_out: LeftOut = field(default_factory=LeftOut)
    book: str = ""
    chapter: str = ""
    verse: str = ""
    _pieces: PieceList = field(default_factory=PieceList)
    _kind: DivisionKind = DivisionKind.PARAGRAPH
    _note: PieceList | None = None
    _notes: int = 0
    _is_after_note: bool = False

    @property
    def in_note(self) -> bool:
        """True if words go to a note."""
        return self._note is not None

    def begin_chapter(self, number: str) -> None:
        """Begin a chapter."""
        self.flush()
        self.chapter, self.verse = number, ""

    def begin_verse(self, number: str) -> None:
        """Begin a verse."""
        self.flush()
        self.verse = number
        self._kind = DivisionKind.VERSE

    def begin_paragraph(self, *, heading: bool) -> None:
        """Begin a paragraph or a heading."""
        if heading or self._kind is DivisionKind.HEADING or not self.verse:
            self.flush()
        elif self._pieces:
            self.add("\n")
        self._kind = DivisionKind.HEADING if heading else DivisionKind.VERSE
        if not self.verse and not heading:
            self._kind = DivisionKind.PARAGRAPH

    def begin_note(self) -> None:
        """Begin a note; words go to it until it ends."""
        self._note = PieceList()

    def end_note(self, *, reference: bool) -> None:
        """End a note; references to other verses are left out."""
        if self._note is None:
            return
        if reference:
            self.left_out.count("cross reference")
        else:
            self._notes += 1
            self._pieces.append(NoteMark(str(self._notes)))
            self.builder.add_note(str(self._notes), self._note.take(), FOOTNOTE)
        self._note = None
        self._is_after_note = True

    def add_words(self, words: str) -> None:
        """Add words of the text or of a note; white space between them is one space."""
        self.add(_SPACES.sub(" ", words))

    def add(self, characters: str) -> None:
        """Add characters; a space or a new line takes the place of spaces before it.

        A note also separates words, since some programs lose the space after one.
        """
        pieces = self._pieces if self._note is None else self._note
        before = pieces.last_text
        if self._note is None and characters:
            if self._is_after_note and _is_cased(before[-1:]) and _is_cased(characters[0]):
                characters = f" {characters}"
            self._is_after_note = False
        if characters == "\n":
            pieces.replace_last_text(before.rstrip())
        elif before[-1:].isspace():
            characters = characters.lstrip(" ")
        if characters:
            pieces.append(characters)

    def flush(self) -> None:
        """Add the verse, paragraph or heading that was read."""
        pieces = self._pieces.take()
        book = f"{self.book} " if self.book else ""
        chapter = f"{self.chapter}:" if self.chapter else ""
        place = f"{book}{chapter}{self.verse}" if self.verse else ""
        kind = self._kind
        is_verse = kind is DivisionKind.VERSE and bool(place)
        source = place if is_verse else f"{book}ch. {self.chapter or '0'}"
        self.builder.add(kind, pieces, source, place if is_verse else "")
        if kind is DivisionKind.HEADING:
            self._kind = DivisionKind.VERSE if self.verse else DivisionKind.PARAGRAPH


def _is_cased(character: str) -> bool:
    """Return True if an alphabet with capitals has the letter; its words have spaces between."""
    return character.lower() != character.upper()


@dataclass(slots=True)
class XmlScriptureWalk(ABC):
    """Walk over the elements of an XML file with a Bible translation.

    Attributes:
        scripture: Collects the verses.
    """

    scripture: ScriptureWalk = field(default_factory=ScriptureWalk)

    def read(self, root: Element) -> None:
        """Read an element with all below it."""
        self.children(root)
        self.scripture.flush()

    def children(self, parent: Element) -> None:
        """Read the words and elements inside of an element."""
        self.scripture.add_words(parent.text or "")
        for element in parent:
            name = local_name(element)
            if name:
                self.element(name, element)
            self.scripture.add_words(element.tail or "")

    def note(self, element: Element, *, reference: bool) -> None:
        """Read a note; one inside of it is part of it."""
        if self.scripture.in_note:
            self.children(element)
            return
        self.scripture.begin_note()
        self.children(element)
        self.scripture.end_note(reference=reference)

    @abstractmethod
    def element(self, name: str, element: Element) -> None:
        """Read an element of this name."""
