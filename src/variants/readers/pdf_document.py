"""Reader for PDF documents."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from variants.errors import EmptyFile, ScannedPages
from variants.errors.lists import counted, listed
from variants.errors.typed_words import recognise_command
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.pdf_heads import find_heads, usual_pitch
from variants.readers.pdf_lines import PdfLine, PdfPages, read_lines
from variants.readers.pdf_paragraphs import (
    ANY_PAGE,
    LineJoiner,
    ParagraphFinder,
    note_name,
)
from variants.readers.text_builder import FOOTNOTE, TextBuilder
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, SetAside

_LABEL = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?\.?\s*")
_END_NOTE = re.compile(r"[\[(]?(\d{1,3})[\])]?[.:]?\s+")
_PAGE_NUMBER = re.compile(r"\W*(?:\d+|[ivxlcIVXLC]+)\W*")
_BACK = re.compile(r"\s*[↩↑⏎][\ufe0e\ufe0f]?\s*\Z")
_SMALL = 0.93  # Size of notes, in the size of the text.
_FEWEST = 2  # Notes at the end of a document.

_Notes = dict[tuple[int, str], list[PdfLine]]


def read_pdf(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a PDF, without running heads and page numbers, its notes last.

    Raises:
        ScannedPages: All pages are pictures.
    """
    pages = read_lines(path, data)
    if pages.scanned and not any(pages.lines):
        raise ScannedPages(path)
    left_out = LeftOut()
    pitch = usual_pitch(pages.lines)
    heads = find_heads(pages.lines, pitch)
    builder = _build(pages, heads, left_out, options)
    text, divisions = builder.build(options.notes)
    notices = [*left_out.notices(path, options.changes)]
    if not text:
        raise EmptyFile(path, notices)
    if pages.scanned:
        numbers = listed([str(number) for number in pages.scanned])
        count = counted(len(pages.scanned), "page")
        notices.append(
            f"{path.name}: {count} without text left out ({numbers}). "
            f"To read pictures of pages, run: {recognise_command(path, '--skip-text')}"
        )
    found = FileText(
        text,
        divisions,
        metadata=pages.metadata,
        notices=tuple(notices),
        set_aside=tuple(_places_of_heads(heads, divisions)),
    )
    return (found,)


def _places_of_heads(
    heads: Collection[PdfLine], divisions: Sequence[Division]
) -> Iterator[SetAside]:
    """Yield a point for each running head and page number of a page that was read."""
    starts: dict[str, int] = {}
    for division in divisions:
        if division.kind is not DivisionKind.NOTE:
            starts.setdefault(division.source, division.span.start)
    for line in sorted(heads, key=lambda line: (line.page, -line.middle, line.left)):
        page = _source(line.page)
        if page in starts:
            kind = SetAsideKind.PAGE if _PAGE_NUMBER.fullmatch(line.text) else SetAsideKind.HEAD
            yield SetAside(Span(starts[page], starts[page]), kind, f"“{line.text}”, {page}")


def _source(page: int) -> str:
    return f"p. {page + 1}"


def _build(
    pages: PdfPages, heads: Collection[PdfLine], left_out: LeftOut, options: ReadOptions
) -> TextBuilder:
    # Heads are found on all pages, also if few of them are read.
    wanted = range(options.from_page - 1, options.to_page or len(pages.lines))
    left_out.count("running head", sum(head.page in wanted for head in heads))
    left_out.count("other page", sum(n not in wanted for n in range(len(pages.lines))))
    kept = [
        [line for line in lines if line not in heads and line.page in wanted]
        for lines in pages.lines
    ]
    size = _usual_size(kept)
    notes: _Notes = {}
    body = [_without_notes(lines, size, notes) for lines in kept]
    body = _without_end_notes(body, notes)
    finder = ParagraphFinder(body, pages.widths, usual_pitch(body), size)
    joiner = LineJoiner(line for lines in kept for line in lines)
    builder = TextBuilder()
    names = frozenset(notes)
    for paragraph in finder.find():
        kind = DivisionKind.HEADING if paragraph.is_heading else DivisionKind.PARAGRAPH
        pieces = joiner.join(paragraph.lines, names)
        builder.add(kind, pieces, _source(paragraph.page))
    for (page, label), lines in notes.items():
        pieces = joiner.join(lines, frozenset())
        if isinstance(pieces[0], str):
            pieces[0] = _LABEL.sub("", pieces[0], count=1)
        if isinstance(pieces[-1], str):
            pieces[-1] = _BACK.sub("", pieces[-1])
        builder.add_note(note_name(page, label), pieces, FOOTNOTE)
    return builder


