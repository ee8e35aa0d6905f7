"""Durable writes: bytes are on disk when a function returns, or not written at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from variants.errors import CannotWrite
from variants.temporary_files import finish, temporary_file


def create_durably(path: Path, content: bytes) -> None:
    """Write a file and its folders atomically, through a temporary file beside it."""
    with cannot_write(path):
        make_folder(path.parent)
        with temporary_file(path) as (file, written):
            file.write(content)
            finish(file)
            written.replace(path)
        sync_folder(path.parent)


def append_durably(path: Path, content: bytes) -> None:
    """Append bytes to a file and fsync it; create the file if it is missing.

    A new file never exists without its first bytes, so an empty one was emptied. On failure the
    file is truncated to its previous length. The caller must hold a lock, since only one process
    may append at a time.

    Raises:
        CannotWrite: Writing failed.
    """
    if not path.exists():
        create_durably(path, content)
        return
    with cannot_write(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
        try:
            before = os.fstat(descriptor).st_size
            try:
                written = os.write(descriptor, content)
                if written < len(content):
                    # A second attempt makes the system report the reason, such as a full disk.
                    written += os.write(descriptor, content[written:])
                if written < len(content):
                    message = "the disk took only part of the line"
                    raise OSError(message)  # noqa: TRY301 - joins the system's own errors
                os.fsync(descriptor)
            except BaseException:
                os.ftruncate(descriptor, before)
                raise
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create a folder and its missing parents durably."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Synchronize a folder to disk, so that names in it survive a crash; no effect on Windows."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def cannot_write(path: Path) -> Iterator[None]:
    """Raise operating system errors of the block as ``CannotWrite``."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
