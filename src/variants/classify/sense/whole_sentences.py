"""Sense of whole sentences that are omitted, added or moved."""

from __future__ import annotations

from variants.types.sense import MODEL, Sense, SenseSort, Tier
from variants.types.variant import Kind

SORT_OF_KIND = {
    Kind.OMITTED: SenseSort.LEFT_OUT,
    Kind.ADDED: SenseSort.ADDED,
    Kind.MOVED: SenseSort.MOVED,
}
"""Sort of a difference without a sign of another, by its kind."""
_SHARE_OF_SENTENCES = {Kind.OMITTED: 0.9, Kind.ADDED: 0.9, Kind.MOVED: 0.1}
"""Share of whole sentences that touch the sense; set by hand, since the data have none."""
_MIDDLE = 0.5
_DIGITS = 4  # Rounding of a probability.


def sense_of_sentence(kind: Kind, seed: str, other: str, confidence: float) -> Sense:
    """Return the sense of a whole sentence that is omitted, added or moved.

    Args:
        kind: The kind of the difference.
        seed: The seed's sentence; "" for an addition.
        other: The sentence of the witness; "" for an omission.
        confidence: Probability that the sentence has no counterpart, or that it moved.
    """
    share = _SHARE_OF_SENTENCES[kind]
    tier = Tier.SENSE if share > _MIDDLE else Tier.WORDING
    return Sense(round(share * confidence, _DIGITS), tier, SORT_OF_KIND[kind], seed, other, MODEL)
