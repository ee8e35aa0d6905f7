"""``variants log withdraw``: make decisions, verdicts, rules or comments inactive."""

from __future__ import annotations

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.event_text import short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import full_id, journal_of, log_here
from variants.cli.options import Editor, Ids, Why
from variants.cli.sources import edition_here

HELP = """Withdraw decisions, verdicts on the sense, rules or comments.

They stay in the log, but are no longer active.
"""


def withdraw(ids: Ids, *, why: Why = "", editor: Editor = "") -> ExitCode:
    """Record that events are withdrawn."""
    log_here()
    with journal_of(edition_here().root, editor) as journal:
        names = [full_id(journal.history, each) for each in ids]
        event = journal.withdraw(names, why)
    with standard_output():
        shown = ", ".join(short_id(name) for name in names)
        write_line(f"withdrawn: {shown}, {event.by} [{short_id(event.id)}]")
    return ExitCode.FINE
