"""Stores of a log: files of the edition, or a database for a team."""

from __future__ import annotations

from pathlib import Path

from variants.errors import NoDatabaseLibraries
from variants.log.stores.exchange import MissingLines, copy_missing, find_missing, unpushed_lines
from variants.log.stores.file_store import FileStore
from variants.log.stores.store import Lines, PendingLines, Store

__all__ = [
    "FILES",
    "FileStore",
    "Lines",
    "MissingLines",
    "PendingLines",
    "Store",
    "copy_missing",
    "find_missing",
    "open_store",
    "unpushed_lines",
]

FILES = "files"
"""Address of a log in the folder of the edition."""


def open_store(root: Path, address: str = FILES) -> Store:
    """Return the store of an edition.

    Args:
        root: Folder of the edition.
        address: ``files``, or the address of a database: ``postgresql+psycopg://host/name``,
            ``sqlite:///team.db`` (relative to ``root``).

    Raises:
        NoDatabaseLibraries: The libraries of the database are not installed.
        BadStoreAddress: The address is invalid.
        PasswordInSettings: The address contains a password.
    """
    if address == FILES:
        return FileStore(root)
    try:
        from variants.log.stores.sql_store import SqlStore  # noqa: PLC0415 - loads SQLAlchemy

        return SqlStore(address, root)
    except ImportError as error:
        raise NoDatabaseLibraries from error
