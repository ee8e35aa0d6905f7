"""Values that readers take and give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.witness import Division, SetAside


class TrackedChanges(Enum):
    """Use of the changes that a file has tracked."""

    ACCEPT = "accept"
    REJECT = "reject"


class NotesUse(Enum):
    """Use of footnotes and endnotes."""

    APART = "apart"
    IN_PLACE = "in-place"
    LEAVE_OUT = "leave-out"


class SuppliedUse(Enum):
    """Use of words that an editor has supplied."""

    KEEP = "keep"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Choices of the user that every reader gets.

    Attributes:
        encoding: Encoding that the user named, if any; binary formats ignore it.
        language: BCP 47 tag of the text's language.
        changes: Use of tracked changes.
        notes: Use of notes.
        choice: Forms of a TEI document that are read as they were written, such as
            ``"orig,abbr"``; empty for those of the editor.
        supplied: Use of words that an editor has supplied in a TEI document.
        from_page: First page of a PDF that is read, counted from 1.
        to_page: Last page of a PDF that is read; 0 for the last of the file.
        input_format: Name of the format of the file; empty to find it out.
        select: Elements of a web page, e-book or TEI document that are read, as a CSS selector or
            an XPath; empty for all.
        join_hyphens: True to join words that a hyphen divides at the end of a line.
        drop_headings: True to leave out headings.
        realign: True to align the texts of a table or of segments, instead of keeping its pairs.
    """

    encoding: str | None = None
    language: str = "en"
    changes: TrackedChanges = TrackedChanges.ACCEPT
    notes: NotesUse = NotesUse.APART
    choice: str = ""
    supplied: SuppliedUse = SuppliedUse.KEEP
    from_page: int = 1
    to_page: int = 0
    input_format: str = ""
    select: str = ""
    join_hyphens: bool = False
    drop_headings: bool = False
    realign: bool = False


@dataclass(frozen=True, slots=True)
class FileText:
    """One text of a file, as its reader gives it.

    Attributes:
        text: The text.
        divisions: Its divisions; notes follow the rest unless the user wants them in place.
        name: Its name in a file with several texts; empty in others.
        encoding: Encoding of the file; empty for a binary format.
        metadata: Names and values that the file has about itself ("title", "author" …).
        notices: Sentences for the user about what was left out or guessed.
        units: Name of the table whose rows pair this text with others; empty if none does.
        language: BCP 47 tag that the file states for this text; empty if it states none.
        set_aside: Characters that are not compared, such as page numbers of a format with pages;
            points for those that are not in the text.
    """

    text: str
    divisions: tuple[Division, ...]
    name: str = ""
    encoding: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    units: str = ""
    language: str = ""
    set_aside: tuple[SetAside, ...] = ()
