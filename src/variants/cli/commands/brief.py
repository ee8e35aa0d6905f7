"""``variants brief``: what is likely to touch the sense, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.cli.background import background_of_terminal
from variants.cli.edition_access import edition_of
from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.options import Background, NoPager, Plain
from variants.cli.pager import paged_console
from variants.cli.sources import SourceOptions, read_texts
from variants.cli.text_options import with_texts
from variants.terminal import View

if TYPE_CHECKING:
    from variants.types.notice import Notice

HELP = """Show what is likely to touch the sense, in sentences, on one page.

The differences are grouped by sort, such as numbers or names, the heaviest first. A difference
that occurs in several sentences is listed once, with their numbers. All that does not fit on a page
is counted by sort and by part of the text.

\b
Examples:
  variants brief seed.txt yang.txt li.txt
  variants brief                          in the folder of an edition
"""


@with_texts
def brief(
    *,
    plain: Plain = False,
    theme: Background = None,
    no_pager: NoPager = False,
    request: SourceOptions,
) -> ExitCode:
    """Compare the texts and print a brief of each document."""
    from variants.terminal.brief_page import write_brief  # noqa: PLC0415 - not for ``--help``

    view = View(plain=plain, theme=background_of_terminal(theme))
    notices: list[Notice] = []
    with standard_output(), paged_console(paged=not no_pager) as console:
        for place, texts in enumerate(read_texts(request)):
            edition = edition_of(texts)
            if place > 0:
                console.print()
            write_brief(edition, view, console)
            notices += (*edition.collation.notices, *edition.decisions.notices)
    print_notices(notices)
    return ExitCode.FINE
