"""Segmenters: functions that split a witness into sentences."""

from collections.abc import Iterable

from variants.segmenters.corrections import with_corrections
from variants.segmenters.lines import cut_lines
from variants.segmenters.segmenter import Segmenter
from variants.segmenters.sentences import cut_sentences
from variants.segmenters.units import cut_units
from variants.types.segmentation import Segmentation
from variants.types.witness import Witness

SEGMENTERS: dict[str, Segmenter] = {
    "sentences": with_corrections(cut_sentences),
    "lines": with_corrections(cut_lines),
}


def segment_all(witnesses: Iterable[Witness], segmenter: str) -> tuple[Segmentation, ...]:
    """Segment every witness, in the given order, by a key of ``SEGMENTERS``.

    The rows of a table are sentences, whichever the segmenter.
    """
    segment = SEGMENTERS[segmenter]
    rows = with_corrections(cut_units)
    return tuple((rows if witness.units else segment)(witness) for witness in witnesses)


__all__ = ["SEGMENTERS", "Segmenter", "cut_lines", "cut_sentences", "segment_all"]
