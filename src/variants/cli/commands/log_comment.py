"""``variants log comment``: a comment on a place."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import place_here
from variants.cli.errors import standard_output
from variants.cli.event_text import short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import full_id, journal_of
from variants.cli.options import DocumentName, Editor, Place
from variants.errors import EmptyComment

HELP = """Add a comment to a place.

A comment decides nothing. It is shown by log show and in reports.

\b
Examples:
  variants log comment 5.2 "Ask M.O. for the Russian."
  variants log comment 5.2 "It has лётчики." --reply 8e9ded1f
"""


def comment(
    place: Place,
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Text of the comment.")],
    *,
    reply: Annotated[
        str,
        typer.Option(
            "--reply", metavar="ID", help="Id of the comment to reply to.", show_default=False
        ),
    ] = "",
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Record a comment on a place."""
    from variants.anchors.anchoring import describe  # noqa: PLC0415 - imports heavy libraries

    if not words.strip():
        raise EmptyComment
    root, target = place_here(place, document)
    collation = target.edition.collation
    anchor = describe(target.edition.name, collation.seed, target.span)
    with journal_of(root, editor) as journal:
        answered = full_id(journal.history, reply) if reply else ""
        event = journal.comment(words, on=anchor, reply=answered, seed=collation.seed.witness)
    with standard_output():
        on = f" “{target.words}”" if target.words else ""
        write_line(f"recorded: comment on {target.label}{on}, {event.by} [{short_id(event.id)}]")
    return ExitCode.FINE
