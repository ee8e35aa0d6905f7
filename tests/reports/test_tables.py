import contextlib
import csv
import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape

from tests.reports.decided import DECIDED, decided_editions, hostile
from tests.strategies import texts
from variants.errors import BadSheet
from variants.project.decision_table import SheetRow, read_sheet
from variants.reports.csv_table import write_csv
from variants.reports.table_rows import PLACE_COLUMNS, READING_COLUMNS, place_rows, reading_rows
from variants.reports.writer import ReportOptions
from variants.reports.xlsx import lacks_of_xlsx, write_xlsx
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.wording.spreadsheet_cells import guard_apostrophe, guard_formula
from variants.wording.xml_text import xml_safe

_files = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _csv(edition: Edition, options: ReportOptions | None = None) -> bytes:
    file = io.BytesIO()
    write_csv(edition, options or ReportOptions(), file)
    return file.getvalue()


def _xlsx(edition: Edition, options: ReportOptions | None = None) -> bytes:
    file = io.BytesIO()
    write_xlsx(edition, options or ReportOptions(), file)
    return file.getvalue()


def _cells(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@_files
@given(decided_editions())
def test_a_table_has_a_row_for_each_place_and_each_cell_is_its_own(edition: Edition) -> None:
    rows = list(csv.reader(io.StringIO(_csv(edition).decode(), newline="")))

    assert rows[0] == list(PLACE_COLUMNS)
    assert rows[1:] == [
        [guard_formula(xml_safe(cell)) for cell in row.cells] for row in place_rows(edition)
    ]
    entries = {entry.place for entry in edition.collation.entries}
    assert len(rows) - 1 == len(edition.collation.entries) + sum(
        one.place not in entries for one in edition.decisions.statuses
    )


@given(st.one_of(texts, hostile, st.text("'=+-@\t\r a")))
def test_no_cell_of_a_table_is_a_formula(text: str) -> None:
    assert guard_formula(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_the_columns_tell_of_a_decision() -> None:
    row = next(row for row in _cells(_csv(DECIDED)) if row["seed"] == "must")

    assert row["readings"] == "should {A}"
    assert row["sentence"].startswith("Three ships must sail")
    told = [row[name] for name in ("state", "action", "printed", "editor", "date", "confidence")]
    assert told == ["decided", "adopt", "should", "K. Lindgren", "2026-11-22T14:40:55Z", "medium"]
    assert row["evidence"] == "Folio 12 следует https://x.org/12"


def test_a_conflict_tells_who_chose_what_and_a_lost_place_what_it_was() -> None:
    rows = _cells(_csv(DECIDED))

    (conflict,) = [row for row in rows if row["state"] == "conflict"]
    assert (conflict["action"], conflict["rule"], conflict["agreed_by"]) == (
        "keep",
        "R1",
        "mo: adopt",
    )
    assert (rows[-1]["state"], rows[-1]["seed"]) == ("lost", "Burn this letter.")


def test_own_places_stand_where_their_words_do() -> None:
    seeds = [row["seed"] for row in _cells(_csv(DECIDED))]

    assert seeds.index("not dreamers, but seasoned sailors") + 1 == seeds.index("seasoned sailors")


@_files
@given(edition=decided_editions())
def test_a_workbook_read_back_has_the_same_texts(edition: Edition) -> None:
    book = load_workbook(io.BytesIO(_xlsx(edition)))

    for sheet, columns, rows in (
        (book["Places"], PLACE_COLUMNS, place_rows(edition)),
        (book["Readings"], READING_COLUMNS, reading_rows(edition)),
    ):
        cells = ([guard_apostrophe(xml_safe(cell)) for cell in row.cells] for row in rows)
        read = [
            tuple(unescape(str(cell or "")) for cell in row)
            for row in sheet.iter_rows(values_only=True)
        ]
        assert [[_lines(cell) for cell in row] for row in read] == [
            [_lines(cell) for cell in row] for row in [columns, *cells]
        ]
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def _lines(cell: object) -> str:
    """Return the text with line ends as XML parsers normalize them."""
    return str(cell).replace("\r\n", "\n").replace("\r", "\n")


def test_the_words_of_a_place_are_marked_in_their_sentence() -> None:
    sheet = load_workbook(io.BytesIO(_xlsx(DECIDED)), rich_text=True)["Places"]
    column = PLACE_COLUMNS.index("sentence") + 1
    cells = [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]

    marked = [
        str(part)
        for cell in cells
        if isinstance(cell, CellRichText)
        for part in cell
        if isinstance(part, TextBlock) and part.font.b
    ]
    assert {"must", "sixteen", "rumours"} <= set(marked)


@pytest.mark.parametrize("character", ["x", "👩", "\x00"])
def test_a_cell_that_is_cut_says_so_and_so_does_a_note(character: str) -> None:
    (first, *others) = DECIDED.decisions.statuses
    long = replace(first, live=(replace(first.live[0], why=character * 33_000),))
    decisions = replace(DECIDED.decisions, statuses=(long, *others))
    edition = replace(DECIDED, decisions=decisions)

    sheet = load_workbook(io.BytesIO(_xlsx(edition)))["Places"]

    (why,) = [cell.value for row in sheet for cell in row if len(str(cell.value)) > 10_000]
    length = 33_000 * len(xml_safe(character))
    assert str(why).endswith(f" … [cut: it has {length} characters]")
    assert 32_700 < len(str(why).encode("utf-16-le")) // 2 <= 32_767
    assert lacks_of_xlsx(edition, ReportOptions()) == [
        "1 cell is cut in the sheet Places: a cell holds 32767 characters."
    ]
    assert lacks_of_xlsx(edition, ReportOptions(reasons=False)) == []


def test_the_heading_stays_and_every_column_has_a_filter() -> None:
    sheet = load_workbook(io.BytesIO(_xlsx(DECIDED)))["Places"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:T{sheet.max_row}"


def test_the_same_edition_gives_the_same_bytes_whenever() -> None:
    first = _xlsx(DECIDED)

    assert first == _xlsx(DECIDED)
    assert {one.date_time for one in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    assert _csv(DECIDED) == _csv(DECIDED)


def test_tables_keep_editors_and_reasons_to_themselves_if_asked() -> None:
    shy = _csv(DECIDED, ReportOptions(anonymous=True, reasons=False)).decode()

    assert "Lindgren" not in shy
    assert "Следует" not in shy
    assert "editor A" in shy


@pytest.mark.parametrize("write", [_csv, _xlsx])
def test_what_was_written_is_read_back_as_rows(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    path = tmp_path / "sheet"
    path.write_bytes(write(DECIDED))

    rows = read_sheet(path)

    must = next(row for row in rows if row.seed == "must")
    assert must == SheetRow(
        must.number,
        "k3f9q2bb",
        Action.ADOPT,
        "should",
        "«Следует»: an advice; =not an order.",
        "K. Lindgren",
        "2.2",
        "must",
        "decided",
        "0194-057",
    )
    assert [row.place for row in rows] == [row.cells[0] for row in place_rows(DECIDED)]
    assert sum(row.action is None for row in rows) == sum(
        row.cells[PLACE_COLUMNS.index("action")] == "" for row in place_rows(DECIDED)
    )


@_files
@given(printed=st.one_of(hostile, texts))
def test_what_is_printed_is_read_from_csv_as_it_was_guarded(printed: str, tmp_path: Path) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(
        [
            ["place", "action", "printed", "why", "editor"],
            ["abc", "emend", guard_formula(xml_safe(printed)), "", "kl"],
        ]
    )
    path = tmp_path / "sheet.csv"
    path.write_bytes(file.getvalue().encode())

    (row,) = read_sheet(path)

    assert row.printed == xml_safe(printed)


def test_reading_a_table_leaves_the_room_of_cells_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("place,action,printed,why,editor\nabc,keep,,,kl\n")
    usual = csv.field_size_limit()

    read_sheet(path)

    assert csv.field_size_limit() == usual


def test_semicolons_a_mark_of_order_and_other_columns_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes("\ufeffx;Editor;place;ACTION;why;printed\n1;kl;abc; Keep ;;\n;;;;;\n".encode())

    assert read_sheet(path) == (SheetRow(2, "abc", Action.KEEP, "", "", "kl"),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"place,action,printed,why\n", "has no column editor"),
        (b"", "has no column place, action"),
        (b"place,action,printed,why,editor\nabc,burn,,,\n", "unknown action 'burn' in row 2"),
        (b"place,action\xff", "is not UTF-8 at byte 12"),
        (b'place,action,printed,why,editor\n"abc', "is not CSV"),
        (b"PK\x03\x04nothing", "is not a workbook"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_with_the_place(
    content: bytes, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "sheet"
    path.write_bytes(content)

    with pytest.raises(BadSheet, match=says):
        read_sheet(path)


@pytest.mark.parametrize(("typed", "found"), [(16, "16"), (2.5, "2.5"), ("sixteen", "sixteen")])
def test_a_number_typed_into_a_workbook_is_its_text(
    typed: object, found: str, tmp_path: Path
) -> None:
    assert read_sheet(_edited(tmp_path, typed))[0].printed == found


@pytest.mark.parametrize(
    ("typed", "says"), [("=1+1", "a formula"), (True, "True, which is not text")]
)
def test_a_formula_typed_into_a_workbook_is_refused(
    typed: object, says: str, tmp_path: Path
) -> None:
    with pytest.raises(BadSheet, match=says):
        read_sheet(_edited(tmp_path, typed))


def test_what_somebody_adds_beside_our_columns_does_no_harm(tmp_path: Path) -> None:
    path = _edited(tmp_path, "sixteen")
    book = load_workbook(path)
    sheet = book["Places"]
    added = sheet.max_column + 1
    sheet.cell(1, added, dt.date(2026, 1, 1))
    sheet.cell(2, added, "=1+1")
    sheet.cell(3, added, value=True)
    book.save(path)

    assert read_sheet(path)[0].printed == "sixteen"


@_files
@given(damage=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=9))
def test_a_damaged_workbook_is_read_or_refused(
    damage: list[tuple[float, int]], tmp_path: Path
) -> None:
    content = bytearray(_xlsx(DECIDED))
    for where, byte in damage:
        content[4 + int(where * (len(content) - 5))] = byte
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(content)

    with contextlib.suppress(BadSheet):
        read_sheet(path)


def _edited(folder: Path, printed: object) -> Path:
    """Return a workbook with words typed into its first row."""
    book = load_workbook(io.BytesIO(_xlsx(DECIDED)))
    book["Places"].cell(2, PLACE_COLUMNS.index("printed") + 1).value = printed  # type: ignore[assignment]  # Any value.
    book.save(folder / "sheet.xlsx")
    return folder / "sheet.xlsx"
