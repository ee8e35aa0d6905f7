"""Elements of SVG drawings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil, floor, log10

from variants.wording.sanitize import sanitize_line
from variants.wording.xml_text import xml_safe

_WIDE, _CAPITAL, _LETTER, _NARROW = 12.2, 8.6, 7.7, 4.4
"""Widths of bold letters, in units of a drawing, in a font that runs wide."""
_FIRST_WIDE = 0x1100  # From here on most scripts have wide letters.
_SMALLEST = 1e-6  # Of figures: smaller ones are nothing.
_DIGITS = 9  # So that rounding changes no limit.
_LONGEST = 14  # Letters of a siglum beside a drawing.
_TICKS = (1, 2, 5, 10)
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def escaped(words: str) -> str:
    """Return words as text of an SVG element."""
    return escape(xml_safe(sanitize_line(words)), quote=False)


def number(value: float) -> str:
    """Return a coordinate with at most one decimal.

    Examples:
        >>> number(12.0), number(3.14159), number(-0.04)
        ('12', '3.1', '0')
    """
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def text(x: float, y: float, words: str, look: str = "", more: str = "") -> str:
    """Return a line of text.

    Args:
        x: Its left edge; of looks ``e`` and ``m`` its right edge or its middle.
        y: Its base line.
        words: The text.
        look: Classes of the style sheet, separated by spaces.
        more: Further attributes.
    """
    classes = f' class="{look}"' if look else ""
    return f'<text x="{number(x)}" y="{number(y)}"{classes}{more}>{escaped(words)}</text>'


def turned_text(x: float, y: float, words: str) -> str:
    """Return a line of text that rises to the right from a point."""
    return text(x, y, words, more=f' transform="rotate(-40 {number(x)} {number(y)})"')


def rect(  # noqa: PLR0913, PLR0917 - four numbers that every reader of SVG knows
    x: float, y: float, width: float, height: float, look: str, more: str = ""
) -> str:
    """Return a rectangle."""
    box = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {box} class="{look}"{more}/>'


def path(steps: str, look: str) -> str:
    """Return a path."""
    return f'<path d="{steps}" class="{look}"/>'


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return the steps of a line in a path."""
    return f"M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}"


def bars(x: float, y: float, width: float, heights: Sequence[float]) -> str:
    """Return the steps of adjacent bars on a line, in a path; those of negative height hang.

    Args:
        x: Left edge of the first bar.
        y: The line.
        width: Width of all bars.
        heights: Their heights.
    """
    each = width / len(heights)
    return "".join(
        f"M{number(x + at * each)} {number(y)}v{number(-height)}"
        f"h{number(max(each - 1, 0.8 * each))}v{number(height)}z"
        for at, height in enumerate(heights)
        if height
    )


def nice_limit(value: float) -> float:
    """Return the round number that a scale from 0 to a value ends with.

    Examples:
        >>> nice_limit(0.73), nice_limit(1.3), nice_limit(1e-300), nice_limit(36)
        (0.8, 1.5, 1.0, 40.0)
    """
    return _nice(value, _STEPS) if value >= _SMALLEST else 1.0


def _nice(value: float, steps: Sequence[float]) -> float:
    """Return the smallest of some round numbers that is not below a value."""
    power = 10.0 ** floor(log10(value))
    found = (round(step * power, _DIGITS) for step in steps)
    return min(limit for limit in found if limit >= round(value, _DIGITS))


def label_width(sigla: Iterable[str]) -> float:
    """Return the room for the longest siglum beside a drawing."""
    return 9 + max(width_of(short(siglum)) for siglum in sigla)


def width_of(words: str) -> float:
    """Return about the width of bold words, rather more than less.

    Examples:
        >>> width_of("A"), round(width_of("Will"), 1)
        (8.6, 25.4)
    """
    return sum(map(_width_of_letter, words))


def _width_of_letter(letter: str) -> float:
    if letter in "MWmw" or ord(letter) >= _FIRST_WIDE:
        return _WIDE
    if letter in "iljtfrI.'-":
        return _NARROW
    return _CAPITAL if letter.isupper() else _LETTER


def short(siglum: str) -> str:
    """Return a siglum that fits beside a drawing.

    Examples:
        >>> short("Weymouth"), short("London-Manuscript-2")
        ('Weymouth', 'London-Manusc…')
    """
    return siglum if len(siglum) <= _LONGEST else f"{siglum[: _LONGEST - 1]}…"


def ticks(first: float, last: float, most: int) -> list[float]:
    """Return round numbers between two others, at most a number of them.

    Examples:
        >>> ticks(0.53, 1.0, 6)
        [0.6, 0.7, 0.8, 0.9, 1.0]
    """
    step = _nice((last - first) / most, _TICKS) if last > first else 1.0
    lowest, highest = ceil(round(first / step, 6)), floor(round(last / step, 6))
    return [round(at * step, 6) for at in range(lowest, highest + 1)]
