"""A file is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from variants.errors import AlreadyThere, CannotWrite


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, taking the place of a file that is there."""
    with replacing(path) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of ``path`` once all is written.

    Whoever reads the path meanwhile sees the old file or the new one, never half of it;
    where anything goes wrong, the old one stays.
    """
    try:
        # What is no ordinary file (/dev/stdout, a named pipe) cannot be replaced, only written to.
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        # A link stays a link: what it points to is replaced.
        target = path.resolve()
        with _beside(target) as (file, written):
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
    """Make a folder, and those above it, where there is none yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def create_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, where nothing may be yet; its folder is there."""
    try:
        # An empty file holds the name, so that nobody else's file is replaced.
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
def _beside(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """A new file in the folder of ``path``, open; gone afterwards if still there."""
    # Cut, since a name of full length would leave no room for what makes it new.
    written = path.with_name(f".{path.name[:50]}.{secrets.token_hex(4)}")
    try:
        with written.open("xb") as file:
            yield file, written
    finally:
        written.unlink(missing_ok=True)
