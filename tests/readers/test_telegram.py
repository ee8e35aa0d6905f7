"""The telegram in every format is the same text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.editions import telegram
from tests.readers.telegram_files import WRITTEN
from tests.readers.test_office_bridge import save_as
from variants.pipeline import collate
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import READERS, read_content, readable, witness_of
from variants.settings import Settings
from variants.types.witness import Witness

_BY_OFFICE = ("doc", "rtf")
"""Formats that LibreOffice converts, and so only tests with other programs read."""
NAMED: dict[tuple[str, str], list[tuple[str, str]]] = {
    # A hyphen at the end of a cue may also interrupt a speaker.
    (name, siglum): [("Anglo-Americans", "Anglo- Americans")]
    for name in ("srt", "vtt")
    for siglum in "SA"
}
"""Differences that a format makes: words of the plain text, and of the file."""


def _paragraphs(witness: Witness) -> list[str]:
    return witness.text.strip().split("\n\n")


def _read(name: str, data: bytes) -> tuple[FileText, ...]:
    path = Path(f"telegram{READERS[name].suffixes[0]}")
    return read_content(path, data, ReadOptions())


def _differences(plain: Witness, text: FileText) -> list[tuple[str, str]]:
    """Return the words that a file has instead of those of the plain text."""
    other = witness_of(text, "telegram", Witness("A", ""))
    collation = collate((Witness("S", plain.text, plain.divisions), other), Settings())
    found = [
        (entry.lemma.of(plain.text), reading.wording)
        for entry in collation.entries
        for reading in entry.readings
    ]
    # Also white space inside paragraphs, which is not compared.
    if not found and other.text.split() != plain.text.split():
        return [(plain.text, other.text)]
    return found


def test_the_telegram_is_in_every_format() -> None:
    assert {*WRITTEN, "doc"} == set(readable())


@pytest.mark.parametrize("siglum", ["S", "A", "B", "C"])
@pytest.mark.parametrize("name", sorted(set(WRITTEN) - set(_BY_OFFICE)))
def test_the_telegram_in_a_format_is_the_plain_text(name: str, siglum: str) -> None:
    plain = next(witness for witness in telegram() if witness.siglum == siglum)

    texts = _read(name, WRITTEN[name](_paragraphs(plain)))

    assert texts[0].notices == ()
    for text in texts:
        assert _differences(plain, text) == NAMED.get((name, siglum), [])


@pytest.mark.system
@pytest.mark.parametrize("siglum", ["S", "A", "B", "C"])
@pytest.mark.parametrize("name", _BY_OFFICE)
def test_the_telegram_through_libreoffice_is_the_plain_text(
    name: str, siglum: str, tmp_path: Path
) -> None:
    plain = next(witness for witness in telegram() if witness.siglum == siglum)
    data = WRITTEN["docx" if name == "doc" else name](_paragraphs(plain))
    if name == "doc":
        (tmp_path / "telegram.docx").write_bytes(data)
        data = save_as("doc", tmp_path / "telegram.docx").read_bytes()

    (text,) = _read(name, data)

    assert _differences(plain, text) == NAMED.get((name, siglum), [])
