"""``variants log erase``: the content of an event, erased for good."""

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

HELP = """Erase the content of an event from the log.

Use it for words that must not be kept. A line in its place records when, by whom and why it was
erased, and the log stays intact. An erased decision is no longer active. Copies elsewhere, for
example in git, must be erased there.
"""


def erase(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the event, as shown by the log.")
    ],
    *,
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="Reason; it is kept in the log.")
    ],
    editor: Editor = "",
) -> ExitCode:
    """Replace an event by a line that records its erasure."""
    log_here()
    with journal_of(edition_here().root, editor) as journal:
        full = full_id(journal.history, name)
        writer, number = journal.history.where(full)
        journal.erase(full, why)
    with standard_output():
        write_line(f"erased: {writer}.jsonl:{number} [{short_id(full)}]")
    return ExitCode.FINE
