"""Tables of places that editors filled in: CSV, or the first sheet of a workbook."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile

from variants.errors import BadSheet, MissingExtra
from variants.readers.file_bytes import read_bytes
from variants.reports.table_rows import AGREE, PLACE_COLUMNS
from variants.types.decision import Action
from variants.types.span import squeeze
from variants.wording.spreadsheet_cells import unguard_formula
from variants.wording.xml_text import xml_safe

_NEEDED = ("place", "action", "printed", "why", "editor")
_KEPT = ("label", "seed", "state", "decision_id", "confidence", "category", "evidence", "remarks")
_ACTIONS = {action.value: action for action in Action}
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # An escaped character in a workbook.
# openpyxl lets any of these escape for a damaged workbook.
_BROKEN = (
    *(BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(KeyError, ValueError, IndexError, TypeError, AttributeError, SyntaxError),
)
_LARGEST = 300_000_000  # Bytes of an unpacked workbook: a small file may unpack to gigabytes.
_MOST_ROWS = 300_000
_MOST_COLUMNS = 100
_COMPARED = 30_000  # Characters: a workbook's cell holds a few more, and cuts longer texts.
_SIGNATURE = b"PK\x03\x04"  # A workbook is a ZIP archive.


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a table, which is about one place.

    Attributes:
        number: Number of the row in the file; the heading is 1.
        place: ``Entry.place``, as written.
        action: The chosen action; ``None`` if the cell is empty.
        printed: The words to print.
        why: The reason.
        editor: Key or name of the editor, as written.
        label: Label of the place when the table was written; empty if there is no such column, like
            all that follow.
        seed: The seed's words when the table was written.
        state: State of the place when the table was written.
        decision: Id of the first active decision when the table was written.
        confidence: Confidence in the decision, as written.
        category: Category of the reason, as written.
        evidence: Evidence for the decision, as written.
        remarks: Remarks on the state when the table was written, with those of the editor.
        unread: Headings of filled-in cells that a table of ``variants`` does not have.
        agrees: True if the editor agrees with that decision; then there is no action.
        problem: Why the row cannot be read; empty if it can.
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
    confidence: str = ""
    category: str = ""
    evidence: str = ""
    remarks: str = ""
    unread: tuple[str, ...] = ()
    agrees: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _NotText:
    """Content of a cell that is not a text, which is an error only in our columns."""

    what: str


_Cells: TypeAlias = Sequence[str | _NotText]


def read_sheet(path: Path) -> tuple[SheetRow, ...]:
    """Return the rows that name a place, in file order. Columns are found by their headings.

    A row with an unknown action, or a cell that is not a text, has a ``problem``.

    Raises:
        BadSheet: The file is not a table or lacks a column.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
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
        ours = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
        row = {name: cell if isinstance(cell, str) else "" for name, cell in ours.items()}
        problem = next(_problems(ours), "")
        if row["place"].strip() or problem:
            found.append(_row(number, row, _unread(heading, cells), problem))
    return tuple(found)


def folded(cell: str) -> str:
    """Return a key to compare cells by: legal XML in NFC, white space collapsed, cut."""
    return squeeze(unicodedata.normalize("NFC", xml_safe(cell)))[:_COMPARED]


def _unread(heading: Sequence[str], cells: _Cells) -> tuple[str, ...]:
    """Return the headings of filled-in cells that are in no column of a table of places."""
    named = zip(heading, cells, strict=False)
    filled = [name for name, cell in named if isinstance(cell, _NotText) or cell.strip()]
    return tuple(name for name in filled if name and name not in PLACE_COLUMNS)


def _problems(cells: Mapping[str, str | _NotText]) -> Iterator[str]:
    """Yield why a row cannot be read, for each of our columns; the label is only shown."""
    for name, cell in cells.items():
        if isinstance(cell, _NotText):
            if name != "label":
                yield f"{name} has {cell.what}; format the cell as text and type it again"
        elif name == "action" and (chosen := _action(cell)) not in {"", *_ACTIONS, AGREE}:
            allowed = ", ".join([*_ACTIONS, AGREE])
            yield f"it has an unknown action {chosen!r}; choose from {allowed}"


