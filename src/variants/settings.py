"""What a user may choose about a run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of the ways chosen for each stage.

    Attributes:
        segmenter: A key of ``segmenters.SEGMENTERS``.
        aligner: A key of ``aligners.ALIGNERS``.
        language: BCP 47 tag of the texts' language.
    """

    segmenter: str = "sentences"
    aligner: str = "likelihood"
    language: str = "en"
