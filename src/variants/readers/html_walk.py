"""Walk over the text of a web page, or of a page of an e-book."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from variants.errors import NothingSelected
from variants.readers.file_text import ReadOptions, TrackedChanges
from variants.readers.left_out import LeftOut
from variants.readers.limits import limits, over_limit
from variants.readers.note_links import NoteLinks, types_of
from variants.readers.picture_names import is_picture
from variants.readers.safe_xml import Element, local_name, text_in, words_in
from variants.readers.select_elements import selected_elements
from variants.readers.table_cells import cell_name
from variants.readers.text_builder import FOOTNOTE, NoteMark, Piece, PieceList, TextBuilder
from variants.types.set_aside import SetAsideKind
from variants.types.witness import DivisionKind

_SPACES = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "header", "hgroup", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_NEVER = frozenset(
    ("head", "script", "style", "template", "noscript", "rt", "rp", "colgroup", "audio", "video")
)
_COUNTED = {
    "nav": "navigation",
    "img": "picture",
    "svg": "picture",
    "canvas": "picture",
    "object": "embedded document",
    "iframe": "embedded document",
    "embed": "embedded document",
    "select": "form field",
    "button": "form field",
    "textarea": "form field",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTENTS = re.compile(r"\b(?:doc-)?toc\b|\blandmarks\b")
_PAGE_BREAK = re.compile(r"\b(?:doc-)?pagebreak\b")
_PAGE = SetAsideKind.PAGE
_OF_PAGES = frozenset(("header", "footer"))
_HIDDEN_OR_OF_PAGES = _OF_PAGES | {"dialog"}  # Perhaps left out also without an attribute.


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


@dataclass(slots=True)
class HtmlWalk:
    """Walk over the elements of pages.

    Attributes:
        path: The file, for messages.
        options: The choices of the user.
        links: The notes of the pages.
        builder: Collects the text.
        left_out: Counts the rest.
        place: Beginning of the sources of divisions, such as ``"ch. 3, "``.
    """

    path: Path
    options: ReadOptions
    links: NoteLinks
    builder: TextBuilder = field(default_factory=TextBuilder)
    left_out: LeftOut = field(default_factory=LeftOut)
    place: str = ""
    _selected: frozenset[Element] = frozenset()
    _ways: frozenset[Element] = frozenset()
    _inside: int = 0
    _marked: set[str] = field(default_factory=set)
    _pieces: PieceList = field(default_factory=PieceList)
    _paragraphs: int = 0
    _table_count: int = 0
    _tables: list[_Table] = field(default_factory=list)
    _preformatted: int = 0

    def select(self, roots: Iterable[Element]) -> None:
        """Read only the elements below roots that the user selects, if there is a selection.

        Raises:
            NothingSelected: There is none of them.
        """
        if not self.options.select:
            return
        self._selected = selected_elements(roots, self.options.select)
        if not self._selected:
            raise NothingSelected(self.path, self.options.select)
        above = {each for element in self._selected for each in element.iterancestors()}
        self._ways = self._selected | above

    def read_page(self, root: Element, place: str = "") -> None:
        """Read a page; its paragraphs and tables are counted from 1 again."""
        self.place, self._paragraphs, self._table_count = place, 0, 0
        self._read(root)

    def read_notes(self) -> None:
        """Read the notes of all pages."""
        for number, block in self.links.notes.items():
            if self._selected and number not in self._marked:
                continue
            walk = HtmlWalk(self.path, self.options, self.links, left_out=self.left_out)
            walk._read(block)
            pieces = _without_label(walk.builder.pieces(), self.links.labels[number])
            self.builder.add_note(number, pieces, FOOTNOTE)

    def _read(self, root: Element) -> None:
        """Read the elements below a root in order, without recursion: pages may nest deeply."""
        most = limits().html_depth
        depth = 0
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                depth += 1
                if depth > most:
                    raise over_limit(self.path, f"nests more than {most:,} elements", "html_depth")
                self._enter(element, 1)
                if element is not root and self._skips(element):
                    walker.skip_subtree()
                else:
                    self._begin(element)
            else:
                depth -= 1
                self._end(element)
                self._enter(element, -1)
                if element is not root:
                    self._text(element.tail)
        self._flush(DivisionKind.PARAGRAPH)
        self.left_out.count(_PAGE.value, len(self._pieces.take_aside()))

    def _enter(self, element: Element, step: int) -> None:
        """Count the selected elements that are open; each begins and ends a paragraph."""
        if element in self._selected:
            self._flush(DivisionKind.PARAGRAPH)
            self._inside += step

    @property
    def _reads(self) -> bool:
        return not self._selected or self._inside > 0

    def _skips(self, element: Element) -> bool:
        """Return True if an element is not text; count it, or add the mark of a note."""
        name = local_name(element)
        if element in self.links.marks:
            self._pieces.append(NoteMark(self.links.marks[element]))
            return True
        if element in self.links.blocks or element in self.links.backlinks or name in _NEVER:
            return True
        if element in self._ways:
            return False  # The user's choice comes first.
        if name in {"ins", "del"}:
            if self._reads:
                self.left_out.count_change("insertion" if name == "ins" else "deletion")
            return (name == "del") == (self.options.changes is TrackedChanges.ACCEPT)
        noun = _noun_of(name, element)
        if not self._reads:
            return bool(noun)
        words = " ".join(text_in(element).split()) if noun == _PAGE.value else ""
        if noun == "hidden word":
            self.left_out.count(noun, words_in(element))
        elif words:
            self._pieces.set_aside(_PAGE, words)
        elif noun:
            self.left_out.count(noun)
        return bool(noun)

    def _begin(self, element: Element) -> None:
        name = local_name(element)
        if name in _BLOCKS:
            self._flush(DivisionKind.PARAGRAPH)
        if name == "br":
            self._add("\n")
        elif name == "table":
            self._table_count += 1
            self._tables.append(_Table(self._table_count))
        elif name == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = 0
        elif name in {"td", "th"} and self._tables:
            self._tables[-1].column += 1
        elif name == "pre":
            self._preformatted += 1
        self._text(element.text)

    def _end(self, element: Element) -> None:
        name = local_name(element)
        if name in _HEADINGS:
            self._flush(DivisionKind.HEADING)
        elif name in _BLOCKS:
            self._flush(DivisionKind.PARAGRAPH)
        if name == "table" and self._tables:
            self._tables.pop()
        elif name == "pre":
            self._preformatted = max(0, self._preformatted - 1)

    def _flush(self, kind: DivisionKind) -> None:
        """Add the paragraph that was read."""
        pieces = self._pieces.take()
        if not pieces:
            return
        if not self._reads:
            if "".join(each for each in pieces if isinstance(each, str)).strip():
                self._paragraphs += not self._tables
                self.left_out.count("unselected paragraph")
            return
        self._marked.update(each.note for each in pieces if isinstance(each, NoteMark))
        table = self._tables[-1] if self._tables else None
        if table is not None and table.column:
            cell = cell_name(table.row, table.column)
            self.builder.add(kind, pieces, f"{self.place}table {table.number}, cell {cell}")
        else:
            source = f"{self.place}paragraph {self._paragraphs + 1}"
            self._paragraphs += self.builder.add(kind, pieces, source)

    def _text(self, characters: str | None) -> None:
        """Add characters, of which pages count white space as one space."""
        if characters:
            self._add(characters if self._preformatted else _SPACES.sub(" ", characters))

    def _add(self, characters: str) -> None:
        before = self._pieces.last_text
        if characters == "\n" and before.endswith(" "):
            self._pieces.replace_last_text(before.rstrip(" "))
        if not self._preformatted and before[-1:] in {" ", "\n"}:
            characters = characters.removeprefix(" ")
        if characters:
            self._pieces.append(characters)


def _noun_of(name: str, element: Element) -> str:
    """Return the noun by which an element is counted; empty if it is part of the text."""
    if not element.attrib and name not in _HIDDEN_OR_OF_PAGES:
        return _COUNTED.get(name, "")
    types = types_of(element)
    # LibreOffice writes the header and the footer of pages as divisions with a title.
    title = element.get("title") or ""
    if _is_hidden(name, element):
        noun = "hidden word"
    elif _CONTENTS.search(types) and name != "a":
        noun = "list of contents"
    elif _PAGE_BREAK.search(types):
        noun = _PAGE.value
    elif name == "div" and title in _OF_PAGES:
        noun = title
    elif name == "div" and is_picture(element.get("id") or ""):
        noun = "picture"
    elif name in _OF_PAGES and _is_of_page(element):
        noun = name
    else:
        noun = _COUNTED.get(name, "")
    return noun


def _is_hidden(name: str, element: Element) -> bool:
    """Return True if a page does not show an element; folded text is shown when it is found."""
    if name == "dialog" and element.get("open") is None:
        return True
    hidden = element.get("hidden")
    is_folded = (hidden or "").strip().lower() == "until-found"
    return (hidden is not None and not is_folded) or bool(
        _HIDDEN.search(element.get("style") or "")
    )


def _is_of_page(element: Element) -> bool:
    """Return True if a header or footer is that of the page, and has no heading or note."""
    parent = element.getparent()
    if parent is None or local_name(parent) != "body":
        return False
    return not any(local_name(each) in _HEADINGS for each in element.iter("{*}*"))


def _without_label(pieces: tuple[Piece, ...], label: str) -> tuple[Piece, ...]:
    """Return a note without the number at its beginning that repeats its mark."""
    bare = label.strip("[]().: ")
    if not (pieces and isinstance(pieces[0], str) and bare):
        return pieces
    pattern = rf"[\[(]?{re.escape(bare)}[\])]?(?![.,:/–-]\d)[.:]?(?:\s+|(?=[^\w\s]|[A-Z]))"
    found = re.match(pattern, pieces[0])
    first = pieces[0][found.end() :] if found else pieces[0]
    return (first, *pieces[1:])
