"""Editions as Markdown with footnotes, as pandoc and code hosts read it; good to read as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.notes import Note
from variants.reports.printed.reading_text import LineOfText, Marker, Number, Printed, QueryStart
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.text_runs import Line, Style

# What CommonMark, pandoc or a code host would read as markup anywhere in a line. A "]" is text
# where no "[" stands open, and every "[" is escaped.
_MARKUP = re.compile(r"[\\`*_\[<|~^$@{#]|&(?=[#\w])")
# And what they would read as the beginning of a list, a quotation, a definition or a heading.
_BEGINNING = re.compile(r"[-+=>:%]")
_COUNTED = re.compile(r"\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)](?:\s|$))")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_THIN = "\u202f"  # A narrow blank that does not break the line.
_EMPHASIS = frozenset({Style.TERM, Style.EDITOR})


def write_markdown(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the reading text with its notes, then the lists, a paragraph to a line."""
    document = printed_edition(edition, options)
    file.writelines(f"{block}\n\n".encode() for block in _blocks(document))


def _blocks(document: PrintedEdition) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    if document.status:
        yield f"> **{_line(document.status)}**"
    yield "## Witnesses"
    yield _items(document.witnesses)
    yield "## Text"
    for paragraph in document.paragraphs():
        yield "\\\n".join(_line_of_text(line) for line in paragraph)
    for note in document.notes:
        yield f"[^{_name(note)}]: {note.label} {_line(note.line)}"
    if document.emendations:
        yield "## Emendations"
        yield "\n".join(_table(document.emendations))
    for section in document.sections:
        yield f"## {section.title}"
        yield _items(section.lines)


def _items(lines: Iterable[Line]) -> str:
    return "\n".join(f"- {begun(_line(line))}" for line in lines)


def _table(rows: Iterable[Sequence[Line]]) -> Iterator[str]:
    yield "| place | this edition | seed | authority and reason |"
    yield "|---|---|---|---|"
    for row in rows:
        yield f"| {' | '.join(_line(cell) for cell in row)} |"


def _line(line: Line) -> str:
    return "".join(
        f"*{escaped(one.text)}*" if one.style in _EMPHASIS else escaped(one.text) for one in line
    )


def _line_of_text(line: LineOfText) -> str:
    written: list[str] = []
    before: object = None
    for piece in line:
        match piece:
            case Printed(text):
                written.append(escaped(text) if written else begun(escaped(text)))
            case Number(sentence):
                written.append(str(sentence).translate(_RAISED))
            case Marker(note):
                # Raised numbers beside each other would be read as one.
                apart = _THIN if written and not isinstance(before, Printed) else ""
                written.append(f"{apart}[^{_name(note)}]")
            case QueryStart():
                continue
        before = piece
    return "".join(written)


def _name(note: Note) -> str:
    """A name for the footnote made of the label: letters, digits and hyphens only."""
    return re.sub(r"[^0-9]+", "-", note.label.replace("*", "0-"))


def escaped(text: str) -> str:
    r"""Text that is no markup anywhere but at the beginning of a line.

    Examples:
        >>> print(escaped("[bold] snake_case 5 * 3 & so on"))
        \[bold] snake\_case 5 \* 3 & so on
    """
    return _MARKUP.sub(r"\\\g<0>", text)


def begun(line: str) -> str:
    """A line that begins with text, safe there too."""
    if _BEGINNING.match(line):
        return f"\\{line}"
    counted = _COUNTED.match(line)
    return f"{counted[0]}\\{line[counted.end() :]}" if counted else line
