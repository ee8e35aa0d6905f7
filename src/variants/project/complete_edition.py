"""Files that get their places in an edition together, also if a run is interrupted.

They are written aside first, as a whole folder. While this folder exists, some files may not be in
their places, and the next run that opens the edition puts them there.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from variants.errors import AlreadyThere, CannotWrite
from variants.project.settings_file import NAME
from variants.temporary_files import temporary_folder
from variants.wording.atomic_files import create_file, link_new, replace_file

READY = ".variants-init"
"""Folder with all files of a new edition."""
ADDED = ".variants-add"
"""Folder with texts for an edition; its settings have their tables only."""


def complete_edition(root: Path) -> None:
    """Put files that are written aside in their places; without effect if there are none to put.

    Files that are in such a place are kept.
    """
    for aside in (READY, ADDED):
        if (root / aside).is_dir():
            _complete(root, aside)


def write_together(root: Path, contents: Mapping[Path, bytes], aside: str) -> None:
    """Write all files, or none: first aside, as a whole that the next run completes if need be.

    Args:
        root: Folder of the edition.
        contents: Contents of the files, by their places as seen from it.
        aside: ``READY`` or ``ADDED``.

    Raises:
        AlreadyThere: Another file would be overwritten.
        CannotWrite: A file cannot be written; then none is left.
    """
    settings = Path(NAME)
    places = [place for place in contents if not (aside == ADDED and place == settings)]
    for place in places:
        if (root / place).exists():
            raise AlreadyThere(root / place)
        for folder in (each for each in (root / place).parents if each.exists()):
            if not folder.is_dir():
                raise CannotWrite(folder, "it is not a folder")
    if aside == ADDED and not _is_inside(root / settings, root):
        raise CannotWrite(root / settings, "it is a link to a file outside of the edition")
    with temporary_folder(root / NAME) as written:
        for place, content in contents.items():
            (written / place.parent).mkdir(parents=True, exist_ok=True)
            create_file(written / place, content)
        written.replace(root / aside)
    folders = [each for place in places for each in missing_folders(root / place.parent)]
    try:
        _complete(root, aside)
    except BaseException:
        with contextlib.suppress(OSError):
            _undo(root, aside, places, list(dict.fromkeys(folders)))
        raise


def missing_folders(folder: Path) -> list[Path]:
    """Return the folders to create for ``folder``, outermost first."""
    return [each for each in (*reversed(folder.parents), folder) if not each.exists()]


def _complete(root: Path, aside: str) -> None:
    try:
        # The settings are last, since they must not name a file that does not exist.
        for place in sorted(_files_in(root / aside), key=lambda place: place == Path(NAME)):
            if aside == ADDED and place == Path(NAME):
                if not _add_tables(root / aside / place, root / place, root):
                    return
            else:
                _put(root / aside / place, root / place, root)
    except OSError as error:
        raise CannotWrite(error.filename or root, error.strerror or str(error)) from error
    shutil.rmtree(root / aside, ignore_errors=True)


def _put(written: Path, path: Path, root: Path) -> None:
    """Give a file its place, unless the place is taken or outside the edition."""
    # In an edition from another person, a folder may be a symbolic link.
    if not _is_inside(path.parent, root):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        link_new(written, path)
    except FileExistsError:
        return


def _add_tables(written: Path, path: Path, root: Path) -> bool:
    """Add the tables of one file to the settings, without those that are there already.

    Returns:
        False if the settings are broken; whoever reads them reports the line.
    """
    import tomlkit  # noqa: PLC0415 - it takes its time
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    if not _is_inside(path, root):
        return True
    try:
        file = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
        before = tomlkit.dumps(file)
        _merge(file, tomlkit.parse(written.read_text("utf-8")))
    except (TOMLKitError, ValueError):
        return False
    after = tomlkit.dumps(file)
    if after != before:
        replace_file(path, after.encode("utf-8", "replace"))
    return True


def _merge(into: MutableMapping[str, Any], added: Mapping[str, Any]) -> None:
    for key, value in added.items():
        if key not in into:
            into[key] = value
        elif isinstance(value, dict) and isinstance(into[key], dict):
            _merge(into[key], value)


def _undo(root: Path, aside: str, places: Iterable[Path], folders: Sequence[Path]) -> None:
    """Remove the files of an edition that cannot be completed, and their new folders."""
    for place in places:
        if (root / place).exists() and (root / place).samefile(root / aside / place):
            (root / place).unlink()
    shutil.rmtree(root / aside)
    for folder in reversed(folders):
        if folder.exists():
            folder.rmdir()


def _is_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder, as seen from it; symbolic links are left out."""
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder)
