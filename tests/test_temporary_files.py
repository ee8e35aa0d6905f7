"""Temporary files of runs that were killed, and of runs that are at work."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project.editions import ROOT
from tests.reports.decided import DECIDED
from variants.log.stores import FileStore
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.temporary_files import remove_leftovers, temporary_file, temporary_folder
from variants.wording.atomic_files import replace_file

KILLED = """
import os, sys
from pathlib import Path
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.temporary_files import temporary_file, temporary_folder
with temporary_file(Path(sys.argv[1], "a.html")), temporary_folder(Path(sys.argv[1], "b")) as made:
    (made / "inside").touch()
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """Return a folder with a file and a folder that a killed run has left."""
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False
    )
    assert len(list(tmp_path.iterdir())) == 2
    return tmp_path


def test_the_next_run_removes_what_a_killed_one_has_left(left: Path) -> None:
    replace_file(left / "c.html", b"x")

    assert [path.name for path in left.iterdir()] == ["c.html"]


def test_the_next_run_on_the_log_removes_what_a_killed_one_has_left(left: Path) -> None:
    for folder in (left / "decisions", left / "decisions/texts/sha256/ab"):
        folder.mkdir(parents=True)
        name = f".{folder.name}.0123abcd.variants-part"
        (folder / name).touch()

    with FileStore(left).appending("kl-0000"):
        pass

    assert list((left / "decisions").rglob("*.variants-part")) == []


def test_the_next_report_removes_what_a_killed_one_has_left_in_the_folder_of_the_system(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(left))

    WRITERS["xlsx"].write(DECIDED, ReportOptions(), io.BytesIO())

    assert list(left.iterdir()) == []


def test_a_run_at_work_keeps_its_temporary_files(tmp_path: Path) -> None:
    with temporary_file(tmp_path / "a") as (_, file), temporary_folder(tmp_path / "b") as folder:
        remove_leftovers(tmp_path)

        assert file.exists()
        assert folder.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["report.html", ".variants-part", ".a.0123abcd.variants-partly"])
def test_other_files_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()

    remove_leftovers(tmp_path)

    assert (tmp_path / name).exists()


def test_without_locks_a_file_is_left_over_after_a_day(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(fcntl, "flock", no_locks)

    remove_leftovers(left)
    assert len(list(left.iterdir())) == 2

    for path in left.iterdir():
        os.utime(path, (time.time() - 100_000,) * 2)
    remove_leftovers(left)
    assert list(left.iterdir()) == []
