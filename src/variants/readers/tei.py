"""Reader for TEI documents (P5), also with a parallel apparatus, which has several texts."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.limits import limits, over_limit
from variants.readers.safe_xml import Element, attribute, local_name, parse_xml, text_in
from variants.readers.text_builder import FOOTNOTE, NoteMark, Piece, TextBuilder
from variants.types.witness import DivisionKind

_WHAT = "a TEI document"
_SPACES = re.compile(r"\s+")
_ROOTS = frozenset(("TEI", "teiCorpus", "TEI.2"))
_HEADINGS = frozenset(("head", "docTitle", "titlePart"))
_BLOCKS = frozenset(
    (
        *("p", "ab", "lg", "item", "cell", "opener", "closer", "salute", "signed", "dateline"),
        *("trailer", "byline", "epigraph", "q", "quote", "sp", "speaker", "stage", "label", "div"),
        *("postscript", "address", "addrLine", "table", "row", "list", "figure", "body", "front"),
        *("back", "text", "group", "argument", "titlePage"),
    )
)
_INLINE_QUOTES = frozenset(("q", "quote", "label", "stage"))
_NEVER = frozenset(("teiHeader", "listApp", "standOff", "del", "surplus", "index", "figDesc"))
_COUNTED = {"fw": "running head", "gap": "gap", "graphic": "picture", "divGen": "list of contents"}
# Of two forms of a word, the one that an editor reads; of the others the first.
_READ = ("corr", "reg", "expan")


def read_tei(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a TEI document, or the texts of the witnesses of its apparatus."""
    root = parse_xml(path, data, _WHAT)
    if local_name(root) not in _ROOTS:
        reason = f"its first element is {local_name(root)}"
        raise DamagedFile(path, _WHAT, reason=reason)
    witnesses = _witnesses(root)
    texts = []
    seconds = limits().seconds
    end = time.monotonic() + seconds
    for key, name in witnesses.items() or [("", "")]:
        if time.monotonic() > end:
            raise over_limit(path, f"takes over {seconds} seconds", "seconds")
        walk = _TeiWalk(options, key)
        for text in root.iter("{*}text"):
            if not any(local_name(each) == "text" for each in text.iterancestors()):
                walk.read(text)
        characters, divisions = walk.builder.build(options.notes)
        notices = tuple(walk.left_out.notices(path, options.changes))
        if characters:
            texts.append(FileText(characters, divisions, name, "utf-8", _metadata(root), notices))
    if not texts:
        raise EmptyFile(path)
    return tuple(texts)


def _witnesses(root: Element) -> dict[str, str]:
    """Return the witnesses of an apparatus inside the text, by their ids; none without one."""
    named = {
        f"#{attribute(each, 'id')}": attribute(each, "n") or attribute(each, "id")
        for each in root.iter("{*}witness")
        if attribute(each, "id")
    }
    used = {
        key
        for text in root.iter("{*}text")
        for tag in ("lem", "rdg")
        for each in text.iter(f"{{*}}{tag}")
        for key in attribute(each, "wit").split()
    }
    if not used:
        return {}
    return named | {key: key.lstrip("#") for key in sorted(used - set(named))}


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
        options: The choices of the user.
        witness: Its pointer in the apparatus; empty if there is none.
        builder: Collects the text.
        left_out: Counts the rest.
    """

    options: ReadOptions
    witness: str
    builder: TextBuilder = field(default_factory=TextBuilder)
    left_out: LeftOut = field(default_factory=LeftOut)
    _pieces: list[Piece] = field(default_factory=list)
    _label: str = ""
    _page: str = ""
    _paragraphs: int = 0
    _notes: int = 0

    def read(self, text: Element) -> None:
        """Read an element with all below it."""
        self._children(text)
        self._flush(DivisionKind.PARAGRAPH)

    def _children(self, parent: Element) -> None:
        self._text(parent.text)
        for element in parent:
            if local_name(element):
                self._element(local_name(element), element)
            self._text(element.tail)

    def _element(self, name: str, element: Element) -> None:
        if name in _NEVER:
            return
        if name in _COUNTED:
            self.left_out.count(_COUNTED[name])
        elif name == "note":
            self._note(element)
        elif name == "choice":
            self._choice(element)
        elif name == "app":
            self._apparatus(element)
        elif name == "pb":
            self._page = attribute(element, "n")
            self._break(element)
        elif name in {"lb", "cb"}:
            self._break(element)
        elif name == "l":
            self._children(element)
            self._add("\n")
        elif name in _HEADINGS or name in _BLOCKS:
            self._block(name, element)
        else:
            self._children(element)

    def _block(self, name: str, element: Element) -> None:
        inside = any(local_name(each) in {"p", "ab"} for each in element.iterancestors())
        if name in _INLINE_QUOTES and inside:
            self._children(element)
            return
        self._flush(DivisionKind.PARAGRAPH)
        self._label = attribute(element, "n") if name in {"ab", "p", "lg"} else ""
        self._children(element)
        heading = name in _HEADINGS
        self._flush(DivisionKind.HEADING if heading else DivisionKind.PARAGRAPH)

    def _flush(self, kind: DivisionKind) -> None:
        """Add the paragraph that was read."""
        pieces, self._pieces = self._pieces, []
        place = f"p. {self._page}" if self._page else f"paragraph {self._paragraphs + 1}"
        self._paragraphs += self.builder.add(kind, pieces, place, self._label)

    def _break(self, element: Element) -> None:
        """Separate words at the end of a line, unless it divides a word."""
        if attribute(element, "break") == "no":
            self._trim()
        else:
            self._add(" ")

    def _note(self, element: Element) -> None:
        self._notes += 1
        number = str(self._notes)
        self._pieces.append(NoteMark(number))
        inner = _TeiWalk(self.options, self.witness, left_out=self.left_out)
        inner.read(element)
        self.builder.add_note(number, inner.builder.pieces(), FOOTNOTE)

    def _choice(self, element: Element) -> None:
        forms = {local_name(each): each for each in element if local_name(each)}
        chosen = next((forms[name] for name in _READ if name in forms), None)
        if chosen is None and forms:
            chosen = next(iter(forms.values()))
        if chosen is not None:
            self._children(chosen)

    def _apparatus(self, element: Element) -> None:
        """Read the words of the witness: those that name it, else the lemma."""
        readings = [each for each in _readings(element) if local_name(each) in {"lem", "rdg"}]
        for each in readings:
            if self.witness in attribute(each, "wit").split():
                self._children(each)
                return
        lemma = next((each for each in readings if local_name(each) == "lem"), None)
        # A lemma that names its witnesses is not that of others.
        if lemma is not None and not attribute(lemma, "wit"):
            self._children(lemma)

    def _text(self, characters: str | None) -> None:
        if characters:
            self._add(_SPACES.sub(" ", characters))

    def _add(self, characters: str) -> None:
        """Add characters; a space or a new line takes the place of spaces before it."""
        before = next((each for each in reversed(self._pieces) if isinstance(each, str)), "\n")
        if characters == "\n":
            self._trim()
        elif before[-1:].isspace():
            characters = characters.lstrip(" ")
        if characters:
            self._pieces.append(characters)

    def _trim(self) -> None:
        """Remove the white space at the end of what was read."""
        for place in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[place]
            if isinstance(piece, str):
                self._pieces[place] = piece.rstrip()
                return


def _readings(element: Element) -> Iterator[Element]:
    """Yield the readings of an entry, also those in groups."""
    for each in element:
        if local_name(each) == "rdgGrp":
            yield from _readings(each)
        else:
            yield each
