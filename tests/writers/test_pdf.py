import io
import os
import subprocess
from pathlib import Path

import pytest

from tests.writers.decided import DECIDED
from variants.errors import MissingProgram, ProgramFailed
from variants.writers import ReportOptions
from variants.writers.pdf import write_pdf


def _written() -> bytes:
    file = io.BytesIO()
    write_pdf(DECIDED, ReportOptions(), file)
    return file.getvalue()


def _browser(folder: Path, script: str) -> None:
    """A program called chromium."""
    program = folder / "chromium"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_without_a_browser_the_error_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(MissingProgram) as raised:
        _written()

    assert raised.value.exit_code == 5
    assert "chromium" in raised.value.hint


@pytest.mark.parametrize(
    ("script", "reason"), [("exit 3", "it ended with 3"), ("exit 0", "there is no file")]
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
def test_chromium_prints_the_page_the_same_every_time(tmp_path: Path) -> None:
    printed = _written()
    (tmp_path / "report.pdf").write_bytes(printed)

    done = subprocess.run(
        ["pdftotext", "report.pdf", "-"],  # noqa: S607 - wherever it is installed
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )

    assert _written() == printed
    shown = " ".join(done.stdout.split())
    for words in ("Orders for the harbour", "Three ships must", "Emendations", "A gloss."):
        assert words in shown
