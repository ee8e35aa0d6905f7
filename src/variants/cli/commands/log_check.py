"""``variants log check``: damage to the log."""

from __future__ import annotations

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import log_here, print_log_notices
from variants.errors.lists import counted

HELP = """Check that the log is complete and matches the texts.

Every line, hash chain and stored text is checked. The exit code is 4 if the log is damaged.
"""


def check() -> ExitCode:
    """Check every line, chain and stored text."""
    from variants.log.check import check_log  # noqa: PLC0415 - imports pydantic

    history, store = log_here()
    problems = check_log(history, store)
    with standard_output():
        for problem in problems:
            write_line(str(problem))
        if not problems:
            heads = ", ".join(f"{writer} {head[:15]}" for writer, head in history.heads)
            write_line(f"The log is complete: {counted(history.count, 'event')}; {heads}.")
    print_log_notices(history, store)
    return ExitCode.LOG if any(each.grave for each in problems) else ExitCode.FINE
