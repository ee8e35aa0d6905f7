"""Append-only tables of a database that stores a log."""

from __future__ import annotations

import sqlalchemy as sql

_TABLES = sql.MetaData()
EVENT = sql.Table(
    "event",
    _TABLES,
    # Not the key: as in files, an event may be in two chains.
    sql.Column("id", sql.Text, nullable=False, index=True),
    sql.Column("writer", sql.Text, primary_key=True),
    sql.Column("seq", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("type", sql.Text, nullable=False),
    sql.Column("doc", sql.Text),
    sql.Column("at", sql.Text, nullable=False),
    sql.Column("by", sql.Text, nullable=False),
    sql.Column("place", sql.Text),
    sql.Column("line", sql.Text, nullable=False),
    sql.Column("hash", sql.Text, nullable=False),
    sql.Column("prev", sql.Text),
    # One chain for each writer: a line has at most one successor.
    sql.UniqueConstraint("writer", "prev"),
    sql.Index("event_place", "doc", "place"),
)
REPLACED = sql.Table(
    "replaced",
    _TABLES,
    sql.Column("id", sql.Text, primary_key=True),
    sql.Column("by_event", sql.Text, primary_key=True),
)
TEXT = sql.Table(
    "decided_text",
    _TABLES,
    sql.Column("digest", sql.Text, primary_key=True),
    sql.Column("content", sql.LargeBinary, nullable=False),
)
_SQLITE_TRIGGER = (
    "create trigger {table}_no_{change} before {change} on {table} "
    "begin select raise(abort, 'append only'); end"
)
_POSTGRESQL_FUNCTION = (
    "create function refuse_change() returns trigger language plpgsql as "
    "$$ begin raise exception 'append only'; end $$"
)
_POSTGRESQL_TRIGGER = (
    "create trigger {table}_append_only before update or delete or truncate on {table} "
    "for each statement execute function refuse_change()"
)


def make_tables(connection: sql.Connection) -> None:
    """Create all tables, and triggers that refuse changes of their rows."""
    _TABLES.create_all(connection)
    names = [table.name for table in _TABLES.sorted_tables]
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_POSTGRESQL_FUNCTION)
        for table in names:
            connection.exec_driver_sql(_POSTGRESQL_TRIGGER.format(table=table))
        return
    for table in names:
        for change in ("update", "delete"):
            connection.exec_driver_sql(_SQLITE_TRIGGER.format(table=table, change=change))
