"""Why an aligner brought sentences together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.alignment import Alignment, Bead


class Origin(Enum):
    """How a bead came about.

    Somebody laid it down; it is on the best way through both texts; such a one took in neighbours;
    it was changed after that; it was found in what the way left alone; or it was put together of
    the pieces of a sentence too long to be aligned as a whole.
    """

    FORCED = "forced"
    WAY = "way"
    GROWN = "grown"
    SETTLED = "settled"
    FOUND = "found"
    PIECES = "pieces"


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """Words that count as one, and what they say.

    Attributes:
        seed: How the bead's sentences of the seed write them; empty where those have none.
        other: The same on the other side.
        evidence: Logarithm of how many times likelier they make it that the sentences belong
            together; less than 0 where they speak against it.
        seed_count: In how many sentences of the whole seed such words stand.
        other_count: The same on the other side.
    """

    seed: tuple[str, ...]
    other: tuple[str, ...]
    evidence: float
    seed_count: int
    other_count: int


@dataclass(frozen=True, slots=True)
class ScoreBreakdown:
    """What speaks for sentences of both sides belonging together, all as logarithms.

    Attributes:
        shared: Words that both sides have, the strongest first.
        missed: Words that one side has, what speaks against most first.
        length: What the lengths say.
        joined: What joining several sentences costs, or another shape than the usual one.
        divisions: What paragraphs and numbers say.
        alone: What leaving all these sentences alone would be worth instead.
        usual: Characters that the other side of such a seed usually has.
    """

    shared: tuple[WordEvidence, ...]
    missed: tuple[WordEvidence, ...]
    length: float
    joined: float
    divisions: float
    alone: float
    usual: float

    @property
    def words(self) -> float:
        """What all words say."""
        return sum(each.evidence for each in (*self.shared, *self.missed))

    @property
    def total(self) -> float:
        """All of it."""
        return self.words + self.length + self.joined + self.divisions


@dataclass(frozen=True, slots=True)
class AlternativeBead:
    """Another bead that a sentence might be in.

    Attributes:
        seed: Its sentences of the seed, counted from 0.
        other: Those of the other side.
        probability: How likely it is.
    """

    seed: tuple[int, ...]
    other: tuple[int, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a sentence is in its bead.

    Attributes:
        alignment: What the bead is of.
        bead: The bead.
        origin: How it came about.
        weighing: What speaks for it; ``None`` where a side is empty.
        rival: The likeliest other bead with the sentence that was asked about; ``None`` where
            none is likely enough to matter.
        rival_weighing: What speaks for that one; ``None`` where there is none, or one of its
            sides is empty.
    """

    alignment: Alignment
    bead: Bead
    origin: Origin
    weighing: ScoreBreakdown | None
    rival: AlternativeBead | None
    rival_weighing: ScoreBreakdown | None
