"""Completion of an edition whose making was interrupted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from variants.errors import CannotWrite
from variants.project.settings_file import NAME
from variants.wording.atomic_files import link_new

READY = ".variants-init"
"""Folder with all files of a new edition, whole; while it exists, some are not in their place."""


def complete_edition(root: Path) -> None:
    """Put the files of a new edition in their places; without effect if there are none to put.

    Files that are in such a place are kept.
    """
    ready = root / READY
    if not ready.is_dir():
        return
    try:
        for place in sorted(_files_in(ready), key=lambda place: place == Path(NAME)):
            _put(ready / place, root / place, root)
    except OSError as error:
        raise CannotWrite(error.filename or root, error.strerror or str(error)) from error
    shutil.rmtree(ready, ignore_errors=True)


def _put(written: Path, path: Path, root: Path) -> None:
    """Give a file its place, unless the place is taken or outside the edition."""
    # In an edition from another person, a folder may be a symbolic link.
    if not path.parent.resolve().is_relative_to(root.resolve()):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        link_new(written, path)
    except FileExistsError:
        return


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder, as seen from it; symbolic links are left out."""
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder)
