"""The command line: reads arguments, calls the library, shows what it returns."""

from __future__ import annotations

from variants.cli.errors import explain, prepare_streams
from variants.cli.exit_codes import ExitCode


def main() -> int:
    """Run the program with the arguments of the process and give its exit code.

    Nothing leaves it: whatever goes wrong becomes one message and a code.
    """
    try:
        prepare_streams()
        # In here, so that a broken library is explained as well.
        from variants.cli.app import app  # noqa: PLC0415

        outcome = app(prog_name="variants", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001 - even a panic of a library must not end with 1
        return explain(error)
    if isinstance(outcome, ExitCode):
        return outcome
    # Typer's own outcome: 0 after --help, 130 for Ctrl-C, 1 for a shell that it does not know.
    return outcome if outcome in {ExitCode.FINE, ExitCode.INTERRUPTED} else ExitCode.USAGE
