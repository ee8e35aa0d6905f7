"""Paragraphs of a PDF: lines and the parts of words joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

from variants.readers.divided_words import is_compound
from variants.readers.pdf_lines import PdfLine
from variants.readers.text_builder import NoteMark, Piece

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[\w’']+\Z")
_FIRST_WORD = re.compile(r"[\w’']+")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\d{0,3}\Z")
_CLOSE_DASH = re.compile(r"(?:[—–]|--)\w")
_WIDE_DASH = re.compile(r"(?:[—–]|--)\s")
_NO_SPACES = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_GAP = 1.3  # Distance after a paragraph, in the usual distance of lines.
_INDENT = 0.6  # Indent of a paragraph's first line, in heights of its characters.
_MOST_INDENT = 8.0
_OTHER_SIZE = 0.12  # Share by which the sizes of two paragraphs may differ.
_HEADING = 1.12  # Size of a heading, in the size of the text.
_COLUMN_SHARE = 0.25  # Share of the lines of a page that are in the second of two columns.
_FEW = 4  # Lines from which the edges of a column can be seen.
_SHORT = 0.7  # Share of the width of a column below which a line ends a paragraph.


@dataclass(frozen=True, slots=True)
class Column:
    """Edges of a column of a page."""

    number: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of a paragraph."""

    lines: tuple[PdfLine, ...]
    is_heading: bool

    @property
    def page(self) -> int:
        """Page on which it begins, counted from 0."""
        return self.lines[0].page


class ParagraphFinder:
    """Finds paragraphs in the lines of a document.

    Args:
        pages: The lines of the text of each page.
        widths: The width of each page.
        pitch: Usual distance of lines.
        size: Usual size of characters.
    """

    def __init__(
        self,
        pages: Sequence[Sequence[PdfLine]],
        widths: Sequence[float],
        pitch: float,
        size: float,
    ) -> None:
        self._pages = pages
        self._pitch = pitch
        self._size = size
        self._widths = widths
        self._columns = [
            _columns_of(lines, width) for lines, width in zip(pages, widths, strict=True)
        ]

    def find(self) -> Iterator[Paragraph]:
        """Yield the paragraphs in the order of the file."""
        lines: list[PdfLine] = []
        for line in (each for page in self._pages for each in page):
            if lines and self._begins(lines[-1], line):
                yield self._paragraph(lines)
                lines = []
            lines.append(line)
        if lines:
            yield self._paragraph(lines)

    def _paragraph(self, lines: Sequence[PdfLine]) -> Paragraph:
        return Paragraph(tuple(lines), lines[0].size > _HEADING * self._size)

    def _begins(self, before: PdfLine, line: PdfLine) -> bool:
        """Return True if a line begins a paragraph."""
        if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
            return True
        if before.hyphen:
            return False
        old, new = self._column(before), self._column(line)
        gap = before.middle - line.middle
        together = before.page == line.page and old.number == new.number and gap >= 0
        scale = max(1.0, line.size / self._size)
        if together and (scale > _HEADING or gap > _GAP * self._pitch):
            # The lines of a heading are often short, and further from one another.
            return gap > _GAP * self._pitch * scale
        indent = (line.left - new.left) / line.size
        ends = _SENTENCE_END.search(before.text) is not None
        if _INDENT < indent < _MOST_INDENT and (ends or together) and not self._indented(before):
            return True
        width = max(1.0, old.right - old.left)
        if _has_room(before, line, old.right):
            return ends or before.right - old.left < _SHORT * width
        return False

    def _indented(self, line: PdfLine) -> bool:
        """Return True if a line is indented like the one before it, as in a quotation."""
        return (line.left - self._column(line).left) / line.size > _INDENT

    def _column(self, line: PdfLine) -> Column:
        columns = self._columns[line.page]
        return columns[-1 if _is_right(line, self._widths[line.page]) else 0]


def _columns_of(lines: Sequence[PdfLine], width: float) -> tuple[Column, ...]:
    """Return the columns of a page, one or two."""
    sides: list[list[PdfLine]] = [[], []]
    for line in lines:
        sides[_is_right(line, width)].append(line)
    left, right = sides
    narrow = [line for line in left if line.right < 0.55 * width]
    needed = max(_FEW, _COLUMN_SHARE * len(lines))
    if len(right) < needed or len(narrow) < needed:
        return (_edges(0, lines, width),)
    return _edges(0, narrow, width), _edges(1, right, width)


