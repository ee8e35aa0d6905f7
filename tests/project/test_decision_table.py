"""Tables of places that editors filled in."""

import contextlib
import csv
import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.reports.decided import DECIDED, hostile
from tests.strategies import texts
from variants.errors import BadSheet, MissingExtra
from variants.project.decision_table import SheetRow, read_sheet
from variants.reports.formats import WRITERS
from variants.reports.table_rows import PLACE_COLUMNS, place_rows
from variants.reports.writer import ReportOptions
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.wording.spreadsheet_cells import guard_formula
from variants.wording.xml_text import xml_safe

_files = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _written(edition: Edition, form: str) -> bytes:
    file = io.BytesIO()
    WRITERS[form].write(edition, ReportOptions(), file)
    return file.getvalue()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_was_written_is_read_back_as_rows(form: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet"
    path.write_bytes(_written(DECIDED, form))

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
        "medium",
        "sense",
        "source: Folio 12 | следует (ru) | https://x.org/12",
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


def test_reading_a_table_restores_the_limit_of_cells(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("place,action,printed,why,editor\nabc,keep,,,kl\n")
    usual = csv.field_size_limit()

    read_sheet(path)

    assert csv.field_size_limit() == usual


def test_semicolons_byte_order_marks_and_other_columns_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes("\ufeffx;Editor;place;ACTION;why;printed\n1;kl;abc; Keep ;;\n;;;;;\n".encode())

    assert read_sheet(path) == (SheetRow(2, "abc", Action.KEEP, "", "", "kl", unread=("x",)),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_unicode_encodings_are_recognized(
    delimiter: str, encoding: str, tmp_path: Path
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(
        [
            ["place", "action", "printed", "why", "editor"],
            ["abc", "emend", "café,;\t\n“x”", "", "kl"],
        ]
    )
    path = tmp_path / "sheet"
    path.write_bytes(file.getvalue().encode(encoding))

    assert read_sheet(path) == (SheetRow(2, "abc", Action.EMEND, "café,;\t\n“x”", "", "kl"),)


def test_a_big_endian_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    heading = "\ufeffplace\taction\tprinted\twhy\teditor\r\n"
    path.write_bytes(f"{heading}abc\tkeep\t\t\tkl\r\n".encode("utf-16-be"))

    assert read_sheet(path) == (SheetRow(2, "abc", Action.KEEP, "", "", "kl"),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("place;action;café".encode("cp1252"), "is not UTF-8 at byte 16"),
        ("place\taction".encode("utf-16")[:-1], "is not UTF-16 at byte 24"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is not UTF-8 at byte 0"),
    ],
)
def test_a_table_in_another_encoding_can_be_saved_again(
    content: bytes, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "sheet"
    path.write_bytes(content)

    with pytest.raises(BadSheet, match=says) as raised:
        read_sheet(path)

    assert raised.value.hint.startswith("Save it as an Excel workbook (.xlsx) or as CSV UTF-8.")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"place,action,printed,why\n", "has no column editor"),
        (b"", "has no column place, action"),
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
def test_a_formula_typed_into_a_workbook_is_a_problem_of_its_row(
    typed: object, says: str, tmp_path: Path
) -> None:
    first, *others = read_sheet(_edited(tmp_path, typed))

    assert first.problem.startswith(f"printed has {says}")
    assert first.printed == ""
    assert not any(each.problem for each in others)


def test_an_unknown_action_is_a_problem_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("place,action,printed,why,editor\nabc, Burn,,,\nabd,keep,,,\n")

    first, second = read_sheet(path)

    assert first.problem.startswith("it has an unknown action 'burn'; choose from keep, adopt,")
    assert (second.problem, second.action) == ("", Action.KEEP)


def test_details_are_found_by_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(
        "evidence,place,action,printed,why,editor,category,confidence\n"
        "person: Li,abc,keep,,,kl,usage,low\n"
    )

    (row,) = read_sheet(path)

    assert (row.confidence, row.category, row.evidence) == ("low", "usage", "person: Li")


def test_a_label_that_a_spreadsheet_reads_as_a_date_is_no_problem(tmp_path: Path) -> None:
    path = _edited(tmp_path, "sixteen")
    book = load_workbook(path)
    book["Places"].cell(2, PLACE_COLUMNS.index("label") + 1, dt.date(2026, 10, 14))
    book.save(path)

    assert (read_sheet(path)[0].label, read_sheet(path)[0].problem) == ("", "")


def test_added_columns_are_ignored(tmp_path: Path) -> None:
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
    content = bytearray(_written(DECIDED, "xlsx"))
    for where, byte in damage:
        content[4 + int(where * (len(content) - 5))] = byte
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(content)

    with contextlib.suppress(BadSheet):
        read_sheet(path)


def _edited(folder: Path, printed: object) -> Path:
    """Return a workbook with words typed into its first row."""
    book = load_workbook(io.BytesIO(_written(DECIDED, "xlsx")))
    book["Places"].cell(2, PLACE_COLUMNS.index("printed") + 1).value = printed  # type: ignore[assignment]  # Any value.
    book.save(folder / "sheet.xlsx")
    return folder / "sheet.xlsx"


def test_a_warning_about_other_parts_of_a_workbook_is_not_shown(tmp_path: Path) -> None:
    name = b'<definedNames><definedName name="x" localSheetId="99">no</definedName>'
    damaged = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_written(DECIDED, "xlsx"))) as old,
        zipfile.ZipFile(damaged, "w") as new,
    ):
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"<definedNames>", name))
    (tmp_path / "sheet.xlsx").write_bytes(damaged.getvalue())

    assert read_sheet(tmp_path / "sheet.xlsx")


def _with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return a workbook with one part replaced or added."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return changed.getvalue()


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variants.project.decision_table._LARGEST", 10_000_000)
    path = tmp_path / "sheet"
    path.write_bytes(_with_part(_written(DECIDED, "xlsx"), "xl/bomb", bytes(10_000_001)))
    assert path.stat().st_size < 100_000

    with pytest.raises(BadSheet, match="more than 10 MB when unpacked"):
        read_sheet(path)


def test_a_workbook_of_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet"
    path.write_bytes(_written(DECIDED, "xlsx"))
    rows = len(read_sheet(path)) + 1
    monkeypatch.setattr("variants.project.decision_table._MOST_ROWS", rows - 1)

    with pytest.raises(BadSheet, match=f"more than {rows - 1} rows"):
        read_sheet(path)


def test_a_workbook_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("A key.")
    content = _written(DECIDED, "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        name = next(each for each in parts.namelist() if b">must<" in parts.read(each))
        part = parts.read(name).decode()
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    part = part.replace("?>", f"?>{entity}", 1).replace(">must<", ">&e;<")
    path = tmp_path / "sheet"
    path.write_bytes(_with_part(content, name, part.encode()))

    found = ""
    with contextlib.suppress(BadSheet):
        found = repr(read_sheet(path))

    assert "A key." not in found


@pytest.mark.parametrize("part", ["word/document.xml", "content.xml"])
def test_an_archive_that_is_not_a_workbook_is_named_as_such(part: str, tmp_path: Path) -> None:
    path = tmp_path / "places.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<a/>")

    with pytest.raises(BadSheet, match="is not an Excel workbook") as raised:
        read_sheet(path)

    assert raised.value.hint.startswith("Save it as an Excel workbook (.xlsx) or as CSV UTF-8.")


def test_without_the_library_a_workbook_can_be_saved_as_csv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "places.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(MissingExtra) as raised:
        read_sheet(path)

    assert raised.value.hint.startswith("Save the table as CSV (UTF-8) and import that.")
