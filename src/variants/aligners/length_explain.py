"""Explanation of a bead by the lengths of its sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from variants.aligners.constraints import NO_CONSTRAINTS, constraints_of
from variants.aligners.length import (
    SHARES,
    LengthSection,
    LengthTexts,
    align_length,
    find_on_path,
    length_texts,
    sections_between,
)
from variants.types.explanation import Explanation, Origin, ScoreBreakdown
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

_LEAST_SHOWN = 0.005  # Smaller probabilities are displayed as 0.00.


def explain_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Align two witnesses, and explain the bead of a sentence of one side."""
    alignment = align_length(seed, other, links)
    bead = alignment.bead_of(side, sentence)
    if bead.forced:
        weighing = _break_down(length_texts(seed, other, NO_CONSTRAINTS), bead.seed, bead.other)
        return Explanation(alignment, bead, Origin.FORCED, weighing, None, None)
    texts = length_texts(seed, other, constraints_of(links, seed, other)[0])
    section = next(
        LengthSection(texts, rows, columns)
        for rows, columns in sections_between(find_on_path(texts, texts.constraints.paired), texts)
        if sentence in (rows, columns)[side]
    )
    alternatives = (
        each
        for each in section.alternatives(side, sentence)
        if (each.seed, each.other) != (bead.seed, bead.other) and each.probability >= _LEAST_SHOWN
    )
    rival = max(alternatives, key=lambda each: each.probability, default=None)
    return Explanation(
        alignment,
        bead,
        Origin.WAY,
        _break_down(texts, bead.seed, bead.other),
        rival,
        _break_down(texts, rival.seed, rival.other) if rival else None,
    )


def _break_down(
    texts: LengthTexts, seed: tuple[int, ...], other: tuple[int, ...]
) -> ScoreBreakdown | None:
    """Return the evidence of lengths and shape; ``None`` where a side is empty."""
    if not seed or not other:
        return None
    shape = (len(seed), len(other))
    length = texts.length_scores(seed[-1] + 1, np.array([other[-1] + 1]), shape)[0]
    alone = sum(
        texts.scores(row, np.array([column]), one)[0]
        for row, column, one in (
            *((i + 1, 0, (1, 0)) for i in seed),
            *((0, j + 1, (0, 1)) for j in other),
        )
    )
    return ScoreBreakdown(
        shared=(),
        missed=(),
        length=float(length),
        joined=math.log(SHARES.get(shape, min(SHARES.values()))),
        divisions=0.0,
        alone=float(alone),
        usual=float(texts.ratio * (texts.seed[seed[-1] + 1] - texts.seed[seed[0]])),
    )
