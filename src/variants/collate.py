"""The pipeline, one call a stage: read this first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variants.aligners import ALIGNERS
from variants.classify.differences import Differences, find_differences
from variants.classify.entries import Apparatus
from variants.classify.passages import cut_passages
from variants.segmenters import SEGMENTERS
from variants.settings import Settings
from variants.types import (
    Alignment,
    Collation,
    Notice,
    Segmentation,
    Signature,
    Witness,
    by_number,
)
from variants.version import VERSION
from variants.words.link import link_words


def collate(
    witnesses: Sequence[Witness],
    settings: Settings,
    *,
    title: str = "",
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Collation:
    """Compare a seed with its other renderings.

    Every witness is aligned with the seed and with nothing else, so the result does not
    depend on the order of the others.

    Args:
        witnesses: The seed first; every siglum once.
        settings: Names of the ways to use.
        title: Of the document.
        progress: Told after each witness how many of how many are done.
    """
    base, *others = (SEGMENTERS[settings.segmenter](witness) for witness in witnesses)
    others.sort(key=lambda cut: by_number(cut.witness.siglum))
    alignments: list[Alignment] = []
    differences: dict[str, dict[int, Differences]] = {}
    for other in others:
        alignment = ALIGNERS[settings.aligner](base, other)
        alignments.append(alignment)
        differences[other.witness.siglum] = _differences(alignment, settings.terms)
        progress(len(alignments), len(others))
    apparatus = Apparatus(base, {cut.witness.siglum: cut for cut in others}, differences)
    rows = cut_passages(alignments, len(base.sentences))
    return Collation(
        title,
        base,
        tuple(others),
        tuple(apparatus.passage(row) for row in rows),
        _notices(witnesses, alignments),
        _signature(base, others, settings),
    )


def _differences(alignment: Alignment, terms: Sequence[str]) -> dict[int, Differences]:
    """What each bead with sentences on both sides differs in, by its first seed sentence."""
    return {
        words.bead.base[0]: find_differences(words, alignment, terms)
        for words in link_words(alignment)
    }


def _notices(witnesses: Sequence[Witness], alignments: Sequence[Alignment]) -> tuple[Notice, ...]:
    read = (notice for witness in witnesses for notice in witness.notices)
    aligned = (notice for alignment in alignments for notice in alignment.notices)
    return tuple(sorted({*read, *aligned}))


def _signature(base: Segmentation, others: Sequence[Segmentation], settings: Settings) -> Signature:
    return Signature(
        VERSION,
        settings.segmenter,
        settings.aligner,
        "lexical",
        tuple((cut.witness.siglum, cut.witness.digest) for cut in (base, *others)),
    )
