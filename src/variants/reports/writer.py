"""Types of report writers and their options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from variants.types.edition import Edition


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """Author and time of the tracked changes from one draft to another.

    Attributes:
        author: The author.
        date: The time in UTC, in the format of ISO 8601; "" for none.
    """

    author: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Options of a report.

    Attributes:
        anonymous: Replace the keys and names of editors by letters.
        reasons: Include the reasons of decisions.
        unfolded: Show every passage of a long text, none folded.
        form: Mark differences of form too.
        by_weight: The passages are in the order of their weight, not of the text.
        standoff: In TEI, always separate the apparatus from the text, not only if places cross.
        drafts: The texts are two drafts, and tracked changes are those between them; ``None`` for
            decisions.
    """

    anonymous: bool = False
    reasons: bool = True
    unfolded: bool = False
    form: bool = False
    by_weight: bool = False
    standoff: bool = False
    drafts: DraftOptions | None = None


@dataclass(frozen=True, slots=True)
class File:
    """One of several files of a report.

    Attributes:
        name: File name, without a folder.
        write: Write its content to an open file.
    """

    name: str
    write: Callable[[BinaryIO], None]


def _one_file(_edition: Edition, _options: ReportOptions, _name: str) -> Sequence[File]:
    """Return no files, for formats that always write a single file."""
    return ()


def _nothing_omitted(_edition: Edition, _options: ReportOptions) -> Sequence[str]:
    """Return no omissions, for formats that can hold every edition."""
    return ()


@dataclass(frozen=True, slots=True)
class Writer:
    """A report format.

    Attributes:
        suffix: File name suffix that selects the format (".html").
        write: Write a whole report to an open file, piece by piece to save memory. The bytes
            depend on the edition and the options only, not on the time or the machine.
            Witnesses are in the order of the collation.
        split: Return the files of a long edition, given the name of the first; none if one
            file is enough.
        lacks: Return sentences about parts of this edition that the format cannot hold.
    """

    suffix: str
    write: Callable[[Edition, ReportOptions, BinaryIO], None]
    split: Callable[[Edition, ReportOptions, str], Sequence[File]] = _one_file
    lacks: Callable[[Edition, ReportOptions], Sequence[str]] = _nothing_omitted
