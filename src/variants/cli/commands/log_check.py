"""``variants log check``: check the log."""

from __future__ import annotations

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import log_here, print_log_notices

HELP = """Check that the log is complete and agrees with the texts."""


def check() -> ExitCode:
    """Check every line, hash chain and text."""
    from variants.log.check import check_log  # noqa: PLC0415 - imports pydantic

    history, store = log_here()
    problems = check_log(history, store)
    with standard_output():
        for problem in problems:
            write_line(str(problem))
        if not problems:
            heads = ", ".join(f"{writer} {head[:15]}" for writer, head in history.heads)
            write_line(f"The log is complete: {history.count} events; {heads}.")
    print_log_notices(history, store)
    return ExitCode.LOG if any(each.grave for each in problems) else ExitCode.FINE
