import codecs
import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from tests.reports.decided import DECIDED, decided_editions
from tests.reports.weighed import weighed
from variants.reports import xlsx
from variants.reports.csv_table import write_csv
from variants.reports.reading_rows import reading_rows
from variants.reports.readings_table import reading_columns, write_readings
from variants.reports.table_rows import PLACE_COLUMNS, READING_COLUMNS, place_rows, reading_cells
from variants.reports.writer import ReportOptions
from variants.reports.xlsx import lacks_of_xlsx, write_xlsx
from variants.types.edition import Edition
from variants.types.status import State
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
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@_files
@given(decided_editions())
def test_a_table_has_a_row_for_each_place_and_each_cell_is_its_own(edition: Edition) -> None:
    rows = list(csv.reader(io.StringIO(_csv(edition).decode("utf-8-sig"), newline="")))

    assert rows[0] == list(PLACE_COLUMNS)
    assert rows[1:] == [
        [guard_formula(xml_safe(cell)) for cell in row.cells] for row in place_rows(edition)
    ]
    entries = {entry.place for entry in edition.collation.entries}
    assert len(rows) - 1 == len(edition.collation.entries) + sum(
        one.place not in entries for one in edition.decisions.statuses
    )


@pytest.mark.parametrize("write", [write_csv, write_readings])
def test_a_table_begins_as_excel_needs_it(write: Callable[..., None]) -> None:
    file = io.BytesIO()

    write(DECIDED, ReportOptions(), file)

    assert file.getvalue().startswith(codecs.BOM_UTF8)


def test_the_columns_tell_of_a_decision() -> None:
    row = next(row for row in _cells(_csv(DECIDED)) if row["seed"] == "must")

    assert row["readings"] == "should {A}"
    assert row["sentence"].startswith("Three ships must sail")
    told = [row[name] for name in ("state", "action", "printed", "editor", "date", "confidence")]
    assert told == ["decided", "adopt", "should", "K. Lindgren", "2026-11-22T14:40:55Z", "medium"]
    assert row["evidence"] == "source: Folio 12 | следует (ru) | https://x.org/12"


def test_a_conflict_tells_who_chose_what_and_a_lost_place_what_it_was() -> None:
    rows = _cells(_csv(DECIDED))

    (conflict,) = [row for row in rows if row["state"] == "conflict"]
    assert (conflict["action"], conflict["rule"], conflict["agreed_by"]) == (
        "keep",
        "R1",
        "mo: adopt",
    )
    assert (rows[-1]["state"], rows[-1]["seed"]) == ("lost", "Burn this letter.")


def test_decisions_that_the_text_does_not_follow_are_stated() -> None:
    found = [(row["state"], row["remarks"]) for row in _cells(_csv(DECIDED)) if row["remarks"]]

    assert found == [
        ("conflict", "keeps the seed’s words, prints “rumors” with A"),
        ("lost", "keeps the seed’s words"),
    ]


def test_a_stale_decision_is_stated_in_words() -> None:
    statuses = [
        replace(one, state=State.STALE) if one.state is State.CONFLICT else one
        for one in DECIDED.decisions.statuses
    ]
    decisions = replace(DECIDED.decisions, statuses=tuple(statuses))

    rows = _cells(_csv(replace(DECIDED, decisions=decisions)))

    (stale,) = [row for row in rows if row["state"] == "stale"]
    assert stale["printed"] == ""
    assert stale["remarks"] == "keeps the seed’s words, prints “rumors” with A"


def test_own_places_stand_where_their_words_do() -> None:
    seeds = [row["seed"] for row in _cells(_csv(DECIDED))]

    assert seeds.index("not dreamers, but seasoned sailors") + 1 == seeds.index("seasoned sailors")


