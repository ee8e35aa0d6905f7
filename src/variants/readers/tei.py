"""Reader for TEI documents (P5); one with an apparatus has several texts."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from variants.errors import ApparatusNotRead, DamagedFile, EmptyFile, NothingSelected
from variants.readers.file_text import FileText, ReadOptions, SuppliedUse, TrackedChanges
from variants.readers.left_out import LeftOut
from variants.readers.limits import limits, over_limit
from variants.readers.safe_xml import (
    Element,
    attribute,
    local_name,
    parse_document,
    text_in,
    words_in,
)
from variants.readers.select_elements import selected_elements
from variants.readers.tei_apparatus import (
    DistantEntry,
    TeiApparatus,
    find_apparatus,
    names,
    readings_in,
)
from variants.readers.tei_choices import chosen_forms, first_chosen
from variants.readers.tei_locations import DIVISIONS
from variants.readers.text_builder import FOOTNOTE, NoteMark, PieceList, TextBuilder
from variants.types.set_aside import SetAsideKind
from variants.types.witness import DivisionKind

_WHAT = "a TEI document"
_SPACES = re.compile(r"\s+")
_ROOTS = frozenset(("TEI", "teiCorpus", "TEI.2"))
_HEADINGS = frozenset(("head", "docTitle", "titlePart"))
_BLOCKS = frozenset(
    (
        *("p", "ab", "lg", "item", "cell", "opener", "closer", "salute", "signed", "dateline"),
        *("trailer", "byline", "epigraph", "q", "quote", "sp", "speaker", "stage", "label"),
        *DIVISIONS,
        *("postscript", "address", "addrLine", "table", "row", "list", "figure", "body", "front"),
        *("back", "text", "group", "argument", "titlePage"),
    )
)
_INLINE_QUOTES = frozenset(("q", "quote", "label", "stage"))
_NEVER = frozenset(("teiHeader", "listApp", "standOff", "index", "figDesc"))
_COUNTED = {"gap": "gap", "graphic": "picture", "divGen": "list of contents"}
_PAGE_NUMBERS = frozenset(("pageNum", "pageNumber", "pagination", "folio"))
_NUMBER = re.compile(r"\W*(?:\d{1,4}|[ivxlc]{1,7})\W*", re.IGNORECASE)
_UNITS = {"verse": ":", "section": "."}
"""Units of milestones that begin a division, and what is before their numbers."""
_ENDS = ".!?…:;。！？\"'”’»)]"
_SHORT = re.compile(r"[\w*-]{1,12}")
_CHANGES = {"add": "insertion", "del": "deletion"}
BASE = "base"
"""Name of the text that has all lemmas, if no witness has it."""


def read_tei(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a TEI document, or the texts of the witnesses of its apparatus."""
    root = parse_document(path, data, _WHAT)
    if local_name(root) not in _ROOTS:
        reason = f"its first element is {local_name(root)}"
        raise DamagedFile(path, _WHAT, reason=reason)
    apparatus = find_apparatus(path, root)
    selected = _selected(path, root, options)
    texts = []
    seconds = limits().seconds
    end = time.monotonic() + seconds
    for key, name in {"": BASE if apparatus.witnesses else "", **apparatus.witnesses}.items():
        if time.monotonic() > end:
            raise over_limit(path, f"takes over {seconds} seconds", "seconds")
        walk = _TeiWalk(path, options, apparatus, key, selected)
        for text in root.iter("{*}text"):
            if not any(local_name(each) == "text" for each in text.iterancestors()):
                walk.read(text)
        characters, divisions = walk.builder.build(options.notes)
        notices = tuple(walk.left_out.notices(path, options.changes))
        if characters:
            found = FileText(characters, divisions, name, "", _metadata(root), notices)
            texts.append(replace(found, set_aside=walk.builder.set_aside))
    if not texts:
        raise EmptyFile(path)
    if len(texts) > 1 and texts[0].text in {each.text for each in texts[1:]}:
        del texts[0]
    return tuple(texts) if len(texts) > 1 else (replace(texts[0], name=""),)


def _selected(path: Path, root: Element, options: ReadOptions) -> frozenset[Element]:
    """Return the elements that the user selects; none if all are read."""
    if not options.select:
        return frozenset()
    found = selected_elements([root], options.select)
    if not found:
        raise NothingSelected(path, options.select)
    return found


def _metadata(root: Element) -> tuple[tuple[str, str], ...]:
    """Return the title and the author that the header states."""
    found: list[tuple[str, str]] = []
    for statement in root.iter("{*}titleStmt"):
        for element in statement:
            name = local_name(element)
            value = " ".join(text_in(element).split())
            if name in {"title", "author"} and value and name not in dict(found):
                found.append((name, value))
    return tuple(found)