def _action(cell: str) -> str:
    return cell.strip().lower()


def _row(number: int, row: Mapping[str, str], unread: tuple[str, ...], problem: str) -> SheetRow:
    chosen = _action(row["action"])
    label, seed, state, decision, confidence, category, evidence, remarks = (
        row.get(name, "") for name in _KEPT
    )
    return SheetRow(
        number,
        row["place"].strip(),
        _ACTIONS.get(chosen),
        row["printed"],
        row["why"],
        row["editor"].strip(),
        label,
        seed,
        state,
        decision,
        confidence,
        category,
        evidence,
        remarks,
        unread,
        agrees=chosen == AGREE,
        problem=problem,
    )


def _of_csv(path: Path, content: bytes) -> Iterator[_Cells]:
    """Return the rows of a text file, without formula guards.

    Cells are separated by commas, semicolons or tabs.
    """
    text = _decoded(path, content)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    # Cells may be longer than the library's limit, which is global and is therefore restored.
    default = csv.field_size_limit(len(text) + 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise BadSheet(path, f"is not CSV: {error}") from error
    finally:
        csv.field_size_limit(default)
    return iter([[unguard_formula(cell) for cell in row] for row in rows])


def _decoded(path: Path, content: bytes) -> str:
    """Return a text in UTF-16 with a byte order mark, which is Excel's Unicode Text, or in UTF-8.

    A code page is not guessed, because another one would change letters.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    name, encoding = ("UTF-16", "utf-16") if marked else ("UTF-8", "utf-8-sig")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadSheet(path, f"is not {name} at byte {error.start}") from error


def _may_be_workbook(content: bytes) -> bool:
    """Return True if a file can be a workbook: no archive of a document or OpenDocument table."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            return any(name.startswith("xl/") for name in parts.namelist())
    except _BROKEN:
        return True  # Its damage is named elsewhere.


def _of_workbook(path: Path, content: bytes) -> Iterator[_Cells]:
    """Yield the rows of the first sheet, without formula guards."""
    if not _may_be_workbook(content):
        raise BadSheet(path, "is not an Excel workbook")
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        extra = "sheets"
        lacks = MissingExtra(extra, purpose="Reading a workbook", missing="openpyxl")
        lacks.hint = f"Save the table as CSV (UTF-8) and import that. {lacks.hint}"
        raise lacks from error
    try:
        with warnings.catch_warnings():
            # They are about styles, validation and print areas, which are not read.
            warnings.simplefilter("ignore", UserWarning)
            with ZipFile(io.BytesIO(content)) as parts:
                size = sum(part.file_size for part in parts.infolist())
            if size > _LARGEST:
                raise BadSheet(path, f"has more than {_LARGEST // 10**6} MB when unpacked")
            book = load_workbook(io.BytesIO(content), read_only=True)
            sheet = book.worksheets[0]
            # One row more than allowed, to notice it.
            rows = [
                [(cell.data_type, cell.value) for cell in cells[:_MOST_COLUMNS]]
                for cells in islice(sheet.iter_rows(), _MOST_ROWS + 1)
            ]
            if len(rows) > _MOST_ROWS:
                raise BadSheet(path, f"has more than {_MOST_ROWS} rows")
    except _BROKEN as error:
        raise BadSheet(path, "is not a workbook that can be read") from error
    for cells in rows:
        # A program that opens our CSV and saves it as a workbook keeps the guards as characters.
        texts = (_text(kind, value) for kind, value in cells)
        yield [unguard_formula(each) if isinstance(each, str) else each for each in texts]


def _text(kind: str, value: object) -> str | _NotText:
    """Return a cell's text; numbers are formatted as a person would type them."""
    if value is None:
        return ""
    if isinstance(value, str) and kind != "f":
        return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.15g}"
    return _NotText("a formula" if kind == "f" else f"{value}, which is not text")
