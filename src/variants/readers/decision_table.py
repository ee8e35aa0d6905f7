"""What a colleague filled into a table of places: CSV, or a workbook's first sheet."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from zipfile import BadZipFile

from variants.errors import BadSheet, MissingExtra
from variants.readers.file_bytes import read_bytes
from variants.types.decision import Action

_NEEDED = ("place", "action", "printed", "why", "editor")
_KEPT = ("label", "seed", "state", "decision_id")
_FORMULA = re.compile(r"'+[=+\-@\t\r]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # How a workbook writes what its XML cannot.
# The library meets broken workbooks with whatever its own lines raise.
_BROKEN = (
    *(BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(KeyError, ValueError, IndexError, TypeError, AttributeError, SyntaxError),
)
_SIGNATURE = b"PK\x03\x04"  # What a workbook begins with: it is a ZIP archive.


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What one row says of a place.

    Attributes:
        number: Of the row in the file, the heading being 1.
        place: ``Entry.place``, as it was written.
        action: What was chosen; ``None`` where nothing was filled in.
        printed: What is to be printed.
        why: The reason.
        editor: Who filled it in, as they wrote it.
        label: Of the place when the table was written, if it says.
        seed: The seed's words then, likewise.
        state: Where the place stood then, likewise.
        decision: Id of the first decision that was in force then, likewise.
    """

    number: int
    place: str
    action: Action | None
    printed: str
    why: str
    editor: str
    label: str = ""
    seed: str = ""
    state: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class _NoText:
    """What a cell holds that is no text; in a column of somebody's own it does no harm."""

    what: str


_Cells: TypeAlias = Sequence[str | _NoText]


def read_sheet(path: Path) -> tuple[SheetRow, ...]:
    """All rows that name a place, in order; columns are found by their heading.

    Raises:
        BadSheet: It is no table, lacks a column, or a cell holds what cannot be meant.
        MissingExtra: It is a workbook, and nothing here reads one.
    """
    content = read_bytes(path)
    rows = _of_workbook(path, content) if content.startswith(_SIGNATURE) else _of_csv(path, content)
    heading = [str(name).strip().lower() for name in next(rows, [])]
    missing = [name for name in _NEEDED if name not in heading]
    if missing:
        raise BadSheet(path, f"has no column {', '.join(missing)}")
    columns = {name: heading.index(name) for name in (*_NEEDED, *_KEPT) if name in heading}
    found = []
    for number, cells in enumerate(rows, 2):
        row = _texts(path, number, columns, cells)
        if row["place"].strip():
            found.append(_row(path, number, row))
    return tuple(found)


def _texts(path: Path, number: int, columns: Mapping[str, int], cells: _Cells) -> dict[str, str]:
    """What a row has in our columns."""
    row = {}
    for name, at in columns.items():
        cell = cells[at] if at < len(cells) else ""
        if isinstance(cell, _NoText):
            problem = f"has in row {number} {cell.what}; format the cell as text and type it again"
            raise BadSheet(path, problem)
        row[name] = cell
    return row


def _row(path: Path, number: int, row: Mapping[str, str]) -> SheetRow:
    chosen = row["action"].strip().lower()
    actions = {action.value: action for action in Action}
    if chosen and chosen not in actions:
        allowed = ", ".join(actions)
        raise BadSheet(path, f"has in row {number} {chosen!r}, which is no action: {allowed}")
    return SheetRow(
        number,
        row["place"].strip(),
        actions.get(chosen),
        row["printed"],
        row["why"],
        row["editor"].strip(),
        *(row.get(name, "") for name in _KEPT),
    )


def _of_csv(path: Path, content: bytes) -> Iterator[_Cells]:
    """The rows of a CSV file, with comma or semicolon; apostrophes before formulas taken off."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSheet(path, f"is not UTF-8 at byte {error.start}; save it as that") from error
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    # A program may write a long text into a cell. The library's own limit is lower, and it holds
    # for everybody in the process.
    usual = csv.field_size_limit(len(text) + 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise BadSheet(path, f"is no CSV: {error}") from error
    finally:
        csv.field_size_limit(usual)
    return iter([[_unguarded(cell) for cell in row] for row in rows])


def _of_workbook(path: Path, content: bytes) -> Iterator[_Cells]:
    """The rows of the first sheet."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        extra = "sheets"
        raise MissingExtra(extra, purpose="Reading a workbook", missing="openpyxl") from error
    try:
        book = load_workbook(io.BytesIO(content), read_only=True)
        sheet = book.worksheets[0]
        rows = [[(cell.data_type, cell.value) for cell in cells] for cells in sheet.iter_rows()]
    except _BROKEN as error:
        raise BadSheet(path, "is no workbook that can be read") from error
    for cells in rows:
        # A program that opened the CSV keeps its apostrophes when it saves a workbook; one that a
        # person types there is no part of the text.
        texts = (_text(sort, value) for sort, value in cells)
        yield [_unguarded(each) if isinstance(each, str) else each for each in texts]


def _unguarded(cell: str) -> str:
    """The text without the apostrophe that keeps a spreadsheet from calculating it."""
    return cell[1:] if _FORMULA.match(cell) else cell


def _text(sort: str, value: object) -> str | _NoText:
    """A cell's text; numbers as they would be typed."""
    if value is None:
        return ""
    if isinstance(value, str) and sort != "f":
        return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.15g}"
    return _NoText("a formula" if sort == "f" else f"{value}, which is no text")
