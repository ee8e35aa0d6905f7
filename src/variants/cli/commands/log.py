"""``variants log``: all events of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer  # noqa: TC002 - Typer reads the annotation

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.event_text import event_line
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import log_here, print_log_notices
from variants.cli.options import DocumentName
from variants.cli.sources import edition_here
from variants.cli.unplaced import followed_log
from variants.log.continued_sigla import continued_sigla

if TYPE_CHECKING:
    from variants.log.events import Event
    from variants.log.history import History

HELP = """Show the decision log.

All events are listed, oldest first. Replaced and withdrawn events are marked as inactive. An id
is shown by its last eight characters, and can be typed so.

\b
Examples:
  variants log
  variants log show 5.2
  variants log withdraw 8e9ded1f --why "Decided on the wrong sentence."
  variants log check
"""


def log(
    context: typer.Context,
    document: DocumentName = "",
) -> ExitCode:
    """List the whole log, unless a subcommand follows."""
    if context.invoked_subcommand is not None:
        return ExitCode.FINE
    history, store = log_here()
    # Events on a document have the names of today; the whole log is shown as recorded.
    followed = followed_log(edition_here().root) if document else None
    shown = followed.history if followed is not None else history
    others = continued_sigla(history)
    with standard_output():
        for event in _in_time(shown):
            line = event_line(event, document, continued=others.get(event.id, ""))
            if line:
                ended = "" if history.is_active(event.id) else "  (inactive)"
                write_line(f"{event.at[:16].replace('T', ' ')}  {line}{ended}")
    print_log_notices(history, store)
    return ExitCode.FINE


def _in_time(history: History) -> list[Event]:
    """Return the events by time; within a second, in the order of their file."""
    return sorted(history.events(), key=lambda event: event.at)