def _is_right(line: PdfLine, width: float) -> bool:
    return line.left > 0.45 * width


def _edges(number: int, lines: Sequence[PdfLine], width: float) -> Column:
    if len(lines) < _FEW:
        return Column(number, min((line.left for line in lines), default=0.0), 0.85 * width)
    lefts = Counter(round(line.left) for line in lines)
    usual = median(line.left for line in lines)
    left = min((each for each, count in lefts.items() if count >= _FEW), default=usual)
    return Column(number, float(left), quantiles((line.right for line in lines), n=10)[-1])


def _has_room(before: PdfLine, line: PdfLine, right: float) -> bool:
    """Return True if the first word of a line would have fitted on the line before it."""
    word = len(line.text.split(maxsplit=1)[0]) + 1
    width = (line.right - line.left) / max(1, len(line.text))
    return before.right + word * width < right


class LineJoiner:
    """Joins lines to a text.

    Args:
        lines: All lines of the document, whose words decide which hyphens stay.
    """

    def __init__(self, lines: Iterable[PdfLine]) -> None:
        lines = list(lines)
        texts = [line.text for line in lines]
        self._words: set[str] = set()
        cut = False
        for line in lines:
            words = [word.lower() for word in _WORD.findall(line.text)]
            # Parts of words at the ends of lines are not words.
            self._words.update(words[1 if cut else 0 : -1])
            cut = _ends_in_hyphen(line)
        close, wide = (
            sum(len(pattern.findall(text)) for text in texts)
            for pattern in (_CLOSE_DASH, _WIDE_DASH)
        )
        self._dashes_are_close = close > wide
        known = [self._known_hyphen(*pair) for pair in pairwise(lines) if _ends_in_hyphen(pair[0])]
        self._usually_keeps = known.count(True) > known.count(False)

    def join(self, paragraph: Sequence[PdfLine], notes: frozenset[tuple[int, str]]) -> list[Piece]:
        """Return the words of a paragraph; marks of notes become places."""
        pieces: list[Piece] = []
        for number, line in enumerate(paragraph):
            if number > 0:
                between, cut = self._between(paragraph[number - 1], line)
                if cut and isinstance(pieces[-1], str):
                    pieces[-1] = pieces[-1][:-cut]
                pieces.append(between)
            pieces += _with_marks(line, notes)
        return pieces

    def _between(self, before: PdfLine, line: PdfLine) -> tuple[str, int]:
        """Return the characters between two lines, and the number to remove before them."""
        if _ends_in_hyphen(before):
            real = not before.hyphen
            return ("-" if self._keeps_hyphen(before, line) else ""), int(real)
        if before.text.endswith("\xad"):
            return "", 1
        if before.text.endswith(("—", "–", "--")) and self._dashes_are_close:
            return "", 0
        if _NO_SPACES.match(before.text[-1:]) and _NO_SPACES.match(line.text):
            return "", 0
        return " ", 0

    def _keeps_hyphen(self, before: PdfLine, line: PdfLine) -> bool:
        """Return True if a hyphen at the end of a line belongs to the word."""
        known = self._known_hyphen(before, line)
        if known is not None:
            return known
        return self._usually_keeps or not line.text[0].islower()

    def _known_hyphen(self, before: PdfLine, line: PdfLine) -> bool | None:
        """Return True if a word has a hyphen elsewhere, False if it has none there."""
        first = _LAST_WORD.search(before.text.rstrip("-‐"))
        second = _FIRST_WORD.match(line.text)
        if first is None or second is None:
            return True
        return is_compound(first[0], second[0], self._words)


def _ends_in_hyphen(line: PdfLine) -> bool:
    return line.hyphen or (line.text.endswith(("-", "‐")) and line.text[-2:-1].isalpha())


def _with_marks(line: PdfLine, notes: frozenset[tuple[int, str]]) -> Iterator[Piece]:
    """Yield the words of a line, and places instead of the marks that have a note."""
    at = 0
    for mark in line.marks:
        label = line.text[mark.start : mark.end]
        for page in (line.page, ANY_PAGE):
            if (page, label) in notes:
                yield (
                    line.text[at : mark.start].rstrip()
                    if mark.end == len(line.text)
                    else (line.text[at : mark.start])
                )
                yield NoteMark(note_name(page, label))
                at = mark.end
                break
    yield line.text[at:]


ANY_PAGE = -1
"""Page of notes at the end of a document."""


def note_name(page: int, label: str) -> str:
    """Return the name of a note on a page."""
    return f"{page} {label}"
