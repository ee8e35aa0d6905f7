"""Table of words that state a fact of their own, which a language fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FactWords:
    """Words that are news to a reader if only one side has them; words are folded.

    Attributes:
        qualities: Adjectives of fact: "wounded", "northern"; not of praise, size or feeling.
        manners: Adverbs of fact: "secretly"; not of degree or feeling.
        denied: Prefix of participles that state a fact: "unpaid".
        doubtful: Words with this prefix that only praise or stress: "unbounded".
        implied: Qualities that a noun has anyway: "white" of snow.
        circumstances: Nouns that state a circumstance after a preposition: "under oath".
        times: Nouns that state a time after a preposition: "by night".
        means: Prepositions before a companion or an instrument: "with a guide".
        lacking: Means whose phrase states what is not there: "without a guide".
        pointing: Words for what the sentence or the one before has named: "this".
        vague: Nouns that state nothing after a preposition: "in this manner".
    """

    qualities: frozenset[str] = _NO_WORDS
    manners: frozenset[str] = _NO_WORDS
    denied: str = "\0"
    doubtful: frozenset[str] = _NO_WORDS
    implied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    circumstances: frozenset[str] = _NO_WORDS
    times: frozenset[str] = _NO_WORDS
    means: frozenset[str] = _NO_WORDS
    lacking: frozenset[str] = _NO_WORDS
    pointing: frozenset[str] = _NO_WORDS
    vague: frozenset[str] = _NO_WORDS
