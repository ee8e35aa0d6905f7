"""Standard output for people."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from variants.wording.sanitize import sanitize

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 80  # Line width in a pipe or a file, without ``COLUMNS``.


def write_line(line: str) -> None:
    """Write a line for people to the standard output.

    Texts, reasons and comments may contain terminal control characters, which are escaped.
    """
    sys.stdout.write(f"{sanitize(line)}\n")


def new_console() -> Console:
    """Return a console on standard output, as wide as the terminal or ``COLUMNS``."""
    from rich.console import Console  # noqa: PLC0415 - ``--help`` does without it

    # Left alone, rich would look for a terminal at the other end of the error stream, and a file
    # would depend on the window it was made in.
    known = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=sys.stdout, width=None if known else _WIDTH)
