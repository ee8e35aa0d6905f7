"""Editions in the terminal. Modules that need ``rich`` are imported on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.brief.selected_edition import Order
from variants.terminal.view import Layout, Theme, View
from variants.types.edition import Edition

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Layout", "Order", "Theme", "View", "write_terminal"]


def write_terminal(edition: Edition, view: View, console: Console) -> None:
    """Print the part of an edition that the view selects, in the width of the console.

    Without colour (a pipe, ``NO_COLOR``, ``TERM=dumb``) the output is always plain. No line is
    wider than the console or ends in white space, and control characters of texts are escaped.
    """
    # `variants --help` imports this package for the names of layouts, and does not need rich.
    from variants.terminal.write import write  # noqa: PLC0415

    write(edition, view, console)
