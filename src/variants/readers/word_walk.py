"""Walk over the text of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from variants.readers.file_text import ReadOptions, TrackedChanges
from variants.readers.left_out import LeftOut
from variants.readers.office_blocks import OfficeBlocks
from variants.readers.safe_xml import Element, attribute, local_name
from variants.readers.text_builder import ENDNOTE, FOOTNOTE, NoteMark
from variants.readers.word_styles import WordStyles, child_of, has_outline, is_on
from variants.types.witness import DivisionKind

_DELETED = frozenset(("del", "moveFrom"))
_INSERTED = frozenset(("ins", "moveTo"))
_CHANGES = {"ins": "insertion", "del": "deletion", "moveTo": "moved passage"}
# Properties, marks of comments and ranges, and codes of fields.
_FIELD = "fldChar"
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_DIGITS = 3
_IGNORED = frozenset(
    (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"),
        *("instrText", "delInstrText", "annotationRef", "footnoteRef", "endnoteRef", "rt"),
        *("binData", "fldData"),
    )
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\xad"}
_CONTENTS = re.compile(r"\s*TOC\b")
_PICTURES = frozenset(("blip", "imagedata"))


@dataclass(slots=True)
class _Field:
    """A field that has begun: first its code, then the text that it gives."""

    in_code: bool = True
    is_contents: bool = False


@dataclass(slots=True)
class WordWalk:
    """Walk over the body of a document.

    Attributes:
        options: The choices of the user.
        styles: Styles of the document.
        notes: Elements of notes, by sort and id.
        blocks: Collects the text.
        left_out: Counts the rest.
    """

    options: ReadOptions
    styles: WordStyles
    notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    blocks: OfficeBlocks = field(default_factory=OfficeBlocks)
    left_out: LeftOut = field(default_factory=LeftOut)
    _fields: list[_Field] = field(default_factory=list)
    _hidden: bool = False
    _follows_fields: bool = False

    def read_document(self, body: Element) -> None:
        """Read the body of the document."""
        phases = [attribute(each, "fldCharType") for each in body.iter(f"{{*}}{_FIELD}")]
        # In a damaged file, a field without an end would take the rest of the text.
        self._follows_fields = phases.count("begin") == phases.count("end")
        self.read_body(body)

    def read_body(self, body: Element) -> None:
        """Read the paragraphs and tables of the body, a cell or a text box."""
        self._read_blocks(body)
        self._finish(DivisionKind.PARAGRAPH)

    def _read_blocks(self, parent: Element) -> None:
        for element in parent:
            name = local_name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._finish(DivisionKind.PARAGRAPH)
                self._table(element)
            elif name == "altChunk":
                self.left_out.count("embedded document")
            elif name in _IGNORED or (name in _DELETED | _INSERTED and not self._keeps(element)):
                continue
            elif name == "sdt" and _is_contents_list(element):
                self.left_out.count("list of contents", 1)
            elif name == "AlternateContent":
                self._read_blocks(_chosen(element))
            else:
                self._read_blocks(element)

    def _paragraph(self, element: Element) -> None:
        """Read a paragraph; if its mark was deleted, the next one continues it."""
        properties = child_of(element, "pPr")
        style = _style_in(properties, "pStyle")
        marks = child_of(properties, "rPr")
        before = self._hidden
        self._hidden = self._hidden or self.styles.hides(style)
        self._inline(element)
        self._hidden = before
        if marks is not None and not self._keeps_mark(marks):
            self.left_out.count_change("paragraph mark")
            return
        heading = self.styles.is_heading(style) or has_outline(properties)
        self._finish(DivisionKind.HEADING if heading else DivisionKind.PARAGRAPH)

    def _finish(self, kind: DivisionKind) -> None:
        self.blocks.finish(kind, self._read_box)

    def _read_box(self, box: Element) -> None:
        """Read a text box, whose fields are its own."""
        outer, self._fields = self._fields, []
        self.read_body(box)
        self._fields = outer

    def _table(self, table: Element) -> None:
        rows = (
            ((cell, _width(cell)) for cell in _unwrapped(row, "tc")) for row in self._rows(table)
        )
        self.blocks.read_table(rows, self.read_body)

    def _rows(self, table: Element) -> Iterator[Element]:
        """Yield the rows of a table, without those that a tracked change removes."""
        for element in _unwrapped(table, "tr"):
            properties = child_of(element, "trPr")
            if properties is None or self._keeps_mark(properties):
                yield element
            else:
                self.left_out.count_change("row")

    def _inline(self, parent: Element) -> None:
        """Collect the characters and marks of notes in a paragraph."""
        for element in parent:
            name = local_name(element)
            if name in {"t", "delText"}:
                self._text(element.text or "")
            elif name in _IGNORED:
                continue
            elif name == "r":
                self._run(element)
            elif name in _CHARACTERS:
                self._text(_CHARACTERS[name])
            elif name in _DELETED | _INSERTED:
                if self._keeps(element):
                    self._inline(element)
            else:
                self._other(name, element)

    def _other(self, name: str, element: Element) -> None:
        """Read less frequent elements of a paragraph."""
        if name in {"footnoteReference", "endnoteReference"}:
            self._note(FOOTNOTE if name[0] == "f" else ENDNOTE, attribute(element, "id"))
        elif name == _FIELD:
            if self._follows_fields:
                self._field(attribute(element, "fldCharType"))
        elif name == "fldSimple" and _CONTENTS.match(attribute(element, "instr")):
            self.left_out.count("list of contents")
        elif name == "sym":
            self._text(_symbol(attribute(element, "char")))
        elif name == "txbxContent":
            self.blocks.boxes.append(element)
        elif name == "AlternateContent":
            self._inline(_chosen(element))
        elif name in _PICTURES:
            self.left_out.count("picture")
        else:
            self._inline(element)

    def _run(self, run: Element) -> None:
        properties = child_of(run, "rPr")
        before = self._hidden
        if properties is not None:
            vanish = child_of(properties, "vanish")
            style = _style_in(properties, "rStyle")
            hidden = is_on(vanish) if vanish is not None else self.styles.hides(style)
            self._hidden = hidden or (before and vanish is None)
        if any(one.in_code for one in self._fields):
            self._field_code(run)
        self._inline(run)
        self._hidden = before

    def _text(self, characters: str) -> None:
        if any(one.in_code or one.is_contents for one in self._fields):
            return
        if self._hidden:
            self.left_out.count("hidden word", len(characters.split()))
        else:
            self.blocks.pieces.append(characters)

    def _note(self, sort: str, identifier: str) -> None:
        """Add the mark of a note, and the note."""
        name = f"{sort} {identifier}"
        note = self.notes.get(sort, {}).get(identifier)
        if note is None or self._hidden:
            return
        self.blocks.pieces.append(NoteMark(name))
        if self.blocks.builder.has_note(name):
            return
        inner = WordWalk(self.options, self.styles, left_out=self.left_out)
        inner.read_document(note)
        self.blocks.builder.add_note(name, inner.blocks.builder.pieces(), sort)

    def _field(self, phase: str) -> None:
        """Follow the phases of a field, such as a cross reference or a list of contents."""
        if phase == "begin":
            self._fields.append(_Field())
        elif self._fields and phase == "separate":
            self._fields[-1].in_code = False
        elif self._fields and phase == "end":
            self._fields.pop()

    def _field_code(self, run: Element) -> None:
        """Note that the field gives a list of contents."""
        code = child_of(run, "instrText")
        if code is not None and _CONTENTS.match(code.text or ""):
            self._fields[-1].is_contents = True
            self.left_out.count("list of contents")

    def _keeps(self, change: Element) -> bool:
        """Return True if the content of a tracked change is text, and count the change."""
        name = local_name(change)
        if name in _CHANGES:
            self.left_out.count_change(_CHANGES[name])
        return (name in _INSERTED) == (self.options.changes is TrackedChanges.ACCEPT)

    def _keeps_mark(self, properties: Element) -> bool:
        """Return True if no tracked change removes the paragraph or row with these properties."""
        gone = _DELETED if self.options.changes is TrackedChanges.ACCEPT else _INSERTED
        return not any(local_name(each) in gone for each in properties)


def _style_in(properties: Element | None, name: str) -> str:
    """Return the id of the style of a paragraph or run; empty if it has none."""
    style = child_of(properties, name)
    return "" if style is None else attribute(style, "val")


def _is_contents_list(element: Element) -> bool:
    """Return True if a block is a list of contents that Word has made."""
    return any(
        attribute(each, "val") == "Table of Contents" for each in element.iter("{*}docPartGallery")
    )


def _chosen(element: Element) -> Element:
    """Return one of the alternatives for equal content: the first, which is the newest."""
    choice = child_of(element, "Choice")
    fallback = child_of(element, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else element


def _unwrapped(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, also those inside other elements."""
    for element in parent:
        if local_name(element) == name:
            yield element
        elif local_name(element) in _WRAPPERS:
            yield from _unwrapped(element, name)


def _width(cell: Element) -> int:
    """Return the number of columns that a cell covers."""
    span = child_of(child_of(cell, "tcPr"), "gridSpan")
    value = "" if span is None else attribute(span, "val")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= _DIGITS else 1


def _symbol(code: str) -> str:
    """Return a character that is given by its number; empty if it is none."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() else ""
