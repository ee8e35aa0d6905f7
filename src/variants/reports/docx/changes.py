"""The seed with the editors' changes, which a word processor tracks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from variants.brief.draft_runs import Draft, DraftRun, draft_runs
from variants.reports.docx import ooxml
from variants.reports.docx.comments import Comments, author_of, comment_end, comment_start
from variants.reports.docx.package import write_package
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import LINES, breaks_in
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.status import PlaceStatus
from variants.wording.decision_text import EditorNames, full_decisions
from variants.wording.sanitize import sanitize_line
from variants.wording.witness_names import short_name


def write_changes(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write tracked changes: accepting all gives the established text, rejecting all the seed."""
    document = printed_edition(edition, options)
    comments = Comments(EditorNames(document.edition.decisions))
    changes = _DecidedChanges(document.edition, comments)

    def write_document(xml: ooxml.XmlWriter) -> None:
        with xml.element(ooxml.tag("document"), nsmap=ooxml.NAMESPACES):
            ooxml.write_root(xml, "body", _blocks(document, changes))

    # The comments follow the document, because they are complete when it has been written.
    parts = {
        "settings": lambda xml: ooxml.write_root(xml, "settings", [ooxml.make("trackRevisions")]),
        "document": write_document,
        "comments": lambda xml: ooxml.write_root(xml, "comments", comments.elements),
    }
    language = document.edition.collation.seed.witness.language
    write_package(file, document.title, parts, language=language)


def write_draft_changes(collation: Collation, author: str, date: str, file: BinaryIO) -> None:
    """Write the changes from the first draft to the second: accepting all gives the second.

    Args:
        collation: The drafts, the first as the seed.
        author: Author of the changes.
        date: Time of the changes in UTC, in the format of ISO 8601; "" for none.
        file: Target file.
    """
    made = {"author": sanitize_line(author), **({"date": date} if date else {})}
    changes = _DraftChanges(draft_runs(collation), made)
    title = sanitize_line(collation.title)
    heading = [ooxml.paragraph("Title", ooxml.run(ooxml.text(title)))] if title else []

    def write_document(xml: ooxml.XmlWriter) -> None:
        with xml.element(ooxml.tag("document"), nsmap=ooxml.NAMESPACES):
            body = [*heading, *changes.paragraphs(), ooxml.page_size()]
            ooxml.write_root(xml, "body", body)

    parts = {
        "settings": lambda xml: ooxml.write_root(xml, "settings", [ooxml.make("trackRevisions")]),
        "document": write_document,
    }
    seed = collation.seed.witness
    write_package(file, title or short_name(seed) or "Comparison", parts, language=seed.language)


def _blocks(document: PrintedEdition, changes: _Changes) -> Iterator[ooxml.Element]:
    yield ooxml.paragraph("Title", ooxml.run(ooxml.text(document.title)))
    if document.status:
        yield ooxml.paragraph("Unfinished", *ooxml.words(document.status))
    yield from changes.paragraphs()
    yield ooxml.page_size()


@dataclass(frozen=True, slots=True)
class _Piece:
    """An element of a paragraph, with the words of the established text in it."""

    element: ooxml.Element
    words: str = ""


@dataclass(frozen=True, slots=True)
class _LineBreaks:
    """Line breaks between words: one is a new line, several are a new paragraph.

    Attributes:
        breaks: Number of line breaks.
        tracked: "ins" or "del" if they belong to a change, else empty.
        made: Author and date of the change.
    """

    breaks: int
    tracked: str = ""
    made: Mapping[str, str] | None = None


