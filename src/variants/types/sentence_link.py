"""Links between sentences that an editor requires or forbids."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from variants.types.span import squeeze

_WORDS = 6  # Words of a sentence that are recorded; enough to distinguish it from its neighbours.
_LONGEST = 60  # Characters of them, where a script does not part words.


class LinkKind(Enum):
    """Type of a link."""

    FORCED = "forced"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """A sentence, remembered so that another one in its place is noticed.

    Attributes:
        number: Counted from 0.
        opening: Its first words.
    """

    number: int
    opening: str

    def __post_init__(self) -> None:
        if self.number < 0:
            msg = f"sentences are counted from 0, unlike {self.number}"
            raise ValueError(msg)

    def fits(self, sentence: str) -> bool:
        """Return True if a sentence begins with the recorded words."""
        return squeeze(sentence).startswith(self.opening)


def opening_of(sentence: str) -> str:
    """Return the first words of a sentence, as they are recorded.

    Examples:
        >>> opening_of("As to the ferry, it runs twice a day.")
        'As to the ferry, it runs'
    """
    return " ".join(sentence.split()[:_WORDS])[:_LONGEST].rstrip()


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences of the seed and of a witness that are one bead, or never share one.

    Attributes:
        kind: Which of the two.
        siglum: The witness that the seed is aligned with.
        seed: Consecutive sentences of the seed; empty if a sentence of the witness must have no
            counterpart.
        other: Consecutive sentences of the witness, likewise.
        seed_numbers: Numbers of the sentences of the seed, counted from 0.
        other_numbers: Numbers of the sentences of the witness, counted from 0.
    """

    kind: LinkKind
    siglum: str
    seed: tuple[SentenceMark, ...]
    other: tuple[SentenceMark, ...]
    seed_numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)
    other_numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "seed_numbers", tuple(mark.number for mark in self.seed))
        object.__setattr__(self, "other_numbers", tuple(mark.number for mark in self.other))
        for side in (self.seed_numbers, self.other_numbers):
            if side and side != tuple(range(side[0], side[0] + len(side))):
                msg = f"the sentences of a link follow one another, unlike {side}"
                raise ValueError(msg)
        forced_alone = self.kind is LinkKind.FORCED and len(self.seed) + len(self.other) == 1
        if not (self.seed and self.other) and not forced_alone:
            msg = "a link has sentences on both sides, or leaves a single one alone"
            raise ValueError(msg)

    @property
    def label(self) -> str:
        """Its sentences as people type them, counted from 1: ``"3,4=5"``."""
        sides = (self.seed_numbers, self.other_numbers)
        return "=".join(",".join(str(number + 1) for number in side) for side in sides)

    def contradicts(self, other: SentenceLink) -> bool:
        """Return True if an alignment cannot obey both links."""
        if self.siglum != other.siglum or self == other:
            return False
        shared = (
            not set(self.seed_numbers).isdisjoint(other.seed_numbers),
            not set(self.other_numbers).isdisjoint(other.other_numbers),
        )
        match (self.kind, other.kind):
            case (LinkKind.FORCED, LinkKind.FORCED):
                return any(shared)
            case (LinkKind.FORBIDDEN, LinkKind.FORBIDDEN):
                return False
            case _:
                return all(shared)
