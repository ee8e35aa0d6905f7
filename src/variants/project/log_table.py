"""``[log]`` of ``variants.toml``: the store of the edition's decisions."""

from __future__ import annotations

from dataclasses import dataclass

from variants.project.toml_tables import Table


@dataclass(frozen=True, slots=True)
class LogTable:
    """Table ``[log]``.

    Attributes:
        store: Address of a database, as seen from the edition; empty for files in the edition.
    """

    store: str = ""


def read_log_table(table: Table) -> LogTable:
    """Return the table, checked; the address is checked when it is used."""
    table.allow("store")
    return LogTable(table.text("store"))
