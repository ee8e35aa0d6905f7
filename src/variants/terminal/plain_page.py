"""Tables and paragraphs as plain text of a given width."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from rich.table import Table


class PlainPage:
    """Text to which lines and tables are added; nothing in them is read as markup."""

    def __init__(self, width: int) -> None:
        self._file = io.StringIO()
        self.console = Console(
            file=self._file, width=width, color_system=None, legacy_windows=False
        )

    def add(self, *paragraphs: str) -> None:
        """Add paragraphs, wrapped at the width of the page."""
        for paragraph in paragraphs:
            self.console.print(Text(paragraph), highlight=False)

    def add_unwrapped(self, line: str) -> None:
        """Add a line of any length."""
        self.console.print(Text(line), soft_wrap=True)

    def add_table(self, table: Table) -> None:
        """Add a table."""
        self.console.print(table)

    def text(self) -> str:
        """Return the page, without white space at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._file.getvalue().split("\n"))
