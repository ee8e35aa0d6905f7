"""``variants log erase``: the words of an event taken out of the log for good."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.event_text import short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import full_id, journal_of, log_here
from variants.cli.options import Editor
from variants.cli.sources import edition_here

HELP = """Take the words of an event out of the log for good, where they must not be kept.

In its place a line tells that something was taken away, when, by whom and why; the log stays whole,
and a decision counts no more. What git and other copies hold has to be removed there.
"""


def erase(
    name: Annotated[str, typer.Argument(metavar="ID", help="As the log shows it.")],
    *,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is kept.")],
    editor: Editor = "",
) -> ExitCode:
    """Put a stub where an event stands."""
    log_here()
    with journal_of(edition_here().root, editor) as journal:
        full = full_id(journal.history, name)
        writer, number = journal.history.where(full)
        journal.erase(full, why)
    with standard_output():
        write_line(f"erased: {writer}.jsonl:{number} [{short_id(full)}]")
    return ExitCode.FINE
