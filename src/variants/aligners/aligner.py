"""Interfaces of aligners and of the functions that explain their beads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from variants.types.alignment import Alignment
from variants.types.explanation import Explanation
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink


class Aligner(Protocol):
    """Function that finds which sentences of a seed and of another witness correspond.

    An aligner puts every sentence of both sides in exactly one bead and gives each bead a
    confidence. Each side of a bead is a run of consecutive sentences. Beads with two sides ascend
    on both sides, except beads marked as moved, each of which crosses one that is not. Beads are
    in the order of ``order.sort_beads``. A sentence without a counterpart is left unmatched rather
    than forced into a pair. The result is the same on every machine.

    An aligner obeys the links of the other witness whose sentences still begin as recorded: a
    forced link becomes a bead, and no bead joins the two sides of a forbidden link. The other
    links of that witness are reported as notices.
    """

    def __call__(
        self, seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink] = (), /
    ) -> Alignment:
        """Align two witnesses."""


class Explainer(Protocol):
    """Function that explains why a sentence of side 0 (seed) or 1 (other) is in its bead."""

    def __call__(  # noqa: D102 - documented by the class
        self,
        seed: Segmentation,
        other: Segmentation,
        links: Sequence[SentenceLink],
        side: int,
        sentence: int,
        /,
    ) -> Explanation: ...
