"""Reports as Markdown with footnotes, for pandoc and code hosts, and readable as plain text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    ReadingLine,
    SentenceNumber,
    SourcePlace,
)
from variants.reports.printed.notes import Note
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.wording.text_runs import Line, Style

# Markup of CommonMark, pandoc or code hosts anywhere in a line. A "]" without a "[" is text,
# and every "[" is escaped.
_MARKUP = re.compile(r"[\\`*_\[<|~^$@{#]|&(?=[#\w])")
# Beginning of a list, a quotation, a definition or a heading.
_BLOCK_START = re.compile(r"[-+=>:%]")
_LIST_NUMBER = re.compile(r"\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)](?:\s|$))")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_THIN_SPACE = "\u202f"  # It does not break the line.
_EMPHASIS = frozenset({Style.TERM, Style.EDITOR})


def write_markdown(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the established text with notes, then the lists, with each paragraph on one line."""
    document = printed_edition(edition, options, ".md")
    file.writelines(f"{block}\n\n".encode() for block in _blocks(document))


def _blocks(document: PrintedEdition) -> Iterator[str]:
    yield f"# {escape(document.title)}"
    if document.status:
        yield f"> **{line_in_markdown(document.status)}**"
    yield "## Witnesses"
    yield _items(document.witnesses)
    if document.brief is not None:
        yield f"## {document.brief.title}"
        yield _items(document.brief.lines) or "—"
    yield f"## {document.text_title}"
    if document.legend:
        yield f"*{line_in_markdown(document.legend)}*"
    for paragraph in document.paragraphs():
        yield "\\\n".join(_reading_line(line) for line in paragraph)
    for note in document.notes:
        yield f"[^{_name(note)}]: {note.label} {line_in_markdown(note.line)}"
    if document.emendations:
        yield "## Emendations"
        yield "\n".join(_table(document.emendations))
    for section in document.sections:
        yield f"## {section.title}"
        yield _items(section.lines)


def _items(lines: Iterable[Line]) -> str:
    return "\n".join(f"- {escape_line_start(line_in_markdown(line))}" for line in lines)


def _table(rows: Iterable[Sequence[Line]]) -> Iterator[str]:
    yield "| place | this edition | seed | authority and reason |"
    yield "|---|---|---|---|"
    for row in rows:
        yield f"| {' | '.join(line_in_markdown(cell) for cell in row)} |"


def line_in_markdown(line: Line) -> str:
    """Return a line with its emphasis."""
    written = ""
    for run, following in zip(line, [*line[1:], None], strict=True):
        text = escape(run.text)
        after = escape(following.text) if following is not None else ""
        is_emphasized = run.style in _EMPHASIS and _can_emphasize(written, text, after)
        written += f"*{text}*" if is_emphasized else text
    return written


def _can_emphasize(before: str, text: str, after: str) -> bool:
    r"""Return True if CommonMark reads asterisks around ``text`` as emphasis.

    It does not if there is punctuation inside of an asterisk and a letter outside.

    Examples:
        >>> _can_emphasize("", "mo--", ":"), _can_emphasize("", "mo--", "\u200e")
        (True, False)
    """
    return _is_delimited(before[-1:], text[:1]) and _is_delimited(after[:1], text[-1:])


def _is_delimited(outside: str, inside: str) -> bool:
    if not inside or inside.isspace() or outside == "*":
        return False
    borders = not outside or outside.isspace() or unicodedata.category(outside)[0] == "P"
    return borders or not _is_punctuation(inside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _reading_line(line: ReadingLine) -> str:
    written: list[str] = []
    before: object = None
    shown_pieces = [piece for piece in line if not isinstance(piece, QueryStart)]
    for piece, following in zip(shown_pieces, [*shown_pieces[1:], None], strict=True):
        match piece:
            case Printed(text, _, tier):
                shown = escape(text) if written else escape_line_start(escape(text))
                after = following.text if isinstance(following, Printed) else ""
                if piece.set_aside:
                    written.append(f"<small>{shown}</small>")
                else:
                    written.append(_marked("".join(written), shown, after, tier))
            case SourcePlace(words):
                written.append(rf"\[{escape(words)}\] ")
            case SentenceNumber(sentence):
                written.append(str(sentence).translate(_SUPERSCRIPT))
            case NoteMarker(note):
                # Adjacent superscript numbers would look like one number.
                space = _THIN_SPACE if written and not isinstance(before, Printed) else ""
                written.append(f"{space}[^{_name(note)}]")
        before = piece
    return "".join(written)


def _marked(before: str, words: str, after: str, tier: Tier | None) -> str:
    """Return words in the markup of their tier, if that is possible there.

    Code hosts show ``ins`` underlined, but remove ``u``.
    """
    match tier:
        case Tier.WORDING:
            return f"<ins>{words}</ins>" if words.strip() else words
        case Tier.SENSE | Tier.FORM if _can_emphasize(before, words, after):
            asterisks = "**" if tier is Tier.SENSE else "*"
            return f"{asterisks}{words}{asterisks}"
        case _:
            return words


def _name(note: Note) -> str:
    """Return the name of a footnote: its label, with digits and hyphens only."""
    return re.sub(r"[^0-9]+", "-", note.label.replace("*", "0-"))


def escape(text: str) -> str:
    r"""Escape markup, except for markup at the beginning of a line.

    Examples:
        >>> print(escape("[bold] snake_case 5 * 3 & so on"))
        \[bold] snake\_case 5 \* 3 & so on
    """
    return _MARKUP.sub(r"\\\g<0>", text)


def escape_line_start(line: str) -> str:
    """Escape markup at the beginning of a line."""
    if _BLOCK_START.match(line):
        return f"\\{line}"
    number = _LIST_NUMBER.match(line)
    return f"{number[0]}\\{line[number.end() :]}" if number else line
