"""Choice of the phrases that cover an area with the highest score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from variants.classify.cutting.area_table import AreaTable, TableBuilder, Tokens
from variants.classify.cutting.areas import AnchoredWords, Area, Cut, areas_of, only_cut
from variants.classify.cutting.cut_features import (
    candidate_codes,
    equal_codes,
    equal_words,
    link_sums,
)
from variants.classify.cutting.cut_model import CutModel
from variants.classify.cutting.phrase_pairs import list_candidates
from variants.classify.cutting.word_traits import WordTraits

_MOST_CELLS = 15_000
"""Pairs of words of an area that is cut, such as 120 words facing 120; it takes a quarter second.

Larger ones, of hundreds of words that repeat or have nothing in common, keep their equal words.
"""


class CutArea(NamedTuple):
    """An area and its cuts: phrases that differ, and equal words; ``None`` if none fit."""

    whole: Area
    cuts: tuple[Cut, ...] | None


class _CutSteps(NamedTuple):
    """PhrasePairs and pairs of equal words as steps from one place of an area to another.

    Attributes:
        first: Number of the first step of each area, and of the one after the last.
        start: Place where each begins, in order.
        end: Place where it ends.
        score: Its score.
        cuts: Columns of the cuts.
    """

    first: list[int]
    start: list[int]
    end: list[int]
    score: list[float]
    cuts: tuple[list[int], ...]

    def cut(self, number: int, area: Area) -> Cut:
        """Return the cut of a step of an area."""
        i, j, k, last = (column[number] for column in self.cuts)
        return Cut(area.i + i, area.i + j, area.k + k, area.k + last)


def best_cuts(
    beads: Sequence[AnchoredWords], traits: WordTraits, model: CutModel
) -> list[list[CutArea]]:
    """Return the cut areas of each bead, in order; the words outside of them are equal."""
    found: list[list[CutArea]] = [[] for _ in beads]
    asked: list[tuple[int, int]] = []
    builder = TableBuilder(traits)
    for number, bead in enumerate(beads):
        equal = bead.equal()
        unclear = []
        for area in areas_of(bead, equal):
            cuts = only_cut(bead, area)
            if cuts is None and _cells(area) <= _MOST_CELLS:
                asked.append((number, len(found[number])))
                unclear.append(area)
            found[number].append(CutArea(area, cuts))
        builder.add(bead, equal, unclear)
    if asked:
        table = builder.table()
        steps = _steps(table, model)
        for place, (number, at) in enumerate(asked):
            area = table.areas[place]
            path = _best_path(table, place, steps)
            cuts = None if path is None else tuple(steps.cut(step, area) for step in path)
            found[number][at] = CutArea(area, cuts)
    return found


def _cells(area: Area) -> int:
    return (area.j - area.i) * (area.l - area.k)


def _steps(table: AreaTable, model: CutModel) -> _CutSteps:
    """Return the scored steps of all areas, by their starts."""
    sums = link_sums(table)
    candidates = list_candidates(table, sums.linked)
    equal = equal_words(table)
    scores = np.concatenate(
        [
            model.scores(candidate_codes(candidates, sums), len(candidates.area)),
            model.scores(equal_codes(table, equal), len(equal.area)),
        ]
    )
    area = np.concatenate([candidates.area, equal.area])
    columns = [
        np.concatenate(pair)
        for pair in (
            (candidates.i, equal.i),
            (candidates.j, equal.i + 1),
            (candidates.k, equal.k),
            (candidates.l, equal.k + 1),
        )
    ]
    i, j, k, last = columns
    width = table.columns[area] + 1
    start, end = i * width + k, j * width + last
    order = np.lexsort((end, start, area))
    first = np.searchsorted(area[order], np.arange(len(table.rows) + 1))
    return _CutSteps(
        first.tolist(),
        start[order].tolist(),
        end[order].tolist(),
        scores[order].tolist(),
        tuple(column[order].tolist() for column in columns),
    )


def _best_path(table: AreaTable, area: int, steps: _CutSteps) -> list[int] | None:
    """Return the steps with the highest sum of scores that cover all words of an area."""
    rows, columns = int(table.rows[area]), int(table.columns[area])
    width = columns + 1
    free = (
        _free(table.seed, int(table.seed.at[area]), rows),
        _free(table.other, int(table.other.at[area]), columns),
    )
    best: dict[int, float] = {0: 0.0}
    before: dict[int, tuple[int, int | None]] = {}
    step, stop = steps.first[area], steps.first[area + 1]
    last = (rows + 1) * width - 1
    for place in range(last):
        while step < stop and steps.start[step] < place:
            step += 1
        score = best.get(place)
        if score is None:
            continue
        i, k = divmod(place, width)
        reached: list[tuple[int, float, int | None]] = []
        if i < rows and free[0][i]:
            reached.append((place + width, score, None))
        if k < columns and free[1][k]:
            reached.append((place + 1, score, None))
        while step < stop and steps.start[step] == place:
            reached.append((steps.end[step], score + steps.score[step], step))
            step += 1
        for end, total, by in reached:
            if end not in best or total > best[end]:
                best[end], before[end] = total, (place, by)
    return None if last not in best else list(_path(before, last))[::-1]


def _free(tokens: Tokens, at: int, count: int) -> list[bool]:
    """Return True for each token that no phrase needs to cover: marks and moved words."""
    inside = slice(at, at + count)
    free: list[bool] = ((tokens.is_word[inside] == 0) | (tokens.moved[inside] > 0)).tolist()
    return free


def _path(before: dict[int, tuple[int, int | None]], place: int) -> Iterator[int]:
    """Yield the steps of the best path, the last one first."""
    while place:
        place, step = before[place]
        if step is not None:
            yield step
