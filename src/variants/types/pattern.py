"""Recurring differences, renderings of one word, and suggested terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from variants.types.span import Span
from variants.types.variant import VariantClass


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place where one witness has a difference that returns.

    Attributes:
        lemma: The seed's words: the smallest that make the difference, so often less than the
            lemma of the entry.
        siglum: The witness.
        reading: Its words.
        label: Label of the entry with the words.
        place: Place of that entry.
        uncertain: True if only a weak link, or the rendering elsewhere, pairs the words.
    """

    lemma: Span
    siglum: str
    reading: Span
    label: str
    place: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Difference that occurs in two places or more.

    Attributes:
        lemma: The seed's words in their most frequent form; empty if it has none.
        reading: The witnesses' words, likewise.
        variant_class: Class of the difference.
        occurrences: In the order of the seed, then of the witnesses.
        places: The entries it occurs in, in order.
        labels: The labels of the same entries.
    """

    lemma: str
    reading: str
    variant_class: VariantClass
    occurrences: tuple[Occurrence, ...]
    places: tuple[str, ...] = field(init=False, repr=False, compare=False)
    labels: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = self.occurrences
        object.__setattr__(self, "places", tuple(dict.fromkeys(one.place for one in found)))
        object.__setattr__(self, "labels", tuple(dict.fromkeys(one.label for one in found)))
        if len(self.places) < 2:  # noqa: PLR2004 - "several" begins with two
            msg = f"{self.lemma!r} to {self.reading!r} occurs in one place only"
            raise ValueError(msg)

    def sigla_among(self, sigla: Iterable[str]) -> tuple[str, ...]:
        """Return the given sigla of witnesses with the difference, in the given order."""
        found = {one.siglum for one in self.occurrences}
        return tuple(siglum for siglum in sigla if siglum in found)

    @property
    def uncertain(self) -> int:
        """Number of places where only weak links pair the words."""
        certain = {one.place for one in self.occurrences if not one.uncertain}
        return len({*self.places} - certain)

    def count_in(self, siglum: str) -> int:
        """Return the number of places with the difference in a witness."""
        return len({one.place for one in self.occurrences if one.siglum == siglum})


def words_first(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Return patterns with those of form last, in both groups the most frequent first."""
    return tuple(
        sorted(
            patterns,
            key=lambda one: (
                one.variant_class is VariantClass.FORM,
                -len(one.places),
                one.lemma,
                one.reading,
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class Rendition:
    """Rendering of a word of the seed in one witness.

    Attributes:
        wording: Its words in their most frequent form; empty if no counterpart was found, and
            the seed's own word if it is repeated.
        count: Number of occurrences.
        uncertain: Number of those that only a weak link, or the rendering elsewhere, speaks for.
    """

    wording: str
    count: int
    uncertain: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.uncertain <= self.count:
            msg = f"{self.uncertain} of {self.count} occurrences of {self.wording!r} are uncertain"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Usage:
    """Renderings of one word of the seed in all witnesses.

    Attributes:
        word: The seed's word in its most frequent form.
        count: Number of its occurrences in the seed, in any inflection.
        renditions: Siglum and renditions of each witness, the most frequent first; their
            counts add up to ``count``.
    """

    word: str
    count: int
    renditions: tuple[tuple[str, tuple[Rendition, ...]], ...]

    def __post_init__(self) -> None:
        for siglum, found in self.renditions:
            if sum(rendition.count for rendition in found) != self.count:
                msg = f"{siglum} renders {self.word!r} more or less than {self.count} times"
                raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class SuggestedTerm:
    """Noun phrase of the seed that always faces the same other one in a witness.

    Attributes:
        phrase: The phrase in its most frequent form.
        words: Its words to list as ``terms``: those that are rendered by others.
        count: Number of its occurrences in the seed, in any inflection.
        renderings: Siglum and rendering of each witness that has only one.
    """

    phrase: str
    words: tuple[str, ...]
    count: int
    renderings: tuple[tuple[str, Rendition], ...]


class Recurrences(NamedTuple):
    """Everything that recurs in a comparison.

    Attributes:
        patterns: Recurring differences, the most frequent first.
        usages: Renderings of frequent words, the most frequent first.
        suggested_terms: Noun phrases to list as terms, the most frequent first.
    """

    patterns: tuple[Pattern, ...] = ()
    usages: tuple[Usage, ...] = ()
    suggested_terms: tuple[SuggestedTerm, ...] = ()


NOTHING_RECURS = Recurrences()
