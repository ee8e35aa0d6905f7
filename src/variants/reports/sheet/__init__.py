"""The brief of a document on one sheet of paper: as a web page, as PDF and as Markdown."""

from __future__ import annotations

from typing import BinaryIO

from variants.reports.pdf import print_page
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def write_brief(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the brief as a web page that needs one sheet of A4 paper."""
    # Imported here because only pages need the template engine.
    from variants.reports.sheet.sheet_page import sheet_page  # noqa: PLC0415

    file.write(sheet_page(edition, options).encode())


def write_brief_pdf(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the brief as a PDF with one page."""
    from variants.reports.sheet.sheet_page import sheet_page  # noqa: PLC0415 - as above

    print_page(sheet_page(edition, options), file)


def write_brief_markdown(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the brief as Markdown."""
    from variants.reports.sheet.sheet_markdown import sheet_markdown  # noqa: PLC0415 - as above

    file.write(sheet_markdown(edition, options).encode())
