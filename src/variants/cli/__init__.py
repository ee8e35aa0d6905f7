"""The command line: reads arguments, calls the library, shows the result."""

from __future__ import annotations

import gc
import os

from variants.cli.errors import explain, prepare_streams
from variants.cli.exit_codes import ExitCode
from variants.gc_pause import gc_paused


def main() -> int:
    """Run the program with the arguments of the process, and return its exit code.

    Every exception becomes a message and an exit code.
    """
    # Numpy reads it when it is loaded. Its products are small here: further threads would wait for
    # them, which takes as much time of processors as everything else.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        prepare_streams()
        # Inside, so that a broken library is reported like other errors.
        from variants.cli.app import app  # noqa: PLC0415

        # A command is a short process, whose millions of values are needed to its end: walking over
        # them in search of cycles would take a tenth of its time and find nothing.
        with gc_paused():
            outcome = app(prog_name="variants", standalone_mode=False)
            gc.freeze()  # Not at the end of the process either.
    except BaseException as error:  # noqa: BLE001 - no exception may exit with 1
        return explain(error)
    if isinstance(outcome, ExitCode):
        return outcome
    # Typer's own: 0 after --help, 130 for Ctrl-C, 1 for an unknown shell.
    return outcome if outcome in {ExitCode.FINE, ExitCode.INTERRUPTED} else ExitCode.USAGE
