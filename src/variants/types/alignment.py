"""Which sentences of two witnesses belong together."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.notice import Notice
from variants.types.segmentation import Segmentation

DOUBTFUL_BELOW = 0.8
"""A bead less sure than this is said to be uncertain wherever it is shown."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that belong together.

    Attributes:
        seed: Sentences of the seed, counted from 0, one after another; empty for an addition.
        other: Sentences of the other witness, likewise; empty for an omission.
        confidence: Probability that the bead is right, 0 to 1.
        moved: Whether it stands elsewhere in the other witness than its neighbours do.
        forced: Whether it is one because somebody laid it down.
    """

    seed: tuple[int, ...]
    other: tuple[int, ...]
    confidence: float
    moved: bool = False
    forced: bool = False

    def __post_init__(self) -> None:
        if not self.seed and not self.other:
            msg = "a bead holds at least one sentence"
            raise ValueError(msg)
        for side in (self.seed, self.other):
            if side and side != tuple(range(side[0], side[0] + len(side))):
                msg = f"the sentences of a bead follow one another, unlike {side}"
                raise ValueError(msg)
        if not 0.0 <= self.confidence <= 1.0:
            msg = f"a confidence lies between 0 and 1, unlike {self.confidence}"
            raise ValueError(msg)

    @property
    def shape(self) -> str:
        """How many sentences on each side: ``"2:1"``."""
        return f"{len(self.seed)}:{len(self.other)}"

    @property
    def doubtful(self) -> bool:
        """Whether it is to be shown as uncertain."""
        return self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two witnesses, sentence by sentence.

    Attributes:
        seed: The sentences compared with.
        other: The sentences compared.
        beads: Every sentence of both sides in exactly one; in the order of the seed, an
            addition after the bead of the sentence before it in the other witness.
        relatedness: Share of the sentences in beads that chance does not explain, 0 to 1, in
            the text that has fewer.
        notices: What the aligner noticed.
    """

    seed: Segmentation
    other: Segmentation
    beads: tuple[Bead, ...]
    relatedness: float = 1.0
    notices: tuple[Notice, ...] = ()

    def bead_of(self, side: int, sentence: int) -> Bead:
        """The bead with a sentence of the seed (side 0) or of the other (side 1)."""
        return next(bead for bead in self.beads if sentence in (bead.seed, bead.other)[side])

    def __post_init__(self) -> None:
        for name, count, found in (
            ("seed", len(self.seed.sentences), [i for bead in self.beads for i in bead.seed]),
            ("other", len(self.other.sentences), [j for bead in self.beads for j in bead.other]),
        ):
            if sorted(found) != list(range(count)):
                msg = f"not every sentence of the {name} is in exactly one bead"
                raise ValueError(msg)
