"""Standard output for people."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from variants.wording.sanitize import sanitize

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 80  # Columns in a pipe or a file.


def write_line(line: str) -> None:
    """Write a line for people to the standard output, without terminal control characters.

    Texts, reasons and comments may contain any characters, and a terminal would obey some.
    """
    sys.stdout.write(f"{sanitize(line)}\n")


def new_console() -> Console:
    """Return a console on the standard output, as wide as the terminal or as ``COLUMNS``."""
    from rich.console import Console  # noqa: PLC0415 - not for ``--help``

    # By default rich takes the width from the error stream if that is a terminal, so the content
    # of a file would depend on the window.
    known = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=sys.stdout, width=None if known else _WIDTH)
