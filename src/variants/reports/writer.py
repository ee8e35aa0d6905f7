"""What a writer of reports is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from variants.types.edition import Edition


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a user may choose about a report.

    Attributes:
        anonymous: Editors are told apart by letters, and their keys and names left out.
        reasons: Whether the reasons of decisions are told.
        standoff: Whether TEI has its apparatus apart from the text in any case, and not only
            where places cross.
    """

    anonymous: bool = False
    reasons: bool = True
    standoff: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One of several files that a report is written as: its name, and what writes it."""

    name: str
    write: Callable[[BinaryIO], None]


def _one_file(_edition: Edition, _options: ReportOptions, _name: str) -> Sequence[File]:
    """For formats in which every edition is one file."""
    return ()


def _all_of_it(_edition: Edition, _options: ReportOptions) -> Sequence[str]:
    """For formats that hold any edition."""
    return ()


@dataclass(frozen=True, slots=True)
class Writer:
    """One format of report.

    Attributes:
        suffix: Of its files, by which it is chosen (".html").
        write: Writes a whole report into an open file, piece by piece: a report of a long
            text need not be held in memory. The same edition and options give the same
            bytes; no clock, no machine, no order of witnesses shows in them.
        split: For a format in which a long edition is several files: what they are, of the
            first file's name. No files where one will do.
        lacks: For a format with limits: what it leaves out of this edition, in sentences.
    """

    suffix: str
    write: Callable[[Edition, ReportOptions, BinaryIO], None]
    split: Callable[[Edition, ReportOptions, str], Sequence[File]] = _one_file
    lacks: Callable[[Edition, ReportOptions], Sequence[str]] = _all_of_it
