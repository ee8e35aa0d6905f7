"""Bytes that are on the disk when the call returns, or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from variants.errors import CannotWrite


def create_durably(path: Path, content: bytes) -> None:
    """Write a file whole, with the folders that lead to it; another's file there is left as it is.

    It is meant for names that say what the content is, where somebody else's file is the same.
    """
    with cannot_write(path):
        make_folder(path.parent)
        beside = path.with_name(f".{secrets.token_hex(8)}")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(path.parent)


def append_durably(path: Path, content: bytes) -> None:
    """Add bytes to the end of a file and wait until the disk has them.

    What was written in part is cut off again. The file is made if it is not there. Only one
    process may do this at a time.
    """
    with cannot_write(path):
        is_new = not path.exists()
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            before = os.fstat(descriptor).st_size
            try:
                written = os.write(descriptor, content)
                if written < len(content):
                    # The rest is tried once, for the sake of the reason that the system gives.
                    written += os.write(descriptor, content[written:])
                if written < len(content):
                    message = "the disk took only a part"
                    raise OSError(message)  # noqa: TRY301 - joins the system's own errors
                os.fsync(descriptor)
            except BaseException:
                os.ftruncate(descriptor, before)
                raise
        finally:
            os.close(descriptor)
        if is_new:
            sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they are still there after a crash."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder. Windows cannot, and does without."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def cannot_write(path: Path) -> Iterator[None]:
    """In it, the system's complaints are told as ours."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
