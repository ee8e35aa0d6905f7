"""Explanations of beads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.alignment import Alignment
from variants.types.bead import Bead


class Origin(Enum):
    """Step of the aligner that made a bead.

    A link forced it; it is on the best path; a bead of the path absorbed neighbours; its borders
    were corrected; it was found among sentences that the path left alone; or it was joined from
    pieces of a sentence too long to be aligned as a whole.
    """

    FORCED = "forced"
    WAY = "way"
    GROWN = "grown"
    SETTLED = "settled"
    FOUND = "found"
    PIECES = "pieces"


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """Words that count as one, and their evidence.

    Attributes:
        seed: How the bead's sentences of the seed write them; empty where those have none.
        other: Their spellings on the other side, likewise.
        evidence: Log likelihood ratio that the sentences belong together; negative if the words
            are evidence against it.
        seed_count: Number of sentences of the whole seed with such words.
        other_count: Number of such sentences on the other side.
    """

    seed: tuple[str, ...]
    other: tuple[str, ...]
    evidence: float
    seed_count: int
    other_count: int


@dataclass(frozen=True, slots=True)
class ScoreBreakdown:
    """Evidence that sentences of both sides belong together, as log likelihood ratios.

    Attributes:
        shared: Words that both sides have, strongest evidence first.
        missed: Words that one side has, strongest evidence against first.
        length: Evidence of the lengths.
        joined: Cost of the shape, if it is not one to one.
        divisions: Evidence of paragraphs and numbers.
        alone: Score of leaving all these sentences unaligned.
        usual: Expected number of characters on the other side.
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
        """Evidence of all words."""
        return sum(each.evidence for each in (*self.shared, *self.missed))

    @property
    def total(self) -> float:
        """Sum of all evidence."""
        return self.words + self.length + self.joined + self.divisions


@dataclass(frozen=True, slots=True)
class AlternativeBead:
    """Another possible bead of a sentence.

    Attributes:
        seed: Its sentences of the seed, counted from 0.
        other: Its sentences of the other side.
        probability: Its posterior probability.
    """

    seed: tuple[int, ...]
    other: tuple[int, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Explanation of the bead of a sentence.

    Attributes:
        alignment: The alignment that the bead is in.
        bead: The bead.
        origin: Step of the aligner that made it.
        weighing: Evidence for it; ``None`` if a side is empty.
        rival: Most probable other bead with the sentence; ``None`` if none is probable enough.
        rival_weighing: Evidence for the rival; ``None`` without one, or if one of its sides is
            empty.
    """

    alignment: Alignment
    bead: Bead
    origin: Origin
    weighing: ScoreBreakdown | None
    rival: AlternativeBead | None
    rival_weighing: ScoreBreakdown | None
