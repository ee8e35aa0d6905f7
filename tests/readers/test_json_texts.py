from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.project.editions import ROOT
from variants import compare
from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_content
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def texts(content: object) -> dict[str, str]:
    data = content if isinstance(content, str) else json.dumps(content)
    found = read_content(Path("a.json"), data.encode(), ReadOptions())
    return {text.name: text.text for text in found}


@pytest.mark.parametrize("form", ["json", "collatex"])
def test_reports_of_this_program_are_read(form: str) -> None:
    names = ("seeds/telegram-302sh.txt", "variants/telegram-302sh/A.txt")
    found = compare(*(ROOT / name for name in names))
    file = io.BytesIO()
    WRITERS[form].write(Edition("", found.collation), ReportOptions(), file)

    read = texts(file.getvalue().decode())

    assert list(read) == ["S", "A"]
    for name, text in zip(names, read.values(), strict=True):
        assert text.split() == (ROOT / name).read_text("utf-8").split()


def test_inputs_and_tables_of_collatex_are_read() -> None:
    contents = {"witnesses": [{"id": "A", "content": "We go."}, {"id": "B", "content": "He."}]}
    tokens = {"witnesses": [{"id": "A", "tokens": [{"t": "We"}, {"t": "go."}]}]}
    java = {
        "witnesses": ["A", "B"],
        "table": [[[{"t": "We "}], [{"t": "He"}]], [[{"t": "go"}], []]],
    }
    python = {
        "witnesses": ["A", "B"],
        "table": [
            [[{"t": "We ", "_sigil": "A"}], [{"t": "go", "_sigil": "A"}]],
            [[{"t": "He", "_sigil": "B"}], None],
        ],
    }

    assert texts(contents) == {"A": "We go.", "B": "He."}
    assert texts(tokens) == {"A": "We go.\n"}
    assert texts(java) == texts(python) == {"A": "We go\n", "B": "He\n"}


_WRONG_DIVISION = (
    '{"schema": "variants/2", "witnesses": [{"siglum": "S", "text": "a", "divisions": '
    '[{"kind": "paragraph", "span": [0, 9], "label": ""}]}]}'
)


@pytest.mark.parametrize(
    "content",
    [
        *("[", "[]", "{}", '{"witnesses": [1]}', '{"witnesses": [{"id": 1}]}', "[" * 99_999),
        _WRONG_DIVISION,
    ],
)
def test_other_json_is_an_error(content: str) -> None:
    with pytest.raises(DamagedFile):
        texts(content)


def test_texts_without_words_are_an_error() -> None:
    with pytest.raises(EmptyFile):
        texts({"witnesses": [{"id": "A", "content": " "}]})
