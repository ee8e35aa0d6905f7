"""Strips of a brief for the templates."""

from __future__ import annotations

from dataclasses import dataclass

from variants.brief import Brief
from variants.brief.strip_values import strip_bars
from variants.wording.passage_notes import count

_MOST_BARS = 120
_APART = 14  # Room for the number of a sentence, in hundredths of the width of the strip.
_STEPS = (1, 2, 5)


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
            _percent(width * 0.86),
            _percent(100 - 100 * height),
            _percent(100 * height),
        )
        for at, height in enumerate(heights)
        if height > 0
    )


def _scale(sentences: int) -> tuple[tuple[int, str], ...]:
    """Return some numbers of sentences with their positions: 1, 5, 10, 15."""
    apart = next(
        factor * 10**power
        for power in range(12)
        for factor in _STEPS
        if 100 * factor * 10**power / sentences >= _APART or factor * 10**power >= sentences
    )
    numbers = [1, *range(apart, sentences + 1, apart)] if apart > 1 else range(1, sentences + 1)
    return tuple((number, _percent(100 * (number - 0.57) / sentences)) for number in numbers)


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
