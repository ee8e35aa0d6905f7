"""Scores of machine translation, the seed as the reference; they need the extra ``measures``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from variants.errors import NoScores
from variants.types.collation import Passage
from variants.types.measure import Score
from variants.types.segmentation import Segmentation
from variants.types.span import squeeze

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric


def _ter() -> SacrebleuMetric:
    """Return TER (Snover et al. 2006): edits and shifts per 100 words of the seed."""
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 - an extra

    return TER(case_sensitive=True)


def _chrf() -> SacrebleuMetric:
    """Return chrF (Popovic 2015): shared character n-grams, n from 1 to 6, from 0 to 100."""
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - an extra

    return CHRF()


SCORES: dict[str, Callable[[], SacrebleuMetric]] = {"ter": _ter, "chrf": _chrf}


def measure_scores(
    seed: Segmentation, other: Segmentation, passages: Iterable[Passage], names: Sequence[str]
) -> tuple[Score, ...]:
    """Return the scores of a witness's passages against the seed's; neither is symmetric.

    Text that only the witness has lowers its scores: the reference is empty.

    Args:
        seed: The seed.
        other: The witness.
        passages: Of their collation.
        names: Keys of ``SCORES``.

    Raises:
        NoScores: sacrebleu is not installed.
    """
    mine, theirs = [], []
    for passage in passages:
        for rendering in passage.renderings:
            if rendering.siglum == other.witness.siglum:
                mine.append(_text(seed, passage.sentences))
                theirs.append(_text(other, rendering.sentences))
    scores = []
    for name in names:
        try:
            metric = SCORES[name]()
        except ImportError as error:
            raise NoScores(names) from error
        value = metric.corpus_score(theirs, [mine]).score
        scores.append(Score(name, round(value, 2), str(metric.get_signature())))
    return tuple(scores)


def _text(cut: Segmentation, sentences: Iterable[int]) -> str:
    return " ".join(squeeze(cut.witness.wording(cut.sentences[sentence])) for sentence in sentences)
