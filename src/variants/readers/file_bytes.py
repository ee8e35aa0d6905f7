"""Reading the bytes of a file, with errors that suggest the right name."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import BinaryIO

from variants.errors import FolderInsteadOfFile, MissingFile, UnreadableFile
from variants.readers.limits import MEGABYTE, limits, over_limit


def read_bytes(path: Path) -> bytes:
    """Return all bytes of a file; the error for a missing one suggests a similar name.

    Raises:
        MissingFile: There is no such file.
        FolderInsteadOfFile: It is a folder.
        UnreadableFile: It cannot be read.
    """
    try:
        if path.is_dir():
            raise FolderInsteadOfFile(path)
        return _read(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile(path, near=_find_near(path)) from error
    # ValueError: a name that contains NUL never reaches the operating system.
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(path, reason=reason) from error


def read_standard_input() -> bytes:
    """Return all bytes of the standard input."""
    return _read_from(sys.stdin.buffer, Path("standard input"))


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return _read_from(file, path)


def _read_from(file: BinaryIO, path: Path) -> bytes:
    """Return the bytes of a file, counted while reading: a device has no end."""
    most = limits().file_mb
    data = file.read(most * MEGABYTE + 1)
    if len(data) > most * MEGABYTE:
        raise over_limit(path, f"is larger than {most} MB", "file_mb")
    return data


def _find_near(path: Path) -> Path | None:
    """Return the file in the same folder with the most similar name, if any is similar."""
    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return None
    # Users get case and suffix wrong more often than letters, and a suffix makes no names similar.
    stems = {Path(name).stem.casefold() for name in names}
    near_stems = difflib.get_close_matches(path.stem.casefold(), stems)
    folded = {
        name.casefold(): name
        for name in reversed(names)
        if Path(name).stem.casefold() in near_stems
    }
    near = difflib.get_close_matches(path.name.casefold(), folded, n=1, cutoff=0)
    return path.with_name(folded[near[0]]) if near else None
