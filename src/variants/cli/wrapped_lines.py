"""Lines of a question on a terminal, broken between words."""

from __future__ import annotations

import shutil
import textwrap

_FIXED = "\N{NO-BREAK SPACE}"
"""Space at which no line is broken."""


def wrapped(text: str, width: int | None = None) -> str:
    """Return a text with its long lines broken at spaces; an indented line goes on indented.

    Args:
        text: The text.
        width: Columns (default: those of the terminal).

    Examples:
        >>> print(wrapped(f"k{_FIXED}keep   d{_FIXED}later", 12))
        k keep
        d later
    """
    width = shutil.get_terminal_size().columns if width is None else width
    lines: list[str] = []
    for line in text.split("\n"):
        indent = "   " if line.startswith(" ") else ""
        lines += textwrap.wrap(
            line,
            width,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
            replace_whitespace=False,
        ) or [""]
    return "\n".join(lines).replace(_FIXED, " ")


def items_in_line(*items: str) -> str:
    """Return items with room between them, at which alone a line is broken."""
    return "   ".join(item.replace(" ", _FIXED) for item in items)
