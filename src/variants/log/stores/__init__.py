"""Where a log is kept: files of the edition, or a database for a team."""

from __future__ import annotations

from pathlib import Path

from variants.errors import NoDatabaseLibraries
from variants.log.stores.exchange import Lack, bring, lack_of, unpushed_lines
from variants.log.stores.file_store import FileStore
from variants.log.stores.store import Lines, PendingLines, Store

__all__ = [
    "FILES",
    "FileStore",
    "Lack",
    "Lines",
    "PendingLines",
    "Store",
    "bring",
    "lack_of",
    "open_store",
    "unpushed_lines",
]

FILES = "files"
"""The address of a log that lies in the edition's folder."""


def open_store(root: Path, address: str = FILES) -> Store:
    """The store of an edition.

    Args:
        root: The folder of the edition.
        address: ``files``, or the address of a database: ``postgresql+psycopg://host/name``,
            ``sqlite:///team.db`` (as seen from ``root``).

    Raises:
        NoDatabaseLibraries: A database was named, and its libraries are not installed.
        BadStoreAddress: The address leads nowhere.
        PasswordInSettings: The address holds a password.
    """
    if address == FILES:
        return FileStore(root)
    try:
        from variants.log.stores.sql_store import SqlStore  # noqa: PLC0415 - brings SQLAlchemy

        return SqlStore(address, root)
    except ImportError as error:
        raise NoDatabaseLibraries from error
