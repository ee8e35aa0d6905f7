from __future__ import annotations

import pytest

from variants.types.collation import Attestation, Reading
from variants.types.sense import Sense, SenseSort, Tier
from variants.types.span import Span
from variants.types.variant import Kind
from variants.wording.margin_words import margin_words, sort_words


def _reading(
    seed: str, other: str, wording: str, kind: Kind = Kind.WORDING, sure: float = 1.0
) -> Reading:
    sense = Sense(0.9, Tier.SENSE, SenseSort.NEGATION, seed, other, "model")
    return Reading(
        wording, kind, frozenset(), (Attestation("A", Span(0, 9), (), sure),), sense=sense
    )


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (_reading("not", "never", "was never"), "negation: not → never"),
        (_reading("not", "Not", "not at all"), "negation: would not → not at all"),
        (_reading("١٦", "١٢", "فرقة ١٢"), "negation: ١٦\u200e → ١٢\u200e"),
        (_reading("", "", "would: not"), "negation: would not → would: not"),
        (_reading("not", "not", "not", Kind.MOVED), "negation: “not” moved"),
        (_reading("not", "", "", Kind.OMITTED), "negation: “not” omitted"),
        (_reading("not", "", "", Kind.OMITTED, 0.5), "negation: “not”: no counterpart found"),
    ],
)
def test_a_difference_names_words_that_differ(reading: Reading, words: str) -> None:
    assert margin_words(reading, "would not") == words


def test_a_note_with_all_words_needs_the_sort_only() -> None:
    assert sort_words(_reading("would not", "never", "never"), "would not") == "negation"
    assert sort_words(_reading("not", "never", "would never"), "would not") is None
