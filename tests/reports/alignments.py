"""Alignments drawn at random, and witnesses of equal sentences."""

from __future__ import annotations

from hypothesis import strategies as st

from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness


def cut(siglum: str, count: int, sentence: str = "word") -> Segmentation:
    """Return the segmentation of a witness with equal sentences, one per line."""
    step = len(sentence) + 1
    spans = tuple(Span(place * step, place * step + step - 1) for place in range(count))
    return Segmentation(Witness(siglum, f"{sentence}\n" * count, source=f"{siglum}.txt"), spans)


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Draw beads of all shapes, in order."""
    sizes = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), max_size=12))
    beads = []
    seed = other = 0
    for ours, theirs in sizes:
        beads.append(
            Bead(
                tuple(range(seed, seed + ours)),
                tuple(range(other, other + theirs)),
                draw(st.floats(0, 1)),
                moved=draw(st.booleans()),
                forced=draw(st.booleans()),
            )
        )
        seed, other = seed + ours, other + theirs
    return Alignment(cut("S", seed), cut("A", other), tuple(beads))


def every_bead(_: Bead) -> bool:
    """Return True if a bead is included, which all are."""
    return True
