"""Alignment of sentences: from two segmentations to beads.

``aligner`` defines the interface, ``order`` sorts beads, and ``constraints`` holds the links that
an aligner has to obey.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variants.aligners.aligner import Aligner, Explainer
from variants.aligners.paired_units import align_units, are_paired
from variants.types.alignment import Alignment
from variants.types.explanation import Explanation
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink


def align_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink] = ()
) -> Alignment:
    """Align by shared words, with weights learned from the two texts."""
    # Imported here because numpy takes longer to import than a short command may take.
    from variants.aligners.likelihood.align import align_likelihood as align  # noqa: PLC0415

    return align(seed, other, links)


def align_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink] = ()
) -> Alignment:
    """Align by sentence lengths alone: a baseline, and a way for texts that share no words."""
    # Imported here because it needs numpy.
    from variants.aligners.length import align_length as align  # noqa: PLC0415

    return align(seed, other, links)


ALIGNERS: dict[str, Aligner] = {
    "likelihood": align_likelihood,
    "length": align_length,
}


def align_all(
    seed: Segmentation,
    others: Iterable[Segmentation],
    aligner: str,
    links: Sequence[SentenceLink] = (),
) -> Iterator[Alignment]:
    """Yield the alignment of the seed with each of the others, by a key of ``ALIGNERS``.

    Texts whose file pairs their sentences keep these pairs, unless an editor's link changes one.
    """
    align = ALIGNERS[aligner]
    linked = {link.siglum for link in links}
    return (
        align_units(seed, other)
        if other.witness.siglum not in linked and are_paired(seed, other)
        else align(seed, other, links)
        for other in others
    )


def explain_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Explain a bead by its words and lengths."""
    # Imported here because it needs numpy.
    from variants.aligners.likelihood.explain import (  # noqa: PLC0415
        explain_likelihood as explain,
    )

    return explain(seed, other, links, side, sentence)


def explain_length(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Explain a bead by its lengths."""
    # Imported here because it needs numpy.
    from variants.aligners.length_explain import (  # noqa: PLC0415
        explain_length as explain,
    )

    return explain(seed, other, links, side, sentence)


EXPLAINERS: dict[str, Explainer] = {
    "likelihood": explain_likelihood,
    "length": explain_length,
}
