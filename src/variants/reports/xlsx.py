"""Editions as a workbook: a sheet with a row a place, and one with a row a reading."""

from __future__ import annotations

import contextlib
import io
import shutil
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from variants.reports.redact import redact
from variants.reports.table_rows import (
    PLACE_COLUMNS,
    READING_COLUMNS,
    PlaceRow,
    place_rows,
    reading_rows,
)
from variants.reports.writer import ReportOptions
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.span import Span
from variants.wording.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST = 32_767  # Characters that a cell of Excel holds, as UTF-16 counts them,
_ROWS = 1_048_576  # and rows that a sheet of it has.
_SIGN = 8  # Characters that one may become, where XML forbids it.
_WIDTHS = {
    **dict.fromkeys(("sentence", "readings", "why", "evidence"), 50),
    **dict.fromkeys(("seed", "printed", "reading"), 30),
}
_USUAL_WIDTH = 12
_SENTENCE = PLACE_COLUMNS.index("sentence")
# A workbook tells when it was made; ours tells the same in every run.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone


@dataclass(frozen=True, slots=True)
class _Look:
    """How cells look, and marked words in them."""

    plain: Format
    mark: Format


def write_xlsx(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Both sheets: text is text, never a formula; a cell that is too long says so at its end."""
    made = io.BytesIO()
    with TemporaryDirectory() as folder:
        trouble = _make(redact(edition, options), made, folder)
    if trouble is not None:
        raise trouble
    _pack(made, file)


def _make(edition: Edition, made: IO[bytes], folder: str) -> OSError | None:
    """Write the workbook; rows go to the folder one by one, so that they are not held.

    Returns:
        What went wrong with a file in the folder, such as a full disk. Raised here, it would keep
        what the library left open until its file is gone, and its end would be one more error.
    """
    # Here, since it takes a while to load.
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    book = Workbook(made, {"constant_memory": True, "tmpdir": folder})
    try:
        _fill(book, edition)
        book.close()
    except FileCreateError as error:
        return OSError(*error.args[0].args)
    except OSError as error:
        return OSError(*error.args)
    finally:
        for sheet in book.worksheets():
            with contextlib.suppress(OSError):
                sheet.row_data_fh.close()
    return None


def lacks_of_xlsx(edition: Edition, options: ReportOptions) -> list[str]:
    """What does not go into a workbook: the ends of long texts, and the last of many rows."""
    told = redact(edition, options)
    lacks = []
    for name, rows in (("Places", place_rows(told)), ("Readings", reading_rows(told))):
        cut_in = [
            sum(
                len(cell) > _LONGEST // _SIGN and _length(_safe(cell)) > _LONGEST
                for cell in row.cells
            )
            for row in rows
        ]
        if any(cut_in):
            cells = "1 cell is" if sum(cut_in) == 1 else f"{sum(cut_in)} cells are"
            lacks.append(f"{cells} cut in the sheet {name}: a cell holds {_LONGEST} characters.")
        if len(cut_in) >= _ROWS:
            lacks.append(f"The sheet {name} ends before its last {len(cut_in) - _ROWS + 1} rows.")
    return lacks


def _fill(book: Workbook, told: Edition) -> None:
    book.set_properties({"title": xml_safe(told.collation.title), "created": _MADE})
    places = _sheet(book, "Places", PLACE_COLUMNS, place_rows(told))
    column = PLACE_COLUMNS.index("action")
    actions = [action.value for action in Action]
    places.data_validation(1, column, _ROWS - 1, column, {"validate": "list", "source": actions})
    _sheet(book, "Readings", READING_COLUMNS, reading_rows(told))


def _pack(made: IO[bytes], file: BinaryIO) -> None:
    """The same archive without what the machine put in: permissions and zones of time."""
    with ZipFile(made) as archive, ZipFile(file, "w") as packed:
        for name in archive.namelist():
            part = ZipInfo(name)  # Its date is that of all archives without one: 1980.
            part.compress_type = ZIP_DEFLATED
            with archive.open(name) as source, packed.open(part, "w") as target:
                shutil.copyfileobj(source, target)


def _sheet(
    book: Workbook, name: str, columns: tuple[str, ...], rows: Iterable[PlaceRow]
) -> Worksheet:
    """A sheet with its heading kept in sight, and a filter on every column."""
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bottom": 1})
    look = _Look(
        book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        book.add_format({"bold": True, "font_color": "#9A3412"}),
    )
    for column, title in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(title, _USUAL_WIDTH))
        sheet.write_string(0, column, title, heading)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row.cells):
            marked = row.marked if column == _SENTENCE else None
            _write(sheet, (last, column), cell, marked, look)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    return sheet


def _write(
    sheet: Worksheet, at: tuple[int, int], cell: str, marked: Span | None, look: _Look
) -> None:
    """A cell; marked words in their own colour."""
    if marked is not None and marked.length and len(cell) < _LONGEST // _SIGN:
        before, words, after = (
            _safe(part) for part in (cell[: marked.start], marked.of(cell), cell[marked.end :])
        )
        pieces = [*([before] if before else []), look.mark, words, *([after] if after else [])]
        if before or after:
            sheet.write_rich_string(*at, *pieces, look.plain)
            return
    sheet.write_string(*at, _cut(_safe(cell)), look.plain)


def _cut(safe: str) -> str:
    """As much of a text as a cell holds."""
    if len(safe) <= _LONGEST // 2 or _length(safe) <= _LONGEST:
        return safe
    end = f" … [cut: it has {len(safe)} characters]"
    kept = safe.encode("utf-16-le")[: 2 * (_LONGEST - len(end))]
    return kept.decode("utf-16-le", "ignore") + end


def _length(safe: str) -> int:
    return len(safe.encode("utf-16-le")) // 2


def _safe(text: str) -> str:
    """What a cell may hold: a carriage return would be shown there as ``_x000D_``."""
    return xml_safe(text.replace("\r\n", "\n").replace("\r", "\n"))
