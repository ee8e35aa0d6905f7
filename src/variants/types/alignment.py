"""Alignment of the sentences of two witnesses."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.bead import Bead
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation


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
