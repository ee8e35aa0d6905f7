"""Reports as CSV, with a row for each place."""

from __future__ import annotations

import csv
import io
import re
from typing import BinaryIO

from variants.reports.redact import redact
from variants.reports.table_rows import PLACE_COLUMNS, place_rows
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.xml_text import xml_safe

# What spreadsheets would calculate. Apostrophes before it are counted in, so that reading, which
# takes one off again, gives back what was written.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def write_csv(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write a heading and a row for each place, in UTF-8 with the line ends of RFC 4180."""
    shown = redact(edition, options)
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(PLACE_COLUMNS)
    for row in place_rows(shown):
        table.writerow([guarded(cell) for cell in row.cells])
    # The caller closes the file; without this, the wrapper would close it.
    text.detach()


def guarded(cell: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula.

    Examples:
        >>> guarded("=1+1"), guarded("'-x"), guarded("'tis")
        ("'=1+1", "''-x", "'tis")
    """
    safe = xml_safe(cell)
    return f"'{safe}" if _FORMULA.match(safe) else safe
