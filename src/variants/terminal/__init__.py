"""Editions in the terminal; what needs ``rich`` is loaded when something is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.terminal.view import Layout, Order, Theme, View
from variants.types.edition import Edition

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Layout", "Order", "Theme", "View", "write_terminal"]


def write_terminal(edition: Edition, view: View, console: Console) -> None:
    """Show what of an edition the view selects, as wide as the console is.

    Without colour (a pipe, ``NO_COLOR``, ``TERM=dumb``) it is plain, asked for or not. No line is
    wider than the console or ends in a blank, and no character of a text commands the terminal.
    """
    # ``variants --help`` names the layouts and has to stay instant without rich.
    from variants.terminal.write import write  # noqa: PLC0415

    write(edition, view, console)