@dataclass(slots=True)
class _TeiWalk:
    """Walk over the text of one witness.

    Attributes:
        path: The file, for messages.
        options: The choices of the user.
        apparatus: The apparatus of the document.
        witness: Its pointer in the apparatus; empty for the lemmas.
        selected: The elements that are read; empty for all.
        builder: Collects the text.
        left_out: Counts the rest.
    """

    path: Path
    options: ReadOptions
    apparatus: TeiApparatus
    witness: str
    selected: frozenset[Element]
    builder: TextBuilder = field(default_factory=TextBuilder)
    left_out: LeftOut = field(default_factory=LeftOut)
    _chosen: frozenset[str] = frozenset()
    _pieces: PieceList = field(default_factory=PieceList)
    _label: str = ""
    _page: str = ""
    _begun: str = ""
    _paragraphs: int = 0
    _notes: int = 0
    _numbers: list[str] = field(default_factory=list)
    _is_first: bool = False
    _inside: int = 0
    _replaced_to: Element | None = None

    def __post_init__(self) -> None:
        self._chosen = chosen_forms(self.options.choice)

    def read(self, text: Element) -> None:
        """Read an element with all below it."""
        self._children(text)
        self._flush(DivisionKind.PARAGRAPH)
        for kind in self._pieces.take_aside():
            self.left_out.count(kind.value)

    @property
    def _reads(self) -> bool:
        """True if words at this place are those of the witness, and selected."""
        return self._replaced_to is None and (not self.selected or self._inside > 0)

    def _children(self, parent: Element) -> None:
        self._text(parent.text)
        for element in parent:
            if local_name(element):
                self._visit(element)
            self._text(element.tail)

    def _visit(self, element: Element) -> None:
        """Read an element, which may begin or end a selection or the words of an entry."""
        if element in self.selected:
            self._flush(DivisionKind.PARAGRAPH)
            self._inside += 1
        self._begin_entries(element)
        self._element(local_name(element), element)
        if self._replaced_to is element:
            self._replaced_to = None
        if element in self.selected:
            self._flush(DivisionKind.PARAGRAPH)
            self._inside -= 1

    def _begin_entries(self, element: Element) -> None:
        """Begin the entries with words from here; an anchor ends those of others before."""
        entries = self.apparatus.entries.get(element, ())
        is_anchor = bool(entries or self._replaced_to is element) and not text_in(element)
        if is_anchor and self._replaced_to is element:
            self._replaced_to = None
        for entry in entries:
            self._replace(entry, is_added=is_anchor and entry.end is element)

    def _replace(self, entry: DistantEntry, *, is_added: bool) -> None:
        """Read the reading of the witness, and skip the words of the text unless it adds words."""
        reading = entry.reading_of(self.witness)
        if reading is None:
            return
        if self._replaced_to is not None:
            name = attribute(entry.app, "from")
            raise ApparatusNotRead(self.path, name, "shares words with another of its witness")
        self._children(reading)
        self._replaced_to = None if is_added else entry.end

    def _element(self, name: str, element: Element) -> None:  # noqa: C901, PLR0912 - a case each
        if name in _NEVER or element in self.apparatus.distant:
            return
        if name == "pb":
            self._page = attribute(element, "n")
            self._break(element)
        elif not self._reads:
            self._unread(name, element)
        elif name == "fw":
            self._forme_work(element)
        elif name in _COUNTED:
            self.left_out.count(_COUNTED[name])
        elif name == "note":
            self._note(element)
        elif name == "choice":
            self._choice(element)
        elif name == "app":
            self._inline(element)
        elif name in _CHANGES:
            self._change(name, element)
        elif name == "supplied" and self.options.supplied is SuppliedUse.LEAVE_OUT:
            self.left_out.count("supplied word", words_in(element))
        elif name == "surplus" and "corr" in self._chosen:
            self.left_out.count("superfluous word", words_in(element))
        elif name in {"lb", "cb"}:
            self._break(element)
        elif name == "milestone":
            self._milestone(element)
        elif name == "l":
            self._children(element)
            self._add("\n")
        elif name in _HEADINGS or name in _BLOCKS:
            self._block(name, element)
        else:
            self._children(element)

    def _forme_work(self, element: Element) -> None:
        """Keep a running head, a page number, a signature or a catchword, but not to compare it."""
        words = " ".join(text_in(element).split())
        is_number = attribute(element, "type") in _PAGE_NUMBERS or _NUMBER.fullmatch(words)
        if words:
            kind = SetAsideKind.PAGE if is_number else SetAsideKind.HEAD
            self._pieces.set_aside(kind, words)

    def _unread(self, name: str, element: Element) -> None:
        """Pass over words that are not read, up to a place from which they are."""
        if name in {"p", "ab", "lg"} and self._replaced_to is None and text_in(element):
            is_way = any(each in self.selected for each in element.iter("{*}*"))
            self.left_out.count("unselected paragraph", not is_way)
        if name in _HEADINGS or name in _BLOCKS:
            self._block(name, element)
        else:
            self._children(element)

    def _change(self, name: str, element: Element) -> None:
        """Read an addition or a deletion of the scribe, or leave it out."""
        self.left_out.count_change(_CHANGES[name])
        if (name == "add") == (self.options.changes is TrackedChanges.ACCEPT):
            self._children(element)

    def _block(self, name: str, element: Element) -> None:
        inside = any(local_name(each) in {"p", "ab"} for each in element.iterancestors())
        if name in _INLINE_QUOTES and inside:
            self._children(element)
            return
        self._flush(DivisionKind.PARAGRAPH)
        number = attribute(element, "n")
        if name in {"ab", "p", "lg"}:
            self._label = self._label_of(number)
        is_numbered = name.startswith("div") and _SHORT.fullmatch(number) is not None
        if is_numbered:
            self._numbers.append(number)
            self._is_first = True
        self._children(element)
        heading = name in _HEADINGS
        self._flush(DivisionKind.HEADING if heading else DivisionKind.PARAGRAPH)
        if is_numbered:
            self._numbers.pop()

    def _label_of(self, number: str) -> str:
        """Return a label with the numbers around it: that of a section is its first paragraph's."""
        is_first, self._is_first = self._is_first, False
        if not number and not is_first:
            return ""
        return ".".join(filter(None, (*self._numbers, number)))

    def _milestone(self, element: Element) -> None:
        """Begin a division at a verse or section, unless a sentence goes on over it."""
        number, unit = attribute(element, "n"), attribute(element, "unit")
        if unit not in _UNITS or not number:
            return
        before = self._pieces.last_text.rstrip()
        if len(self._pieces) and before[-1:] not in _ENDS:
            return
        self._flush(DivisionKind.PARAGRAPH)
        self._is_first = False
        chapter = ".".join(self._numbers)
        self._label = f"{chapter}{_UNITS[unit] if chapter else ''}{number}"

    def _flush(self, kind: DivisionKind) -> None:
        """Add the paragraph that was read."""
        pieces = self._pieces.take()
        place = f"p. {self._begun}" if self._begun else f"paragraph {self._paragraphs + 1}"
        label = "" if kind is DivisionKind.HEADING else self._label
        if self.builder.add(kind, pieces, place, label):
            self._paragraphs += 1
            self._label = ""

    def _break(self, element: Element) -> None:
        """Separate words at the end of a line, unless it divides a word."""
        if not self._reads:
            return
        if attribute(element, "break") == "no":
            self._trim()
        else:
            self._add(" ")

    def _note(self, element: Element) -> None:
        self._notes += 1
        number = str(self._notes)
        self._begin_place()
        self._pieces.append(NoteMark(number))
        inner = _TeiWalk(
            self.path,
            self.options,
            self.apparatus,
            self.witness,
            frozenset(),
            left_out=self.left_out,
        )
        inner.read(element)
        self.builder.add_note(number, inner.builder.pieces(), FOOTNOTE)

    def _choice(self, element: Element) -> None:
        forms = {local_name(each): each for each in element if local_name(each)}
        chosen = first_chosen(forms, self._chosen)
        if chosen:
            self._children(forms[chosen])

    def _inline(self, app: Element) -> None:
        """Read the words of the witness: those that name it, else the lemma."""
        readings = list(readings_in(app))
        found = next((each for each in readings if names(each, self.witness)), None)
        lemma = next((each for each in readings if local_name(each) == "lem"), None)
        if found is not None:
            self._children(found)
        elif not self.witness and readings:
            self._children(readings[0] if lemma is None else lemma)
        # A lemma that names its witnesses is not that of others.
        elif lemma is not None and not attribute(lemma, "wit"):
            self._children(lemma)

    def _text(self, characters: str | None) -> None:
        if characters:
            self._add(_SPACES.sub(" ", characters))

    def _add(self, characters: str) -> None:
        """Add characters; a space or a new line takes the place of spaces before it."""
        if not self._reads:
            return
        if characters.strip():
            self._begin_place()
        before = self._pieces.last_text
        if characters == "\n":
            self._trim()
        elif before[-1:].isspace():
            characters = characters.lstrip(" ")
        if characters:
            self._pieces.append(characters)

    def _begin_place(self) -> None:
        """Keep the page on which a paragraph begins."""
        if not len(self._pieces):
            self._begun = self._page

    def _trim(self) -> None:
        """Remove the white space at the end of what was read."""
        self._pieces.replace_last_text(self._pieces.last_text.rstrip())
