"""What the lengths of sentences say about their bead."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from variants.aligners.length import (
    SHARES,
    LengthSection,
    LengthTexts,
    align_length,
    find_in_line,
    sections_between,
    texts_of,
)
from variants.aligners.limits import NO_LIMITS, fit
from variants.types.explanation import Explanation, Origin, ScoreBreakdown
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

_LEAST = 0.005  # A probability under this is 0.00 where it is shown.


def explain_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Align, and say why a sentence of one side is in its bead."""
    alignment = align_length(seed, other, links)
    bead = alignment.bead_of(side, sentence)
    if bead.forced:
        weighing = _weigh(texts_of(seed, other, NO_LIMITS), bead.seed, bead.other)
        return Explanation(alignment, bead, Origin.FORCED, weighing, None, None)
    texts = texts_of(seed, other, fit(links, seed, other)[0])
    stretch = next(
        LengthSection(texts, rows, columns)
        for rows, columns in sections_between(find_in_line(texts, texts.limits.paired), texts)
        if sentence in (rows, columns)[side]
    )
    rivals = (
        rival
        for rival in stretch.rivals(side, sentence)
        if (rival.seed, rival.other) != (bead.seed, bead.other) and rival.probability >= _LEAST
    )
    rival = max(rivals, key=lambda rival: rival.probability, default=None)
    return Explanation(
        alignment,
        bead,
        Origin.WAY,
        _weigh(texts, bead.seed, bead.other),
        rival,
        _weigh(texts, rival.seed, rival.other) if rival else None,
    )


def _weigh(
    texts: LengthTexts, seed: tuple[int, ...], other: tuple[int, ...]
) -> ScoreBreakdown | None:
    """What lengths and shape say; nothing where a side is empty."""
    if not seed or not other:
        return None
    shape = (len(seed), len(other))
    length = texts.lengths(seed[-1] + 1, np.array([other[-1] + 1]), shape)[0]
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
