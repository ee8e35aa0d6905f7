"""Names of writers, made of an editor's key and a tag of the edition's copy; ids of events."""

from __future__ import annotations

import os
import re
import secrets
import time
import uuid
from pathlib import Path

from variants.errors import BadEditorKey, CannotWrite
from variants.log.durable import cannot_write, create_durably
from variants.temporary_files import finish, temporary_file

_KEY = re.compile(r"[a-z][a-z0-9-]{0,31}")
_TAG = re.compile(r"[0-9a-f]{4,}")
_DIGITS = 2  # Bytes of a tag: enough for the copies of one editor, and short enough to read.


def writer_of(root: Path, editor: str) -> str:
    """Return the writer name of an editor in this copy of an edition, such as ``kl-7c2f``.

    The random tag is drawn once for each copy and kept in ``.variants/writer``, which is not
    shared; a copy of that file does not count. An editor with two computers writes two files, so no
    file is written in two places.
    """
    check_editor(editor)
    return f"{editor}-{_tag(root)}"


def check_editor(key: str) -> None:
    """Raise ``BadEditorKey`` if a string cannot be an editor's key."""
    if not _KEY.fullmatch(key):
        raise BadEditorKey(key)


def own_folder(root: Path) -> Path:
    """Create and return the folder ``.variants`` of an edition; it is private to this copy.

    Raises:
        CannotWrite: It is a symbolic link, or cannot be written.
    """
    folder = root / ".variants"
    # In an edition from another person, it could lead to any folder of this computer.
    if folder.is_symlink():
        raise CannotWrite(folder, "it is a symbolic link; delete it")
    ignored = folder / ".gitignore"
    # Git ignores the folder without an entry in the user's own .gitignore.
    if not ignored.exists() or not ignored.stat().st_size:
        create_durably(ignored, b"*\n")
    return folder


def new_id() -> str:
    """Return a UUID of version 7 (RFC 9562): the time, then random bits.

    The time has a resolution of a quarter of a microsecond (method 3 of the RFC), so the ids of
    one process ascend. No decision depends on their order.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    drawn = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | drawn))


def _tag(root: Path) -> str:
    path = own_folder(root) / "writer"
    found = _read(path)
    if found:
        return found
    taken = {name.stem.rpartition("-")[2] for name in (root / "decisions").glob("*.jsonl")}
    while (drawn := secrets.token_hex(_DIGITS)) in taken:
        pass
    with cannot_write(path), temporary_file(path) as (file, written):
        file.write(f"{drawn}\nfile {os.fstat(file.fileno()).st_ino}\n".encode())
        finish(file)
        written.replace(path)
    # If two processes start at once, both use the tag that was written last.
    return _read(path) or drawn


def _read(path: Path) -> str:
    """Return the tag in a file; empty if it has none, or if the file is a copy of another.

    A tag is valid only in the file that it was written to, which its number in the file system
    identifies: the copies of an edition, and clones of one whose tag is in git, need tags of their
    own, since two that continue one chain would break it.
    """
    try:
        with path.open("rb") as file:
            lines = file.read().decode("utf-8", "replace").splitlines()
            number = os.fstat(file.fileno()).st_ino
    except OSError:
        return ""
    if f"file {number}" not in lines:
        return ""
    return next((line for line in lines if _TAG.fullmatch(line)), "")
