import io
import re

import pytest
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.text import Text

from tests.reports.weighed import weighed
from tests.terminal.screens import coloured
from variants.terminal import Theme, View
from variants.terminal.look import Look
from variants.terminal.pen import PALETTES, pen_for
from variants.terminal.styled_pieces import StyledPiece

_PAGES = {Theme.DARK: (20, 22, 26), Theme.LIGHT: (252, 251, 247)}
_READABLE = 4.5  # WCAG 2, level AA.
_VISIBLE = 3.0  # WCAG 2, for what is not text.


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("look", Look)
def test_every_mark_can_be_read_on_its_fill(palette: tuple[str, Theme], look: Look) -> None:
    style = Style.parse(PALETTES[palette].get(look, ""))
    page = _PAGES[palette[1]]
    if style.color is None:
        assert style.bgcolor is None
        return

    assert _contrast(_rgb(style.color), _rgb(style.bgcolor) if style.bgcolor else page) >= _READABLE


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("look", [Look.SEED_SENSE, Look.SENSE])
def test_a_fill_like_the_page_is_underlined(palette: tuple[str, Theme], look: Look) -> None:
    style = Style.parse(PALETTES[palette][look])

    if style.bgcolor and _contrast(_rgb(style.bgcolor), _PAGES[palette[1]]) < _VISIBLE:
        assert style.underline


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, ["They held it_now and so"]),
        (13, ["They held it_", "now and so"]),
        (12, ["They held it", "_now and so"]),
    ],
)
def test_a_gap_at_the_end_of_a_line_stays(width: int, shown: list[str]) -> None:
    console = Console(file=io.StringIO(), width=width, color_system="truecolor")
    pen = pen_for(View(theme=Theme.DARK), console)
    pieces = [
        StyledPiece("They held it"),
        StyledPiece(" ", Look.WORDING),
        StyledPiece("now and so"),
    ]

    lines = pen.wrap(pieces, width)

    assert [_underlined(line, console) for line in lines] == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("彼は「はい。」と言った。", 8, ["彼は「は", "い。」と", "言った。"]),
        ("彼は「はい。」と言った。", 6, ["彼は", "「は", "い。」", "と言っ", "た。"]),
        ("彼か\u3099。", 4, ["彼", "か\u3099。"]),
        ("その ship だ", 9, ["その ship", "だ"]),
        ("Il dit «\u00a0Oui\u00a0» à 9\u202fh", 9, ["Il dit", "«\u00a0Oui\u00a0» à", "9\u202fh"]),
        ("12345678\u00a0km 3", 5, ["12345", "678\u00a0k", "m 3"]),
    ],
)
def test_a_line_breaks_where_its_script_allows(text: str, width: int, shown: list[str]) -> None:
    pen = pen_for(View(), Console(file=io.StringIO(), width=width))

    assert [line.plain for line in pen.wrap([StyledPiece(text)], width)] == shown


def _underlined(line: Text, console: Console) -> str:
    """Return a line with "_" for each underlined character."""
    return "".join(
        "_" if line.get_style_at_offset(console, n).underline else character
        for n, character in enumerate(line.plain)
    )


def _rgb(color: Color) -> tuple[int, int, int]:
    red, green, blue = color.get_truecolor()
    return red, green, blue


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast ratio of WCAG 2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: tuple[int, int, int]) -> float:
    parts = [value / 255 for value in color]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", ["truecolor", "256", "standard"])
def test_only_readings_that_are_likely_to_touch_the_sense_are_filled(colours: str) -> None:
    screen = coloured(weighed(), 120, colours=colours)

    def styles_of(words: str) -> set[str]:
        return set(re.findall(rf"\x1b\[([0-9;]*)m{words}\x1b", screen))

    assert "4" in styles_of("should")
    assert styles_of("sixty")
    assert "4" not in styles_of("sixty") | styles_of("sixteen")
