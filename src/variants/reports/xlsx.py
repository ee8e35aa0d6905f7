"""Reports as a workbook, with a sheet of places and a sheet of readings."""

from __future__ import annotations

import contextlib
import io
import shutil
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from pathlib import Path
from tempfile import gettempdir
from typing import IO, TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from variants.reports.redact import redact
from variants.reports.table_rows import (
    AGREE,
    PLACE_COLUMNS,
    READING_COLUMNS,
    TableRow,
    place_rows,
    reading_cells,
)
from variants.reports.writer import ReportOptions
from variants.temporary_files import temporary_folder
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.span import Span
from variants.wording.spreadsheet_cells import guard_apostrophe
from variants.wording.witness_names import short_name
from variants.wording.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST = 32_767  # Maximum length of a cell in Excel, in UTF-16 code units.
_ROWS = 1_048_576  # Maximum number of rows of a sheet in Excel.
_ESCAPED = 8  # Length of the longest escape of a character that XML forbids.
_WIDTHS = {
    **dict.fromkeys(("sentence", "readings", "why", "evidence"), 50),
    **dict.fromkeys(("seed", "printed", "reading"), 30),
    "label": 8,
}
_LEAST_WIDTH = 12
_FILTER = 3  # Width of the button of a filter, beside the name of its column.
_LINE = 15  # Height of a line in points.
_HIGHEST = 409  # Maximum height of a row in Excel.
_FIRST_WIDE = "\u1100"  # From here on most letters are twice as wide.
_SHEETS = "xl/worksheets/"
_FIXED_HEIGHT = b' customHeight="1">'  # No text contains it: ">" is escaped there.
_PIECE = 1 << 20
_A4 = 9  # Number of the paper size.
_PAGES_ACROSS = 2
_SENTENCE = PLACE_COLUMNS.index("sentence")
# A workbook has to state its date. A constant keeps the bytes the same in every run.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - dates in a workbook have no time zone


@dataclass(frozen=True, slots=True)
class _Formats:
    """Formats of a cell and of marked words in it."""

    cell: Format
    mark: Format


