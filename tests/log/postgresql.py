"""A PostgreSQL of our own, in a folder that goes away with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

GUARDED = "guarded"
PASSWORD = "open sesame"  # noqa: S105 - for a temporary server
_SERVER_USER = "postgres"


def programs() -> Path:
    """Return the folder of the newest PostgreSQL, which is not on the search path of Debian."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    newest = max(folders, key=lambda folder: int(folder.parent.name), default=None)
    assert newest is not None, "PostgreSQL is not installed; make test-system installs it"
    return newest


@contextmanager
def running() -> Iterator[str]:
    """Run a server that listens on a socket in a temporary folder, and yield its address.

    PostgreSQL does not run as root, so it runs as its own user if we are root. Every user may
    connect without a password, except ``GUARDED``, who needs ``PASSWORD``.
    """
    bin_folder = programs()
    folder = Path(tempfile.mkdtemp(prefix="variants-pg-"))
    user = _SERVER_USER if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    if os.getuid() == 0:
        shutil.chown(folder, user, user)
    data = folder / "data"

    def run(*command: str | Path) -> None:
        as_whom = user if os.getuid() == 0 else None
        # Not captured: the server would keep the pipe open.
        with (folder / "log").open("ab") as log:
            subprocess.run(command, check=True, user=as_whom, cwd=folder, stdout=log, stderr=log)  # noqa: S603 - our own commands

    try:
        run(bin_folder / "initdb", "-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "-N")
        rules = data / "pg_hba.conf"
        rules.write_text(f"local all {GUARDED} scram-sha-256\n{rules.read_text()}")
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        run(bin_folder / "pg_ctl", "-D", data, "-w", "-o", options, "start")
        address = f"postgresql+psycopg://{user}@/postgres?host={folder}"
        try:
            with connected(address) as connection:
                connection.exec_driver_sql(
                    f"create role {GUARDED} superuser login password '{PASSWORD}'"
                )
            yield address
        finally:
            run(bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def connected(address: str) -> Connection:
    """Return a direct connection to any database."""
    import sqlalchemy as sql  # noqa: PLC0415 - it takes its time, and most tests do without

    options = {"isolation_level": "AUTOCOMMIT", "poolclass": sql.NullPool}
    return sql.create_engine(address, **options).connect()


def empty(address: str) -> None:
    """Remove everything from the database."""
    with connected(address) as connection:
        connection.exec_driver_sql("drop schema public cascade")
        connection.exec_driver_sql("create schema public")
