"""Whose part of the log is whose: an editor's key and a mark of this copy of the edition."""

from __future__ import annotations

import os
import re
import secrets
import time
import uuid
from pathlib import Path

from variants.errors import BadEditorKey
from variants.log.durable import append_durably, cannot_write, make_folder

_KEY = re.compile(r"[a-z][a-z0-9-]{0,31}")
_TAG = re.compile(r"[0-9a-f]{4,}")
_DIGITS = 2  # Bytes of a tag: enough for the copies of one editor, short enough to read.


def writer_of(root: Path, editor: str) -> str:
    """The name under which an editor writes in this copy of an edition: ``kl-7c2f``.

    The tag is drawn once for each copy and kept in ``.variants/writer``, which is not shared; so
    one editor on two computers writes two files, and no file is ever written in two places.
    """
    check_editor(editor)
    return f"{editor}-{_tag(root)}"


def check_editor(key: str) -> None:
    """Refuse what cannot be the key of an editor."""
    if not _KEY.fullmatch(key):
        raise BadEditorKey(key)


def own_folder(root: Path) -> Path:
    """The folder ``.variants`` of an edition, which belongs to this copy and is not shared."""
    folder = root / ".variants"
    if not folder.is_dir():
        with cannot_write(folder):
            make_folder(folder)
            # Git passes it over without being told by the user.
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def new_id() -> str:
    """A UUID of version 7 (RFC 9562): it begins with the time, the rest is drawn.

    The time is told to a quarter of a microsecond (the RFC's method 3), so ids that one process
    makes rise. No decision depends on it.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    drawn = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | drawn))


def _tag(root: Path) -> str:
    path = root / ".variants" / "writer"
    found = _read(path)
    if not found:
        own_folder(root)
        taken = {name.stem.rpartition("-")[2] for name in (root / "decisions").glob("*.jsonl")}
        while (found := secrets.token_hex(_DIGITS)) in taken:
            pass
        append_durably(path, f"{found}\n".encode())
        # Of two processes that begin at once, both take the tag that was there first.
        found = _read(path) or found
    return found


def _read(path: Path) -> str:
    """The first tag in the file; empty where there is none."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return next((line for line in lines if _TAG.fullmatch(line)), "")
