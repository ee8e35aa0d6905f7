"""Reader for OSIS, an XML of Bible translations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.document_metadata import metadata_in
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.safe_xml import Element, attribute, local_name, parse_document, text_in
from variants.readers.scripture_walk import XmlScriptureWalk

_WHAT = "an OSIS document"
_PARAGRAPHS = frozenset(
    ("p", "lg", "l", "list", "item", "table", "row", "div", "lb", "closer", "salute", "signed")
)
_HEADINGS = frozenset(("title", "head", "speaker"))
_SPACED = _PARAGRAPHS | _HEADINGS | {"cell"}
_QUOTES = frozenset(("q", "speech"))
_CLOSING = {"“": "”", "‘": "’", "«": "»", "‹": "›", "„": "“", "‚": "‘", "「": "」", "『": "』"}
_VERSE_PARTS = 3  # Book, chapter and verse, as in Ruth.1.1


def read_osis(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of an OSIS document; each verse is a division with its number as label."""
    root = parse_document(path, data, _WHAT)
    if local_name(root) not in {"osis", "osisText"}:
        raise DamagedFile(path, _WHAT, reason=f"its first element is {local_name(root)}")
    ids = (_ids_of(each) for each in root.iter("{*}verse", "{*}chapter"))
    books = {each[0] for found in ids for each in found}
    walk = _OsisWalk(names_books=len(books) > 1)
    walk.read(root)
    text, divisions = walk.scripture.builder.build(options.notes)
    notices = tuple(walk.scripture.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    work = next(root.iter("{*}work"), None)
    metadata = () if work is None else metadata_in(work.iter("{*}*"))
    return (FileText(text, divisions, "", "", metadata, notices),)


def _ids_of(element: Element) -> list[list[str]]:
    """Return the parts of the identifiers of an element: Ruth.1.1 has three."""
    words = attribute(element, "osisID").split()
    return [word.rpartition(":")[2].partition("!")[0].split(".") for word in words]


@dataclass(slots=True)
class _OsisWalk(XmlScriptureWalk):
    """Walk over the elements of a document.

    Attributes:
        names_books: True if places begin with the name of their book.
    """

    names_books: bool = False

    def element(self, name: str, element: Element) -> None:
        """Read an element of this name."""
        kind = attribute(element, "type")
        if name == "header" or kind in {"annotateRef", "deleted"}:
            return
        if name == "note":
            self.note(element, reference=kind == "crossReference")
        elif name == "figure":
            self.scripture.left_out.count("picture")
        elif name in _HEADINGS and not self.scripture.in_note:
            self.scripture.begin_paragraph(heading=True)
            self.children(element)
            self.scripture.begin_paragraph(heading=False)
        elif name in _QUOTES or kind == "cQuote":
            self._quotation(element)
        else:
            self._begin(name, element)
            self.children(element)

    def _begin(self, name: str, element: Element) -> None:
        """Begin a chapter, verse or paragraph; the end of one has no identifier."""
        numbered = name in {"chapter", "verse"} and not attribute(element, "eID")
        ids = _ids_of(element) if numbered else []
        if name == "chapter" and ids:
            self._name_book(ids[0])
            self.scripture.begin_chapter(_number(element, ids, 1))
        elif name == "verse" and ids:
            self._name_book(ids[0])
            # A file may have verses without chapters.
            if len(ids[0]) >= _VERSE_PARTS and self.scripture.chapter != ids[0][1]:
                self.scripture.begin_chapter(ids[0][1])
            self.scripture.begin_verse(_number(element, ids, 2))
        elif name in _PARAGRAPHS and not self.scripture.in_note:
            self.scripture.begin_paragraph(heading=False)
        elif name in _SPACED:
            self.scripture.add_words(" ")

    def _name_book(self, parts: list[str]) -> None:
        book = parts[0] if self.names_books else ""
        if book != self.scripture.book:
            self.scripture.flush()
            self.scripture.book, self.scripture.verse = book, ""

    def _quotation(self, element: Element) -> None:
        """Read a quotation with the marks that the document states for it."""
        mark = attribute(element, "marker")
        self.scripture.add(mark)
        self.children(element)
        # A quotation may also be between two empty elements, each with its own mark.
        if text_in(element):
            self.scripture.add(_CLOSING.get(mark, mark))


def _number(element: Element, ids: list[list[str]], place: int) -> str:
    """Return the number of a chapter, or of a verse or the verses that are one."""
    numbers = [parts[place] for parts in ids if len(parts) > place]
    if not numbers:
        return attribute(element, "n") or "0"
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
