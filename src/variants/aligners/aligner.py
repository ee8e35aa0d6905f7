"""What an aligner is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from variants.types import Alignment, Segmentation

Aligner: TypeAlias = Callable[[Segmentation, Segmentation], Alignment]
"""Finds out which sentences of two witnesses belong together, the base named first.

An aligner puts every sentence of both sides in exactly one bead and says of each bead how
sure it is. Each side of a bead is a run of consecutive sentences. Beads with two sides rise on
both, but for those marked as moved, each of which crosses one that is not. All stand in the order
that ``order.in_order`` gives them. An aligner leaves alone what has no counterpart, rather than
forcing a pair, and gives the same beads on every machine.
"""
