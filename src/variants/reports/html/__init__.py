"""Editions as a web page: one file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from variants.reports.writer import File, ReportOptions
from variants.types.edition import Edition


def write_html(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the whole page; nothing in it comes from or goes to a network."""
    # Here, since the template engine is brought only where a page is written.
    from variants.reports.html.page import write_page  # noqa: PLC0415

    write_page(edition, options, file)


def split_html(edition: Edition, options: ReportOptions, name: str) -> Sequence[File]:
    """The index and the parts of an edition that is too long for one page; none for any other."""
    from variants.reports.html.page import split_page  # noqa: PLC0415 - as above

    return split_page(edition, options, name)
