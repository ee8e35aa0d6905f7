"""Paths through areas: the steps with the highest sum of scores that cover all of their words."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from variants.classify.cutting.area_table import AreaTable, Doubles, Flags, Numbers, Tokens
from variants.classify.cutting.areas import Area, Cut


class CutSteps(NamedTuple):
    """Phrases that face each other, and pairs of equal words, as steps from place to place.

    Places are numbered as in the tables of sums of ``AreaTable``.

    Attributes:
        start: Place where each begins.
        end: Place where it ends.
        score: Its score.
    """

    start: Numbers
    end: Numbers
    score: Doubles


class _Ways(NamedTuple):
    """The last step of the best path to each place.

    Attributes:
        before: Place where it begins; -1 if no path leads to the place.
        is_cut: True if it is a phrase or an equal word, False for a token that none covers.
    """

    before: list[int]
    is_cut: list[bool]


def best_paths(table: AreaTable, steps: CutSteps) -> list[tuple[Cut, ...] | None]:
    """Return the cuts on the best path through each area; ``None`` if no path leads to its end.

    It is a longest path in a graph without cycles, found by dynamic programming.

    Args:
        table: The areas.
        steps: The scored steps of all areas, in any order.
    """
    ways = _best_ways(table, steps)
    starts = table.sums_at.tolist()
    lasts = table.last_places().tolist()
    return [
        None if ways.before[last] < 0 else _cuts(area, start, last, ways)
        for area, start, last in zip(table.areas, starts, lasts, strict=True)
    ]


def _best_ways(table: AreaTable, steps: CutSteps) -> _Ways:
    """Return the best last steps, found in all areas side by side, from first places to last.

    Of two equal paths to a place, the one whose last step begins earlier is taken.
    """
    level, *free = _levels_and_free_steps(table)
    start, end = (np.concatenate(pair) for pair in zip(steps[:2], free, strict=True))
    score = np.concatenate([steps.score, np.zeros(len(free[0]))])
    order = np.lexsort((start, end, level[end]))
    start, end, score = start[order], end[order], score[order]
    best = np.full(len(level), -np.inf)
    best[table.sums_at] = 0.0
    before = np.full(len(level), -1)
    is_cut = np.zeros(len(level), np.bool_)
    ends = np.flatnonzero(np.diff(end, prepend=-1))  # The first step to each place.
    levels = np.flatnonzero(np.diff(level[end[ends]], prepend=-1))
    bounds = np.append(ends, len(end))
    for low, high in pairwise([*levels.tolist(), len(ends)]):
        at, stop = bounds[low], bounds[high]
        totals = best[start[at:stop]] + score[at:stop]
        first = bounds[low:high] - at
        highest = np.maximum.reduceat(totals, first)
        tops = np.flatnonzero(totals == np.repeat(highest, np.diff(bounds[low : high + 1])))
        by = at + tops[np.searchsorted(tops, first)]
        places = end[by]
        best[places] = highest
        before[places] = np.where(np.isfinite(highest), start[by], -1)
        is_cut[places] = order[by] < len(steps.start)
    return _Ways(before.tolist(), is_cut.tolist())


def _levels_and_free_steps(table: AreaTable) -> tuple[Numbers, Numbers, Numbers]:
    """Return the tokens before each place, and the starts and ends of steps without a phrase.

    Such a step is over a mark or a moved word.
    """
    area, i, k = table.places()
    down = (i < table.rows[area]) & _is_free(table.seed)[table.seed.at[area] + i]
    right = (k < table.columns[area]) & _is_free(table.other)[table.other.at[area] + k]
    below, beside = np.flatnonzero(down), np.flatnonzero(right)
    width = table.columns[area[below]] + 1
    ends = np.concatenate([below + width, beside + 1])
    return i + k, np.concatenate([below, beside]), ends


def _is_free(tokens: Tokens) -> Flags:
    free: Flags = (tokens.is_word == 0) | (tokens.moved > 0)
    return free


def _cuts(area: Area, start: int, last: int, ways: _Ways) -> tuple[Cut, ...]:
    """Return the cuts on the best path from the first to the last place of an area."""
    width = area.l - area.k + 1
    cuts = []
    place = last
    while place != start:
        before = ways.before[place]
        if ways.is_cut[place]:
            i, k = divmod(before - start, width)
            j, end = divmod(place - start, width)
            cuts.append(Cut(area.i + i, area.i + j, area.k + k, area.k + end))
        place = before
    return tuple(reversed(cuts))
