"""Lines of the pages of a PDF, with their places and sizes."""

from __future__ import annotations

import math
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import pypdfium2
from pypdfium2 import raw

from variants.errors import DamagedFile
from variants.readers.limits import limits, over_limit

WHAT = "a PDF document"
# PDFium writes these for a hyphen at the end of a line, and then no end of the line.
_HYPHENS = "\ufffe\x02"
_LINE = re.compile(rf"[^\r\n{_HYPHENS}]+")
_LABEL = re.compile(r"(?<!\d)(?:\d{1,3}|[*†‡§¶]{1,3})(?!\d)")
_SAMPLES = 7  # Characters of a line whose sizes are measured.
_LARGEST = 10_000.0  # Points; more is damage.
_SMALLER = 0.85  # Share of the size of a line below which a raised number is a mark.
_ROW = 0.5  # Difference of heights within a row, in the size of characters.
_WIDE = 3.0  # Width of a gap within a row; columns have wider ones between them.
_SPACE = 0.12  # Width of the narrowest space.


@dataclass(frozen=True, slots=True)
class RaisedMark:
    """A small raised number or sign in a line.

    Attributes:
        start: Offset in the line.
        end: Offset after it.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page.

    Attributes:
        page: Number of the page, counted from 0.
        text: Its characters, without spaces at the ends.
        left: Distance from the left edge of the page, in points.
        right: Distance of its end from the left edge.
        middle: Height of its middle above the lower edge.
        size: Height of its characters.
        hyphen: True if it ends with a hyphen that may belong to the line only.
        marks: Raised numbers and signs, which may be marks of notes.
    """

    page: int
    text: str
    left: float
    right: float
    middle: float
    size: float
    hyphen: bool = False
    marks: tuple[RaisedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfPages:
    """Lines of a document.

    Attributes:
        lines: The lines of each page, in the order of the file.
        widths: The width of each page.
        scanned: Numbers of pages that are pictures without text, counted from 1.
        metadata: Names and values that the file has about itself.
    """

    lines: tuple[tuple[PdfLine, ...], ...]
    widths: tuple[float, ...]
    scanned: tuple[int, ...]
    metadata: tuple[tuple[str, str], ...]


def read_lines(path: Path, data: bytes) -> PdfPages:
    """Return the lines of all pages.

    Raises:
        DamagedFile: It is damaged or has a password.
        OverLimit: It has too many pages, or takes too long.
    """
    most = limits()
    end = time.monotonic() + most.seconds
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            if count > most.pages:
                raise over_limit(path, f"has {count:,} pages", "pages")
            lines, widths, scanned = [], [], []
            for number in range(count):
                if time.monotonic() > end:
                    raise over_limit(path, f"takes over {most.seconds} seconds", "seconds")
                page = document[number]
                found = tuple(_rows(_lines_of(page, number)))
                if not found and _has_picture(page):
                    scanned.append(number + 1)
                lines.append(found)
                widths.append(float(page.get_width()))
                page.close()
            metadata = tuple(_metadata(document))
    except pypdfium2.PdfiumError as error:
        raise DamagedFile(path, WHAT, reason=_reason(error)) from error
    return PdfPages(tuple(lines), tuple(widths), tuple(scanned), metadata)


class _Sheet:
    """Characters of a page, with their places and sizes."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - it has no types
        self._sheet = page.get_textpage()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sheet.close()

    def text(self) -> str:
        """Return the characters; each has its own place."""
        text: str = self._sheet.get_text_range()
        count = self._sheet.count_chars()
        if len(text) == count:
            return text
        codes = (raw.FPDFText_GetUnicode(self._sheet, index) for index in range(count))
        return "".join(chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes)

    def place_of(self, index: int) -> tuple[float, float, float]:
        """Return the left and right edges and the middle of a character."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._sheet, index, box)
        return box.left, box.right, (box.bottom + box.top) / 2

    def size_of(self, index: int) -> float:
        """Return the size of a character as it is shown."""
        raw.FPDFText_GetMatrix(self._sheet, index, self._matrix)
        size = raw.FPDFText_GetFontSize(self._sheet, index)
        return float(size) * math.hypot(self._matrix.c, self._matrix.d)


def _lines_of(page: Any, number: int) -> Iterator[PdfLine]:  # noqa: ANN401 - it has no types
    """Yield the lines of a page in the order of the file."""
    with _Sheet(page) as sheet:
        text = sheet.text()
        for found in _LINE.finditer(text):
            words = found[0].strip()
            line = _measure(sheet, number, found.start() + found[0].index(words), words)
            if line is not None:
                ends = text[found.end() : found.end() + 1]
                yield replace(line, hyphen=bool(ends) and ends in _HYPHENS)


def _rows(lines: Iterable[PdfLine]) -> Iterator[PdfLine]:
    """Yield the lines, with parts at one height as one: PDFium begins a line at a raised mark."""
    row: PdfLine | None = None
    for line in lines:
        if row is not None and _is_one_row(row, line):
            row = _joined(row, line)
        else:
            if row is not None:
                yield row
            row = line
    if row is not None:
        yield row


def _is_one_row(row: PdfLine, line: PdfLine) -> bool:
    size = max(row.size, line.size)
    gap = line.left - row.right
    near = abs(row.middle - line.middle) < _ROW * size
    return near and -size < gap < _WIDE * size and not row.hyphen


def _joined(row: PdfLine, line: PdfLine) -> PdfLine:
    """Return two parts of a row as one; a small part that is only a mark is a mark."""
    size = max(row.size, line.size)
    between = " " if line.left - row.right > _SPACE * size else ""
    start = len(row.text) + len(between)
    marks = [*row.marks, *(RaisedMark(start + one.start, start + one.end) for one in line.marks)]
    for part, at in ((row, 0), (line, start)):
        if part.size < _SMALLER * size and _LABEL.fullmatch(part.text):
            marks.append(RaisedMark(at, at + len(part.text)))
    return PdfLine(
        row.page,
        row.text + between + line.text,
        row.left,
        line.right,
        (row if row.size >= line.size else line).middle,
        size,
        line.hyphen,
        tuple(sorted(marks, key=lambda mark: mark.start)),
    )


def _measure(sheet: _Sheet, page: int, start: int, words: str) -> PdfLine | None:
    """Return a line with its place and size; ``None`` if it has no characters with a size."""
    last = len(words) - 1
    step = max(1, last // (_SAMPLES - 1))
    samples = [at for at in range(0, last + 1, step) if words[at].isalnum()] or [0]
    sizes = {at: sheet.size_of(start + at) for at in samples} if words else {}
    size = max(sizes.values(), default=0.0)
    if not 0 < size < _LARGEST:
        return None
    largest = next(at for at in samples if sizes[at] == size)
    middle = sheet.place_of(start + largest)[2]
    marks = [
        RaisedMark(*found.span())
        for found in _LABEL.finditer(words)
        if sheet.size_of(start + found.start()) < _SMALLER * size
        and sheet.place_of(start + found.start())[2] > middle
    ]
    left, right = sheet.place_of(start)[0], sheet.place_of(start + last)[1]
    return PdfLine(page, words, left, right, middle, size, marks=tuple(marks))


def _has_picture(page: Any) -> bool:  # noqa: ANN401 - it has no types
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return next(iter(pictures), None) is not None


def _metadata(document: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - it has no types
    for key, name in (("Title", "title"), ("Author", "author"), ("Creator", "program")):
        value = " ".join(document.get_metadata_value(key).split())
        if value:
            yield name, value


def _reason(error: Exception) -> str:
    return "it has a password" if "assword" in str(error) else "it is damaged"
