"""The page: values to fill its template with, and the template filled piece by piece."""

from __future__ import annotations

from typing import BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from variants.types import Edition
from variants.writers.writer import ReportOptions

# Texts are data: whatever is put into the page is escaped, unless a template says otherwise.
_TEMPLATES = Environment(
    loader=PackageLoader("variants.writers.html"), autoescape=True, undefined=StrictUndefined
)


def write_page(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Fill the template into a file."""
    template = _TEMPLATES.get_template("report.html")
    pieces = template.generate(collation=edition.collation, options=options)
    file.writelines(piece.encode("utf-8", "replace") for piece in pieces)
