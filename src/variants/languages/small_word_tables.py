"""Tables of small words that carry facts, which a language fills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class SmallMeaning(NamedTuple):
    """Fact that a small word or phrase expresses.

    Attributes:
        aspect: Topic of the fact: "quantity", "condition"; "" for phrases without any.
        value: Class within the aspect; "" if words of the aspect are compared by grade only.
        grade: Grade on the scale of the aspect; 0 if it has none.
        alone: True if the word matters where the other side has nothing instead.
    """

    aspect: str
    value: str = ""
    grade: float = 0.0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Small words and phrases of one language; words are folded.

    Attributes:
        phrases: Phrases and their meanings; the longest that fits counts.
        opposites: By aspect: pairs of values that exclude each other.
        correlatives: Words without a meaning if another word follows soon: "both … and".
        approximators: Words without a meaning of their own before a number: "some sixty".
        final: Words whose class counts only before a mark: "he came too", not "too late".
        superlative_endings: Endings of superlatives.
        comparative_endings: Endings of comparatives.
    """

    phrases: Sequence[tuple[tuple[str, ...], SmallMeaning]] = ()
    opposites: Mapping[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    correlatives: Mapping[str, str] = field(default_factory=dict)
    approximators: frozenset[str] = frozenset()
    final: frozenset[str] = frozenset()
    superlative_endings: tuple[str, ...] = ()
    comparative_endings: tuple[str, ...] = ()
