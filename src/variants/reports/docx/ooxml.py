"""The few elements of WordprocessingML that reports are made of (ISO/IEC 29500-1, part 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from variants.types.decision import Decision
from variants.wording.text_runs import Line, Style, runs_leftwards
from variants.wording.xml_text import xml_safe

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
"""A4, with margins of an inch."""
_DATE = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z")


def text(words: str, element: str = "w:t") -> str:
    """Characters, blanks at the ends kept."""
    return f'<{element} xml:space="preserve">{escape(xml_safe(words))}</{element}>'


def run(content: str, style: str = "") -> str:
    """A run in a character style; looks are never set directly, so that a press can restyle."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{look}{content}</w:r>"


def words(line: Line) -> str:
    """What is said, a run for each style."""
    return "".join(
        run(text(one.text), "" if one.style is Style.OURS else one.style.value) for one in line
    )


def paragraph(content: str, style: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>\n'


def reading(content: str, shown: str) -> str:
    """A paragraph of the reading text, which runs the way its first letter does."""
    return paragraph(content, f"ReadingText{'RightToLeft' if runs_leftwards(shown) else ''}")


def table(columns: Mapping[str, int], rows: Iterable[Iterable[Line]]) -> Iterable[str]:
    """A table, its header repeated on each page; a piece for each row.

    Args:
        columns: Their titles, and how wide each is in twentieths of a point.
        rows: A cell for each column.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns.values())
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Emendations"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>\n"
    )
    titles = [run(text(title)) for title in columns]
    yield _row(titles, columns.values(), "<w:trPr><w:tblHeader/></w:trPr>")
    for row in rows:
        yield _row([words(cell) for cell in row], columns.values())
    yield "</w:tbl>\n"


def _row(cells: Iterable[str], widths: Iterable[int], properties: str = "") -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(cell, 'Cell').rstrip()}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{filled}</w:tr>\n"


def root(name: str, content: Iterable[str]) -> Iterable[str]:
    """A whole part, piece by piece."""
    yield f'{DECLARATION}<w:{name} xmlns:w="{NAMESPACE}">\n'
    yield from content
    yield f"</w:{name}>\n"


def made_by(author: str, decision: Decision | None) -> str:
    """The attributes that tell who changed or remarked something, and when."""
    known = decision is not None and _DATE.fullmatch(decision.at)
    date = f' w:date="{decision.at}"' if decision is not None and known else ""
    return f"w:author={quoteattr(xml_safe(author))}{date}"
