"""Witnesses to sentences."""

from variants.segmenters.lines import cut_lines
from variants.segmenters.segmenter import Segmenter
from variants.segmenters.sentences import cut_sentences

SEGMENTERS: dict[str, Segmenter] = {
    "sentences": cut_sentences,
    "lines": cut_lines,
}

__all__ = ["SEGMENTERS", "Segmenter", "cut_lines", "cut_sentences"]
