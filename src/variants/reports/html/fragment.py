"""The middle part of the page as a piece of HTML, for a notebook or another page."""

from __future__ import annotations

import re

from markupsafe import Markup

from variants.brief import make_brief
from variants.reports.html.notebook_style import notebook_style
from variants.reports.html.page_summary import brief_of, column_of_sigla
from variants.reports.html.passage_rows import RowBuilder
from variants.reports.html.status_text import StatusText
from variants.reports.html.template_environment import TEMPLATES
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.hidden_wording import hidden_line, hidden_wording
from variants.wording.terms import LIKELY

_MOST = 200  # Passages; notebooks become slow with many more.
# Several comparisons can be in one notebook, so there are no ids and no links to them. Texts have
# no quotation marks here, since they are escaped.
_LINKED = re.compile(r' (?:id|href|aria-labelledby|tabindex|data-[vw])="[^"]*"')
_HEADING = re.compile(r"<h3>(.*?)</h3>", re.DOTALL)  # Jupyter would list the headings of outputs.


def html_fragment(edition: Edition, *, most: int = _MOST) -> str:
    """Return the brief and the first passages, with a style that changes nothing around them.

    There are no links, ids and scripts, so that several fragments can be on one page.
    """
    collation = edition.collation
    shown = [entry for passage in collation.passages[:most] for entry in passage.entries]
    hidden = hidden_wording(collation.entries, shown)
    rows = RowBuilder(edition, StatusText(edition, ReportOptions()))
    html = TEMPLATES.get_template(
        "fragment.html"
    ).render(
        style=Markup(notebook_style()),  # noqa: S704 - part of the package, without texts
        title=collation.title,
        seed=collation.seed.witness,
        likely=LIKELY,
        places=len(collation.entries),
        passages=[rows.of(passage) for passage in collation.passages[:most]],
        left=max(0, len(collation.passages) - most),
        hidden=hidden_line(hidden) if hidden else "",
        column=column_of_sigla(collation),
        **brief_of(edition, make_brief(collation), unfolded=True),
    )
    heading = r'<div class="h3" role="heading" aria-level="3">\1</div>'
    return _HEADING.sub(heading, _LINKED.sub("", html)).strip()
