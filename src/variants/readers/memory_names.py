"""Names in the TMX that this program writes, and from which it reads every witness again."""

from __future__ import annotations

PROGRAM = "variants"
"""The tool that the header of such a file names."""
SIGLUM, SEED_NUMBERS, OTHER_NUMBERS = "x-siglum", "x-seed", "x-witness"
"""Properties of a unit: its witness, and the numbers of its sentences in both texts, from 1."""
