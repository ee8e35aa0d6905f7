"""Sentences to beads.

``aligner`` says what an aligner is, ``order`` in what order its beads stand, ``limits`` what links
leave to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from variants.aligners.aligner import Aligner, Explainer
from variants.types.alignment import Alignment
from variants.types.explanation import Explanation
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink


def align_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink] = ()
) -> Alignment:
    """Align by the words that both witnesses use, weighed by what the two texts teach."""
    # Here, since numpy takes longer to import than a short command may take.
    from variants.aligners.likelihood.align import align_likelihood as align  # noqa: PLC0415

    return align(seed, other, links)


def align_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink] = ()
) -> Alignment:
    """Align by lengths alone: a baseline, and a way for texts that share no words."""
    # For the same reason.
    from variants.aligners.length import align_length as align  # noqa: PLC0415

    return align(seed, other, links)


ALIGNERS: dict[str, Aligner] = {
    "likelihood": align_likelihood,
    "length": align_length,
}


def explain_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Say which words and lengths speak for a bead."""
    # For the same reason.
    from variants.aligners.likelihood.explain import (  # noqa: PLC0415
        explain_likelihood as explain,
    )

    return explain(seed, other, links, side, sentence)


def explain_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Say which lengths speak for a bead."""
    # For the same reason.
    from variants.aligners.length_explain import (  # noqa: PLC0415
        explain_length as explain,
    )

    return explain(seed, other, links, side, sentence)


EXPLAINERS: dict[str, Explainer] = {
    "likelihood": explain_likelihood,
    "length": explain_length,
}