def _usual_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    """Return the size of most characters."""
    sizes = sorted((line.size, len(line.text)) for lines in pages for line in lines)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return 1.0


def _without_notes(lines: Sequence[PdfLine], size: float, notes: _Notes) -> list[PdfLine]:
    """Return the lines of a page without those of its footnotes, which are collected.

    Footnotes are below the text of their column and begin with their mark. They are in smaller
    type, or else the mark is raised and is in the text of the page as well. The first lines in
    smaller type may continue the last note of the page before.
    """
    body: list[PdfLine] = []
    current: list[PdfLine] | None = None
    marks: set[str] = set()
    for line in lines:
        small = line.size < _SMALL * size
        label = _label_of(line) if small else _raised_label(line)
        follows = current is not None and current[-1].middle > line.middle
        if body and label and (line.page, label) not in notes and (small or label in marks):
            current = notes.setdefault((line.page, label), [])
            current.append(line)
        elif current is not None and follows and (small or not _is_small(current, size)):
            current.append(line)
        elif small and body and body[-1].middle > line.middle and _is_open(notes, line.page):
            current = next(reversed(notes.values()))
            current.append(line)
        else:
            current = None
            body.append(line)
            marks |= {line.text[mark.start : mark.end] for mark in line.marks if mark.start}
    return body


def _label_of(line: PdfLine) -> str:
    """Return the mark with which a note begins; empty if there is none."""
    found = _LABEL.match(line.text)
    return _raised_label(line) or (found[1] if found and found.end() < len(line.text) else "")


def _raised_label(line: PdfLine) -> str:
    """Return the raised mark with which a line begins; empty if there is none."""
    starts = line.marks and line.marks[0].start == 0 and line.marks[0].end < len(line.text)
    return line.text[: line.marks[0].end] if starts else ""


def _is_small(note: Sequence[PdfLine], size: float) -> bool:
    return note[0].size < _SMALL * size


def _is_open(notes: _Notes, page: int) -> bool:
    """Return True if the last note is in the column or on the page before, and may continue."""
    return bool(notes) and next(reversed(notes))[0] >= page - 1


def _without_end_notes(pages: Sequence[list[PdfLine]], notes: _Notes) -> list[list[PdfLine]]:
    """Return the lines without numbered notes at the end of the document, which are collected.

    The text must have a mark for each of them, and no note of its own page for it.
    """
    lines = [line for page in pages for line in page]
    marks = {
        line.text[mark.start : mark.end]
        for line in lines
        for mark in line.marks
        if (line.page, line.text[mark.start : mark.end]) not in notes
    }
    count = next(number for number in range(len(marks) + 1) if str(number + 1) not in marks)
    begins: list[int] = []
    for place in range(len(lines) - 1, -1, -1):
        wanted = count - len(begins)
        found = _END_NOTE.match(lines[place].text) if wanted else None
        if found and int(found[1]) == wanted:
            begins.append(place)
    if len(begins) < max(count, _FEWEST):
        return list(pages)
    begins.reverse()
    for number, (start, end) in enumerate(zip(begins, [*begins[1:], len(lines)], strict=True), 1):
        notes[ANY_PAGE, str(number)] = lines[start:end]
    ends = set(lines[begins[0] :])
    return [[line for line in page if line not in ends] for page in pages]