class _Changes(ABC):
    """Writer of a text with numbered changes."""

    def __init__(self) -> None:
        self._number = 0

    def paragraphs(self) -> Iterator[ooxml.Element]:
        """Yield the paragraphs of the text; the end of one is tracked if an editor changed it."""
        written: list[ooxml.Element] = []
        shown: list[str] = []
        tracked = ""  # The last paragraph has an end that is tracked.
        for piece in _without_outer_breaks(self._pieces()):
            if isinstance(piece, _LineBreaks):
                if piece.breaks == 1:
                    written.append(self._line_break(piece))
                    continue
                tracked = piece.tracked
                yield ooxml.reading_paragraph(written, "".join(shown), self._mark(piece))
                written, shown = [], []
                continue
            written.append(piece.element)
            shown.append(piece.words)
        if written or tracked:
            yield ooxml.reading_paragraph(written, "".join(shown))

    @abstractmethod
    def _pieces(self) -> Iterator[_Piece | _LineBreaks]:
        """Yield the pieces of the text, in order."""

    @staticmethod
    def _unchanged(words: str) -> Iterator[_Piece | _LineBreaks]:
        for part in LINES.split(words):
            if breaks_in(part):
                yield _LineBreaks(breaks_in(part))
            elif part:
                yield _Piece(ooxml.run(ooxml.text(sanitize_line(part))), part)

    def _tracked(
        self, name: str, made: Mapping[str, str], words: str
    ) -> Iterator[_Piece | _LineBreaks]:
        tag = "delText" if name == "del" else "t"
        for part in LINES.split(words):
            if breaks_in(part):
                yield _LineBreaks(breaks_in(part), name, made)
            elif part:
                run = ooxml.run(ooxml.text(sanitize_line(part), tag))
                yield _Piece(self._change_of(name, made, run), part if name == "ins" else "")

    def _line_break(self, line_break: _LineBreaks) -> ooxml.Element:
        if line_break.made is None:
            return ooxml.line_break()
        return self._change_of(line_break.tracked, line_break.made, ooxml.line_break())

    def _mark(self, end: _LineBreaks) -> ooxml.Element | None:
        """Return the change of the end of a paragraph; ``None`` if it is the seed's."""
        if end.made is None:
            return None
        return self._change_of(end.tracked, end.made)

    def _change_of(
        self, name: str, made: Mapping[str, str], *content: ooxml.Element
    ) -> ooxml.Element:
        """Return an insertion or deletion."""
        self._number += 1
        return ooxml.make(name, *content, id=self._number, **made)


class _DecidedChanges(_Changes):
    """Writer of an edition's text: the changes are by the editors who decided first."""

    def __init__(self, edition: Edition, comments: Comments) -> None:
        super().__init__()
        self._text = edition.collation.seed.witness.text
        self._runs = edition.runs()
        self._names = EditorNames(edition.decisions)
        self._comments = comments

    def _pieces(self) -> Iterator[_Piece | _LineBreaks]:
        for run in self._runs:
            seed = run.seed.of(self._text)
            if run.status is not None and run.text != seed:
                yield from self._change(seed, run.text, run.status)
            else:
                yield from self._unchanged(run.text)

    def _change(
        self, seed: str, printed: str, status: PlaceStatus
    ) -> Iterator[_Piece | _LineBreaks]:
        """Yield the deleted and the inserted words, with the reason as a comment."""
        comment = self._comments.add(full_decisions(status, self._names), status)
        decision = status.live[0] if status.live else None
        made = ooxml.made_by(author_of(status, self._names), decision)
        yield _Piece(comment_start(comment))
        yield from self._tracked("del", made, seed)
        yield from self._tracked("ins", made, printed)
        yield from map(_Piece, comment_end(comment))


class _DraftChanges(_Changes):
    """Writer of the changes from the first draft to the second."""

    def __init__(self, runs: Sequence[DraftRun], made: Mapping[str, str]) -> None:
        super().__init__()
        self._runs = runs
        self._made = made

    def _pieces(self) -> Iterator[_Piece | _LineBreaks]:
        for run in self._runs:
            if run.draft is Draft.BOTH:
                yield from self._unchanged(run.text)
            else:
                name = "del" if run.draft is Draft.FIRST else "ins"
                yield from self._tracked(name, self._made, run.text)


def _without_outer_breaks(pieces: Iterable[_Piece | _LineBreaks]) -> Iterator[_Piece | _LineBreaks]:
    """Yield the pieces without the seed's line breaks at both ends, and adjacent ones added up."""
    breaks = 0
    begun = False
    for piece in pieces:
        if isinstance(piece, _LineBreaks) and not piece.tracked:
            breaks += piece.breaks
            continue
        if breaks and begun:
            yield _LineBreaks(breaks)
        breaks, begun = 0, True
        yield piece
