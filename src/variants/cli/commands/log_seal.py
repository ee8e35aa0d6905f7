"""``variants log seal``: the current state of the log, under a name."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.event_text import short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import journal_of, log_here
from variants.cli.options import Editor
from variants.cli.sources import edition_here

HELP = """Record the current state of the log under a name.

Later changes to sealed lines are found by log check. The positions of decisions whose sentence has
changed are recorded too.
"""


def seal(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help='Name of the state, such as "first proofs".')
    ] = "",
    *,
    editor: Editor = "",
) -> ExitCode:
    """Record the positions of carried decisions, then the ends of all chains."""
    from variants.cli.carried_anchors import carried_anchors  # noqa: PLC0415 - imports heavy libraries

    log_here()
    editions = [edition for _, edition in editions_here("")]
    anchors = [anchor for edition in editions for anchor in carried_anchors(edition)]
    with journal_of(edition_here().root, editor) as journal:
        if anchors:
            journal.confirm(anchors)
        event = journal.seal(name)
    with standard_output():
        for writer, head in journal.history.heads:
            if writer.rpartition("-")[0] != event.by:
                write_line(f"sealed: {writer} {head}")
        write_line(f"sealed: {journal.history.count} events [{short_id(event.id)}]")
    return ExitCode.FINE
