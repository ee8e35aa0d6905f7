"""Options of the view of a collation in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.brief.selected_edition import Order
from variants.brief.selection import EVERYTHING, Selection


class Layout(Enum):
    """Arrangement of the witnesses."""

    COLUMNS = "columns"
    TWO = "two"
    STACKED = "stacked"
    INLINE = "inline"
    READINGS = "readings"


class Theme(Enum):
    """Background of the terminal."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class View:
    """A view of a collation.

    Attributes:
        layout: Layout; ``None`` to choose one by the width of the terminal.
        plain: True for signs instead of colours; always the case without colours.
        theme: Background for which colours are chosen; ``None`` if it is not known.
        selection: Part of the collation to show.
        order: Order of the text, or a list of places with the heaviest first.
        patterns: True to show recurring differences instead of the passages.
        places: True to show the numbers of places; they are shown anyway if any is decided.
        unfolded: True to show every passage of a long text.
        marked: False to print the texts alone, without marks and notes.
        form: True to mark differences of form too.
    """

    layout: Layout | None = None
    plain: bool = False
    theme: Theme | None = None
    selection: Selection = EVERYTHING
    order: Order = Order.TEXT
    patterns: bool = False
    places: bool = False
    unfolded: bool = False
    marked: bool = True
    form: bool = False
