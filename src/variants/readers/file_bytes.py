"""The bytes of a file, or what is wrong with its name."""

from __future__ import annotations

import difflib
from pathlib import Path

from variants.errors import FolderInsteadOfFile, MissingFile, UnreadableFile


def read_bytes(path: Path) -> bytes:
    """Read a whole file; a name that is nearly right is answered with the right one."""
    try:
        if path.is_dir():
            raise FolderInsteadOfFile(path)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile(path, near=_find_near(path)) from error
    # A name with a NUL in it is no name: the operating system is not even asked.
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(path, reason=reason) from error


def _find_near(path: Path) -> Path | None:
    """Give the file of the same folder whose name is most like that of ``path``."""
    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return None
    # People misremember case and suffix more than letters.
    folded = {name.casefold(): name for name in reversed(names)}
    near = difflib.get_close_matches(path.name.casefold(), folded, n=1)
    return path.with_name(folded[near[0]]) if near else None
