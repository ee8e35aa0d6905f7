"""Comments in the margin: questions and reasons."""

from __future__ import annotations

from variants.reports.docx import ooxml
from variants.types.status import PlaceStatus
from variants.wording.decision_text import EditorNames
from variants.wording.text_runs import Line, to_plain

_NO_EDITOR = "variants"


def author_of(status: PlaceStatus | None, names: EditorNames) -> str:
    """Return the name of the first editor who decided."""
    if status is None or not status.live:
        return _NO_EDITOR
    return to_plain(names.editor(status.live[0].by)) or _NO_EDITOR


class Comments:
    """Comments of a document, numbered from 0.

    Attributes:
        elements: The comments.
    """

    def __init__(self, names: EditorNames) -> None:
        self._names = names
        self.elements: list[ooxml.Element] = []

    def add(self, line: Line, status: PlaceStatus | None) -> int:
        """Add a comment and return its number."""
        number = len(self.elements)
        author = author_of(status, self._names)
        decision = status.live[0] if status is not None and status.live else None
        self.elements.append(
            ooxml.make(
                "comment",
                ooxml.paragraph("CommentText", *ooxml.words(line)),
                id=number,
                **ooxml.made_by(author, decision),
                initials="".join(word[0] for word in author.split()),
            )
        )
        return number


def comment_start(number: int) -> ooxml.Element:
    """Return the beginning of the words of a comment."""
    return ooxml.make("commentRangeStart", id=number)


def comment_end(number: int) -> list[ooxml.Element]:
    """Return the end of the words of a comment, with the reference to it."""
    reference = ooxml.run(ooxml.make("commentReference", id=number), style="CommentReference")
    return [ooxml.make("commentRangeEnd", id=number), reference]
