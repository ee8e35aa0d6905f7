"""Segmenter for texts from the rows of a table: each row is a sentence."""

from __future__ import annotations

from variants.segmenters.lines import trimmed
from variants.types.segmentation import Segmentation
from variants.types.witness import Witness


def cut_units(witness: Witness) -> Segmentation:
    """Return the divisions of a witness as sentences, since its file pairs them with others."""
    spans = (trimmed(witness.text, division.span) for division in witness.divisions)
    return Segmentation(witness, tuple(span for span in spans if span.length))
