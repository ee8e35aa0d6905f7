"""Running the program, in this process and as the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from variants.cli import main


@dataclass(frozen=True)
class Ran:
    """Exit code and output of a run of the program."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``main`` with arguments, in the test's folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("COLUMNS", raising=False)

    def run_main(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["variants", *map(str, arguments)])
        code = main()
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_main


@pytest.fixture
def command(tmp_path: Path) -> Run:
    """Run the real command, in the test's folder."""

    def run_command(
        *arguments: str | Path,
        python: Sequence[str] = ("-m", "variants"),
        env: Mapping[str, str] | None = None,
        stdout: int | IO[bytes] = subprocess.PIPE,
        stderr: int | IO[bytes] = subprocess.PIPE,
    ) -> Ran:
        # Unbuffered, Python would not fail on the standard output once more at its end; and
        # what runs the tests may set a width.
        unusual = {"PYTHONUNBUFFERED", "COLUMNS"}
        usual = {name: value for name, value in os.environ.items() if name not in unusual}
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *python, *map(str, arguments)],
            cwd=tmp_path,
            env={**usual, "XDG_STATE_HOME": str(tmp_path / "state"), **(env or {})},
            stdout=stdout,
            stderr=stderr,
            check=False,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run_command


SEED = "The ship is late. Nobody knows why. We must wait until Friday.\n"
YANG = "The ship is late. No one knows the reason. We should wait until Friday.\n"
LI = "The vessel is delayed. We have to wait until Friday.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with a seed and two other renderings."""
    for name, text in (("seed.txt", SEED), ("yang.txt", YANG), ("li.txt", LI)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path
