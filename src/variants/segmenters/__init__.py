"""Segmenters: functions that split a witness into sentences."""

from collections.abc import Iterable

from variants.segmenters.corrections import with_corrections
from variants.segmenters.furniture.finder import with_set_aside
from variants.segmenters.lines import cut_lines
from variants.segmenters.segmenter import Segmenter
from variants.segmenters.sentences import cut_sentences
from variants.segmenters.units import cut_units
from variants.types.segmentation import Segmentation
from variants.types.witness import Witness


def _complete(cut: Segmenter) -> Segmenter:
    """Return a segmenter that also sets furniture aside and applies corrections."""
    corrected = with_corrections(cut)
    return lambda witness: corrected(with_set_aside(witness))


SEGMENTERS: dict[str, Segmenter] = {
    "sentences": _complete(cut_sentences),
    "lines": _complete(cut_lines),
}


def segment_all(witnesses: Iterable[Witness], segmenter: str) -> tuple[Segmentation, ...]:
    """Segment every witness, in the given order, by a key of ``SEGMENTERS``.

    The rows of a table are sentences, whichever the segmenter.
    """
    segment = SEGMENTERS[segmenter]
    rows = _complete(cut_units)
    return tuple((rows if witness.units else segment)(witness) for witness in witnesses)


__all__ = ["SEGMENTERS", "Segmenter", "cut_lines", "cut_sentences", "segment_all"]
