"""Two sentences as an alignment with one bead."""

from __future__ import annotations

from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness


def one_bead(seed: str, other: str, language: str = "en") -> Alignment:
    """Return an alignment of two sentences in one bead."""
    return Alignment(
        _one_sentence("S", seed, language),
        _one_sentence("A", other, language),
        (Bead((0,), (0,), 1.0),),
    )


def _one_sentence(siglum: str, text: str, language: str) -> Segmentation:
    start = len(text) - len(text.lstrip())
    span = Span(start, len(text.rstrip()))
    return Segmentation(Witness(siglum, text, language=language), (span,))
