"""The seed, and what editors changed in it, as changes that a word processor tracks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from variants.reports.docx import comments, ooxml
from variants.reports.docx.package import write_package
from variants.reports.printed.edition import printed_edition
from variants.reports.printed.reading_text import LINES, breaks_in
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.status import PlaceStatus
from variants.wording.decision_text import EditorNames, full_decisions
from variants.wording.sanitize import sanitize_line

_SETTINGS = "<w:trackRevisions/>\n"


def write_changes(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the document; accepting all changes gives the reading text, rejecting all the seed."""
    document = printed_edition(edition, options)
    remarks = comments.Comments(EditorNames(document.edition.decisions))
    changes = _Changes(document.edition, remarks)

    def body() -> Iterator[str]:
        yield "<w:body>\n"
        yield ooxml.paragraph(ooxml.run(ooxml.text(document.title)), "Title")
        if document.status:
            yield ooxml.paragraph(ooxml.words(document.status), "Unfinished")
        yield from changes.paragraphs()
        yield f"{ooxml.PAGE}</w:body>\n"

    # The comments stand after the text in the file: they are known when it has been written.
    parts = {
        "settings": ooxml.root("settings", [_SETTINGS]),
        "document": ooxml.root("document", body()),
        "comments": remarks.part(),
    }
    write_package(file, document.title, parts)


class _Changes:
    """Writes the runs of an edition; gives each change a number."""

    def __init__(self, edition: Edition, remarks: comments.Comments) -> None:
        self._text = edition.collation.seed.witness.text
        self._runs = edition.runs()
        self._names = EditorNames(edition.decisions)
        self._remarks = remarks
        self._number = 0

    def paragraphs(self) -> Iterator[str]:
        """The text, a paragraph at a time."""
        written: list[str] = []
        shown: list[str] = []
        for breaks, content, words in self._pieces():
            if breaks > 1 and written:
                yield ooxml.reading("".join(written), "".join(shown))
                written, shown = [], []
            elif breaks == 1 and written:
                written.append(ooxml.run("<w:br/>"))
            written.append(content)
            shown.append(words)
        if written:
            yield ooxml.reading("".join(written), "".join(shown))

    def _pieces(self) -> Iterator[tuple[int, str, str]]:
        """Runs and changes with their words, and how many ends of line stand before them."""
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
                    yield breaks, ooxml.run(ooxml.text(sanitize_line(part))), part
                    breaks = 0

    def _change(self, seed: str, printed: str, status: PlaceStatus) -> str:
        """Words taken out and words put in, with the reason in the margin."""
        decision = status.live[0] if status.live else None
        made = ooxml.made_by(comments.author_of(status, self._names), decision)
        taken_out = self._tracked("del", made, seed, "w:delText") if seed else ""
        put_in = self._tracked("ins", made, printed, "w:t") if printed else ""
        remark = self._remarks.add(full_decisions(status, self._names), status)
        return f"{comments.begins(remark)}{taken_out}{put_in}{comments.ends(remark)}"

    def _tracked(self, element: str, made: str, words: str, text: str) -> str:
        self._number += 1
        lines = (
            ooxml.text(sanitize_line(part), text)
            for part in LINES.split(words)
            if not breaks_in(part)
        )
        run = ooxml.run("<w:br/>".join(lines))
        return f'<w:{element} w:id="{self._number}" {made}>{run}</w:{element}>'
