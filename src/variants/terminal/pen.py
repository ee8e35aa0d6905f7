"""Pieces as text for a terminal, with colours or in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from variants.terminal.styled_pieces import COLOUR_SIGNS, PLAIN_SIGNS, Signs, StyledPiece
from variants.terminal.view import Theme, View
from variants.wording.marks import Role

if TYPE_CHECKING:
    from rich.console import Console

_NARROWEST = 2  # A wide character has to fit.


def _styles(  # noqa: PLR0913, PLR0917 - a colour for each kind of mark
    seed: str, other: str, moved: str, muted: str, decided: str, asked: str, contested: str
) -> Mapping[Role, str]:
    return {
        Role.SEED: f"underline {seed}",
        Role.OTHER: f"underline {other}",
        Role.ADDED: f"underline {other}",
        Role.OMITTED: f"strike {seed}",
        Role.MOVED: moved,
        Role.MINOR: "underline",
        Role.MINOR_WORDS: "underline",
        Role.MISSING_MARK: muted,
        Role.MISSING_WORDS: f"bold {seed}",
        Role.SIGN: muted,
        Role.NUMBER: muted,
        Role.NOTE: muted,
        Role.STRONG: "bold",
        Role.DECIDED: decided,
        Role.ASKED: asked,
        Role.CONTESTED: f"bold {contested}".rstrip(),
    }


# The fills are distinguishable in protanopia, deuteranopia and tritanopia (CAM02-UCS after
# Machado 2009): no red beside green, no purple beside blue. Underline, sign and number have the
# same meaning without colours. The 256 colours are chosen by hand, because the nearest ones
# would be red and green.
PALETTES: Mapping[tuple[str, Theme], Mapping[Role, str]] = {
    ("truecolor", Theme.DARK): _styles(
        "#ffc38f on #4a2b12",
        "#a9d2ff on #123556",
        "#eceae4 on #4a4a48",
        "#a9a9a4",
        "#8cf0dd",
        "#b79bff",
        "#ff9466",
    ),
    ("truecolor", Theme.LIGHT): _styles(
        "#7a3200 on #fce5cf",
        "#0a3f73 on #d9e8f7",
        "#333333 on #dededa",
        "#595959",
        "#00463d",
        "#7a35b5",
        "#b23a00",
    ),
    ("256", Theme.DARK): _styles(
        "color(223) on color(58)",
        "color(153) on color(17)",
        "color(255) on color(238)",
        "color(248)",
        "color(122)",
        "color(141)",
        "color(209)",
    ),
    ("256", Theme.LIGHT): _styles(
        "color(52) on color(223)",
        "color(17) on color(153)",
        "color(236) on color(253)",
        "color(240)",
        "color(23)",
        "color(91)",
        "color(124)",
    ),
}
# Users choose their own sixteen colours, so any of them may be unreadable on the background.
_WITHOUT_COLOURS = _styles(
    seed="bold", other="bold", moved="bold", muted="", decided="", asked="", contested=""
)


_FILLED = frozenset({Role.SEED, Role.OTHER, Role.ADDED, Role.OMITTED, Role.MOVED})
_LIGHT = "underline"
"""Style of differences that are not likely to touch the sense: not filled."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Style in which pieces are printed.

    Attributes:
        console: Console to print on.
        plain: True for brackets instead of colours.
        signs: Signs around the pieces of each role.
        styles: Style of each role; empty if plain.
    """

    console: Console
    plain: bool
    signs: Signs
    styles: Mapping[Role, str]

    def text(self, pieces: Iterable[StyledPiece]) -> Text:
        """Return pieces as one line of any length."""
        return Text.assemble(*((piece.text, self._style(piece)) for piece in pieces))

    def _style(self, piece: StyledPiece) -> str:
        light = piece.light and piece.role in _FILLED
        style = _LIGHT if light and not self.plain else self.styles.get(piece.role, "")
        return f"bold {style}" if piece.differs and not self.plain else style

    def wrap(self, pieces: Iterable[StyledPiece], width: int) -> list[Text]:
        """Wrap pieces into lines of at most ``width`` cells, without white space at the ends."""
        lines = self.text(pieces).wrap(self.console, max(width, _NARROWEST), overflow="fold")
        for line in lines:
            line.rstrip()
        return list(lines)

    def print(self, lines: Sequence[Text]) -> None:
        """Print lines that are wrapped already, without reading them as markup."""
        if lines:
            # Rich must not wrap, crop or highlight: the lines are complete.
            self.console.print(
                Text("\n").join(lines), soft_wrap=True, highlight=False, markup=False, emoji=False
            )


def pen_for(view: View, console: Console) -> Pen:
    """Return the pen for a console and a view."""
    if view.plain or console.color_system is None or console.no_color:
        return Pen(console, plain=True, signs=PLAIN_SIGNS, styles={})
    styles = PALETTES.get((console.color_system, view.theme), _WITHOUT_COLOURS)
    return Pen(console, plain=False, signs=COLOUR_SIGNS, styles=styles)
