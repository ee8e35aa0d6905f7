"""A brief alone: title, witnesses, and what is likely to touch the sense, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from variants.brief import make_brief
from variants.brief.leftover_text import command_for_all
from variants.terminal.brief_lines import brief_lines
from variants.terminal.heading import title_lines, witness_lines
from variants.terminal.pen import pen_for
from variants.terminal.view import View
from variants.types.edition import Edition

if TYPE_CHECKING:
    from rich.console import Console

_PAGE = 60
"""Lines of an A4 page."""
_LEAST = 10
_NOTES = 10  # Lines for what is not listed, the other wording and the strips.


def write_brief(edition: Edition, view: View, console: Console) -> None:
    """Print the brief of a document, on at most a page unless there are very many witnesses."""
    collation, pen = edition.collation, pen_for(view, console)
    head = [*title_lines(collation, pen), *witness_lines(collation, pen), Text()]
    brief = make_brief(collation)
    most = max(_LEAST, _PAGE - _NOTES - len(head))
    command = command_for_all(edition)
    lines = brief_lines(brief, pen, most, command)
    while len(head) + len(lines) > _PAGE and most > _LEAST:
        most = max(_LEAST, most - (len(head) + len(lines) - _PAGE))
        lines = brief_lines(brief, pen, most, command)
    pen.print([*head, *lines])
