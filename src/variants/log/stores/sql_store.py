"""The log in a database, for a team that shares a server.

A line is stored as text, so its bytes and its hash do not change; the other columns are for
lookup. Tables are append-only: triggers refuse changes of rows.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import event as listening
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from variants.errors import (
    BadStoreAddress,
    LogDamaged,
    LogShortened,
    PasswordInSettings,
    StoreRefused,
    StoreUnreachable,
)
from variants.log.chain import hash_in_chain
from variants.log.codec.read_line import Unreadable, read_line
from variants.log.codec.write_line import type_of
from variants.log.events import named_by
from variants.log.places import Places
from variants.log.problem import Problem
from variants.log.stored_texts import bytes_of, text_with
from variants.log.stores.sql_tables import EVENT, REPLACED, TEXT, make_tables
from variants.log.stores.store import PendingLines
from variants.types.decision import Decision
from variants.types.verdict import SenseVerdict

_PATIENCE = 20  # Seconds to wait for another process; an append takes milliseconds.
_PASSWORD = re.compile(r"passw(?:or)?d\s*=", re.IGNORECASE)
_LOCK = 0x76617269616E7473  # "variants" in ASCII: the number of the lock for appending.


class SqlStore:
    """A database as a store.

    Args:
        address: SQLAlchemy URL of SQLite or PostgreSQL, without a password: PostgreSQL's own
            library takes it from ``PGPASSWORD`` or the password file.
        root: Folder of the edition, to which the path of a database file is relative.
    """

    def __init__(self, address: str, root: Path) -> None:
        url = _url(address, root)
        self._address = url.render_as_string()
        self._engine = _engine(url)
        self._read: dict[str, int] = {}
        self._texts = _TextRows(self)

    @property
    def texts(self) -> _TextRows:
        """The texts that decisions were made on."""
        return self._texts

    @property
    def notices(self) -> Sequence[str]:
        """Always empty, since a database repairs itself."""
        return ()

    def read_new(self) -> dict[str, list[bytes]]:
        """Return the lines that were added since the last call; at first, all lines."""
        with self.reading() as connection:
            return self._read_new(connection) if connection is not None else {}

    @contextlib.contextmanager
    def appending(self, writer: str) -> Iterator[PendingLines]:
        """Append the lines that the block adds to a writer's chain, in one transaction."""
        with self.writing() as connection:
            pending = PendingLines(self._read_new(connection))
            yield pending
            seq = self._read.get(writer, 0)
            for line in pending.lines:
                seq += 1
                self._insert(connection, writer, seq, line)
        self._read[writer] = seq

    def defects(self) -> list[Problem]:
        """Return a problem for each line that does not match the hash in its row."""
        found = []
        with self.reading() as connection:
            if connection is None:
                return []
            columns = (EVENT.c.writer, EVENT.c.seq, EVENT.c.line, EVENT.c.hash)
            for writer, seq, line, digest in connection.execute(sql.select(*columns)):
                if hash_in_chain(line.encode()) != digest:
                    found.append(Problem(writer, seq, "is not the line that was stored"))
        return found

    @contextlib.contextmanager
    def reading(self) -> Iterator[sql.Connection | None]:
        """Open a connection for reading; ``None`` if nothing was stored yet.

        Raises:
            StoreUnreachable: There is no connection, or it broke.
        """
        if self._is_missing():
            yield None
            return
        with self._connected() as connection:
            try:
                yield connection if sql.inspect(connection).has_table("event") else None
            except DBAPIError as error:
                raise StoreUnreachable(self._address, reason=_reason(error)) from error

    @contextlib.contextmanager
    def writing(self) -> Iterator[sql.Connection]:
        """Open a connection for one transaction, with a lock against other writers.

        Raises:
            StoreUnreachable: There is no connection.
            StoreRefused: The database refused to write.
        """
        with self._connected() as plain:
            connection = plain.execution_options(variants_writes=True)
            try:
                with connection.begin():
                    if connection.dialect.name == "postgresql":
                        connection.exec_driver_sql(f"set local lock_timeout = '{_PATIENCE}s'")
                        lock = sql.select(sql.func.pg_advisory_xact_lock(_LOCK))
                        connection.execute(lock)
                    if not sql.inspect(connection).has_table("event"):
                        make_tables(connection)
                    yield connection
            except SQLAlchemyError as error:
                raise StoreRefused(self._address, reason=_reason(error)) from error

    @contextlib.contextmanager
    def _connected(self) -> Iterator[sql.Connection]:
        try:
            connection = self._engine.connect()
        except SQLAlchemyError as error:
            raise StoreUnreachable(self._address, reason=_reason(error)) from error
        with connection:
            yield connection

    def _is_missing(self) -> bool:
        """Return True if it is a SQLite file that does not exist; connecting would create it."""
        database = self._engine.url.database
        if self._engine.dialect.name != "sqlite" or database is None:
            return False
        path = Path(database)
        return not path.exists() and path.parent.is_dir()

    def _read_new(self, connection: sql.Connection) -> dict[str, list[bytes]]:
        last = sql.func.max(EVENT.c.seq)
        ends = connection.execute(sql.select(EVENT.c.writer, last).group_by(EVENT.c.writer))
        counts: dict[str, int] = dict(iter(ends))
        for writer, count in self._read.items():
            if counts.get(writer, 0) < count:
                where = f"{writer} in {self._address}"
                raise LogShortened(where)
        found = {}
        for writer, count in sorted(counts.items()):
            before = self._read.get(writer, 0)
            if count > before:
                lines = (
                    sql.select(EVENT.c.line)
                    .where(EVENT.c.writer == writer, EVENT.c.seq > before, EVENT.c.seq <= count)
                    .order_by(EVENT.c.seq)
                )
                found[writer] = [line.encode() for line in connection.execute(lines).scalars()]
                self._read[writer] = count
        return found

    @staticmethod
    def _insert(connection: sql.Connection, writer: str, seq: int, line: bytes) -> None:
        event = read_line(line)
        if isinstance(event, Unreadable):
            problem = f"{writer}.jsonl:{seq} cannot be understood: {event.reason}"
            raise LogDamaged(problem)
        fields: dict[str, Any] = {
            "id": event.id,
            "writer": writer,
            "seq": seq,
            "type": type_of(event),
            "at": event.at,
            "by": event.by,
            "line": line.decode(),
            "hash": hash_in_chain(line),
            "prev": event.prev or None,
        }
        if isinstance(event.body, (Decision, SenseVerdict)):
            fields["doc"] = event.body.anchor.document
            fields["place"] = Places.lost(event.body.anchor).name
        connection.execute(sql.insert(EVENT).values(fields))
        for name in dict.fromkeys(named_by(event.body)):
            row = {"id": name, "by_event": event.id}
            if connection.execute(sql.select(REPLACED).filter_by(**row)).first() is None:
                connection.execute(sql.insert(REPLACED), row)


