"""Table of the report formats, and the choice of a format by file name."""

from __future__ import annotations

from pathlib import Path

from variants.errors import NotAFormat
from variants.reports.collatex import write_collatex
from variants.reports.csv_table import write_csv
from variants.reports.docx import write_docx, write_docx_changes
from variants.reports.html import split_html, write_html
from variants.reports.json.edition import write_json_edition
from variants.reports.latex import lacks_of_latex, write_latex
from variants.reports.markdown import write_markdown
from variants.reports.pdf import write_pdf
from variants.reports.plain_text import write_text
from variants.reports.readings_table import write_readings
from variants.reports.sheet import write_brief, write_brief_markdown, write_brief_pdf
from variants.reports.tei import write_tei
from variants.reports.tmx import write_tmx
from variants.reports.webannotation import write_annotations
from variants.reports.writer import File, ReportOptions, Writer
from variants.reports.xlsx import lacks_of_xlsx, write_xlsx

__all__ = ["WRITERS", "File", "ReportOptions", "Writer", "format_for_file", "format_of"]

WRITERS: dict[str, Writer] = {
    "html": Writer(".html", write_html, split_html),
    "markdown": Writer(".md", write_markdown),
    "docx": Writer(".docx", write_docx),
    "docx-changes": Writer(".changes.docx", write_docx_changes),
    "latex": Writer(".tex", write_latex, lacks=lacks_of_latex),
    "pdf": Writer(".pdf", write_pdf),
    "brief": Writer(".brief.html", write_brief),
    "brief-pdf": Writer(".brief.pdf", write_brief_pdf),
    "brief-markdown": Writer(".brief.md", write_brief_markdown),
    "text": Writer(".txt", write_text),
    "json": Writer(".json", write_json_edition),
    "tei": Writer(".xml", write_tei),
    "csv": Writer(".csv", write_csv),
    "readings": Writer(".readings.csv", write_readings),
    "xlsx": Writer(".xlsx", write_xlsx, lacks=lacks_of_xlsx),
    "collatex": Writer(".collatex.json", write_collatex),
    "tmx": Writer(".tmx", write_tmx),
    "annotations": Writer(".jsonld", write_annotations),
}
"""Writers by format name. Suffixes are unique, but a longer one may end with a shorter one."""
OF_EVERYTHING = frozenset({"json", "tei", "tmx", "collatex", "annotations", "text", "docx-changes"})
"""Formats that hold the whole edition."""
_SAME = {"brief": ("brief-pdf", "brief-markdown")}  # Formats with the same content.


def named_format(name: str) -> str:
    """Return the format of which this is the name or the ending, else the name unchanged.

    Examples:
        >>> named_format("md"), named_format("markdown"), named_format("sculpture")
        ('markdown', 'markdown', 'sculpture')
    """
    endings = {writer.suffix.removeprefix("."): form for form, writer in WRITERS.items()}
    return name if name in WRITERS else endings.get(name, name)


def format_of(path: Path) -> str:
    """Return the name of the format with the longest suffix that the file name ends with.

    Upper and lower case are not distinguished.

    Raises:
        NotAFormat: The file name has none of the suffixes.
    """
    name = path.name.lower()
    matching = [
        (len(writer.suffix), form)
        for form, writer in WRITERS.items()
        if name.endswith(writer.suffix)
    ]
    if not matching:
        raise NotAFormat(path, [writer.suffix for writer in WRITERS.values()])
    return max(matching)[1]


def format_for_file(form: str, path: Path) -> str:
    """Return the format in which a file of this name has the content of another format.

    Examples:
        >>> format_for_file("brief", Path("telegram.pdf"))
        'brief-pdf'
        >>> format_for_file("html", Path("telegram.pdf"))
        'html'
    """
    same = {f".{WRITERS[one].suffix.rpartition('.')[2]}": one for one in _SAME.get(form, ())}
    return same.get(path.suffix.lower(), form)
