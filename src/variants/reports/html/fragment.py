"""Passages of an edition as a piece of HTML, for a page that something else provides."""

from __future__ import annotations

from variants.reports.html.passage_rows import RowBuilder
from variants.reports.html.status_text import StatusText
from variants.reports.html.template_environment import TEMPLATES
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.hidden_wording import hidden_line, hidden_wording

_MOST = 200  # Passages; notebooks become slow with many more.


def html_fragment(edition: Edition, *, most: int = _MOST) -> str:
    """Return the first passages as HTML with its own style, which changes nothing around it.

    There are no links and no ids, so that several fragments can be on one page.
    """
    collation = edition.collation
    shown = [entry for passage in collation.passages[:most] for entry in passage.entries]
    hidden = hidden_wording(collation.entries, shown)
    rows = RowBuilder(edition, StatusText(edition, ReportOptions()))
    return TEMPLATES.get_template("fragment.html").render(
        title=collation.title,
        seed=collation.seed.witness,
        places=len(collation.entries),
        passages=[rows.of(passage) for passage in collation.passages[:most]],
        left=max(0, len(collation.passages) - most),
        hidden=hidden_line(hidden) if hidden else "",
    )
