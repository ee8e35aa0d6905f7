"""Witnesses to sentences.

``segmenter`` says what a segmenter is; ``correcting`` lets each obey what an edition lays down.
"""

from collections.abc import Iterable

from variants.segmenters.corrections import obeying
from variants.segmenters.lines import cut_lines
from variants.segmenters.segmenter import Segmenter
from variants.segmenters.sentences import cut_sentences
from variants.types.segmentation import Segmentation
from variants.types.witness import Witness

SEGMENTERS: dict[str, Segmenter] = {
    "sentences": obeying(cut_sentences),
    "lines": obeying(cut_lines),
}


def segment_all(witnesses: Iterable[Witness], segmenter: str) -> tuple[Segmentation, ...]:
    """Segment every witness, in the given order, by a key of ``SEGMENTERS``."""
    segment = SEGMENTERS[segmenter]
    return tuple(segment(witness) for witness in witnesses)


__all__ = ["SEGMENTERS", "Segmenter", "cut_lines", "cut_sentences", "segment_all"]
