"""What a user may choose about a run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The ways chosen for each stage, and what the texts need.

    Attributes:
        segmenter: A key of ``segmenters.SEGMENTERS``.
        aligner: A key of ``aligners.ALIGNERS``.
        linker: A key of ``words.LINKERS``.
        language: BCP 47 tag of the texts' language.
        terms: Words of the edition whose rendering matters: where one side has such a word, in
            any inflection, and the other has not, the difference is one of terms.
    """

    segmenter: str = "sentences"
    aligner: str = "likelihood"
    linker: str = "lexical"
    language: str = "en"
    terms: tuple[str, ...] = ()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """What is laid down besides the ways, for the signature of a result: names and values."""
        said = (("terms", ", ".join(self.terms)),)
        return tuple((name, value) for name, value in said if value)
