"""Editions as a web page: one file that needs nothing beside it."""

from __future__ import annotations

from typing import BinaryIO

from variants.types import Edition
from variants.writers.writer import ReportOptions


def write_html(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the whole page; nothing in it comes from or goes to a network."""
    # Here, since the template engine is brought only where a page is written.
    from variants.writers.html.page import write_page  # noqa: PLC0415

    write_page(edition, options, file)
