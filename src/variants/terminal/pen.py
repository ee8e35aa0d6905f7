"""Pieces as text for a terminal, with colours or with signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.text import Text

from variants.terminal.line_breaks import line_breaks, needs_own_breaks
from variants.terminal.look import MARKED, Look
from variants.terminal.styled_pieces import PLAIN_SIGNS, MarkSigns, StyledPiece
from variants.terminal.view import Theme, View

if TYPE_CHECKING:
    from rich.console import Console

_NARROWEST = 2  # A wide character has to fit.


@dataclass(frozen=True, slots=True)
class _Colours:
    """Colours of a theme; empty for the terminal's own."""

    seed_sense: str
    sense: str
    seed_most: str = ""
    seed_all: str = ""
    said: str = ""
    muted: str = ""
    decided: str = ""
    asked: str = ""
    contested: str = ""


def _styles(colours: _Colours) -> Mapping[Look, str]:
    styles = {
        Look.SEED_SENSE: f"bold underline {colours.seed_sense}",
        Look.SENSE: f"bold {colours.sense}",
        Look.SEED_FEW: "underline",
        Look.SEED_MOST: f"underline {colours.seed_most}",
        Look.SEED_ALL: f"underline {colours.seed_all}",
        Look.WORDING: "underline",
        Look.FORM: "italic",
        Look.SET_ASIDE: colours.muted or "dim",
        Look.SAID: f"bold {colours.said}",
        Look.LEMMA: "italic",
        Look.READING: "bold",
        Look.SIGN: colours.muted,
        Look.NOTE: colours.muted,
        Look.STRONG: "bold",
        Look.DECIDED: colours.decided,
        Look.ASKED: colours.asked,
        Look.CONTESTED: f"bold {colours.contested}",
    }
    return {look: style.strip() for look, style in styles.items()}


