"""How a person wants to see a collation in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.terminal.selection import EVERYTHING, Selection


class Layout(Enum):
    """Where the witnesses stand."""

    COLUMNS = "columns"
    TWO = "two"
    STACKED = "stacked"
    INLINE = "inline"
    READINGS = "readings"


class Order(Enum):
    """In what order differences are shown."""

    TEXT = "text"
    WEIGHT = "weight"


class Theme(Enum):
    """The terminal's background."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class View:
    """A way to see a collation.

    Attributes:
        layout: ``None`` lets the width decide.
        plain: Brackets instead of colours and lines; without colour it is so anyway.
        theme: Which marks can be read on the background.
        selection: What is shown.
        order: By weight the places stand in a list, what touches the sense most first.
        patterns: Shown is what returns, instead of the passages.
    """

    layout: Layout | None = None
    plain: bool = False
    theme: Theme = Theme.DARK
    selection: Selection = EVERYTHING
    order: Order = Order.TEXT
    patterns: bool = False
