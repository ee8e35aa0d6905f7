"""A difference reduced to the words that make it."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.pattern import Occurrence
from variants.types.variant import VariantClass


@dataclass(frozen=True, slots=True)
class SmallDifference:
    """Difference reduced to its content words.

    Attributes:
        occurrence: Its place.
        lemma: Words of the seed, white space collapsed.
        reading: Words of the witness, white space collapsed.
        variant_class: Its class at that place.
    """

    occurrence: Occurrence
    lemma: str
    reading: str
    variant_class: VariantClass
