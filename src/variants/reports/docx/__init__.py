"""Editions for word processors: with footnotes, or as changes somebody can accept or reject."""

from __future__ import annotations

from typing import BinaryIO

from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def write_docx(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the printed edition: its notes are footnotes, its open questions are comments."""
    # Here, since what packs a document is brought only where one is written.
    from variants.reports.docx.footnotes import write_report  # noqa: PLC0415

    write_report(edition, options, file)


def write_docx_changes(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the seed with every decision in force as a tracked change of its editor."""
    from variants.reports.docx.changes import write_changes  # noqa: PLC0415 - as above

    write_changes(edition, options, file)
