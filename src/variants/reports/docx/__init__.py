"""Reports for word processors: with footnotes, or with tracked changes."""

from __future__ import annotations

from typing import BinaryIO

from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def write_docx(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the printed edition, with its notes as footnotes and open questions as comments."""
    # Imported here because only these formats need lxml and zip files.
    from variants.reports.docx.footnotes import write_report  # noqa: PLC0415

    write_report(edition, options, file)


def write_docx_changes(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the seed with each active decision as a tracked change of its editor.

    If the texts are two drafts, the changes from the first to the second are tracked.
    """
    from variants.reports.docx import changes  # noqa: PLC0415 - as above

    if options.drafts is None:
        changes.write_changes(edition, options, file)
    else:
        drafts = options.drafts
        changes.write_draft_changes(edition.collation, drafts.author, drafts.date, file)
