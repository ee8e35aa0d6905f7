import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports.decided import DECIDED
from variants.errors import MissingProgram, ProgramFailed
from variants.reports.pdf import write_pdf
from variants.reports.writer import ReportOptions


def _written() -> bytes:
    file = io.BytesIO()
    write_pdf(DECIDED, ReportOptions(), file)
    return file.getvalue()


def _browser(folder: Path, script: str) -> None:
    """Write a program called chromium."""
    program = folder / "chromium"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_without_a_browser_the_error_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(MissingProgram) as raised:
        _written()

    assert raised.value.exit_code == 5
    assert "chromium" in raised.value.hint
    assert raised.value.hint.endswith(" weasyprint")


@pytest.mark.parametrize(
    ("script", "reason"), [("exit 3", "its exit code was 3"), ("exit 0", "it wrote no file")]
)
def test_a_browser_that_prints_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, reason: str
) -> None:
    _browser(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")

    with pytest.raises(ProgramFailed) as raised:
        _written()

    assert reason in str(raised.value)


@pytest.mark.system
@pytest.mark.parametrize("printer", ["chromium", "weasyprint"])
def test_the_page_is_printed_the_same_every_time_on_the_same_paper(
    printer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        if printer == "weasyprint":
            patch.setenv("PATH", str(tmp_path))
        printed, again = _written(), _written()
    (tmp_path / "report.pdf").write_bytes(printed)

    text, facts = (
        subprocess.run(  # noqa: S603 - programs of the system, on a file made here
            command, cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout
        for command in (["pdftotext", "report.pdf", "-"], ["pdfinfo", "report.pdf"])
    )

    assert printed == again
    assert "A4" in facts
    shown = " ".join(text.split())
    for words in ("Orders for the harbour", "Three ships must", "Emendations", "A gloss."):
        assert words in shown
