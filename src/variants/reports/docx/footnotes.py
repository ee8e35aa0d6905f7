"""The printed edition as a document with footnotes and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from variants.reports.docx import comments, ooxml
from variants.reports.docx.package import write_package
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.reading_text import (
    NoteMarker,
    Printed,
    QueryStart,
    ReadingLine,
    SentenceNumber,
)
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.decision_text import EditorNames
from variants.wording.text_runs import Line, Style

_COLUMNS = {"Place": 800, "This edition": 2100, "Seed": 2100, "Authority and reason": 4026}
# Notes that Word wants: the lines that part notes from the text.
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\n'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>\n"
)
_SETTINGS = (
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>\n'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\n'
)


def write_report(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the document."""
    document = printed_edition(edition, options)
    report = _Report(document)
    write_package(
        file,
        document.title,
        {
            "settings": ooxml.root("settings", [_SETTINGS]),
            "footnotes": ooxml.root("footnotes", report.footnotes()),
            "comments": report.comments.part(),
            "document": ooxml.root("document", report.body()),
        },
    )


class _Report:
    """Knows the numbers of notes and comments."""

    def __init__(self, document: PrintedEdition) -> None:
        self._document = document
        self._notes = {note.label: number for number, note in enumerate(document.notes, 1)}
        self.comments = comments.Comments(EditorNames(document.edition.decisions))
        self._comments = {
            note.label: self.comments.add(line, note.place.status)
            for note, line in document.questions
        }

    def footnotes(self) -> Iterator[str]:
        """The notes, each with its sign and its label."""
        yield _SEPARATORS
        sign = ooxml.run("<w:footnoteRef/>", "FootnoteReference")
        for note in self._document.notes:
            says = ooxml.run(ooxml.text(f" {note.label} ")) + ooxml.words(note.line)
            yield (
                f'<w:footnote w:id="{self._notes[note.label]}">'
                f"{ooxml.paragraph(sign + says, 'FootnoteText').rstrip()}</w:footnote>\n"
            )

    def body(self) -> Iterator[str]:
        """All that stands on the pages."""
        document = self._document
        yield "<w:body>\n"
        yield ooxml.paragraph(ooxml.run(ooxml.text(document.title)), "Title")
        if document.status:
            yield ooxml.paragraph(ooxml.words(document.status), "Unfinished")
        yield from _items("Witnesses", document.witnesses)
        yield _heading("Text")
        for paragraph in document.paragraphs():
            lines = (self._line(line) for line in paragraph)
            shown = "".join(p.text for line in paragraph for p in line if isinstance(p, Printed))
            yield ooxml.reading(ooxml.run("<w:br/>").join(lines), shown)
        if document.emendations:
            yield _heading("Emendations")
            yield from ooxml.table(_COLUMNS, document.emendations)
        for section in document.sections:
            yield from _items(section.title, section.lines)
        yield f"{ooxml.PAGE}</w:body>\n"

    def _line(self, line: ReadingLine) -> str:
        written = []
        after_a_sign = False
        for piece in line:
            match piece:
                case Printed(words, origin):
                    changed = origin.status is not None
                    style = Style.EMENDED.value if changed else ""
                    written.append(ooxml.run(ooxml.text(words), style))
                case SentenceNumber(sentence):
                    number = ooxml.text(f"{sentence}\u00a0")
                    written.append(ooxml.run(number, "SentenceNumber"))
                case QueryStart(note):
                    written.append(comments.begins(self._comments[note.label]))
                case NoteMarker(note):
                    written.append(self._sign(note.label, apart=after_a_sign))
            after_a_sign = isinstance(piece, NoteMarker)
        return "".join(written)

    def _sign(self, label: str, *, apart: bool) -> str:
        """The number of a note; a comma parts it from another, or 1 and 2 would be 12."""
        comma = ooxml.run(ooxml.text(","), "FootnoteReference") if apart else ""
        number = f'<w:footnoteReference w:id="{self._notes[label]}"/>'
        asked = comments.ends(self._comments[label]) if label in self._comments else ""
        return f"{comma}{ooxml.run(number, 'FootnoteReference')}{asked}"


def _heading(title: str) -> str:
    return ooxml.paragraph(ooxml.run(ooxml.text(title)), "Heading1")


def _items(title: str, lines: Iterable[Line]) -> Iterator[str]:
    yield _heading(title)
    for line in lines:
        yield ooxml.paragraph(ooxml.words(line), "ApparatusItem")
