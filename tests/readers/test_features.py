"""The table of features on the page about formats, against files that have them all."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.project.editions import ROOT
from tests.readers.feature_files import AFTER_ALL, FILES, WORDS
from tests.readers.test_office_bridge import save_as
from variants.readers.file_text import FileText, ReadOptions, TrackedChanges
from variants.readers.formats import READERS, read_content
from variants.types.witness import DivisionKind

_PAGE = (ROOT / "docs" / "reference" / "formats.md").read_text("utf-8")
_NONE = "–"  # A format without the feature.
_NOUNS = {
    "comment": "comment",
    "hidden text": "hidden word",
    "header of a page": "header",
    "footer of a page": "footer",
    "list of contents": "list of contents",
    "navigation": "navigation",
    "words of a picture": "picture",
    "deleted words": "deletion",
}
"""Nouns by which features that are left out are counted."""


def _table() -> dict[str, dict[str, str]]:
    """Return the table of the page: for each format what becomes of each feature."""
    section = _PAGE.partition("## Features")[2].partition("\n## ")[0]
    head, _, *rows = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("|")
    )
    return {
        name.strip("`"): {row[0]: row[at] for row in rows} for at, name in enumerate(head) if at > 0
    }


def _read(name: str, changes: TrackedChanges = TrackedChanges.ACCEPT) -> FileText:
    path = Path(f"a{READERS[name].suffixes[0]}")
    (text,) = read_content(path, FILES[name](), ReadOptions(changes=changes))
    return text


def _found(text: FileText) -> dict[str, str]:
    """Return the place of the words of each feature: a kind of division, "aside" or "counted"."""
    found = {}
    for feature, words in WORDS.items():
        places = [
            "note" if division.kind is DivisionKind.NOTE else "text"
            for division in text.divisions
            if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", division.span.of(text.text))
        ]
        if any(words == one.span.of(text.text) for one in text.set_aside):
            places = ["aside"]
        noun = _NOUNS.get(feature, feature)
        counted = any(re.search(rf"\b1 {noun}\b", notice) for notice in text.notices)
        found[feature] = " ".join(places) or ("counted" if counted else "out")
    return found


def _raw(data: bytes) -> str:
    """Return all characters of a file, those of an archive unpacked."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_every_format_and_feature_is_in_the_table() -> None:
    table = _table()

    assert [*table] == [*FILES]
    for rows in table.values():
        assert [*rows] == [each for each in WORDS if each != AFTER_ALL]


@pytest.mark.parametrize("name", FILES)
def test_each_feature_is_where_the_page_says(name: str) -> None:
    expected = _table()[name]
    raw = _raw(FILES[name]())

    found = _found(_read(name))

    assert found[AFTER_ALL] == "text"
    for feature, where in expected.items():
        if where == _NONE:
            assert (found[feature], WORDS[feature] in raw) == ("out", False), feature
        else:
            assert found[feature] == where, feature
            assert where in {"text", "note", "aside"} or WORDS[feature] in raw, feature


@pytest.mark.parametrize("name", ["docx", "odt", "fodt", "html", "epub", "tei"])
def test_rejected_changes_are_the_other_way_round(name: str) -> None:
    accepted, rejected = (_found(_read(name, changes)) for changes in TrackedChanges)

    changed = {feature for feature in WORDS if accepted[feature] != rejected[feature]}

    assert changed == {"inserted words", "deleted words", "insertion in a note"}
    assert rejected["deleted words"] == "text"
    assert rejected["inserted words"] == rejected["insertion in a note"] == "out"


@pytest.mark.system
@pytest.mark.parametrize("suffix", ["odt", "docx", "doc", "rtf"])
def test_libreoffice_changes_no_feature(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / "a.fodt"
    source.write_bytes(FILES["fodt"]())

    saved = save_as(suffix, source)

    (text,) = read_content(saved, saved.read_bytes(), ReadOptions())
    found, expected = _found(text), _found(_read("fodt"))
    changed = {feature for feature in WORDS if found[feature] != expected[feature]}
    # It computes dates again, and finds no picture. Word's older formats have no lists of contents.
    assert changed <= {"result of a field", "words of a picture", "list of contents"}
