"""Limits on files, so that a damaged or hostile one ends in an error and not in a full memory."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

from variants.errors import InvalidValue, OverLimit

MEGABYTE = 1 << 20
_PREFIX = "VARIANTS_MAX_"
_CHECKED = 1_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Greatest sizes that are read; variables such as VARIANTS_MAX_FILE_MB raise them.

    Attributes:
        file_mb: Size of a file, in megabytes.
        part_mb: Size of one part of an archive when it is unpacked, in megabytes.
        ratio: How many times larger than packed a part may become.
        parts: Number of parts of an archive.
        tags: Number of tags in an XML or HTML file, or in all parts of an archive that are read.
        divisions: Number of paragraphs and notes, of segments, or of rows in a workbook.
        xml_depth: Levels of nested elements in XML.
        html_depth: Levels of nested elements in HTML.
        pages: Pages of a PDF.
        seconds: Time for a file.
    """

    file_mb: int = 64
    part_mb: int = 64
    ratio: int = 200
    parts: int = 10_000
    tags: int = 2_000_000
    divisions: int = 100_000
    xml_depth: int = 256
    html_depth: int = 2_000
    pages: int = 10_000
    seconds: int = 60


class ManyDivisions(Exception):
    """A reader makes more divisions of a file than are read; the caller knows the file."""


def limits() -> Limits:
    """Return the limits, with those that the environment raises.

    Raises:
        InvalidValue: A variable is not a whole number above 0.
    """
    raised = {}
    for field in fields(Limits):
        name = variable_of(field.name)
        value = os.environ.get(name, "")
        if value:
            if not (value.isascii() and value.isdigit() and int(value[:9]) > 0):
                raise InvalidValue(value, option=name, hint="Set it to a whole number above 0.")
            raised[field.name] = int(value[:9])
    return Limits(**raised)


def refuse_many_divisions(number: int) -> None:
    """Raise an error if this is too large a number of divisions; it is looked at each thousand.

    Raises:
        ManyDivisions: It is more than the limit.
    """
    if number % _CHECKED == 0 and number > limits().divisions:
        raise ManyDivisions


def variable_of(limit: str) -> str:
    """Return the environment variable that sets a limit.

    Examples:
        >>> variable_of("file_mb")
        'VARIANTS_MAX_FILE_MB'
    """
    return _PREFIX + limit.upper()


def over_limit(path: Path, problem: str, limit: str) -> OverLimit:
    """Return the error for a file that exceeds a limit."""
    return OverLimit(path, problem, variable=variable_of(limit))
