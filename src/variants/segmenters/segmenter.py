"""Definition of a segmenter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from variants.types.segmentation import Segmentation
from variants.types.witness import Witness

Segmenter: TypeAlias = Callable[[Witness], Segmentation]
"""Function that splits a witness into its units of alignment.

Every character other than white space is in a unit, and each unit begins and ends with such a
character, so that units and gaps together restore the text.
"""
