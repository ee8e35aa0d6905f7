"""Readings as a tidy table in CSV, with a row for each reading of each witness."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from typing import BinaryIO

from variants.reports.reading_rows import PlaceReading, reading_rows
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.spreadsheet_cells import guard_formula
from variants.wording.xml_text import xml_safe

_NAMES = {
    "variant_class": "class",
    "sigla": "siglum",
}  # Columns with other names.
_DIGITS = 6


def write_readings(edition: Edition, _options: ReportOptions, file: BinaryIO) -> None:
    """Write a heading and the rows, encoded as ``csv_table`` does, with the line ends of RFC 4180.

    The columns are those of ``Comparison.to_frame``, with one ``siglum`` instead of ``sigla``.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(reading_columns())
    for row in reading_rows(edition):
        fields = asdict(row)
        for siglum in row.sigla:
            table.writerow([_cell(value) for value in {**fields, "sigla": siglum}.values()])
    # The caller closes the file; without this, the wrapper would close it.
    text.detach()


def reading_columns() -> list[str]:
    """Return the heads of the columns, in the order of the attributes of a row."""
    return [_NAMES.get(name, name) for name in PlaceReading.__dataclass_fields__]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{round(value, _DIGITS):g}"
        case tuple():
            return " ".join(map(str, value))
    return guard_formula(xml_safe(str(value)))
