"""Output of the terminal layouts as text."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console

from variants.terminal import View, write_terminal
from variants.types.collation import Collation
from variants.types.edition import Edition


def plain(shown: Collation | Edition, width: int, view: View | None = None) -> str:
    """Return the output for a pipe of the given width."""
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=None)
    write_terminal(_edition(shown), view or View(), console)
    return file.getvalue()


def coloured(
    shown: Collation | Edition, width: int, view: View | None = None, colours: str = "truecolor"
) -> str:
    """Return the output for a terminal, with escape codes."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=True,
        color_system=colours,  # type: ignore[arg-type] # A plain str, where rich lists them.
        no_color=False,
    )
    write_terminal(_edition(shown), view or View(), console)
    return file.getvalue()


def _edition(shown: Collation | Edition) -> Edition:
    """Return a collation as an edition without decisions."""
    return shown if isinstance(shown, Edition) else Edition("", shown)


def widest(screen: str) -> int:
    """Return the number of cells of the widest line."""
    return max(cell_len(line) for line in screen.split("\n"))
