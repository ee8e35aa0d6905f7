"""Tables of small words that carry facts, which a language fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
        compass: Values for points of the compass.
        firm_places: Values of places that no other verb explains: points of the compass.
        correlatives: Words without a meaning if another word follows soon: "both … and".
        approximators: Words without a meaning of their own before a number: "some sixty".
        after_numbers: Words with a meaning only after a number: "14° S".
        final: Words whose class counts only before a mark or an auxiliary: "he came too", "he too
            has come", not "too late".
        auxiliaries: Auxiliaries before which it counts.
        firm_conditions: Phrases that only make a condition, or that deny one: "provided that",
            "whether or not".
        occasions: Words before an occasion, which can state a condition: "upon payment".
        joining: Words of time that may only join a sentence to another: "Now the king was old".
        clause_words: Words whose meaning in an aspect needs the beginning of a clause: ", for he".
        before_plurals: Words whose meaning in an aspect needs a plural after them: "most ships".
        plural_endings: Endings of plurals.
        singular_endings: Endings of other words, which end like plurals.
        repeating: Lemmas of verbs for what is done again: "return" beside "come again".
        repeating_prefix: Prefix of other verbs for it: "rebuild"; "" for none.
        ceasing: Lemmas of verbs for what is no longer done: "cease".
        exceptive: Words that begin an exception only where they face one: "but" beside "except".
        contests: Lemmas after which "with" names an opponent: "fight with".
        superlative_endings: Endings of superlatives.
        comparative_endings: Endings of comparatives.
        superlatives: Superlatives without such an ending, and their comparatives.
    """

    phrases: Sequence[tuple[tuple[str, ...], SmallMeaning]] = ()
    opposites: Mapping[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    compass: frozenset[str] = frozenset()
    firm_places: frozenset[str] = frozenset()
    correlatives: Mapping[str, str] = field(default_factory=dict)
    approximators: frozenset[str] = frozenset()
    after_numbers: frozenset[str] = frozenset()
    final: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    firm_conditions: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    clause_words: Mapping[str, str] = field(default_factory=dict)
    before_plurals: Mapping[str, str] = field(default_factory=dict)
    plural_endings: tuple[str, ...] = ()
    singular_endings: tuple[str, ...] = ()
    repeating: frozenset[str] = frozenset()
    repeating_prefix: str = ""
    ceasing: frozenset[str] = frozenset()
    exceptive: frozenset[str] = frozenset()
    contests: frozenset[str] = frozenset()
    superlative_endings: tuple[str, ...] = ()
    comparative_endings: tuple[str, ...] = ()
    superlatives: Mapping[str, str] = field(default_factory=dict)


def rows_of(table: str) -> Iterator[tuple[str, str]]:
    """Yield the phrases of a table, each with the grade or class at the beginning of its line.

    A line is ``name: phrase|phrase``.
    """
    for line in table.strip().splitlines():
        name, _, phrases = line.partition(":")
        for phrase in phrases.split("|"):
            yield phrase.strip(), name.strip()
