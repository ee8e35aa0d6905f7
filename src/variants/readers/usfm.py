"""Reader for USFM, the markup of Bible translations: chapters, verses and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.scripture_walk import ScriptureWalk
from variants.readers.usfm_markers import (
    ABOUT,
    CHARACTERS,
    COUNTED,
    HEADINGS,
    METADATA,
    NOTES,
    PLACES,
    REFERENCES,
)

_WHAT = "a USFM file"
_TOKEN = re.compile(r"\\(\+?[A-Za-z]+)(\d*)(?:-[se])?(\*|(?=[\s\\|])|$)|([^\\]+|\\)")
# Begins or ends something and has no words: \zaln-s |x-strong="b"\*
_MILESTONE = re.compile(r"\\\+?[A-Za-z]\w*(?:-[se])?(?:\s*\|[^\\]*|\s+)?\\\*|\\\*")
_ENDS = re.compile(r"\\\+?([A-Za-z]+)\d*\*")
_LINES = frozenset(("c", "v", "p", "m", "q", "b", "li", "pi", "nb", "mi", "pc", "tr"))
_NUMBERS = frozenset(("ca", "va", "vp"))
_INSIDE = frozenset((*_NUMBERS, "cat"))  # Of lines, and so no end of a verse.
_BOOK = re.compile(r"([^\\]*)\\id\s")
_NUMBER = re.compile(r"\s*(\S+)\s?")


def read_usfm(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a USFM file; each verse is a division with its number as label."""
    decoded = decode(path, data, encoding=options.encoding, language=options.language)
    if "\\" not in decoded.text:
        raise DamagedFile(path, _WHAT, reason="it has no markers")
    words = _MILESTONE.sub("", decoded.text)
    # A marker that has an end is inside a line, also if no standard has it.
    ended = {name.lower() for name in _ENDS.findall(words)}
    walk = _UsfmWalk(CHARACTERS | (ended - HEADINGS - _LINES))
    walk.read(_from_book(words, walk.scripture.left_out))
    text, divisions = walk.scripture.builder.build(options.notes)
    notices = tuple(walk.scripture.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    notices += decoded.notices(path)
    metadata = tuple(walk.metadata.items())
    return (FileText(text, divisions, "", decoded.encoding, metadata, notices),)


def _from_book(text: str, left_out: LeftOut) -> str:
    """Return a text without words before its book, such as a licence, which are counted."""
    found = _BOOK.match(text)
    if found is None:
        return text
    left_out.count("unmarked word", len(found[1].removeprefix("\ufeff").split()))
    return text[found.end(1) :]


@dataclass(slots=True)
class _UsfmWalk:
    """Walk over the markers of a file.

    Attributes:
        inside: Markers inside a line, around words of the text.
        scripture: Collects the verses.
        metadata: Lines that describe the file.
    """

    inside: frozenset[str]
    scripture: ScriptureWalk = field(default_factory=ScriptureWalk)
    metadata: dict[str, str] = field(default_factory=dict)
    _about: str = ""
    _number: str = ""
    _skips: str = ""
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
        self.scripture.flush()

    def _marker(self, name: str, *, ends: bool) -> None:
        self._attributes = False
        if name in NOTES | REFERENCES:
            self._note_marker(name, ends=ends)
        elif name in PLACES:
            self._skips = name
        elif name in ABOUT and not ends:
            self._begin_about(name)
        elif ends or name in self.inside:
            self._skips = "" if self._skips in PLACES else self._skips
            # Other marks end a number that has no end of its own.
            if self._about == name if ends else self._about in _NUMBERS:
                self._about = ""
        elif name in {"c", "v"}:
            self.scripture.flush()
            self._number = name
            self._about = ""
        else:
            self.scripture.begin_paragraph(heading=name in HEADINGS)
            self._about = ""

    def _begin_about(self, name: str) -> None:
        """Begin words that are not text of the translation."""
        if name in COUNTED:
            self.scripture.left_out.count(COUNTED[name])
        elif name not in _INSIDE:
            self.scripture.flush()
        self._about = name

    def _note_marker(self, name: str, *, ends: bool) -> None:
        self._skips = ""
        if ends:
            self.scripture.end_note(reference=name in REFERENCES)
        else:
            self.scripture.begin_note()
            self._number = "caller"

    def _words(self, words: str) -> None:
        if self._number:
            words = self._take_number(words)
        if self._about or self._skips:
            if self._about in METADATA:
                self.metadata.setdefault(METADATA[self._about], " ".join(words.split()))
            return
        # Attributes of a word follow a bar: \w gnat|lemma="gnat"\w*
        text, bar, _ = words.partition("|")
        if not self._attributes:
            self.scripture.add_words(text.replace("~", "\xa0").replace("//", " "))
        self._attributes = self._attributes or bool(bar)

    def _take_number(self, words: str) -> str:
        """Return the text after the number of a chapter or verse, or after the mark of a note."""
        found = _NUMBER.match(words)
        number, kind, self._number = (found[1] if found else ""), self._number, ""
        if kind == "c":
            self.scripture.begin_chapter(number)
        elif kind == "v":
            self.scripture.begin_verse(number)
        return words[found.end() :] if found else words