class _TextRows:
    """Texts in a database."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def get(self, digest: str) -> str | None:
        """Return the text with this SHA-256, or ``None`` if it is missing."""
        with self._store.reading() as connection:
            if connection is None:
                return None
            wanted = sql.select(TEXT.c.content).where(TEXT.c.digest == digest)
            content = connection.execute(wanted).scalar()
        return None if content is None else text_with(content, digest, where=digest)

    def put(self, text: str) -> str:
        """Store a text unless it is stored already, and return its SHA-256."""
        content = bytes_of(text)
        digest = hashlib.sha256(content).hexdigest()
        if self.get(digest) is None:
            with self._store.writing() as connection:
                # Another process may have stored the text meanwhile.
                wanted = sql.select(TEXT.c.digest).where(TEXT.c.digest == digest)
                if connection.execute(wanted).scalar() is None:
                    connection.execute(sql.insert(TEXT).values(digest=digest, content=content))
        return digest

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of every stored text, in ascending order."""
        with self._store.reading() as connection:
            if connection is not None:
                yield from connection.execute(
                    sql.select(TEXT.c.digest).order_by(TEXT.c.digest)
                ).scalars()


def _url(address: str, root: Path) -> sql.URL:
    """Check an address, and return it with the driver that we install."""
    try:
        url = sql.make_url(address)
        kind = url.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise BadStoreAddress(address) from error
    # Parameters of PostgreSQL's library may also be in the name of the database.
    if url.password is not None or _PASSWORD.search(f"{url.database}&{'=&'.join(url.query)}="):
        raise PasswordInSettings
    if kind == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database and not url.query:
        return url.set(drivername="sqlite", database=str(root / url.database))
    raise BadStoreAddress(address)


def _engine(url: sql.URL) -> sql.Engine:
    # Without a pool, so that no idle connection is left for a server to close.
    if url.get_backend_name() == "postgresql":
        options = {"connect_timeout": _PATIENCE}
        return sql.create_engine(url, connect_args=options, poolclass=sql.NullPool)
    engine = sql.create_engine(url, connect_args={"timeout": _PATIENCE}, poolclass=sql.NullPool)

    # The sqlite3 module begins transactions too late for a lock.
    @listening.listens_for(engine, "connect")
    def disable_transactions(connection: Any, _record: object) -> None:  # noqa: ANN401 - type of the driver
        connection.isolation_level = None
        connection.execute("pragma synchronous = full")

    @listening.listens_for(engine, "begin")
    def begin(connection: sql.Connection) -> None:
        writes = connection.get_execution_options().get("variants_writes")
        connection.exec_driver_sql("begin immediate" if writes else "begin")

    return engine


def _reason(error: SQLAlchemyError) -> str:
    """Return the first line of the database's own message."""
    origin = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return str(origin).strip().partition("\n")[0]
