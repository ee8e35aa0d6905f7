"""Editions to reports: the formats, and which of them a file's name asks for."""

from __future__ import annotations

from pathlib import Path

from variants.errors import NotAFormat
from variants.writers.html import split_html, write_html
from variants.writers.writer import File, ReportOptions, Writer

__all__ = ["WRITERS", "File", "ReportOptions", "Writer", "format_of"]

WRITERS: dict[str, Writer] = {
    "html": Writer(".html", write_html, split_html),
}
"""By the name of the format. Every suffix is one writer's; a longer one may end in a shorter."""


def format_of(path: Path) -> str:
    """The format that a file's name asks for by its end, in small or capital letters.

    Raises:
        NotAFormat: It ends in none of the suffixes.
    """
    name = path.name.lower()
    ends = [(len(one.suffix), known) for known, one in WRITERS.items() if name.endswith(one.suffix)]
    if not ends:
        raise NotAFormat(path, [one.suffix for one in WRITERS.values()])
    return max(ends)[1]
