from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from variants.errors import AlreadyThere, CannotWrite
from variants.wording.atomic_files import create_file, replace_file


def test_a_file_that_is_there_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "beads.tsv"
    path.write_bytes(b"old")
    path.chmod(0o640)

    replace_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    replace_file(tmp_path / "replaced", b"")
    create_file(tmp_path / "created", b"")

    assert len({path.stat().st_mode for path in tmp_path.iterdir()}) == 1


def test_what_a_link_points_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")

    replace_file(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    replace_file(pipe, b"through")

    assert os.read(reading, 100) == b"through"
    os.close(reading)


def test_a_file_that_is_there_is_not_created_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"mine")

    with pytest.raises(AlreadyThere):
        create_file(path, b"yours")

    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, write: object) -> None:
    assert callable(write)

    with pytest.raises(CannotWrite):
        write(tmp_path / "no" / "folder", b"x")
    with pytest.raises(CannotWrite):
        write(tmp_path / ("n" * 300), b"x")

    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Limit the size of files to 1,000 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")

    with pytest.raises(CannotWrite, match="File too large"):
        replace_file(old, b"x" * 2000)
    with pytest.raises(CannotWrite, match="File too large"):
        create_file(tmp_path / "new", b"x" * 2000)

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old", b"old")]


def test_a_name_of_full_length_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("ж" * 127)

    replace_file(path, b"x")

    assert path.read_bytes() == b"x"
