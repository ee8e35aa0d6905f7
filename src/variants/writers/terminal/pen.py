"""Pieces as text for a terminal: in its colours, or in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from variants.writers.terminal.pieces import COLOUR_SIGNS, PLAIN_SIGNS, Piece, Role, Signs
from variants.writers.terminal.view import Theme, View

if TYPE_CHECKING:
    from rich.console import Console

_NARROWEST = 2  # A wide character has to fit.

# Each text has a contrast of 7 or more with its fill, and the fills stay apart in protanopia,
# deuteranopia and tritanopia (WCAG 2 formula; CAM02-UCS after Machado 2009): no red beside
# green, no purple beside blue. Underline, sign and number carry the meaning without them.
_DARK: Mapping[Role, str] = {
    Role.SEED: "underline #ffc38f on #4a2b12",
    Role.OTHER: "underline #a9d2ff on #123556",
    Role.ADDED: "underline #a9d2ff on #123556",
    Role.OMITTED: "strike #ffc38f on #4a2b12",
    Role.MOVED: "#eceae4 on #4a4a48",
    Role.MINOR: "underline",
    Role.MINOR_WORDS: "underline",
    Role.MISSING_MARK: "#a9a9a4",
    Role.MISSING_WORDS: "bold #ffc38f on #4a2b12",
    Role.SIGN: "#a9a9a4",
    Role.NUMBER: "#a9a9a4",
    Role.NOTE: "#a9a9a4",
    Role.STRONG: "bold",
}
_LIGHT: Mapping[Role, str] = {
    Role.SEED: "underline #7a3200 on #fce5cf",
    Role.OTHER: "underline #0a3f73 on #d9e8f7",
    Role.ADDED: "underline #0a3f73 on #d9e8f7",
    Role.OMITTED: "strike #7a3200 on #fce5cf",
    Role.MOVED: "#333333 on #dededa",
    Role.MINOR: "underline",
    Role.MINOR_WORDS: "underline",
    Role.MISSING_MARK: "#595959",
    Role.MISSING_WORDS: "bold #7a3200 on #fce5cf",
    Role.SIGN: "#595959",
    Role.NUMBER: "#595959",
    Role.NOTE: "#595959",
    Role.STRONG: "bold",
}
# Sixteen colours are the user's own: any of them may be unreadable on the background.
_WITHOUT_COLOURS: Mapping[Role, str] = {
    Role.SEED: "bold underline",
    Role.OTHER: "bold underline",
    Role.ADDED: "bold underline",
    Role.OMITTED: "bold strike",
    Role.MOVED: "bold",
    Role.MINOR: "underline",
    Role.MINOR_WORDS: "underline",
    Role.MISSING_WORDS: "bold",
    Role.STRONG: "bold",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """How pieces are drawn.

    Attributes:
        console: Where.
        plain: Whether there are brackets instead of styles.
        signs: What stands around the pieces of each role.
        styles: What each role looks like; empty when plain.
    """

    console: Console
    plain: bool
    signs: Signs
    styles: Mapping[Role, str]

    def text(self, pieces: Iterable[Piece]) -> Text:
        """The pieces on one line of any length."""
        return Text.assemble(*((piece.text, self.styles.get(piece.role, "")) for piece in pieces))

    def wrap(self, pieces: Iterable[Piece], width: int) -> list[Text]:
        """The pieces on lines of at most ``width`` cells, without blanks at their ends."""
        lines = self.text(pieces).wrap(self.console, max(width, _NARROWEST), overflow="fold")
        for line in lines:
            line.rstrip()
        return list(lines)


def pen_for(view: View, console: Console) -> Pen:
    """The pen that suits the console and the view."""
    if view.plain or console.color_system is None or console.no_color:
        return Pen(console, plain=True, signs=PLAIN_SIGNS, styles={})
    rich_in_colours = console.color_system in {"truecolor", "256"}
    styles = _DARK if view.theme is Theme.DARK else _LIGHT
    return Pen(
        console,
        plain=False,
        signs=COLOUR_SIGNS,
        styles=styles if rich_in_colours else _WITHOUT_COLOURS,
    )