@_files
@given(edition=decided_editions())
def test_a_workbook_read_back_has_the_same_texts(edition: Edition) -> None:
    book = load_workbook(io.BytesIO(_xlsx(edition)))

    for sheet, columns, rows in (
        (book["Places"], PLACE_COLUMNS, place_rows(edition)),
        (book["Readings"], READING_COLUMNS, reading_cells(edition)),
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
    last = get_column_letter(len(PLACE_COLUMNS))
    assert sheet.auto_filter.ref == f"A1:{last}{sheet.max_row}"


def test_a_row_has_room_for_its_wrapped_words_and_can_grow() -> None:
    content = _xlsx(DECIDED)
    sheet = load_workbook(io.BytesIO(content))["Places"]
    column = PLACE_COLUMNS.index("sentence") + 1
    long = [
        row for row in range(2, sheet.max_row + 1) if len(str(sheet.cell(row, column).value)) > 50
    ]

    assert long
    assert all(sheet.row_dimensions[row].height >= 30 for row in long)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("length", [1, 5, 1000])
def test_heights_are_not_fixed_wherever_a_sheet_is_divided(
    monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    whole = _xlsx(DECIDED)

    monkeypatch.setattr(xlsx, "_PIECE", length)

    assert _xlsx(DECIDED) == whole


def test_printed_pages_of_a_workbook_repeat_the_heading_and_have_numbers() -> None:
    for sheet in load_workbook(io.BytesIO(_xlsx(DECIDED))):
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 2)
    with zipfile.ZipFile(io.BytesIO(_xlsx(DECIDED))) as archive:
        assert b"<oddFooter>&amp;C&amp;P / &amp;N<" in archive.read("xl/worksheets/sheet2.xml")


def test_the_name_of_a_column_fits_beside_its_filter() -> None:
    sheet = load_workbook(io.BytesIO(_xlsx(DECIDED)))["Places"]

    for column, name in enumerate(PLACE_COLUMNS, 1):
        assert sheet.column_dimensions[get_column_letter(column)].width > len(name) + 2


def test_the_tables_have_the_sense_of_readings_and_places() -> None:
    edition = Edition("", weighed())
    sheet = load_workbook(io.BytesIO(_xlsx(edition)))["Readings"]
    heading, *rows = (tuple(map(str, row)) for row in sheet.iter_rows(values_only=True))
    by_words = {row[heading.index("reading")]: dict(zip(heading, row, strict=True)) for row in rows}
    names = ("tier", "sense_probability", "sense_rank", "sense_to", "sense_by")

    places = {row["label"]: row for row in _cells(_csv(edition))}

    assert [by_words["sixty"][name] for name in names] == ["sense", "0.90", "1", "sixty", "model"]
    assert by_words["16"]["tier"] == "form"
    assert (places["4.1"]["tier"], places["4.1"]["sense_probability"]) == ("sense", "0.90")
    assert (places["7.1"]["tier"], places["7.1"]["sense_probability"]) == ("wording", "0.10")


def test_without_a_sense_the_cells_are_empty() -> None:
    assert {(row["tier"], row["sense_probability"]) for row in _cells(_csv(DECIDED))} == {("", "")}


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


@pytest.mark.parametrize("edition", [DECIDED, Edition("", weighed())], ids=["decided", "weighed"])
def test_a_tidy_table_has_a_row_for_each_reading_of_each_witness(edition: Edition) -> None:
    file = io.BytesIO()
    write_readings(edition, ReportOptions(), file)
    rows = _cells(file.getvalue())

    expected = [(one, siglum) for one in reading_rows(edition) for siglum in one.sigla]
    assert list(rows[0]) == reading_columns()
    assert [row["siglum"] for row in rows] == [siglum for _, siglum in expected]
    for row, (one, _) in zip(rows, expected, strict=True):
        assert (row["label"], row["class"], row["tier"]) == (one.label, one.variant_class, one.tier)
        assert row["reading"] == guard_formula(one.reading)
        assert row["substantive"] == str(one.substantive).lower()
        assert float(row["confidence"]) == pytest.approx(one.confidence, abs=1e-6)
        known = row["sense_probability"]
        assert (float(known) if known else None) == one.sense_probability
