"""Every format gives valid output for any text, or an error that names the character."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from tests.reports.hostile import HOSTILE, hostile_edition
from tests.reports.html.pages import complain_of, parsed
from tests.reports.tei.taking import Taking
from variants.errors import UnwritableCharacter
from variants.reports.formats import WRITERS
from variants.reports.json.edition import read_json
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition

_COMMANDS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


def _check_html(edition: Edition, content: bytes) -> None:
    page = content.decode()
    complain_of(page)
    assert len(parsed(page).xpath("//script")) == 1
    assert not _COMMANDS.search(page)
    assert len(parsed(page).xpath("//article")) == len(edition.collation.passages)


def _check_sheet(_edition: Edition, content: bytes) -> None:
    page = content.decode()
    complain_of(page)
    assert not parsed(page).xpath("//script")
    assert not _COMMANDS.search(page)


def _check_markdown(_edition: Edition, content: bytes) -> None:
    text = content.decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inside = [each for token in tokens for each in token.children or ()]
    ours = [one for one in inside if one.content in {"<ins>", "</ins>"}]
    kinds = {token.type for token in (*tokens, *inside) if token not in ours}
    assert not kinds & {"html_block", "html_inline", "code_block", "code_inline", "fence", "image"}
    assert not _COMMANDS.search(text)


def _check_word(edition: Edition, content: bytes) -> None:
    _check_parts(edition, content)
    assert docx.Document(io.BytesIO(content)).paragraphs


def _check_workbook(edition: Edition, content: bytes) -> None:
    _check_parts(edition, content)
    cells = [cell for sheet in load_workbook(io.BytesIO(content)) for row in sheet for cell in row]
    assert len(cells) > 200
    assert all(cell.data_type != "f" for cell in cells)


def _check_parts(_edition: Edition, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))


def _check_latex(_edition: Edition, content: bytes) -> None:
    text = content.decode()
    depth = 0
    for brace in re.findall(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        assert depth >= 0
    assert depth == 0
    assert not _COMMANDS.search(text)
    assert "\\input{/" not in text


def _check_text(edition: Edition, content: bytes) -> None:
    shown = "".join(run.text for run in edition.runs())
    assert len(content.decode()) >= len(shown)


def _check_json(edition: Edition, content: bytes) -> None:
    assert read_json(content.decode()) == edition


def _check_tei(_edition: Edition, content: bytes) -> None:
    taking = Taking(content)
    assert all(taking.witness(siglum).strip() for siglum in "SABC")


def _check_csv(edition: Edition, content: bytes) -> None:
    heading, *rows = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    assert len(rows) >= len(edition.collation.entries)
    assert {len(row) for row in rows} == {len(heading)}
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row
    )


def _check_any_json(_edition: Edition, content: bytes) -> None:
    assert json.loads(content)


def _check_xml(_edition: Edition, content: bytes) -> None:
    # The parser limits the length of a word to less than ten thousand letters by default.
    assert len(etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False)))


def _check_pdf(_edition: Edition, content: bytes) -> None:
    assert content.startswith(b"%PDF-")
    assert b"%%EOF" in content[-32:]


_CHECKS: dict[str, Callable[[Edition, bytes], None]] = {
    "html": _check_html,
    "markdown": _check_markdown,
    "docx": _check_word,
    "docx-changes": _check_word,
    "latex": _check_latex,
    "pdf": _check_pdf,
    "brief": _check_sheet,
    "brief-pdf": _check_pdf,
    "brief-markdown": _check_markdown,
    "text": _check_text,
    "json": _check_json,
    "tei": _check_tei,
    "csv": _check_csv,
    "readings": _check_csv,
    "xlsx": _check_workbook,
    "collatex": _check_any_json,
    "tmx": _check_xml,
    "annotations": _check_any_json,
}
_PRINTED = ("pdf", "brief-pdf")
_FORMATS = [name for name in WRITERS if name not in _PRINTED]
# A browser takes its time, so it is given all of them at once.
_TOGETHER = [
    pytest.param(form, " ".join(HOSTILE.values()), marks=pytest.mark.system, id=form)
    for form in _PRINTED
]
_CASES = [
    *(
        pytest.param(form, text, id=f"{form}-{name}")
        for form in _FORMATS
        for name, text in HOSTILE.items()
    ),
    *_TOGETHER,
]


@pytest.mark.parametrize(("form", "text"), _CASES)
def test_hostile_text_in_every_field_makes_a_valid_report_or_is_named(form: str, text: str) -> None:
    edition = hostile_edition(text)
    file = io.BytesIO()

    try:
        WRITERS[form].write(edition, ReportOptions(), file)
    except UnwritableCharacter as error:
        named = error.character
    else:
        named = ""
        _CHECKS[form](edition, file.getvalue())

    assert named in text


def test_every_format_is_checked() -> None:
    assert _CHECKS.keys() == WRITERS.keys()
