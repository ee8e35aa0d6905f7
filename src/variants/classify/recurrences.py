"""Everything that recurs in a comparison: patterns, usages and suggested terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from variants.classify.config import ClassificationConfig
from variants.classify.patterns import DifferenceCutter, find_patterns
from variants.classify.suggested_terms import suggest_terms
from variants.classify.usages import (
    find_usages,
    frequent_words,
    index_counterparts,
    omitted_sentences,
)
from variants.classify.word_counterparts import WordCounterpart
from variants.types.collation import Passage
from variants.types.pattern import Recurrences
from variants.types.segmentation import Segmentation
from variants.types.words import Tokenizer

if TYPE_CHECKING:
    from variants.classify.differences import Differences


def find_recurrences(  # noqa: PLR0913, PLR0917 - texts, and what four stages found in them
    seed: Segmentation,
    others: Mapping[str, Segmentation],
    passages: Sequence[Passage],
    differences: Mapping[str, Mapping[int, Differences]],
    counterparts: Mapping[str, Mapping[int, Sequence[WordCounterpart]]],
    tokenize: Tokenizer,
    config: ClassificationConfig,
) -> Recurrences:
    """Return the recurring differences of a comparison, its usages and suggested terms.

    Args:
        seed: The seed.
        others: The other witnesses by siglum.
        passages: The passages of the comparison.
        differences: Differences of the beads, by siglum and first seed sentence.
        counterparts: Counterparts of single words, likewise.
        tokenize: Function that returns the tokens of a span.
        config: Terms, names and rules of the edition.
    """
    cutter = DifferenceCutter(seed, others, tokenize, config)
    small = tuple(cutter.cut(passages, differences, counterparts))
    otherwise = index_counterparts(counterparts, small)
    omitted = omitted_sentences(passages)
    often = frequent_words(seed, tokenize)
    return Recurrences(
        find_patterns(small, seed.witness.language),
        find_usages(seed, others, often, omitted, otherwise),
        suggest_terms(seed, others, often, otherwise, omitted, tokenize, config),
    )
