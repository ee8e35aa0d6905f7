"""The printed edition as a document with footnotes and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from variants.reports.docx import ooxml
from variants.reports.docx.comments import Comments, comment_end, comment_start
from variants.reports.docx.package import write_package
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    ReadingLine,
    SentenceNumber,
    SourcePlace,
)
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.wording.decision_text import EditorNames
from variants.wording.text_runs import Line, Style

_COLUMNS = {"Place": 1000, "This edition": 2050, "Seed": 2050, "Authority and reason": 3926}
_TIERS = {Tier.SENSE: "Sense", Tier.WORDING: "Wording", Tier.FORM: "Form"}
# Word requires these two footnotes, the lines between the text and its notes.
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


def write_report(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the document."""
    document = printed_edition(edition, options)
    report = _Report(document)
    comments = report.comments.elements
    parts = {
        "settings": lambda xml: ooxml.write_root(xml, "settings", _settings()),
        "footnotes": lambda xml: ooxml.write_root(xml, "footnotes", report.footnotes()),
        "comments": lambda xml: ooxml.write_root(xml, "comments", comments),
        "document": report.write_document,
    }
    language = document.edition.collation.seed.witness.language
    write_package(file, document.title, parts, language=language)


def _settings() -> Iterator[ooxml.Element]:
    yield ooxml.make("footnotePr", *(ooxml.make("footnote", id=id_) for id_ in _SEPARATORS))
    word = "http://schemas.microsoft.com/office/word"
    mode = ooxml.make("compatSetting", name="compatibilityMode", uri=word, val=15)
    yield ooxml.make("compat", mode)


class _Report:
    """Writer of the document, with the numbers of notes and comments."""

    def __init__(self, document: PrintedEdition) -> None:
        self._document = document
        self._notes = {note.label: number for number, note in enumerate(document.notes, 1)}
        self.comments = Comments(EditorNames(document.edition.decisions))
        self._comments = {
            note.label: self.comments.add(line, note.place.status)
            for note, line in document.questions
        }

    def footnotes(self) -> Iterator[ooxml.Element]:
        """Yield the footnotes, each with its marker and its label."""
        for number, name in _SEPARATORS.items():
            line = ooxml.make("p", ooxml.run(ooxml.make(name)))
            yield ooxml.make("footnote", line, type=name, id=number)
        for note in self._document.notes:
            content = [
                ooxml.run(ooxml.make("footnoteRef"), style="FootnoteReference"),
                ooxml.run(ooxml.text(f" {note.label} ")),
                *ooxml.words(note.line),
            ]
            paragraph = ooxml.paragraph("FootnoteText", *content)
            yield ooxml.make("footnote", paragraph, id=self._notes[note.label])

    def write_document(self, xml: ooxml.XmlWriter) -> None:
        """Write the text and the lists."""
        document = self._document
        with (
            xml.element(ooxml.tag("document"), nsmap=ooxml.NAMESPACES),
            xml.element(ooxml.tag("body")),
        ):
            ooxml.write_lines(xml, self._text())
            if document.emendations:
                ooxml.write_lines(xml, [_heading("Emendations")])
                ooxml.write_table(xml, _COLUMNS, document.emendations)
            for section in document.sections:
                ooxml.write_lines(xml, _items(section.title, section.lines))
            xml.write(ooxml.page_size())

    def _text(self) -> Iterator[ooxml.Element]:
        document = self._document
        yield ooxml.paragraph("Title", ooxml.run(ooxml.text(document.title)))
        if document.status:
            yield ooxml.paragraph("Unfinished", *ooxml.words(document.status))
        yield from _items("Witnesses", document.witnesses)
        if document.brief is not None:
            yield from _items(document.brief.title, document.brief.lines)
        yield _heading(document.text_title)
        if document.legend:
            yield ooxml.paragraph("Legend", *ooxml.words(document.legend))
        for paragraph in document.paragraphs():
            shown = "".join(p.text for line in paragraph for p in line if isinstance(p, Printed))
            yield ooxml.reading_paragraph(self._lines(paragraph), shown)

    def _lines(self, lines: Iterable[ReadingLine]) -> Iterator[ooxml.Element]:
        for number, line in enumerate(lines):
            if number:
                yield ooxml.line_break()
            yield from self._line(line)

    def _line(self, line: ReadingLine) -> Iterator[ooxml.Element]:
        after_marker = False
        for piece in line:
            match piece:
                case Printed(words, origin, tier):
                    style = _TIERS.get(tier, "") if tier else ""
                    style = style if origin.status is None else Style.EMENDED.value
                    style = "SetAside" if piece.set_aside else style
                    yield ooxml.run(ooxml.text(words), style=style)
                case SourcePlace(words):
                    yield ooxml.run(ooxml.text(f"[{words}]\u00a0"), style="SourcePlace")
                case SentenceNumber(sentence):
                    yield ooxml.run(ooxml.text(f"{sentence}\u00a0"), style="SentenceNumber")
                case QueryStart(note):
                    yield comment_start(self._comments[note.label])
                case NoteMarker(note):
                    if after_marker:  # Without a comma, the markers 1 and 2 would be 12.
                        yield ooxml.run(ooxml.text(","), style="FootnoteReference")
                    yield from self._marker(note.label)
            after_marker = isinstance(piece, NoteMarker)

    def _marker(self, label: str) -> Iterator[ooxml.Element]:
        """Yield the number of a note, with the end of its comment if it has one."""
        number = ooxml.make("footnoteReference", id=self._notes[label])
        yield ooxml.run(number, style="FootnoteReference")
        if label in self._comments:
            yield from comment_end(self._comments[label])


def _heading(title: str) -> ooxml.Element:
    return ooxml.paragraph("Heading1", ooxml.run(ooxml.text(title)))


def _items(title: str, lines: Iterable[Line]) -> Iterator[ooxml.Element]:
    yield _heading(title)
    for line in lines:
        yield ooxml.paragraph("ApparatusItem", *ooxml.words(line))
