from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from tests.readers.documents import parts_of
from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content

_ROWS = [["no.", "S", "Yang"], ["1", "We must go. Now.", "We go."], ["2", "", "He too."]]


def workbook(*sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes, name: str) -> tuple[FileText, ...]:
    return read_content(Path(name), data, ReadOptions())


def csv_of(rows: list[list[str]], delimiter: str = ",") -> bytes:
    return "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (csv_of(_ROWS), "a.csv"),
        (csv_of(_ROWS, ";"), "a.csv"),
        (csv_of(_ROWS, "\t"), "a.tsv"),
        (workbook([[*row] for row in _ROWS]), "a.xlsx"),
    ],
)
def test_each_column_is_a_text_and_each_row_a_division(data: bytes, name: str) -> None:
    seed, yang = read(data, name)

    assert (seed.name, yang.name) == ("S", "Yang")
    assert seed.text == "We must go. Now.\n"
    assert parts_of(yang) == ["We go.", "He too."]
    assert [(each.label, each.source) for each in yang.divisions] == [
        ("1", "cell C2"),
        ("2", "cell C3"),
    ]
    assert seed.units == yang.units != ""


def test_without_names_the_columns_have_letters() -> None:
    first, second = read(b"We must go.,We go.\nHe too.,And he.\n", "a.csv")

    assert (first.name, second.name) == ("A", "B")
    assert parts_of(first) == ["We must go.", "He too."]
    assert [each.label for each in first.divisions] == ["1", "2"]


def test_labels_that_repeat_are_replaced_by_the_numbers_of_rows() -> None:
    rows = [["id", "S", "A"], ["1", "a", "b"], ["1", "c", "d"]]

    seed, _ = read(csv_of(rows), "a.csv")

    assert [each.label for each in seed.divisions] == ["2", "3"]


def test_a_single_column_is_a_text_of_its_own() -> None:
    (text,) = read(b"One,\nTwo,\n", "a.csv")

    assert (text.text, text.name, text.units) == ("One\n\nTwo\n", "", "")


def test_other_sheets_are_counted_and_numbers_are_text() -> None:
    data = workbook([], [["S", "A"], ["In", "x & y"], [1951, "z"]], [["no"]])

    seed, other = read(data, "a.xlsx")

    assert (seed.text, other.text) == ("In\n\n1951\n", "x & y\n\nz\n")
    assert seed.notices == ("a.xlsx: 1 sheet left out.",)


def test_tables_without_text_or_damaged_are_errors() -> None:
    with pytest.raises(EmptyFile):
        read(b",,\n,\n", "a.csv")
    with pytest.raises(EmptyFile):
        read(workbook([]), "a.xlsx")
    with pytest.raises(DamagedFile):
        read(workbook([["a"]])[:-30], "a.xlsx")
