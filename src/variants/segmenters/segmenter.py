"""What a segmenter is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from variants.types.segmentation import Segmentation
from variants.types.witness import Witness

Segmenter: TypeAlias = Callable[[Witness], Segmentation]
"""Cuts a witness into its units of alignment.

Every character that is not white space lies in one of them, and each begins and ends
with such a character, so that units and gaps together restore the text.
"""
