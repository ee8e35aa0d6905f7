"""Bars of the strips of a brief: sense and wording along the text."""

from __future__ import annotations

from typing import NamedTuple

from variants.brief.brief_values import Brief


class StripBar(NamedTuple):
    """Bar of a sentence of the seed, or of several adjacent ones in a long text.

    Attributes:
        first: Number of the first sentence, counted from 1.
        last: Number of the last sentence.
        sense: Most readings in the first tier that one of the sentences has.
        wording: Mean share of the words that differ, from 0 to 1.
    """

    first: int
    last: int
    sense: int
    wording: float


def strip_bars(brief: Brief, most: int) -> list[StripBar]:
    """Return the bars of a brief, at most a number of them."""
    sentences = len(brief.sense)
    step = max(1, -(-sentences // most))
    bars = []
    for at in range(0, sentences, step):
        sense, differing = brief.sense[at : at + step], brief.differing[at : at + step]
        mean = sum(differing) / len(differing)
        bars.append(StripBar(at + 1, at + len(sense), max(sense), mean))
    return bars
