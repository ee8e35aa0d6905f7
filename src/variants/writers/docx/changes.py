"""The seed, and what editors changed in it, as changes that a word processor tracks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from variants.types import Edition, Standing
from variants.writers.apparatus import document_of
from variants.writers.apparatus.text import LINES, breaks_in
from variants.writers.apparatus.verdicts import Names, reasons
from variants.writers.docx import comments, markup
from variants.writers.docx.package import write_package
from variants.writers.visible import visible
from variants.writers.writer import ReportOptions

_SETTINGS = "<w:trackRevisions/>\n"


def write_changes(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the document; accepting all changes gives the reading text, rejecting all the seed."""
    document = document_of(edition, options)
    remarks = comments.Comments(Names(document.edition.decisions))
    changes = _Changes(document.edition, remarks)

    def body() -> Iterator[str]:
        yield "<w:body>\n"
        yield markup.paragraph(markup.run(markup.text(document.title)), "Title")
        if document.standing:
            yield markup.paragraph(markup.words(document.standing), "Unfinished")
        yield from changes.paragraphs()
        yield f"{markup.PAGE}</w:body>\n"

    # The comments stand after the text in the file: they are known when it has been written.
    parts = {
        "settings": markup.root("settings", [_SETTINGS]),
        "document": markup.root("document", body()),
        "comments": remarks.part(),
    }
    write_package(file, document.title, parts)


class _Changes:
    """Writes the runs of an edition; gives each change a number."""

    def __init__(self, edition: Edition, remarks: comments.Comments) -> None:
        self._text = edition.collation.base.witness.text
        self._runs = edition.runs()
        self._names = Names(edition.decisions)
        self._remarks = remarks
        self._number = 0

    def paragraphs(self) -> Iterator[str]:
        """The text, a paragraph at a time."""
        written: list[str] = []
        shown: list[str] = []
        for breaks, content, words in self._pieces():
            if breaks > 1 and written:
                yield markup.reading("".join(written), "".join(shown))
                written, shown = [], []
            elif breaks == 1 and written:
                written.append(markup.run("<w:br/>"))
            written.append(content)
            shown.append(words)
        if written:
            yield markup.reading("".join(written), "".join(shown))

    def _pieces(self) -> Iterator[tuple[int, str, str]]:
        """Runs and changes with their words, and how many ends of line stand before them."""
        breaks = 0
        for run in self._runs:
            seed = run.seed.of(self._text)
            if run.standing is not None and run.text != seed:
                yield breaks, self._change(seed, run.text, run.standing), run.text
                breaks = 0
                continue
            for part in LINES.split(run.text):
                if breaks_in(part):
                    breaks += breaks_in(part)
                elif part:
                    yield breaks, markup.run(markup.text(visible(part))), part
                    breaks = 0

    def _change(self, seed: str, printed: str, standing: Standing) -> str:
        """Words taken out and words put in, with the reason in the margin."""
        decision = standing.live[0] if standing.live else None
        made = markup.made_by(comments.author_of(standing, self._names), decision)
        taken_out = self._tracked("del", made, seed, "w:delText") if seed else ""
        put_in = self._tracked("ins", made, printed, "w:t") if printed else ""
        remark = self._remarks.add(reasons(standing, self._names), standing)
        return f"{comments.begins(remark)}{taken_out}{put_in}{comments.ends(remark)}"

    def _tracked(self, element: str, made: str, words: str, text: str) -> str:
        self._number += 1
        lines = (
            markup.text(visible(part), text) for part in LINES.split(words) if not breaks_in(part)
        )
        run = markup.run("<w:br/>".join(lines))
        return f'<w:{element} w:id="{self._number}" {made}>{run}</w:{element}>'
