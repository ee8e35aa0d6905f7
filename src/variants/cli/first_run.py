"""Explanation of the view, once for each user."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from variants.wording.how_to_read import HEADING, HOW_TO_READ

if TYPE_CHECKING:
    from rich.console import Console


def explain_once(console: Console) -> None:
    """Print how to read a view, if it is the first one that is shown on a terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return
    import platformdirs  # noqa: PLC0415 - not for ``--help``

    shown = platformdirs.user_state_path("variants", appauthor=False) / "how-to-read-shown"
    try:
        if shown.exists():
            return
        shown.parent.mkdir(parents=True, exist_ok=True)
        shown.touch()
    except OSError:
        return  # Better never than every time.
    print_explanation(console, f"{HEADING} (shown once)")


def print_explanation(console: Console, heading: str = HEADING) -> None:
    """Print how to read a view."""
    from rich.text import Text  # noqa: PLC0415 - not for ``--help``

    console.print(Text(heading, "bold"))
    for line in HOW_TO_READ:
        console.print(Text(f"  {line}"), highlight=False)
    console.print()
