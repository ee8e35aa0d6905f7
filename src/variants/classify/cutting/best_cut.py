"""Choice of the phrases that cover an area with the highest score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from variants.classify.cutting.area_table import AreaTable, TableBuilder
from variants.classify.cutting.areas import AnchoredWords, Area, Cut, areas_of, only_cut
from variants.classify.cutting.best_paths import CutSteps, best_paths
from variants.classify.cutting.cut_features import (
    Code,
    candidate_codes,
    equal_codes,
    equal_words,
    link_sums,
)
from variants.classify.cutting.cut_model import CutModel
from variants.classify.cutting.phrase_pairs import PhrasePairs, list_candidates
from variants.classify.cutting.word_traits import WordTraits

_MOST_CELLS = 15_000
"""Pairs of words of an area that is cut, such as 120 words facing 120; it takes a quarter second.

Larger ones, of hundreds of words that repeat or have nothing in common, keep their equal words.
"""
_CELLS_AT_A_TIME = 15_000
"""Pairs of words of the areas that are cut together; more would need more memory, not less time."""


class CutArea(NamedTuple):
    """An area and its cuts: phrases that differ, and equal words; ``None`` if none fit."""

    whole: Area
    cuts: tuple[Cut, ...] | None


def best_cuts(
    beads: Sequence[AnchoredWords], traits: WordTraits, model: CutModel
) -> list[list[CutArea]]:
    """Return the cut areas of each bead, in order; the words outside of them are equal.

    Args:
        beads: The words of each bead.
        traits: Traits of the words of the seed's language.
        model: Weights for phrases that face each other.
    """
    found: list[list[CutArea]] = []
    asked: list[tuple[int, int]] = []  # Numbers of a bead and of one of its areas.
    builder = TableBuilder(traits)
    for number, bead in enumerate(beads):
        equal = bead.equal()
        areas = [CutArea(area, only_cut(bead, area)) for area in areas_of(bead, equal)]
        unclear = [at for at, (area, cuts) in enumerate(areas) if cuts is None and _is_cut(area)]
        builder.add(bead, equal, [areas[at].whole for at in unclear])
        found.append(areas)
        asked += [(number, at) for at in unclear]
        if asked and (builder.cell_count > _CELLS_AT_A_TIME or len(found) == len(beads)):
            table = builder.table()
            paths = best_paths(table, _steps(table, model))
            for (of_bead, at), area, cuts in zip(asked, table.areas, paths, strict=True):
                found[of_bead][at] = CutArea(area, cuts)
            asked, builder = [], TableBuilder(traits)
    return found


def _is_cut(area: Area) -> bool:
    return (area.j - area.i) * (area.l - area.k) <= _MOST_CELLS


def _steps(table: AreaTable, model: CutModel) -> CutSteps:
    """Return the scored steps of all areas."""
    sums = link_sums(table)
    steps = [
        _scored(found, candidate_codes(found, sums), model)
        for found in list_candidates(table, sums.linked)
    ]
    equal = equal_words(table)
    steps.append(_scored(equal, equal_codes(equal), model))
    return CutSteps(*(np.concatenate(columns) for columns in zip(*steps, strict=True)))


def _scored(found: PhrasePairs, codes: Iterable[Code], model: CutModel) -> CutSteps:
    return CutSteps(*found.borders(), model.scores(codes, len(found.area)))
