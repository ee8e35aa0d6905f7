"""A picture with its text alternative and its table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from variants.reports.pictures.picture_style import file_style
from variants.reports.pictures.svg_drawing import escaped
from variants.wording.spreadsheet_cells import guard_formula
from variants.wording.xml_text import xml_safe

WIDTH = 480
"""Width of most pictures; one of many versions may be wider."""
NARROW = 360
"""Maximum width of a picture that a phone shows whole, with readable text."""
Cell: TypeAlias = str | int | float | None
"""Value in a table; ``None`` for one that there is not."""

_DIGITS = 6
_ENLARGED = 4 / 3  # Text of a file is as large as that around it.
_MOST = 10  # Sentences of a text alternative about single witnesses or steps.


def at_most(sentences: Sequence[str]) -> str:
    """Return sentences of a text alternative; of many the first ones, and the number of the others.

    Examples:
        >>> at_most(["One."] * 12).removeprefix("One. " * 10)
        '2 more are in the table.'
    """
    left = len(sentences) - _MOST
    more = [f"{left} more {'is' if left == 1 else 'are'} in the table."] if left > 0 else []
    return " ".join([*sentences[:_MOST], *more])


class CellUnit(Enum):
    """Unit of the values in a column."""

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"
    FIGURE = "figure"


class PictureColumn(NamedTuple):
    """Head of a column, and the unit of its values."""

    head: str
    unit: CellUnit


@dataclass(frozen=True)  # Without slots: a cached property needs a ``__dict__``.
class Picture:
    """A picture, drawn as SVG.

    Attributes:
        name: Name for its file, without a suffix.
        title: Title of the picture.
        description: Text alternative: the principal figures in sentences.
        note: Sentences on what is counted.
        width: Width in units of the drawing.
        height: Height.
        marks: Elements of the drawing.
        columns: Heads of its table.
        rows: Rows of its table, shares from 0 to 1.
    """

    name: str
    title: str
    description: str
    note: str
    width: int
    height: int
    marks: str
    columns: tuple[PictureColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def is_wide(self) -> bool:
        """True if it is too wide for a narrow screen, so that it must be scrolled."""
        return self.width > WIDTH

    @property
    def heads(self) -> tuple[str, ...]:
        """Heads of the table."""
        return tuple(column.head for column in self.columns)

    @cached_property
    def svg(self) -> str:
        """The picture as an SVG file, with its own ground, for light and dark and for print."""
        ground = f'<rect class="ground" width="{self.width}" height="{self.height}"/>'
        return self._drawn(f"<style>{file_style()}</style>", ground)

    @property
    def inline_svg(self) -> str:
        """The picture for a page that has the style ``pictures.css``."""
        return self._drawn("", "")

    def shown_rows(self) -> list[list[str]]:
        """Return the rows of the table as people read them."""
        units = [column.unit for column in self.columns]
        return [
            [_shown(cell, unit) for cell, unit in zip(row, units, strict=True)] for row in self.rows
        ]

    def csv(self) -> str:
        """Return the table as CSV, with the line ends of RFC 4180."""
        text = io.StringIO(newline="")
        table = csv.writer(text)
        table.writerow([_raw(head) for head in self.heads])
        table.writerows([_raw(cell) for cell in row] for row in self.rows)
        return text.getvalue()

    def _drawn(self, style: str, ground: str) -> str:
        box = f'viewBox="0 0 {self.width} {self.height}"'
        wide, high = (round(_ENLARGED * length) for length in (self.width, self.height))
        look = " wide" if self.is_wide else " narrow" if self.width <= NARROW else ""
        size = f' width="{wide}" height="{high}"' if style or look else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="variants-picture{look}" role="img" '
            f"{box}{size}>{style}<title>{escaped(self.title)}</title>"
            f"<desc>{escaped(self.description)}</desc>{ground}{self.marks}</svg>"
        )

    def __repr__(self) -> str:
        return f"<Picture {self.name}: {self.title}>"

    def _repr_svg_(self) -> str:
        """Return the picture for a notebook."""
        return self.svg


def _shown(cell: Cell, unit: CellUnit) -> str:
    if cell is None:
        return "–"
    if unit is CellUnit.SHARE:
        return f"{100 * float(cell):.1f} %"
    return f"{float(cell):.2f}" if unit is CellUnit.FIGURE else str(cell)


def _raw(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{round(cell, _DIGITS):g}"
    return "" if cell is None else guard_formula(xml_safe(str(cell)))
