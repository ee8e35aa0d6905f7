"""Reports as a web page in one self-contained file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from variants.reports.writer import File, ReportOptions
from variants.types.edition import Edition


def write_html(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the whole page, which makes no network requests."""
    # Imported here because only pages need the template engine.
    from variants.reports.html.page import write_page  # noqa: PLC0415

    write_page(edition, options, file)


def split_html(edition: Edition, options: ReportOptions, name: str) -> Sequence[File]:
    """Return the index and the parts of a long edition; nothing if one page is enough."""
    from variants.reports.html.page import split_page  # noqa: PLC0415 - as above

    return split_page(edition, options, name)
