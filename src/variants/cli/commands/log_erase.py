"""``variants log erase``: remove the words of an event permanently."""

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

HELP = """Remove the words of an event from the log permanently.

A stub records the time, editor and reason of the removal. The hash chain stays intact, and an
erased decision no longer counts. Copies in git and elsewhere must be removed separately.
"""


def erase(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id, as shown by variants log.")],
    *,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Reason, kept in the stub.")],
    editor: Editor = "",
) -> ExitCode:
    """Replace an event by a stub."""
    log_here()
    with journal_of(edition_here().root, editor) as journal:
        full = full_id(journal.history, name)
        writer, number = journal.history.where(full)
        journal.erase(full, why)
    with standard_output():
        write_line(f"erased: {writer}.jsonl:{number} [{short_id(full)}]")
    return ExitCode.FINE
