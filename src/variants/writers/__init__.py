"""Editions to reports: the formats, and which of them a file's name asks for."""

from __future__ import annotations

from pathlib import Path

from variants.errors import NotAFormat
from variants.writers.collatex import write_collatex
from variants.writers.docx import write_docx, write_docx_changes
from variants.writers.html import split_html, write_html
from variants.writers.json import write_json_edition
from variants.writers.latex import write_latex
from variants.writers.markdown import write_markdown
from variants.writers.pdf import write_pdf
from variants.writers.table import write_csv
from variants.writers.tei import write_tei
from variants.writers.text import write_text
from variants.writers.tmx import write_tmx
from variants.writers.webannotation import write_annotations
from variants.writers.writer import File, ReportOptions, Writer
from variants.writers.xlsx import lacks_of_xlsx, write_xlsx

__all__ = ["WRITERS", "File", "ReportOptions", "Writer", "format_of"]

WRITERS: dict[str, Writer] = {
    "html": Writer(".html", write_html, split_html),
    "markdown": Writer(".md", write_markdown),
    "docx": Writer(".docx", write_docx),
    "docx-changes": Writer(".changes.docx", write_docx_changes),
    "latex": Writer(".tex", write_latex),
    "pdf": Writer(".pdf", write_pdf),
    "text": Writer(".txt", write_text),
    "json": Writer(".json", write_json_edition),
    "tei": Writer(".xml", write_tei),
    "csv": Writer(".csv", write_csv),
    "xlsx": Writer(".xlsx", write_xlsx, lacks=lacks_of_xlsx),
    "collatex": Writer(".collatex.json", write_collatex),
    "tmx": Writer(".tmx", write_tmx),
    "annotations": Writer(".jsonld", write_annotations),
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
