"""What returns: the same difference in several places, and one word's renderings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

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
        label: Of the entry that the words stand in.
        place: Of the same entry.
    """

    lemma: Span
    siglum: str
    reading: Span
    label: str
    place: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """The same difference in two places or more.

    Attributes:
        lemma: The seed's words in their commonest form; empty where it has none.
        reading: The witnesses' words, likewise.
        variant_class: What such a difference touches.
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
            msg = f"{self.lemma!r} to {self.reading!r} stands in one place only"
            raise ValueError(msg)

    def sigla_among(self, sigla: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``sigla`` whose witnesses have the difference, in the same order."""
        found = {one.siglum for one in self.occurrences}
        return tuple(siglum for siglum in sigla if siglum in found)

    def count_in(self, siglum: str) -> int:
        """In how many places a witness has it."""
        return len({one.place for one in self.occurrences if one.siglum == siglum})


@dataclass(frozen=True, slots=True)
class Rendition:
    """How often a witness renders a word of the seed in one way.

    Attributes:
        wording: Its words in their commonest form; empty where no counterpart was found, and
            the seed's own word where it has the same.
        count: How often.
    """

    wording: str
    count: int


@dataclass(frozen=True, slots=True)
class Usage:
    """How the witnesses render one word of the seed, wherever it stands.

    Attributes:
        word: The seed's word in its commonest form.
        count: How often the seed has it, in any inflection.
        renditions: Each witness's siglum with its renditions, the commonest first; their counts
            make up ``count``.
    """

    word: str
    count: int
    renditions: tuple[tuple[str, tuple[Rendition, ...]], ...]

    def __post_init__(self) -> None:
        for siglum, found in self.renditions:
            if sum(rendition.count for rendition in found) != self.count:
                msg = f"{siglum} renders {self.word!r} more or less than {self.count} times"
                raise ValueError(msg)