# The fills are distinguishable in protanopia, deuteranopia and tritanopia (CAM02-UCS after
# Machado 2009): no red beside green, no purple beside blue. Bold, underline and the words in the
# margin have the same meaning without colours. The 256 colours are chosen by hand, because the
# nearest ones would be red and green.
PALETTES: Mapping[tuple[str, Theme], Mapping[Look, str]] = {
    ("truecolor", Theme.DARK): _styles(
        _Colours(
            seed_sense="#14161a on #ffc38f",
            sense="#14161a on #8fc8ff",
            seed_most="#ffd9b3",
            seed_all="#ffb26b",
            said="#ff9466",
            muted="#a9a9a4",
            decided="#8cf0dd",
            asked="#b79bff",
            contested="#ff9466",
        )
    ),
    ("truecolor", Theme.LIGHT): _styles(
        _Colours(
            seed_sense="#1b1b1b on #ffc98f",
            sense="#ffffff on #0a4f8f",
            seed_most="#7a3200",
            seed_all="#a33a00",
            said="#a33a00",
            muted="#595959",
            decided="#00463d",
            asked="#7a35b5",
            contested="#b23a00",
        )
    ),
    ("256", Theme.DARK): _styles(
        _Colours(
            seed_sense="color(233) on color(216)",
            sense="color(233) on color(117)",
            seed_most="color(223)",
            seed_all="color(215)",
            said="color(209)",
            muted="color(248)",
            decided="color(122)",
            asked="color(141)",
            contested="color(209)",
        )
    ),
    ("256", Theme.LIGHT): _styles(
        _Colours(
            seed_sense="color(234) on color(222)",
            sense="color(231) on color(24)",
            seed_most="color(94)",
            seed_all="color(124)",
            said="color(124)",
            muted="color(240)",
            decided="color(23)",
            asked="color(91)",
            contested="color(124)",
        )
    ),
}
# Users choose their own sixteen colours, so any of them may be unreadable on the background; the
# same is true of other colours if the background is not known.
_WITHOUT_COLOURS = {
    **_styles(_Colours(seed_sense="reverse", sense="reverse")),
    Look.SEED_ALL: "bold underline",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Style in which pieces are printed.

    Attributes:
        console: Console to print on.
        plain: True for signs instead of colours.
        signs: Signs around marked words, and the looks that are marked at all.
        styles: Style of each look; empty if plain.
    """

    console: Console
    plain: bool
    signs: MarkSigns
    styles: Mapping[Look, str]

    def text(self, pieces: Iterable[StyledPiece]) -> Text:
        """Return pieces as one line of any length."""
        if not self.styles:
            return Text("".join([piece.text for piece in pieces]))
        return Text.assemble(*((piece.text, self.styles.get(piece.look, "")) for piece in pieces))

    def wrap(self, pieces: Iterable[StyledPiece], width: int) -> list[Text]:
        """Wrap pieces into lines of at most ``width`` cells, without white space at the ends.

        A gap at which words are missing stays at the end of its line, or else begins the next.
        """
        pieces, width = tuple(pieces), max(width, _NARROWEST)
        whole = self.text(pieces)
        is_one = whole.cell_len <= width and whole.plain.isprintable() and bool(whole.plain)
        lines = [whole] if is_one else self._lines(whole, width)
        for line in lines:
            line.rstrip()
        gaps = _gaps_in(pieces)
        return self._with_gaps(lines, whole.plain, gaps, width) if gaps else lines

    def _lines(self, whole: Text, width: int) -> list[Text]:
        if not needs_own_breaks(whole.plain):
            return list(whole.wrap(self.console, width, overflow="fold"))
        return [
            line
            for part in whole.split(allow_blank=True)
            for line in part.divide(line_breaks(part.plain, width))
        ]

    def _with_gaps(
        self, lines: Sequence[Text], whole: str, gaps: Mapping[int, Look], width: int
    ) -> list[Text]:
        """Return lines with the gaps that were removed at their ends.

        Args:
            lines: The lines.
            whole: Their text as one line.
            gaps: Look of each gap, by its offset in the whole text.
            width: Cells of a line.
        """
        kept: list[Text] = []
        start = Text()
        at = 0
        for line in lines:
            at += len(line.plain)
            fits = line.cell_len + start.cell_len <= width
            shown = Text.assemble(start, line) if fits else line
            start = Text()
            while at < len(whole) and whole[at].isspace():
                if at in gaps:
                    gap = Text(" ", self.styles.get(gaps[at], ""))
                    if shown.cell_len < width:
                        shown = Text.assemble(shown, gap)
                    else:
                        start = gap
                at += 1
            kept.append(shown)
        return kept

    def print(self, lines: Sequence[Text]) -> None:
        """Print lines that are wrapped already, without reading them as markup."""
        if lines:
            # Rich must not wrap, crop or highlight: the lines are complete.
            self.console.print(
                Text("\n").join(lines), soft_wrap=True, highlight=False, markup=False, emoji=False
            )


def _gaps_in(pieces: Sequence[StyledPiece]) -> dict[int, Look]:
    """Return the look of each gap by its offset; spaces inside marked words are not among them."""
    gaps = {}
    at = 0
    for before, piece, after in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False):
        around = {one.look for one in (before, after) if one is not None}
        if piece.text == " " and piece.look in MARKED and around != {piece.look}:
            gaps[at] = piece.look
        at += len(piece.text)
    return gaps


def pen_for(view: View, console: Console) -> Pen:
    """Return the pen for a console and a view."""
    plain = view.plain or console.color_system is None or console.no_color
    signs = PLAIN_SIGNS if plain else MarkSigns()
    looks: frozenset[Look] = frozenset()
    if view.marked:
        looks = MARKED if view.form else MARKED - {Look.FORM}
    styles: Mapping[Look, str] = {}
    if not plain:
        styles = _WITHOUT_COLOURS
        if view.theme is not None:
            styles = PALETTES.get((console.color_system or "", view.theme), styles)
    return Pen(console, plain=plain, signs=replace(signs, looks=looks), styles=styles)