def write_xlsx(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write both sheets. Text is never a formula; a cell that is too long is cut with a remark."""
    workbook = io.BytesIO()
    with temporary_folder(Path(gettempdir(), "variants-xlsx")) as folder:
        error = _write_workbook(redact(edition, options), workbook, str(folder))
    if error is not None:
        raise error
    _repack(workbook, file)


def _write_workbook(edition: Edition, workbook: IO[bytes], folder: str) -> OSError | None:
    """Write the workbook; rows go to temporary files in the folder, to save memory.

    Returns:
        The error of a temporary file, such as a full disk. It is not raised, because its
        traceback would keep the library's open file alive until the folder is deleted, and
        closing that file would then raise another error.
    """
    # Imported here because it takes a while to load.
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    book = Workbook(workbook, {"constant_memory": True, "tmpdir": folder})
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
    """Return sentences about cells that are cut and rows that are left out."""
    shown = redact(edition, options)
    lacks = []
    for name, rows in (("Places", place_rows(shown)), ("Readings", reading_cells(shown))):
        cut_in = [
            sum(
                len(cell) > _LONGEST // _ESCAPED and _length(_safe(cell)) > _LONGEST
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


def _fill(book: Workbook, edition: Edition) -> None:
    title = edition.collation.title or short_name(edition.collation.seed.witness)
    book.set_properties({"title": xml_safe(title), "created": _CREATED})
    places = _sheet(book, "Places", PLACE_COLUMNS, place_rows(edition))
    column = PLACE_COLUMNS.index("action")
    actions = [*(action.value for action in Action), AGREE]
    places.data_validation(1, column, _ROWS - 1, column, {"validate": "list", "source": actions})
    _sheet(book, "Readings", READING_COLUMNS, reading_cells(edition))


def _repack(workbook: IO[bytes], file: BinaryIO) -> None:
    """Write the archive again without permissions and dates, which depend on the machine.

    Heights of rows are not fixed, so that a row grows with the words that an editor types.
    """
    with ZipFile(workbook) as archive, ZipFile(file, "w") as packed:
        for name in archive.namelist():
            part = ZipInfo(name)  # The default date is 1980-01-01.
            part.compress_type = ZIP_DEFLATED
            with archive.open(name) as source, packed.open(part, "w") as target:
                if name.startswith(_SHEETS):
                    target.writelines(_without_fixed_heights(source))
                else:
                    shutil.copyfileobj(source, target)


def _without_fixed_heights(source: IO[bytes]) -> Iterator[bytes]:
    """Yield the XML of a sheet in pieces; the end of a piece may be part of what is removed."""
    kept = b""
    while piece := source.read(_PIECE):
        found = (kept + piece).replace(_FIXED_HEIGHT, b">")
        end = max(0, len(found) - len(_FIXED_HEIGHT) + 1)
        yield found[:end]
        kept = found[end:]
    yield kept


def _sheet(
    book: Workbook, name: str, columns: tuple[str, ...], rows: Iterable[TableRow]
) -> Worksheet:
    """Add a sheet with a frozen heading, which each printed page repeats, and filters."""
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bottom": 1})
    formats = _Formats(
        book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        book.add_format({"bold": True, "font_color": "#9A3412"}),
    )
    widths = [_WIDTHS.get(title, max(_LEAST_WIDTH, len(title) + _FILTER)) for title in columns]
    for column, (title, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, heading)
    sheet.freeze_panes(1, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(_PAGES_ACROSS, 0)
    sheet.print_across()
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    last = 0
    for last, row in enumerate(rows, 1):
        # Excel finds the height itself, LibreOffice does not.
        lines = max(map(_lines_in, row.cells, widths))
        if lines > 1:
            sheet.set_row(last, min(_HIGHEST, _LINE * lines))
        for column, cell in enumerate(row.cells):
            marked = row.marked if column == _SENTENCE else None
            _write_cell(sheet, (last, column), cell, marked, formats)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    return sheet


def _lines_in(cell: str, width: int) -> int:
    r"""Return about the number of lines of a cell, rather more than less.

    Examples:
        >>> _lines_in("", 10), _lines_in("one", 10), _lines_in("one two three", 10)
        (1, 1, 2)
        >>> _lines_in("one\ntwo", 10), _lines_in("敵軍飛行員們", 10)
        (2, 2)
    """
    return sum(max(1, ceil(_width_of(line) / width)) for line in cell.split("\n"))


def _width_of(line: str) -> int:
    return len(line) + (0 if line.isascii() else sum(letter >= _FIRST_WIDE for letter in line))


def _write_cell(
    sheet: Worksheet, at: tuple[int, int], cell: str, marked: Span | None, formats: _Formats
) -> None:
    """Write a cell, with marked words in their own format."""
    if marked is not None and marked.length and len(cell) < _LONGEST // _ESCAPED:
        before, words, after = (
            _safe(part) for part in (cell[: marked.start], marked.of(cell), cell[marked.end :])
        )
        pieces = [*([before] if before else []), formats.mark, words, *([after] if after else [])]
        if before or after:
            sheet.write_rich_string(*at, *pieces, formats.cell)
            return
    sheet.write_string(*at, _cut(guard_apostrophe(_safe(cell))), formats.cell)


def _cut(safe: str) -> str:
    """Cut a text to the maximum length of a cell, with a remark at its end."""
    if len(safe) <= _LONGEST // 2 or _length(safe) <= _LONGEST:
        return safe
    end = f" … [cut: it has {len(safe)} characters]"
    kept = safe.encode("utf-16-le")[: 2 * (_LONGEST - len(end))]
    return kept.decode("utf-16-le", "ignore") + end


def _length(safe: str) -> int:
    return len(safe.encode("utf-16-le")) // 2


def _safe(text: str) -> str:
    """Escape a text for a cell; a carriage return would be displayed as ``_x000D_``."""
    return xml_safe(text.replace("\r\n", "\n").replace("\r", "\n"))
