"""Elements of WordprocessingML that reports consist of (ISO/IEC 29500-1, part 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from lxml import etree

from variants.types.decision import Decision
from variants.wording.text_runs import Line, Style, is_right_to_left
from variants.wording.xml_text import xml_safe

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
XmlWriter: TypeAlias = "etree._IncrementalFileWriter"  # noqa: SLF001 - as above

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"w": _NAMESPACE}
FOOTER: Final = "footer"
"""Name of the part with the footer, and identifier of its relationship."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z")


def tag(name: str) -> str:
    """Return a name in the namespace of WordprocessingML."""
    return f"{{{_NAMESPACE}}}{name}"


def make(name: str, /, *content: Element, **attributes: str | int) -> Element:
    """Return an element with the given content; its attributes are in the namespace as well."""
    element = etree.Element(tag(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        element.set(tag(key), xml_safe(str(value)))
    element.extend(content)
    return element


def text(words: str, name: str = "t") -> Element:
    """Return characters, with the spaces at their ends."""
    element = make(name)
    element.set(_SPACE, "preserve")
    element.text = xml_safe(words)
    return element


def run(*content: Element, style: str = "") -> Element:
    """Return a run in a character style; all formatting is in styles, so that it can change."""
    properties = [make("rPr", make("rStyle", val=style))] if style else []
    return make("r", *properties, *content)


def line_break() -> Element:
    """Return a run that breaks the line."""
    return run(make("br"))


def words(line: Line) -> list[Element]:
    """Return a run for each style in the line."""
    return [
        run(text(one.text), style="" if one.style is Style.EDITORIAL else one.style.value)
        for one in line
    ]


def paragraph(style: str, *content: Element) -> Element:
    """Return a paragraph in a style."""
    return make("p", make("pPr", make("pStyle", val=style)), *content)


def reading_paragraph(
    content: Iterable[Element], shown: str, end: Element | None = None
) -> Element:
    """Return a paragraph of the established text, in the direction of its first letter.

    Args:
        content: Its runs.
        shown: Its words.
        end: Tracked change of the end of the paragraph.
    """
    style = f"ReadingText{'RightToLeft' if is_right_to_left(shown) else ''}"
    made = paragraph(style, *content)
    if end is not None:
        made[0].append(make("rPr", end))
    return made


def page_size() -> Element:
    """Return the properties of an A4 page with margins of one inch and the footer."""
    sides = dict.fromkeys(("top", "right", "bottom", "left"), 1440)
    margins = make("pgMar", **sides, header=708, footer=708, gutter=0)
    named = {tag("type"): "default", f"{{{RELATIONS}}}id": FOOTER}
    footer = etree.Element(tag("footerReference"), named, {**NAMESPACES, "r": RELATIONS})
    return make("sectPr", footer, make("pgSz", w=11906, h=16838), margins)


def page_number() -> Element:
    """Return the paragraph of the footer, with the number of its page."""
    return paragraph("Footer", make("fldSimple", run(text("1")), instr="PAGE"))


def made_by(author: str, decision: Decision | None) -> dict[str, str]:
    """Return the attributes for the author and date of a change or comment."""
    dated = decision is not None and _DATE.fullmatch(decision.at)
    return {"author": author} | ({"date": decision.at} if decision is not None and dated else {})


def write_root(xml: XmlWriter, name: str, content: Iterable[Element]) -> None:
    """Write a whole part with its root element, with the prefixes that programs look for in it."""
    with xml.element(tag(name), nsmap={**NAMESPACES, "r": RELATIONS}):
        write_lines(xml, content)


def write_lines(xml: XmlWriter, content: Iterable[Element]) -> None:
    """Write each element on a line."""
    for element in content:
        xml.write(element, "\n")


def write_table(xml: XmlWriter, columns: Mapping[str, int], rows: Iterable[Iterable[Line]]) -> None:
    """Write a table row by row; its header is repeated on each page.

    Args:
        xml: Writer of the part.
        columns: Titles and widths of the columns, in twentieths of a point.
        rows: Cells of each row.
    """
    look = make("tblLook", firstRow=1, noHBand=1, noVBand=1)
    width = make("tblW", w=5000, type="pct")
    grid = (make("gridCol", w=width) for width in columns.values())
    with xml.element(tag("tbl"), nsmap=NAMESPACES):
        xml.write(make("tblPr", make("tblStyle", val="Emendations"), width, look))
        xml.write(make("tblGrid", *grid))
        titles = [[run(text(title))] for title in columns]
        header = make("trPr", make("tblHeader"))
        write_lines(xml, [_row(titles, columns.values(), header)])
        for row in rows:
            write_lines(xml, [_row([words(cell) for cell in row], columns.values())])
    xml.write("\n")


def _row(
    cells: Iterable[Iterable[Element]], widths: Iterable[int], *properties: Element
) -> Element:
    filled = (
        make("tc", make("tcPr", make("tcW", w=width, type="dxa")), paragraph("Cell", *cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    return make("tr", *properties, *filled)
