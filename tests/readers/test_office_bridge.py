import os
import re
import stat
import subprocess
import time
from pathlib import Path

import pytest

from tests.project.editions import ROOT
from tests.readers.documents import docx, odt, parts_of, read, with_types
from variants import compare, write
from variants.errors import DamagedFile, NoOffice, OverLimit
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_content

_RTF = rb"{\rtf1\ansi We {\deleted should }must go.{\footnote\pard On foot.}\par}"
_DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a program that takes the place of LibreOffice."""
    (tmp_path / "bin").mkdir()
    system = os.environ["PATH"]
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{system}")
    return tmp_path / "bin" / "soffice"


def write_program(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize("data", [_RTF, _DOC])
def test_the_converted_document_is_read(program: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "converted.odt").write_bytes(odt("<text:p>We must go.</text:p>"))
    write_program(
        program, f'cp {tmp_path}/converted.odt given.odt; echo "$@" > {tmp_path}/arguments'
    )

    text = read(data, "letter")

    assert text.text == "We must go.\n"
    assert "-env:UserInstallation=file:///" in (tmp_path / "arguments").read_text()


def test_a_file_that_is_not_converted_is_an_error(program: Path) -> None:
    write_program(program, "exit 1")

    with pytest.raises(DamagedFile, match="LibreOffice cannot open it"):
        read(_DOC, "letter.doc")


def test_a_conversion_that_does_not_end_is_ended(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIANTS_MAX_SECONDS", "1")
    write_program(program, "sleep 1000 & sleep 1000")

    begun = time.monotonic()
    with pytest.raises(OverLimit, match="longer than 1 second,"):
        read(_DOC, "letter.doc")
    assert time.monotonic() - begun < 30


def test_without_the_program_an_error_shows_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoOffice) as caught:
        read(_RTF, "letter.rtf")

    assert "soffice --headless --convert-to odt letter.rtf" in caught.value.hint


@pytest.mark.system
def test_libreoffice_converts_rich_text() -> None:
    text = read(_RTF, "letter.rtf")

    assert parts_of(text) == ["We must go.", "*On foot."]


@pytest.mark.system
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "docx"])
def test_a_document_saved_by_libreoffice_reads_like_its_source(suffix: str, tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        f"<w:p><w:r><w:t>I won’t &amp; can't</w:t></w:r>{mark}<w:r><w:t>.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Two</w:t><w:tab/><w:t>three.</w:t><w:br/><w:t>Four.</w:t></w:r></w:p>"
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>On foot.</w:t></w:r></w:p></w:footnote>'
    source = tmp_path / "source.docx"
    source.write_bytes(with_types(docx(body, footnotes=note)))

    saved = save_as(suffix, source)

    text = read(saved.read_bytes(), saved.name)
    assert parts_of(text) == ["I won’t & can't.", "Two\tthree.\nFour.", "*On foot."]
    assert text.divisions[2].mark == 15


def report(folder: Path, name: str) -> Path:
    """Return a report on the telegram, in the format of its name."""
    witnesses = (f"variants/telegram-302sh/{siglum}.txt" for siglum in "ABC")
    seed, *_ = names = ("seeds/telegram-302sh.txt", *witnesses)
    found = compare(*(ROOT / each for each in names), titles={"S": seed})
    write(found.edition, folder / name)
    return folder / name


def read_saved(path: Path) -> tuple[str, ...]:
    return tuple(text.text for text in read_content(path, path.read_bytes(), ReadOptions()))


@pytest.mark.system
@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("report.docx", "odt"),
        ("report.docx", "docx"),
        ("report.docx", "rtf"),
        ("report.docx", "html"),
        ("report.docx", "epub"),
        ("report.changes.docx", "docx"),
        ("report.changes.docx", "odt"),
        ("report.xlsx", "xlsx"),
        ("report.xlsx", "csv"),
        ("report.readings.csv", "csv"),
        ("report.html", "html"),
        ("report.html", "odt"),
        ("report.brief.html", "html"),
        ("report.brief.html", "odt"),
    ],
)
def test_a_report_saved_by_libreoffice_reads_like_the_report(
    name: str, suffix: str, tmp_path: Path
) -> None:
    source = report(tmp_path, name)

    saved = save_as(suffix, source)

    texts = read_saved(source)
    assert sum(map(len, texts)) > 1000
    assert read_saved(saved) == texts


@pytest.mark.system
@pytest.mark.parametrize("suffix", ["odt", "docx"])
def test_a_text_saved_by_libreoffice_has_the_same_words(suffix: str, tmp_path: Path) -> None:
    source = report(tmp_path, "report.txt")

    saved = save_as(suffix, source)

    # Plain text keeps empty lines at its beginning.
    assert read_saved(saved)[0].split() == read_saved(source)[0].split()


@pytest.mark.system
def test_a_table_of_places_saved_by_libreoffice_has_the_same_words_and_values(
    tmp_path: Path,
) -> None:
    source = report(tmp_path, "report.csv")

    saved = save_as("csv", source)

    before, after = read_saved(source), read_saved(saved)
    assert "0.70" in before[-1].split() or "0.10" in before[-1].split()
    assert [_by_value(text) for text in after] == [_by_value(text) for text in before]
    assert [text for text in after if not _NUMBER.search(text)] == [
        text for text in before if not _NUMBER.search(text)
    ]


_NUMBER = re.compile(r"(?m)^\d+\.\d+$")


def _by_value(text: str) -> list[str]:
    """Return the cells of a column, numbers without the zeros that a spreadsheet drops."""
    return [
        str(float(cell)) if _NUMBER.fullmatch(cell) else cell for cell in text.strip().split("\n\n")
    ]


def test_a_page_has_no_words_of_its_tools_and_pictures(tmp_path: Path) -> None:
    page = report(tmp_path, "report.html")
    page.write_text(re.sub(r"</?(?:nav|svg)\b[^>]*>", "", page.read_text("utf-8")), "utf-8")

    (text,) = read_content(page, page.read_bytes(), ReadOptions())

    assert text.notices == ("report.html: 5 pictures left out.",)
    assert not {"Unfold", "Fold", "Keys", "up:"} & {*text.text.split()}


def save_as(suffix: str, path: Path) -> Path:
    """Return the file that LibreOffice makes of another."""
    profile = (path.parent / "profile").as_uri()
    subprocess.run(  # noqa: S603 - LibreOffice
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", suffix, "--outdir", str(path.parent / "out"), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (saved,) = (path.parent / "out").glob(f"*.{suffix}")
    return saved
