"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from variants.errors import AlreadyThere, CannotWrite, FolderInsteadOfResult
from variants.temporary_files import finish, temporary_file


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing an existing file."""
    with replacing(path) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that replaces ``path`` on exit.

    Other programs see either the old file or the whole new one. On an error the old file stays.

    Raises:
        FolderInsteadOfResult: There is a folder of this name.
        CannotWrite: The file cannot be written.
    """
    try:
        # A device or named pipe (/dev/stdout) cannot be replaced, only written to.
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        # A symbolic link stays: its target is replaced.
        target = path.resolve()
        with temporary_file(target) as (file, written):
            yield file
            finish(file)
            if target.exists():
                written.chmod(target.stat().st_mode & 0o777)
            written.replace(target)
    except IsADirectoryError as error:
        raise FolderInsteadOfResult(path) from error
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder and its parents, if they do not exist.

    Raises:
        CannotWrite: A folder cannot be made.
    """
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
        with temporary_file(path) as (file, written):
            file.write(content)
            finish(file)
            link_new(written, path)
    except FileExistsError as error:
        raise AlreadyThere(path) from error
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def link_new(written: Path, path: Path) -> None:
    """Give a complete file a second name, at once; raise ``FileExistsError`` if it is taken."""
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links, such as FAT.
        if path.exists():
            raise FileExistsError(path) from None
        written.replace(path)
