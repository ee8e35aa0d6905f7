"""Reader for tables with a text in each column and a unit in each row (CSV, TSV and XLSX)."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.archive_parts import ArchiveParts
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.limits import refuse_many_divisions
from variants.readers.safe_xml import Element, attribute, local_name, parse_xml
from variants.readers.table_cells import cell_name, column_of
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

Rows = list[list[str]]
"""Cells of a table, by rows."""

_CSV = "a table"
_XLSX = "an Excel workbook"
_DELIMITERS = "\t;,|"
_SAMPLE = 100_000  # Characters from which the delimiter is chosen.
_NAMES_OF_LABELS = frozenset(
    (
        "id",
        "nr",
        "no",
        "no.",
        "nr.",
        "number",
        "label",
        "place",
        "row",
        "line",
        "key",
        "ref",
        "#",
        "",
    )
)
_LONGEST_NAME = 40
_LONGEST_LABEL = 20
_MOST_COLUMNS = 1_000


def read_delimited(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the texts in the columns of a CSV or TSV file."""
    decoded = decode(path, data, encoding=options.encoding, language=options.language)
    sample = decoded.text[:_SAMPLE]
    first = sample.splitlines()[:1] or [""]
    delimiter = max(_DELIMITERS, key=lambda each: _outside_quotes(first[0], each))
    # A cell may be as long as a file.
    csv.field_size_limit(max(csv.field_size_limit(), len(decoded.text) + 1))
    try:
        rows = list(csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise DamagedFile(path, _CSV, reason=str(error)) from error
    notices = decoded.notices(path)
    return texts_of(path, rows, data, encoding=decoded.encoding, notices=notices)


def _outside_quotes(line: str, delimiter: str) -> int:
    return re.sub(r'"[^"]*"', "", line).count(delimiter)


def read_workbook(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the texts in the columns of the first sheet of an XLSX file that has cells."""
    parts = ArchiveParts(path, data, _XLSX)
    shared = parts.find("xl/sharedStrings.xml")
    strings = [] if shared is None else [_string(each) for each in parse_xml(path, shared, _XLSX)]
    sheets = [
        rows
        for name in _sheets(path, parts)
        if (rows := _rows_of(path, parse_xml(path, parts.read(name), _XLSX), strings))
    ]
    left_out = LeftOut()
    left_out.count("sheet", max(0, len(sheets) - 1))
    notices = tuple(left_out.notices(path, options.changes))
    return texts_of(path, sheets[0] if sheets else [], data, notices=notices)


def _sheets(path: Path, parts: ArchiveParts) -> list[str]:
    """Return the parts of the sheets in their order."""
    links = parts.find("xl/_rels/workbook.xml.rels")
    if links is None:
        return sorted(name for name in parts.names if name.startswith("xl/worksheets/sheet"))
    targets = {
        attribute(each, "Id"): attribute(each, "Target") for each in parse_xml(path, links, _XLSX)
    }
    book = parse_xml(path, parts.read("xl/workbook.xml"), _XLSX)
    found = []
    for sheet in book.iter("{*}sheet"):
        target = next(
            (targets[str(value)] for value in sheet.attrib.values() if str(value) in targets), ""
        )
        name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if name in parts.names:
            found.append(name)
    return found


def _rows_of(path: Path, sheet: Element, strings: Sequence[str]) -> Rows:
    rows: Rows = []
    for element in sheet.iter("{*}row"):
        row: list[str] = []
        for cell in element:
            column = column_of(attribute(cell, "r")) or len(row) + 1
            if column > _MOST_COLUMNS:
                raise DamagedFile(path, _XLSX, reason=f"it has over {_MOST_COLUMNS:,} columns")
            row += [""] * (column - 1 - len(row))
            row.append(_value(cell, strings))
        rows.append(row)
        refuse_many_divisions(len(rows))
    return rows if any(any(cell.strip() for cell in row) for row in rows) else []


def _value(cell: Element, strings: Sequence[str]) -> str:
    """Return the characters of a cell."""
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return "".join(_string(each) for each in cell if local_name(each) == "is")
    value = next((each.text or "" for each in cell if local_name(each) == "v"), "")
    if kind == "s":
        known = value.isascii() and value.isdigit() and int(value[:9]) < len(strings)
        return strings[int(value[:9])] if known else ""
    return value


def _string(element: Element) -> str:
    """Return the characters of a string, without those that show how it is pronounced."""
    if local_name(element) == "t":
        return element.text or ""
    return "".join(_string(each) for each in element if local_name(each) in {"t", "r"})


def texts_of(
    path: Path,
    rows: Rows,
    data: bytes,
    *,
    encoding: str = "",
    notices: tuple[str, ...] = (),
) -> tuple[FileText, ...]:
    """Return a text for each column of a table; their rows are paired.

    The first row has names if its cells are short, different and not empty. A first column with
    numbers or with a name such as "id" has labels of the rows.
    """
    width = max((len(row) for row in rows), default=0)
    table = [[*row, *[""] * (width - len(row))] for row in rows]
    columns = [n for n in range(width) if any(row[n].strip() for row in table)]
    if not columns:
        raise EmptyFile(path, notices)
    names = _names(table, columns)
    first = 1 if names else 0
    labels = columns[0] if len(columns) > 1 and _has_labels(table[first:], names, columns) else None
    units = hashlib.sha256(data).hexdigest()
    texts = []
    for column in columns:
        if column != labels:
            name = names.get(column) or cell_name(1, column + 1).rstrip("1")
            text, divisions = _column(table, first, column, labels)
            if text:
                texts.append(
                    FileText(text, divisions, name, encoding, notices=notices, units=units)
                )
    if not texts:
        raise EmptyFile(path, notices)
    # A single text has no name, and no other to be paired with.
    if len(texts) == 1:
        only = texts[0]
        return (FileText(only.text, only.divisions, "", encoding, notices=notices),)
    return tuple(texts)


def _names(table: Rows, columns: Sequence[int]) -> dict[int, str]:
    """Return the names of the columns in the first row; none if it is a row like the others."""
    cells = {column: " ".join(table[0][column].split()) for column in columns}
    named = {column: cell for column, cell in cells.items() if cell}
    short = all(
        cell.lower() in _NAMES_OF_LABELS or (len(cell) <= _LONGEST_NAME and cell[-1] not in ".!?")
        for cell in named.values()
    )
    complete = len(named) == len(columns) or set(columns) - set(named) == {columns[0]}
    different = len(set(named.values())) == len(named)
    if len(table) > 1 and len(columns) > 1 and short and complete and different:
        return named
    return {}


def _has_labels(rows: Rows, names: dict[int, str], columns: Sequence[int]) -> bool:
    """Return True if the first column has labels of the rows."""
    cells = [row[columns[0]].strip() for row in rows]
    filled = [cell for cell in cells if cell]
    short = all(len(cell) <= _LONGEST_LABEL for cell in filled)
    numbers = bool(filled) and all(re.fullmatch(r"[\d.:]+", cell) for cell in filled)
    named = bool(names) and names.get(columns[0], "").lower() in _NAMES_OF_LABELS
    return short and (numbers or named)


def _column(
    table: Rows, first: int, column: int, labels: int | None
) -> tuple[str, tuple[Division, ...]]:
    """Return the text of a column and a division for each cell, with the label of its row."""
    parts: list[str] = []
    divisions: list[Division] = []
    at = 0
    given = [row[labels].strip() if labels is not None else "" for row in table]
    unique = all(given[first:]) and len(set(given[first:])) == len(given) - first
    for number, row in enumerate(table[first:], start=first):
        cell = row[column].strip()
        if not cell:
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        span = Span(at, at + len(cell))
        label = given[number] if unique else str(number + 1)
        source = f"cell {cell_name(number + 1, column + 1)}"
        divisions.append(Division(DivisionKind.PARAGRAPH, span, label, source))
        parts.append(cell)
        at = span.end
    return "".join(parts) + ("\n" if parts else ""), tuple(divisions)
