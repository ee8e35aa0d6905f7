"""A text printed as PDF, for a page of the documentation."""

from __future__ import annotations

import textwrap
from pathlib import Path

from tests.readers.pdf_files import HEIGHT, Line, pdf

_WIDTH, _PITCH, _GAP, _MARGIN = 42, 14, 12, 60


def print_page(path: Path, text: str) -> None:
    """Write the paragraphs of a text that fit on one page as a PDF document."""
    lines = []
    y = HEIGHT - _MARGIN
    for paragraph in text.split("\n\n"):
        for words in textwrap.wrap(paragraph, _WIDTH):
            lines.append(Line(40, y, words))
            y -= _PITCH
        y -= _GAP
    path.write_bytes(pdf([line for line in lines if line.y > _MARGIN]))
