"""Reports as TEI P5: a text with an apparatus, from which each witness can be rebuilt."""

from __future__ import annotations

from typing import BinaryIO

from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def write_tei(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write parallel segmentation, or the double end-point method if it is needed or requested."""
    # Imported here because only XML needs lxml.
    from variants.reports.tei.file import write_document  # noqa: PLC0415

    write_document(edition, options, file)
