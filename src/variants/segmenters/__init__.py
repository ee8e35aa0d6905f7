"""Segmenters: functions that split a witness into sentences."""

from variants.segmenters.corrections import with_corrections
from variants.segmenters.lines import cut_lines
from variants.segmenters.segmenter import Segmenter
from variants.segmenters.sentences import cut_sentences

SEGMENTERS: dict[str, Segmenter] = {
    "sentences": with_corrections(cut_sentences),
    "lines": with_corrections(cut_lines),
}

__all__ = ["SEGMENTERS", "Segmenter", "cut_lines", "cut_sentences"]
