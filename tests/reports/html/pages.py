"""The page that an edition makes, and what stands in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import html5lib
import lxml.html

from variants.reports.html import write_html
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition

NOT_THE_WITNESS = {"vh", "break", "gap", "omitted", "point"}
"""Classes of what stands in a witness's line and is not its text."""


def page_of(edition: Edition, options: ReportOptions | None = None) -> str:
    """The whole page."""
    file = io.BytesIO()
    write_html(edition, options or ReportOptions(), file)
    return file.getvalue().decode()


def parsed(page: str) -> lxml.html.HtmlElement:
    """The page as a browser would read it."""
    return lxml.html.document_fromstring(
        page.encode(), parser=lxml.html.HTMLParser(huge_tree=True, encoding="utf-8")
    )


def complain_of(page: str) -> None:
    """Fail where the page is no valid HTML; its style and script are left out, being long."""
    bare = re.sub(r"(?s)<(style|script)>.*?</\1>", "", page)
    html5lib.HTMLParser(strict=True).parse(bare)


def letters_in(elements: Iterable[lxml.html.HtmlElement]) -> str:
    """The characters of a text that the page shows, without blanks and our own marks."""
    return "".join("".join(_own_text(element) for element in elements).split())


def _own_text(element: lxml.html.HtmlElement) -> str:
    if element.tag == "sup" or NOT_THE_WITNESS & set(element.get("class", "").split()):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [_own_text(child), child.tail or ""]
    return "".join(parts)
