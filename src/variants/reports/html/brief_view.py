"""Strips of a brief for the templates, and the overview of a page with links in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from variants.brief import Brief
from variants.brief.strip_values import StripBar, strip_bars
from variants.wording.passage_notes import count

_MOST_BARS = 120
_APART = 14  # Room for the number of a sentence, in hundredths of the width of the strip.
_STEPS = (1, 2, 5)
_SENSE = (2.0, 46.0)  # Top and bottom of the strips of an overview, in percent of its height.
_WORDING = (54.0, 98.0)
_FILLED = 0.86  # Share of a bar's room that it fills.
_LEAST = 0.12  # A bar of sense is never too low to be seen.


@dataclass(frozen=True, slots=True)
class BarView:
    """Bar of a strip, in percent of its width and height."""

    left: str
    width: str
    top: str
    height: str


@dataclass(frozen=True, slots=True)
class StripView:
    """Strip with its bars.

    Attributes:
        name: Name: sense or wording.
        range: Range of the values in words.
        description: Text instead of the picture.
        bars: The bars, without empty ones.
    """

    name: str
    range: str
    description: str
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class StripsView:
    """Strips with a common scale: numbers of sentences and their position in percent."""

    strips: tuple[StripView, ...]
    scale: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class OverviewBar:
    """Link of the overview.

    Attributes:
        to: Id of the first passage.
        description: The sentences with their values in words.
        left: Left edge, in percent of the width.
        room: Its width with the gap to the next one.
        width: Its width.
        sense: Top and height of the bar of sense; ``None`` without one.
        wording: Top and height of the bar of wording; ``None`` without one.
    """

    to: str
    description: str
    left: str
    room: str
    width: str
    sense: tuple[str, str] | None
    wording: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Strips of sense and wording along the text, in which every bar is a link.

    Attributes:
        bars: The bars.
        most: Most readings of sense in a sentence; the range of the upper strip.
        scale: Numbers of sentences and their position in percent.
    """

    bars: tuple[OverviewBar, ...]
    most: int
    scale: tuple[tuple[int, str], ...]


def overview_of(
    brief: Brief, targets: Mapping[str, str], first: int = 0, last: int | None = None
) -> Overview | None:
    """Return the overview of a page; ``None`` if it has no sentences.

    Args:
        brief: The brief of the whole text.
        targets: Id of the passage of each sentence, by its number.
        first: First sentence of the page, counted from 0.
        last: Sentence after the last one of the page.
    """
    part = replace(brief, sense=brief.sense[first:last], differing=brief.differing[first:last])
    bars = strip_bars(part, _MOST_BARS)
    if not bars:
        return None
    most = max(bar.sense for bar in bars)
    width = 100 / len(bars)
    views = tuple(
        OverviewBar(
            targets.get(str(first + bar.first), ""),
            _description(bar, first),
            _percent(at * width),
            _percent(width),
            _percent(width * _FILLED),
            _bar(max(bar.sense / most, _LEAST), _SENSE) if bar.sense else None,
            _bar(bar.wording, _WORDING),
        )
        for at, bar in enumerate(bars)
    )
    return Overview(views, most, _scale(len(part.sense), first))


def _description(bar: StripBar, first: int) -> str:
    wording = f"{bar.wording:.0%} of words differ"
    if bar.first == bar.last:
        return f"{first + bar.first}: {bar.sense} of sense, {wording}"
    where = f"{first + bar.first}–{first + bar.last}"
    return f"{where}: at most {bar.sense} of sense in a sentence, {wording}"


def _bar(value: float, strip: tuple[float, float]) -> tuple[str, str] | None:
    """Return top and height of a bar with a value from 0 to 1 in a strip."""
    top, bottom = strip
    height = round(value * (bottom - top), 2)
    return (_percent(bottom - height), _percent(height)) if height else None


def strips_of(brief: Brief) -> StripsView | None:
    """Return the strips of a brief; ``None`` if there are no sentences."""
    bars = strip_bars(brief, _MOST_BARS)
    if not bars:
        return None
    most = max(bar.sense for bar in bars)
    strips = []
    if most:
        where = [str(bar.first) for bar in bars if bar.sense == most]
        said = f"{count(brief.readings, 'reading')}, most in sentence {where[0]}"
        heights = [bar.sense / most for bar in bars]
        strips.append(StripView("sense", f"0–{most}", said, _bars(heights)))
    wording = [bar.wording for bar in bars]
    mean = sum(brief.differing) / len(brief.differing)
    said = f"{mean:.0%} of the words differ on average"
    strips.append(StripView("wording", "0–100 %", said, _bars(wording)))
    return StripsView(tuple(strips), _scale(len(brief.sense)))


def _bars(heights: list[float]) -> tuple[BarView, ...]:
    width = 100 / len(heights)
    return tuple(
        BarView(
            _percent(at * width),
            _percent(width * _FILLED),
            _percent(100 - 100 * height),
            _percent(100 * height),
        )
        for at, height in enumerate(heights)
        if height > 0
    )


def _scale(sentences: int, before: int = 0) -> tuple[tuple[int, str], ...]:
    """Return some numbers of sentences with their positions: 1, 5, 10, 15.

    Args:
        sentences: Number of sentences along the strip.
        before: Number of sentences before them.
    """
    apart = next(
        factor * 10**power
        for power in range(12)
        for factor in _STEPS
        if 100 * factor * 10**power / sentences >= _APART or factor * 10**power >= sentences
    )
    numbers = [1, *range(apart, sentences + 1, apart)] if apart > 1 else range(1, sentences + 1)
    return tuple(
        (before + number, _percent(100 * (number - 0.57) / sentences)) for number in numbers
    )


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
