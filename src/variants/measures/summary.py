"""All measures of a collation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variants.measures.agreement import measure_agreement
from variants.measures.variation import measure_variation
from variants.types.collation import Passage
from variants.types.measure import Measures
from variants.types.segmentation import Segmentation
from variants.types.variant import Variant
from variants.types.words import WordCounter


def measure_all(
    seed: Segmentation,
    others: Sequence[Segmentation],
    passages: Sequence[Passage],
    variants: Mapping[str, Sequence[Variant]],
    count: WordCounter,
) -> Measures:
    """Return the agreement of each witness with the seed, and the variation of the passages.

    Args:
        seed: The seed.
        others: The other witnesses.
        passages: The passages of their collation.
        variants: By siglum, the variants of each witness in seed order.
        count: Counter for words.
    """
    agreements = [
        measure_agreement(seed, other, passages, variants[other.witness.siglum], count)
        for other in others
    ]
    return Measures(tuple(agreements), measure_variation(seed, others, passages, count))
