"""Temporary files beside the files that they replace; those of killed runs are removed.

A run holds a lock on each of its temporary files, and the system releases it when the run ends,
however it ends. So a file that can be locked is left over. Where files cannot be locked, one that
is a day old is left over.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_ENDING = ".variants-part"
_NAME = re.compile(rf"\..*\.[0-9a-f]{{8}}{re.escape(_ENDING)}", re.DOTALL)
_DAY = 24 * 60 * 60


@contextlib.contextmanager
def temporary_file(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Open a new file in the folder of ``path``; remove it on exit if it is still there.

    Files that killed runs have left in the folder are removed first.
    """
    remove_leftovers(path.parent)
    with contextlib.ExitStack() as stack:
        while True:
            beside = _name_beside(path)
            # The file is closed first on exit: Windows cannot remove an open one.
            file = beside.open("xb")
            stack.callback(beside.unlink, missing_ok=True)
            stack.enter_context(file)
            if _hold(beside, file.fileno()):
                break
        yield file, beside


def finish(file: BinaryIO) -> None:
    """Write the content of a temporary file to disk, before the file gets its name."""
    file.flush()
    os.fsync(file.fileno())
    # Windows cannot rename an open file. Elsewhere its lock keeps others from removing it.
    if os.name == "nt":
        file.close()


@contextlib.contextmanager
def temporary_folder(path: Path) -> Iterator[Path]:
    """Make a new folder beside ``path``, for this user only; remove it on exit."""
    remove_leftovers(path.parent)
    with contextlib.ExitStack() as stack:
        while True:
            beside = _name_beside(path)
            beside.mkdir(0o700)
            stack.callback(shutil.rmtree, beside, ignore_errors=True)
            if os.name == "nt":
                break
            descriptor = os.open(beside, os.O_RDONLY)
            stack.callback(os.close, descriptor)
            if _hold(beside, descriptor):
                break
        yield beside


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files and folders that killed runs have left in a folder."""
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry.path) for entry in entries if _NAME.fullmatch(entry.name)]
    except OSError:
        return
    for path in found:
        # Another run may remove it at the same moment, or it belongs to another user.
        with contextlib.suppress(OSError):
            _remove_if_left(path)


def _name_beside(path: Path) -> Path:
    # Truncated, because a name of full length would leave no room for the random part.
    return path.with_name(f".{path.name[:50]}.{os.urandom(4).hex()}{_ENDING}")


def _hold(path: Path, descriptor: int) -> bool:
    """Lock a new file; return False if another run treats it as left over and removes it."""
    held = _lock(descriptor)
    if held is None:
        return True
    try:
        return held and path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False


def _remove_if_left(path: Path) -> None:
    """Remove a file or folder unless the run that has made it is still at work."""
    if path.is_symlink():
        return
    is_folder = path.is_dir()
    if is_folder and os.name == "nt":  # It cannot open folders.
        return
    descriptor = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, descriptor)
        held = _lock(descriptor)
        if os.name == "nt":  # It cannot remove an open file.
            stack.close()
        if held or (held is None and time.time() - path.stat().st_mtime > _DAY):
            shutil.rmtree(path) if is_folder else path.unlink()


def _lock(descriptor: int) -> bool | None:
    """Lock a file; return False if another run holds it, ``None`` where no file can be locked."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return None
    return True
