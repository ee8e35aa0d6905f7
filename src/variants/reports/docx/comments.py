"""Comments in the margin: what is asked or explained at words of the text."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from variants.reports.docx import ooxml
from variants.types.status import PlaceStatus
from variants.wording.decision_text import EditorNames
from variants.wording.text_runs import Line, to_plain
from variants.wording.xml_text import xml_safe

_NOBODY = "variants"


def author_of(status: PlaceStatus | None, names: EditorNames) -> str:
    """Who decided; where several did, the first of them."""
    if status is None or not status.live:
        return _NOBODY
    return to_plain(names.editor(status.live[0].by)) or _NOBODY


class Comments:
    """Gives each comment its number, and writes their part when all are known."""

    def __init__(self, names: EditorNames) -> None:
        self._names = names
        self._written: list[str] = []

    def add(self, line: Line, status: PlaceStatus | None) -> int:
        """Remember a comment; its number is given back."""
        number = len(self._written)
        author = author_of(status, self._names)
        initials = "".join(word[0] for word in author.split())
        decision = status.live[0] if status is not None and status.live else None
        self._written.append(
            f'<w:comment w:id="{number}" {ooxml.made_by(author, decision)} '
            f"w:initials={quoteattr(xml_safe(initials))}>"
            f"{ooxml.paragraph(ooxml.words(line), 'CommentText').rstrip()}</w:comment>\n"
        )
        return number

    def part(self) -> Iterable[str]:
        """The part that holds them."""
        return ooxml.root("comments", self._written)


def begins(number: int) -> str:
    """The words of a comment begin here."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def ends(number: int) -> str:
    """And end here."""
    sign = ooxml.run(f'<w:commentReference w:id="{number}"/>', "CommentReference")
    return f'<w:commentRangeEnd w:id="{number}"/>{sign}'
