"""The seed with the editors' changes, which a word processor tracks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from variants.reports.docx import ooxml
from variants.reports.docx.comments import Comments, author_of, comment_end, comment_start
from variants.reports.docx.package import write_package
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import LINES, breaks_in
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.status import PlaceStatus
from variants.wording.decision_text import EditorNames, full_decisions
from variants.wording.sanitize import sanitize_line


def write_changes(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write tracked changes: accepting all gives the established text, rejecting all the seed."""
    document = printed_edition(edition, options)
    comments = Comments(EditorNames(document.edition.decisions))
    changes = _Changes(document.edition, comments)

    def write_document(xml: ooxml.XmlWriter) -> None:
        with xml.element(ooxml.tag("document"), nsmap=ooxml.NAMESPACES):
            ooxml.write_root(xml, "body", _blocks(document, changes))

    # The comments follow the document, because they are complete when it has been written.
    parts = {
        "settings": lambda xml: ooxml.write_root(xml, "settings", [ooxml.make("trackRevisions")]),
        "document": write_document,
        "comments": lambda xml: ooxml.write_root(xml, "comments", comments.elements),
    }
    write_package(file, document.title, parts)


def _blocks(document: PrintedEdition, changes: _Changes) -> Iterator[ooxml.Element]:
    yield ooxml.paragraph("Title", ooxml.run(ooxml.text(document.title)))
    if document.status:
        yield ooxml.paragraph("Unfinished", *ooxml.words(document.status))
    yield from changes.paragraphs()
    yield ooxml.page_size()


class _Changes:
    """Writer of an edition's text, with numbered changes."""

    def __init__(self, edition: Edition, comments: Comments) -> None:
        self._text = edition.collation.seed.witness.text
        self._runs = edition.runs()
        self._names = EditorNames(edition.decisions)
        self._comments = comments
        self._number = 0

    def paragraphs(self) -> Iterator[ooxml.Element]:
        """Yield the paragraphs of the text."""
        written: list[ooxml.Element] = []
        shown: list[str] = []
        for breaks, content, words in self._pieces():
            if breaks > 1 and written:
                yield ooxml.reading_paragraph(written, "".join(shown))
                written, shown = [], []
            elif breaks == 1 and written:
                written.append(ooxml.line_break())
            written += content
            shown.append(words)
        if written:
            yield ooxml.reading_paragraph(written, "".join(shown))

    def _pieces(self) -> Iterator[tuple[int, Iterable[ooxml.Element], str]]:
        """Yield the number of line breaks before each run or change, its elements, its words."""
        breaks = 0
        for run in self._runs:
            seed = run.seed.of(self._text)
            if run.status is not None and run.text != seed:
                yield breaks, self._change(seed, run.text, run.status), run.text
                breaks = 0
                continue
            for part in LINES.split(run.text):
                if breaks_in(part):
                    breaks += breaks_in(part)
                elif part:
                    yield breaks, [ooxml.run(ooxml.text(sanitize_line(part)))], part
                    breaks = 0

    def _change(self, seed: str, printed: str, status: PlaceStatus) -> Iterator[ooxml.Element]:
        """Yield the deleted and the inserted words, with the reason as a comment."""
        comment = self._comments.add(full_decisions(status, self._names), status)
        yield comment_start(comment)
        if seed:
            yield self._tracked("del", status, seed, "delText")
        if printed:
            yield self._tracked("ins", status, printed, "t")
        yield from comment_end(comment)

    def _tracked(self, name: str, status: PlaceStatus, words: str, text: str) -> ooxml.Element:
        self._number += 1
        lines = [part for part in LINES.split(words) if not breaks_in(part)]
        content: list[ooxml.Element] = []
        for number, line in enumerate(lines):
            content += [ooxml.make("br")] if number else []
            content.append(ooxml.text(sanitize_line(line), text))
        decision = status.live[0] if status.live else None
        made = ooxml.made_by(author_of(status, self._names), decision)
        return ooxml.make(name, ooxml.run(*content), id=self._number, **made)
