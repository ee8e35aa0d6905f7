"""Context of a difference: all words of its bead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from variants.classify.config import NO_CONFIG, ClassificationConfig
from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.languages import Language, language_of
from variants.types.variant import Kind

Probed = TypeVar("Probed")
_SIDES = 200  # Sides of beads that are remembered, with all that was read in them.


@dataclass(frozen=True, slots=True)
class BeadContext:
    """All words of a bead, so that a word that moved inside the bead does not count as lost.

    Attributes:
        language: Of both sides.
        seed: Words and marks of the seed, unchanged.
        other: Words and marks of the other witness.
        config: Terms, names and rules of the edition.
        spaced: For each word and mark of the seed, and of the other witness, whether white space
            is before it; ``None`` if it is before all.
        kinds: The kinds of differences that were found so far.
    """

    language: Language
    seed: tuple[str, ...]
    other: tuple[str, ...]
    config: ClassificationConfig = NO_CONFIG
    _seen: dict[Probe[Any], tuple[Any, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    spaced: tuple[tuple[bool, ...] | None, tuple[bool, ...] | None] = (None, None)
    kinds: dict[Contrast, Kind] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sides: list[SideOfBead] = field(default_factory=list, init=False, repr=False, compare=False)
    _contrasts: dict[tuple[int, int, int, int], Contrast] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def whole(self, probe: Probe[Probed]) -> tuple[Probed, Probed]:
        """Return a probe's result for the whole of each side, computed once."""
        if probe not in self._seen:
            self._seen[probe] = probe(self.seed, self), probe(self.other, self)
        both: tuple[Probed, Probed] = self._seen[probe]
        return both

    @property
    def sides(self) -> tuple[SideOfBead, SideOfBead]:
        """Both sides with facts about their words, made once."""
        if not self._sides:
            pairs = zip((self.seed, self.other), self.spaced, strict=True)
            if self.seed == self.other:  # Equal sides are two sides all the same.
                self._sides.extend(SideOfBead(words, self.language, at) for words, at in pairs)
            else:
                self._sides.extend(
                    _remembered_side(words, self.language.tag, at) for words, at in pairs
                )
        return self._sides[0], self._sides[1]

    def contrast(self, seed_at: range, other_at: range) -> Contrast:
        """Return a difference of the bead, by the indices of its words and marks; made once."""
        # By their ends, because hashing a range is slow.
        at = seed_at.start, seed_at.stop, other_at.start, other_at.stop
        found = self._contrasts.get(at)
        if found is None:
            found = self._contrasts[at] = Contrast(*self.sides, seed_at, other_at)
        return found


@lru_cache(maxsize=_SIDES)
def _remembered_side(
    words: tuple[str, ...], tag: str, spaced: tuple[bool, ...] | None
) -> SideOfBead:
    """Return a side of a bead: of a short text, the seed is read once for all witnesses."""
    return SideOfBead(words, language_of(tag), spaced)


Probe: TypeAlias = Callable[[Sequence[str], BeadContext], Probed]
"""Function from words in their context to a value that rules compare."""
