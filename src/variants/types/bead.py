"""Bead: sentences of two witnesses that belong together."""

from __future__ import annotations

from dataclasses import dataclass

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
