"""What an aligner is, and what explains its beads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from variants.types.alignment import Alignment
from variants.types.explanation import Explanation
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink


class Aligner(Protocol):
    """Finds out which sentences of two witnesses belong together, the seed named first.

    An aligner puts every sentence of both sides in exactly one bead and says of each bead how
    sure it is. Each side of a bead is a run of consecutive sentences. Beads with two sides rise on
    both, but for those marked as moved, each of which crosses one that is not. All stand in the
    order that ``order.in_order`` gives them. An aligner leaves alone what has no counterpart,
    rather than forcing a pair, and gives the same beads on every machine.

    It obeys the links of the other witness whose sentences begin as they are remembered, and
    notices the rest of them: what they force is a bead, and no bead holds what they forbid.
    """

    def __call__(
        self, seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink] = (), /
    ) -> Alignment:
        """Align two witnesses."""


class Explainer(Protocol):
    """Says why a sentence of one side (0: the seed, 1: the other) is in its bead."""

    def __call__(  # noqa: D102 - the class says it
        self,
        seed: Segmentation,
        other: Segmentation,
        links: Sequence[SentenceLink],
        side: int,
        sentence: int,
        /,
    ) -> Explanation: ...
