"""``[log]`` of ``variants.toml``: where the decisions on the edition are kept."""

from __future__ import annotations

from dataclasses import dataclass

from variants.project.toml_tables import Table


@dataclass(frozen=True, slots=True)
class LogTable:
    """What ``[log]`` says.

    Attributes:
        store: Address of a database, as seen from the edition; empty for files in it.
    """

    store: str = ""


def read_log_table(table: Table) -> LogTable:
    """Check the table; whether the address leads anywhere is seen when it is used."""
    table.allow("store")
    return LogTable(table.text("store"))
