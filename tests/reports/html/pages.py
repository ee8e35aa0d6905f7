"""The page of an edition, and its text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import html5lib
import lxml.html

from variants.reports.html import write_html
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def page_of(edition: Edition, options: ReportOptions | None = None) -> str:
    """Return the page as HTML."""
    file = io.BytesIO()
    write_html(edition, options or ReportOptions(), file)
    return file.getvalue().decode()


def with_tools(page: str) -> str:
    """Return a page with the elements that its script puts in."""
    return re.sub(r'(?s)<script type="text/html">(.*?)</script>', r"\1", page)


def parsed(page: str) -> lxml.html.HtmlElement:
    """Parse a page with its tools."""
    return lxml.html.document_fromstring(
        with_tools(page).encode(), parser=lxml.html.HTMLParser(huge_tree=True, encoding="utf-8")
    )


def complain_of(page: str) -> None:
    """Fail if a page is not valid HTML; skip its style and script, which are long."""
    bare = re.sub(r"(?s)<(style|script)>.*?</\1>", "", page)
    for each in (bare, with_tools(bare)):
        html5lib.HTMLParser(strict=True).parse(each)


def letters_in(elements: Iterable[lxml.html.HtmlElement]) -> str:
    """Return the characters of a witness in the elements, without white space and marks."""
    return "".join("".join(_own_text(element) for element in elements).split())


def _own_text(element: lxml.html.HtmlElement) -> str:
    return str(element.text_content())
