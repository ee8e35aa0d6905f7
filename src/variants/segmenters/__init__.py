"""Witnesses to sentences.

``segmenter`` says what a segmenter is; ``correcting`` lets each obey what an edition lays down.
"""

from variants.segmenters.corrections import obeying
from variants.segmenters.lines import cut_lines
from variants.segmenters.segmenter import Segmenter
from variants.segmenters.sentences import cut_sentences

SEGMENTERS: dict[str, Segmenter] = {
    "sentences": obeying(cut_sentences),
    "lines": obeying(cut_lines),
}

__all__ = ["SEGMENTERS", "Segmenter", "cut_lines", "cut_sentences"]
