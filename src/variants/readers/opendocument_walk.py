"""Walk over the text of an OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from variants.readers.file_text import ReadOptions, TrackedChanges
from variants.readers.left_out import LeftOut
from variants.readers.office_blocks import OfficeBlocks
from variants.readers.picture_names import is_picture
from variants.readers.safe_xml import Element, attribute, local_name, words_in
from variants.readers.text_builder import ENDNOTE, FOOTNOTE, NoteMark
from variants.types.witness import DivisionKind

_SPACES = re.compile(r"[ \t\r\n]+")
_PARAGRAPHS = frozenset(("p", "h"))
# Declarations, citations of notes, and marks of ranges and indexes.
_IGNORED = frozenset(
    (
        *("sequence-decls", "variable-decls", "user-field-decls", "forms", "dde-connection-decls"),
        *("note-citation", "ruby-text", "annotation-end", "soft-page-break", "tracked-changes"),
        *("alphabetical-index-auto-mark-file", "event-listeners", "desc", "title", "object"),
        *("object-ole", "glue-point", "script"),
    )
)
_INDEXES = frozenset(
    (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography"),
    )
)
_CHARACTERS = {"tab": "\t", "line-break": "\n"}
_MARKS_OF_CHANGES = frozenset(("change", "change-start", "change-end"))
_HIDDEN = frozenset(("hidden-text", "hidden-paragraph"))
_MOST_COPIES = 1_000  # Spaces in a row, or empty columns, that a file may ask for.
_TITLES = frozenset(("Title", "Subtitle"))
_OFF = frozenset(("none", "condition"))


def hidden_styles(roots: Iterable[Element]) -> frozenset[str]:
    """Return the names of styles that hide their text."""
    return frozenset(
        attribute(style, "name")
        for root in roots
        for style in root.iter("{*}style")
        for each in style
        if local_name(each) == "text-properties" and attribute(each, "display") in _OFF
    )


def title_styles(roots: Iterable[Element]) -> frozenset[str]:
    """Return the names of styles for titles, also of those that a program has derived."""
    derived = {
        attribute(style, "name")
        for root in roots
        for style in root.iter("{*}style")
        if attribute(style, "parent-style-name") in _TITLES
    }
    return _TITLES | derived


@dataclass(slots=True)
class OpenDocumentWalk:
    """Walk over the body of a document.

    Attributes:
        options: The choices of the user.
        hidden: Names of styles that hide their text.
        titles: Names of styles for titles.
        blocks: Collects the text.
        left_out: Counts the rest.
    """

    options: ReadOptions
    hidden: frozenset[str]
    titles: frozenset[str]
    blocks: OfficeBlocks = field(default_factory=OfficeBlocks)
    left_out: LeftOut = field(default_factory=LeftOut)
    _changes: dict[str, Element] = field(default_factory=dict)
    _removed: set[str] = field(default_factory=set)
    _notes: int = 0

    def read_document(self, body: Element) -> None:
        """Read the body; the deleted text is in a list before it."""
        for region in body.iter("{*}changed-region"):
            for change in region:
                self._changes[attribute(region, "id")] = change
                if local_name(change) in {"insertion", "deletion"}:
                    self.left_out.count_change(local_name(change))
        self.read_blocks(body)
        self._finish(DivisionKind.PARAGRAPH)

    def read_blocks(self, parent: Element) -> None:
        """Read paragraphs, tables, lists and sections."""
        for element in parent:
            name = local_name(element)
            if name in _PARAGRAPHS:
                self._paragraph(element, name)
            elif name in _INDEXES:
                self.left_out.count("list of contents")
            elif name == "table":
                self._table(element)
            elif name in _MARKS_OF_CHANGES:
                self._change(name, element)
            elif name == "section" and attribute(element, "display") in _OFF:
                self._hide(element)
            elif name == "section" and is_picture(attribute(element, "name")):
                self.left_out.count("picture")
            elif name in {"frame", "custom-shape", "a", "g"}:
                self._inline_element(name, element)
                self._finish(DivisionKind.PARAGRAPH)
            elif name not in _IGNORED:
                self.read_blocks(element)

    def _paragraph(self, element: Element, name: str) -> None:
        """Read a paragraph; if a rejected insertion in it has not ended, the next continues it."""
        style = attribute(element, "style-name")
        if style in self.hidden:
            self._hide(element)
        else:
            self._inline(element)
        if not self._removed:
            heading = name == "h" or style in self.titles
            self._finish(DivisionKind.HEADING if heading else DivisionKind.PARAGRAPH)

    def _finish(self, kind: DivisionKind) -> None:
        self.blocks.finish(kind, self.read_blocks)

    def _table(self, table: Element) -> None:
        rows = (
            ((cell, _copies(cell, "number-columns-repeated")) for cell in row if _is_cell(cell))
            for row in _rows_of(table)
        )
        self.blocks.read_table(rows, self.read_blocks)

    def _inline(self, parent: Element) -> None:
        """Collect the characters and marks of notes in a paragraph."""
        self._text(parent.text)
        for element in parent:
            self._inline_element(local_name(element), element)
            self._text(element.tail)

    def _inline_element(self, name: str, element: Element) -> None:
        if name in _CHARACTERS:
            self._characters(_CHARACTERS[name])
        elif name == "s":
            self._characters(" " * _copies(element, "c"))
        elif name == "note":
            self._note(element)
        elif name in _MARKS_OF_CHANGES:
            self._change(name, element)
        elif name in _HIDDEN or attribute(element, "style-name") in self.hidden:
            self._hide(element)
        elif name and name not in _IGNORED:
            self._object(name, element)

    def _object(self, name: str, element: Element) -> None:
        """Read what is not of the paragraph itself, or go on inside an element."""
        if name == "annotation":
            self.left_out.count("comment")
        elif name == "image":
            self.left_out.count("picture")
        elif name in {"text-box", "custom-shape"}:
            self.blocks.boxes.append(element)
        else:
            self._inline(element)

    def _text(self, characters: str | None) -> None:
        """Add characters, of which the format counts white space as one space."""
        if characters:
            self._characters(_SPACES.sub(" ", characters))

    def _characters(self, characters: str) -> None:
        if not self._removed:
            self.blocks.pieces.append(characters)

    def _hide(self, element: Element) -> None:
        self.left_out.count("hidden word", words_in(element))

    def _note(self, element: Element) -> None:
        """Add the mark of a note, and the note."""
        if self._removed:
            return
        self._notes += 1
        name = str(self._notes)
        self.blocks.pieces.append(NoteMark(name))
        inner = OpenDocumentWalk(
            self.options, self.hidden, self.titles, left_out=self.left_out, _changes=self._changes
        )
        for body in element.iter("{*}note-body"):
            inner.read_blocks(body)
        sort = ENDNOTE if attribute(element, "note-class") == "endnote" else FOOTNOTE
        self.blocks.builder.add_note(name, inner.blocks.builder.pieces(), sort)

    def _change(self, name: str, element: Element) -> None:
        """Apply a tracked change whose place, beginning or end is here."""
        identifier = attribute(element, "change-id")
        change = self._changes.get(identifier)
        if change is None or self.options.changes is TrackedChanges.ACCEPT:
            return
        kind = local_name(change)
        if name == "change" and kind == "deletion":
            self._restore(change)
        elif name == "change-start" and kind == "insertion":
            self._removed.add(identifier)
        elif name == "change-end":
            self._removed.discard(identifier)

    def _restore(self, deletion: Element) -> None:
        """Put deleted paragraphs back; the first and the last are parts of those around them."""
        paragraphs = [each for each in deletion if local_name(each) in _PARAGRAPHS]
        for place, element in enumerate(paragraphs):
            if place > 0:
                self._finish(DivisionKind.PARAGRAPH)
            self._inline(element)


def _rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those in groups."""
    for element in table:
        name = local_name(element)
        if name == "table-row":
            yield element
        elif name in {"table-rows", "table-header-rows", "table-row-group"}:
            yield from _rows_of(element)


def _is_cell(element: Element) -> bool:
    return local_name(element) in {"table-cell", "covered-table-cell"}


def _copies(element: Element, name: str) -> int:
    """Return the number in an attribute that repeats something; 1 if it is missing."""
    value = attribute(element, name)
    return min(int(value[:9]), _MOST_COPIES) if value.isascii() and value.isdigit() else 1
