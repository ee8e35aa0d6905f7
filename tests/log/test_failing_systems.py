"""Full disks, missing permissions, killed and concurrent processes."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.log.log_files import file_of, problems_in
from tests.log.logs import (
    compared,
    decide,
    journal_in,
)
from tests.project.editions import ROOT
from variants.errors import CannotWrite, UnreadableLog
from variants.log.journal import Journal
from variants.log.stores import FileStore

NOBODY = 65534


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    """Limit the size of files, like a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 1, 100, 700, 1200])
def test_a_full_disk_is_told_and_loses_nothing(written: Journal, tmp_path: Path, room: int) -> None:
    path = file_of(tmp_path)
    whole = path.read_bytes()

    with _files_no_longer_than(len(whole) + room), pytest.raises(CannotWrite, match="too large"):
        written.record([decide("Gao Gang", why="x" * 500), decide("an armistice")], compared())

    assert path.read_bytes() == whole
    written.seal()
    assert problems_in(tmp_path) == []


def test_a_full_disk_keeps_no_half_of_a_text(tmp_path: Path) -> None:
    texts = FileStore(tmp_path).texts

    with _files_no_longer_than(100), pytest.raises(CannotWrite):
        texts.put("x" * 1000)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Yield a folder that all users can access, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="variants-log-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def _as_somebody_without_rights() -> Iterator[None]:
    """Drop the rights of root, for whom file permissions do not apply."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


def test_a_folder_that_may_not_be_written_is_told_and_can_be_read(shared_folder: Path) -> None:
    journal_in(shared_folder).record([decide("Gao Gang")], compared())
    places = [shared_folder, *shared_folder.rglob("*")]
    before = file_of(shared_folder).read_bytes()
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    try:
        with _as_somebody_without_rights():
            journal = journal_in(shared_folder)
            with pytest.raises(CannotWrite, match="ermission"):
                journal.seal()
            assert len(journal.history.decisions()) == 1
    finally:
        for place in places:
            place.chmod(0o755 if place.is_dir() else 0o644)
    assert file_of(shared_folder).read_bytes() == before


@pytest.mark.parametrize("hidden", ["decisions", "file"])
def test_a_log_that_may_not_be_read_is_not_taken_for_an_empty_one(
    shared_folder: Path, hidden: str
) -> None:
    journal_in(shared_folder).seal()
    place = file_of(shared_folder) if hidden == "file" else shared_folder / "decisions"
    place.chmod(0)
    try:
        with _as_somebody_without_rights(), pytest.raises(UnreadableLog):
            journal_in(shared_folder)
    finally:
        place.chmod(0o755)


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder in memory if possible: processes are killed, not the machine."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="variants-log-", dir=memory) as folder:
        yield Path(folder)


def test_a_killed_process_loses_nothing_that_it_acknowledged(quick_folder: Path) -> None:
    done = _processes("kill", quick_folder, 200)

    assert int(done) > 100


def test_processes_that_write_at_once_lose_nothing_and_one_is_the_first(
    quick_folder: Path,
) -> None:
    _processes("race", quick_folder, 4, 10)


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file system refuse locks, as some network drives do."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.usefixtures("without_locks")
def test_a_file_system_without_locks_works(tmp_path: Path) -> None:
    (tmp_path / ".variants").mkdir()
    (tmp_path / ".variants/log.lock").touch()

    for _ in range(2):
        journal_in(tmp_path).record([decide("Gao Gang")], compared())

    assert problems_in(tmp_path) == []
    assert not (tmp_path / ".variants/log.held").exists()


@pytest.mark.usefixtures("without_locks")
def test_without_locks_a_process_waits_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variants.log.stores.file_store._PATIENCE", 0.2)
    with (
        FileStore(tmp_path).appending("kl-0000"),
        pytest.raises(CannotWrite, match=r"another process .* delete .*log\.held"),
    ):
        journal_in(tmp_path).seal()

    journal_in(tmp_path).seal()


@pytest.mark.usefixtures("without_locks")
def test_without_locks_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    child = os.posix_spawn("/bin/true", ["true"], {})
    os.waitpid(child, 0)
    (tmp_path / ".variants").mkdir()
    (tmp_path / ".variants/log.held").write_text(f"{socket.gethostname()} {child}")

    journal_in(tmp_path).seal()

    assert problems_in(tmp_path) == []


def _processes(what: str, root: Path, *numbers: int) -> str:
    """Run the program that forks; it complains by its exit code."""
    program = [sys.executable, "-m", "tests.log.processes"]
    done = subprocess.run(  # noqa: S603 - our own program
        [*program, what, str(root), *map(str, numbers)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
