"""Alignment of the sentences of two witnesses."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.notice import Notice
from variants.types.segmentation import Segmentation

DOUBTFUL_BELOW = 0.8
"""Confidence below which a bead is shown as uncertain."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that belong together.

    Attributes:
        seed: Consecutive sentences of the seed, counted from 0; empty for an addition.
        other: Consecutive sentences of the other witness; empty for an omission.
        confidence: Probability that the bead is right, from 0 to 1.
        moved: True if its neighbours are elsewhere in the other witness.
        forced: True if a link of an editor requires it.
    """

    seed: tuple[int, ...]
    other: tuple[int, ...]
    confidence: float
    moved: bool = False
    forced: bool = False

    def __post_init__(self) -> None:
        if not self.seed and not self.other:
            msg = "a bead has at least one sentence"
            raise ValueError(msg)
        for side in (self.seed, self.other):
            if side and side != tuple(range(side[0], side[0] + len(side))):
                msg = f"the sentences of a bead are consecutive, unlike {side}"
                raise ValueError(msg)
        if not 0.0 <= self.confidence <= 1.0:
            msg = f"a confidence is between 0 and 1, unlike {self.confidence}"
            raise ValueError(msg)

    @property
    def shape(self) -> str:
        """Numbers of sentences on both sides: ``"2:1"``."""
        return f"{len(self.seed)}:{len(self.other)}"

    @property
    def doubtful(self) -> bool:
        """True if it must be shown as uncertain."""
        return self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sentence alignment of a witness with the seed.

    Attributes:
        seed: The seed, segmented.
        other: The other witness, segmented.
        beads: Beads in seed order; each sentence is in exactly one. An addition follows the
            bead of the sentence before it in the other witness.
        relatedness: Share of the sentences, in the shorter text, in beads that chance does not
            explain; from 0 to 1.
        notices: Notices of the aligner.
    """

    seed: Segmentation
    other: Segmentation
    beads: tuple[Bead, ...]
    relatedness: float = 1.0
    notices: tuple[Notice, ...] = ()

    def bead_of(self, side: int, sentence: int) -> Bead:
        """Return the bead with a sentence of the seed (side 0) or of the other (side 1)."""
        return next(bead for bead in self.beads if sentence in (bead.seed, bead.other)[side])

    def __post_init__(self) -> None:
        for name, count, found in (
            ("seed", len(self.seed.sentences), [i for bead in self.beads for i in bead.seed]),
            ("other", len(self.other.sentences), [j for bead in self.beads for j in bead.other]),
        ):
            if sorted(found) != list(range(count)):
                msg = f"not every sentence of the {name} is in exactly one bead"
                raise ValueError(msg)
