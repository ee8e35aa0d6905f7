"""What a linker is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from variants.types.alignment import Alignment
from variants.types.words import WordAlignment

Linker: TypeAlias = Callable[[Alignment], tuple[WordAlignment, ...]]
"""Finds out which words correspond inside each bead that has sentences on both sides.

It gives a word alignment for each such bead, in the order of beads, and says of each link
how probable it is. What it needs and does not find installed is a ``MissingExtra``.
"""
