"""Reader for USFM, the markup of Bible translations: chapters, verses and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.text_builder import FOOTNOTE, NoteMark, Piece, TextBuilder
from variants.types.witness import DivisionKind

_WHAT = "a USFM file"
_TOKEN = re.compile(r"\\(\+?[A-Za-z]+)(\d*)(?:-[se])?(\*|(?=[\s\\|])|$)|([^\\]+|\\)")
_NUMBER = re.compile(r"\s*(\S+)\s?")
_SPACES = re.compile(r"\s+")
_HEADINGS = frozenset(("mt", "mte", "ms", "mr", "s", "sr", "r", "d", "sp", "is", "imt", "cl", "qa"))
# Markers whose line describes the file, or is not text of the translation.
_ABOUT = frozenset(
    ("id", "ide", "usfm", "sts", "rem", "h", "toc", "toca", "cp", "ca", "va", "vp", "fig", "lit")
)
_METADATA = {"h": "title", "id": "book"}
_NOTES = frozenset(("f", "fe", "ef"))
_REFERENCES = frozenset(("x", "ex"))
# Inside notes: the mark, and where the note belongs.
_PLACES = frozenset(("fr", "fv", "xo"))
_CHARACTERS = frozenset(
    (
        *(
            "add",
            "bk",
            "dc",
            "k",
            "nd",
            "ord",
            "pn",
            "png",
            "addpn",
            "qt",
            "sig",
            "sls",
            "tl",
            "wj",
        ),
        *("em", "bd", "it", "bdit", "no", "sc", "sup", "w", "wg", "wh", "wa", "rb", "pro", "jmp"),
        *("qs", "qac", "rq", "ior", "iqt", "fk", "fq", "fqa", "fl", "fw", "fp", "ft", "fdc", "fm"),
        *("xt", "xk", "xq", "xta", "xop", "xot", "xnt", "xdc", "th", "thr", "tc", "tcr", "litl"),
        *("liv", "lik"),
    )
)


def read_usfm(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a USFM file; each verse is a division with its number as label."""
    decoded = decode(path, data, encoding=options.encoding, language=options.language)
    if "\\" not in decoded.text:
        raise DamagedFile(path, _WHAT, reason="it has no markers")
    walk = _UsfmWalk()
    walk.read(decoded.text)
    text, divisions = walk.builder.build(options.notes)
    notices = tuple(walk.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    metadata = tuple(walk.metadata.items())
    return (FileText(text, divisions, "", decoded.encoding, metadata, notices),)


@dataclass(slots=True)
class _UsfmWalk:
    """Walk over the markers of a file."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    left_out: LeftOut = field(default_factory=LeftOut)
    metadata: dict[str, str] = field(default_factory=dict)
    _pieces: list[Piece] = field(default_factory=list)
    _kind: DivisionKind = DivisionKind.PARAGRAPH
    _chapter: str = ""
    _verse: str = ""
    _about: str = ""
    _number: str = ""
    _note: list[Piece] | None = None
    _skips: str = ""
    _notes: int = 0
    _attributes: bool = False

    def read(self, text: str) -> None:
        """Read all markers and the text between them."""
        opened = False
        for found in _TOKEN.finditer(text):
            marker, ends, words = found[1], found[3] == "*", found[4]
            if words is not None:
                # The space after a marker belongs to the marker.
                self._words(words[1:] if opened and words[:1].isspace() else words)
            elif marker:
                self._marker(marker.lstrip("+").lower(), ends=ends)
            opened = marker is not None and not ends
        self._flush()

    def _marker(self, name: str, *, ends: bool) -> None:
        self._attributes = False
        if name in _NOTES | _REFERENCES:
            self._note_marker(name, ends=ends)
        elif name in _PLACES:
            self._skips = name
        elif ends or name in _CHARACTERS:
            self._skips = "" if self._skips in _PLACES else self._skips
            self._about = "" if ends and self._about == name else self._about
        elif name in {"c", "v"}:
            self._flush()
            self._number = name
            self._about = ""
        elif name in _ABOUT:
            if name != "fig":
                self._flush()
            else:
                self.left_out.count("picture")
            self._about = name
        else:
            self._paragraph(name)

    def _paragraph(self, name: str) -> None:
        """Begin a paragraph; a verse that goes on in it stays one division."""
        heading = name in _HEADINGS
        if heading or self._kind is DivisionKind.HEADING or not self._verse:
            self._flush()
        elif self._pieces:
            self._add("\n")
        self._kind = DivisionKind.HEADING if heading else DivisionKind.VERSE
        if not self._verse and not heading:
            self._kind = DivisionKind.PARAGRAPH
        self._about = ""

    def _note_marker(self, name: str, *, ends: bool) -> None:
        self._skips = ""
        if not ends:
            self._note = []
            self._number = "caller"
            return
        if self._note is not None and name in _NOTES:
            self._notes += 1
            self._pieces.append(NoteMark(str(self._notes)))
            self.builder.add_note(str(self._notes), self._note, FOOTNOTE)
        elif self._note is not None:
            self.left_out.count("cross reference")
        self._note = None

    def _words(self, words: str) -> None:
        if self._number:
            words = self._take_number(words)
        if self._about or self._skips:
            if self._about in _METADATA:
                self.metadata.setdefault(_METADATA[self._about], " ".join(words.split()))
            return
        # Attributes of a word follow a bar: \w gnat|lemma="gnat"\w*
        text, bar, _ = words.partition("|")
        if not self._attributes:
            self._add(_SPACES.sub(" ", text).replace("~", "\xa0").replace("//", " "))
        self._attributes = self._attributes or bool(bar)

    def _take_number(self, words: str) -> str:
        """Return the text after the number of a chapter or verse, or after the mark of a note."""
        found = _NUMBER.match(words)
        number, kind, self._number = (found[1] if found else ""), self._number, ""
        if kind == "c":
            self._chapter, self._verse = number, ""
        elif kind == "v":
            self._verse = number
            self._kind = DivisionKind.VERSE
        return words[found.end() :] if found else words

    def _add(self, characters: str) -> None:
        pieces = self._pieces if self._note is None else self._note
        before = next((each for each in reversed(pieces) if isinstance(each, str)), "\n")
        if characters == "\n":
            _trim(pieces)
        elif before[-1:].isspace():
            characters = characters.lstrip(" ")
        if characters:
            pieces.append(characters)

    def _flush(self) -> None:
        """Add the verse, paragraph or heading that was read."""
        pieces, self._pieces = self._pieces, []
        place = f"{self._chapter}:{self._verse}" if self._verse else ""
        kind = self._kind
        verse = kind is DivisionKind.VERSE and bool(place)
        source = place if verse else f"ch. {self._chapter or '0'}"
        self.builder.add(kind, pieces, source, place if verse else "")
        if kind is DivisionKind.HEADING:
            self._kind = DivisionKind.VERSE if self._verse else DivisionKind.PARAGRAPH


def _trim(pieces: list[Piece]) -> None:
    """Remove the white space at the end of the pieces."""
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if isinstance(piece, str):
            pieces[place] = piece.rstrip()
            return
