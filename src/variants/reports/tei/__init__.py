"""Editions as TEI P5: a text with its apparatus, from which each witness can be taken again."""

from __future__ import annotations

from typing import BinaryIO

from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def write_tei(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the text in parallel segmentation, or with anchors: on wish, or where places cross."""
    # Here, since lxml is brought only where XML is written.
    from variants.reports.tei.file import write_document  # noqa: PLC0415

    write_document(edition, options, file)
