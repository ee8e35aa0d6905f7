"""Strips: a bar for each sentence of the seed, or for several in a long text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variants.brief import Brief
from variants.brief.strip_values import strip_bars
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece

if TYPE_CHECKING:
    from rich.text import Text

_BARS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"
_HEAD = 9
_LEGEND = 28
_SHORT_LEGEND = 13
_NARROW = 60
_LEAST_ROOM = 10
_STEPS = (5, 10, 20)
_ROOM_OF_A_NUMBER = 5


def strip_lines(brief: Brief, pen: Pen) -> list[Text]:
    """Return the strips of sense and of wording, each with its range, and a scale below them.

    If a bar is for several sentences, it has the most readings of one of them, and the mean share
    of differing words.
    """
    sentences = len(brief.sense)
    if not sentences:
        return []
    narrow = pen.console.width < _NARROW
    legend = _SHORT_LEGEND if narrow else _LEGEND
    room = max(_LEAST_ROOM, pen.console.width - _HEAD - legend)
    step = -(-sentences // room)
    values = strip_bars(brief, room)
    sense, differing = [bar.sense for bar in values], [bar.wording for bar in values]
    most = max(sense)
    of_sense = f"0 to {most}" if narrow else f"0 to {most} in a sentence"
    of_words = "0 to 100 %" if narrow else "0 to 100 % of the words"
    rows = [("sense", _bars(sense, most), of_sense)] if most else []
    rows += [
        ("wording", _bars(differing, 1.0), of_words),
        ("", _scale(len(sense), step), ""),
    ]
    return [
        line
        for name, bars, said in rows
        for line in pen.wrap(
            [StyledPiece(f"{name:{_HEAD}}{bars:{len(sense)}}  {said}", Look.NOTE)],
            pen.console.width,
        )
    ]


def _bars(values: Sequence[float], most: float) -> str:
    """Return a bar for each value; a dot for 0."""
    top = len(_BARS) - 1
    return "".join(
        _BARS[min(top, round(top * value / most))] if value and most else _NOTHING
        for value in values
    )


def _scale(bars: int, step: int) -> str:
    """Return the numbers of some sentences, each below its bar."""
    apart = _apart(bars * step, bars)
    line = ""
    for number in [1, *range(apart, bars * step + 1, apart)]:
        at = (number - 1) // step
        if at >= len(line) + bool(line) and at + len(str(number)) <= bars + len(str(number)):
            line = line.ljust(at) + str(number)
    return line


def _apart(sentences: int, bars: int) -> int:
    """Return the distance between two numbers of the scale, such as 5, 10 or 25."""
    most = max(1, bars // _ROOM_OF_A_NUMBER)
    power = 1
    while True:
        for factor in _STEPS:
            if sentences // (factor * power) <= most:
                return factor * power
        power *= 10
