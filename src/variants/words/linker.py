"""Interface of linkers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from variants.types.alignment import Alignment
from variants.types.words import WordAlignment

Linker: TypeAlias = Callable[[Alignment], tuple[WordAlignment, ...]]
"""Function that links corresponding words inside each bead that has sentences on both sides.

It returns a word alignment for each such bead, in the order of beads, and gives each link a
probability. It raises ``MissingExtra`` if something it needs is not installed.
"""
