"""Reports as CSV, with a row for each place."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from variants.reports.redact import redact
from variants.reports.table_rows import PLACE_COLUMNS, place_rows
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.spreadsheet_cells import guard_formula
from variants.wording.xml_text import xml_safe


def write_csv(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write a heading and a row for each place, in UTF-8 with the line ends of RFC 4180.

    It begins with a byte order mark, without which Excel reads "café" as "cafÃ©".
    """
    shown = redact(edition, options)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(PLACE_COLUMNS)
    for row in place_rows(shown):
        table.writerow([guard_formula(xml_safe(cell)) for cell in row.cells])
    # The caller closes the file; without this, the wrapper would close it.
    text.detach()
