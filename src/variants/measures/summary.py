"""All measures of a collation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from variants.measures.agreement import measure_agreement
from variants.measures.variation import measure_variation
from variants.types.collation import Passage
from variants.types.measure import Measures
from variants.types.segmentation import Segmentation
from variants.types.span import Span
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
    sizes: dict[Span, int] = {}  # Sentences of the seed, which every witness is measured by.

    def count_and_remember(cut: Segmentation, span: Span) -> Counter[str]:
        found = count(cut, span)
        if cut is seed:
            sizes[span] = found.total()
        return found

    def size(cut: Segmentation, span: Span) -> int:
        known = sizes.get(span) if cut is seed else None
        return count(cut, span).total() if known is None else known

    variation = measure_variation(seed, others, passages, count_and_remember)
    agreements = [
        measure_agreement(seed, other, passages, variants[other.witness.siglum], size)
        for other in others
    ]
    return Measures(tuple(agreements), variation)
