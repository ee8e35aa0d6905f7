"""Agreement of all versions with each other, and values along the text."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.sense import Tier
from variants.types.variant import VariantClass


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Agreement of two versions, in the passages in which both have words.

    Attributes:
        one: Siglum of the version that is first in the order of the document.
        other: Siglum of the later one.
        passages: Number of passages in which both have words.
        shared: Number of words that both have in the same passage: in each passage, and for each
            word, the smaller of its two counts.
        one_words: Number of words of the first version in these passages.
        other_words: Number of words of the later one.
    """

    one: str
    other: str
    passages: int
    shared: int
    one_words: int
    other_words: int

    @property
    def share(self) -> float | None:
        """Share of the words of both that are equal, from 0 to 1; ``None`` without words."""
        total = self.one_words + self.other_words
        return 2 * self.shared / total if total else None


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups of versions that become one in a dendrogram.

    Attributes:
        left: Sigla of the group with the version that is first in the order of the document.
        right: Sigla of the other group.
        share: Mean agreement of the versions of one group with those of the other, from 0 to 1.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    share: float

    @property
    def sigla(self) -> tuple[str, ...]:
        """Sigla of both groups, in the order of the leaves of a dendrogram."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class PartFigures:
    """Figures of one witness in a part of the text.

    Attributes:
        siglum: The witness.
        differing: Share of the words of witness and seed that are not equal, from 0 to 1. It is 1
            if the witness lacks the part, and ``None`` if neither has words there.
        sense: Expected number of differences of sense in a passage: the sum of the probabilities
            of its readings that differ in more than form, divided by the number of passages;
            ``None`` in files without estimates.
    """

    siglum: str
    differing: float | None
    sense: float | None


@dataclass(frozen=True, slots=True)
class TextPart:
    """Part of the text: a passage of the seed, or several adjacent ones in a long text.

    Attributes:
        first: Number of its first sentence of the seed, counted from 1.
        last: Number of its last sentence.
        figures: Figures of each witness except the seed, in the order of the document.
    """

    first: int
    last: int
    figures: tuple[PartFigures, ...]

    @property
    def label(self) -> str:
        """Numbers of its sentences: "5" or "3–4"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    """Numbers of the readings of one witness.

    Attributes:
        siglum: The witness.
        tiers: Number of readings of each tier, heaviest first; empty in files without tiers.
        classes: Number of readings of each class, heaviest first.
    """

    siglum: str
    tiers: tuple[tuple[Tier, int], ...]
    classes: tuple[tuple[VariantClass, int], ...]


@dataclass(frozen=True, slots=True)
class VersionMeasures:
    """Measures of all versions of a document, the seed among them.

    Attributes:
        sigla: The versions, the seed first.
        pairs: Agreement of every version with every later one, in the order of the document.
        merges: Groups that a dendrogram joins, those that agree most first: average linkage.
        groups: Versions that go together, in the order of the document; none if no step of the
            dendrogram is clearly the largest.
        parts: The text in parts, in its order.
        counts: Numbers of readings of each witness except the seed.
    """

    sigla: tuple[str, ...]
    pairs: tuple[PairAgreement, ...]
    merges: tuple[Merge, ...]
    groups: tuple[tuple[str, ...], ...]
    parts: tuple[TextPart, ...]
    counts: tuple[ReadingCounts, ...]

    def share_of(self, one: str, other: str) -> float | None:
        """Return the agreement of two versions in either order; 1 for a version with itself."""
        if one == other:
            return 1.0
        pair = next(each for each in self.pairs if {each.one, each.other} == {one, other})
        return pair.share
