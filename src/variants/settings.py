"""What a user may choose about a run."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types import LinkKind, SentenceLink


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
        links: Sentences of the document that are one bead, or never share one.
    """

    segmenter: str = "sentences"
    aligner: str = "likelihood"
    linker: str = "lexical"
    language: str = "en"
    terms: tuple[str, ...] = ()
    links: tuple[SentenceLink, ...] = ()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """What is laid down besides the ways, for the signature of a result: names and values."""
        said = (("terms", ", ".join(self.terms)), ("links", "; ".join(map(_told, self.links))))
        return tuple((name, value) for name, value in said if value)


def _told(link: SentenceLink) -> str:
    """A link in a few characters: ``"A 3,4=5"``, ``"A 7≠9"``."""
    label = link.label if link.kind is LinkKind.FORCED else link.label.replace("=", "≠")
    return f"{link.siglum} {label}"
