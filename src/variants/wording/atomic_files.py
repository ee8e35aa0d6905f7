"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from variants.errors import AlreadyThere, CannotWrite


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing an existing file."""
    with replacing(path) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that replaces ``path`` on exit.

    Other programs see either the old file or the whole new one. On an error the old file stays.
    """
    try:
        # A device or named pipe (/dev/stdout) cannot be replaced, only written to.
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        # A symbolic link stays: its target is replaced.
        target = path.resolve()
        with _temporary_file(target) as (file, written):
            yield file
            file.flush()
            os.fsync(file.fileno())
            file.close()
            if target.exists():
                written.chmod(target.stat().st_mode & 0o777)
            written.replace(target)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder and its parents, if they do not exist."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def create_file(path: Path, content: bytes) -> None:
    """Write ``content`` to a new file in an existing folder.

    Raises:
        AlreadyThere: There is a file of this name.
        CannotWrite: The file cannot be written.
    """
    try:
        # An empty file reserves the name, so that no file of another program is replaced.
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise AlreadyThere(path) from error
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    try:
        replace_file(path, content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _temporary_file(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Open a new file in the folder of ``path``; remove it on exit if it is still there."""
    # Truncated, because a name of full length would leave no room for the random part.
    written = path.with_name(f".{path.name[:50]}.{secrets.token_hex(4)}")
    try:
        with written.open("xb") as file:
            yield file, written
    finally:
        written.unlink(missing_ok=True)
