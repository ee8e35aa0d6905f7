"""The sheet of a brief as a web page."""

from __future__ import annotations

from markupsafe import Markup

from variants.reports.html.brief_view import strips_of
from variants.reports.html.template_environment import TEMPLATES, digest_of, style_of
from variants.reports.sheet.brief_sheet import brief_sheet
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def sheet_page(edition: Edition, _options: ReportOptions) -> str:
    """Return the page."""
    sheet = brief_sheet(edition)
    style = style_of("tokens.css", "brief.css", "sheet.css")
    return TEMPLATES.get_template("sheet.html").render(
        sheet=sheet,
        language=edition.collation.seed.witness.language,
        strips=strips_of(sheet.brief),
        signature=edition.collation.signature,
        # It is part of the package and contains no texts, so it needs no escaping.
        style=Markup(style),  # noqa: S704
        style_hash=digest_of(style),
    )
