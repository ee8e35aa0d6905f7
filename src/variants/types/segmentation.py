"""A witness cut into sentences."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.span import Span
from variants.types.witness import Witness


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A witness and its sentences; what lies between them is white space only.

    Attributes:
        witness: The text.
        sentences: Their spans, in order and disjoint; none is empty.
    """

    witness: Witness
    sentences: tuple[Span, ...]

    def __post_init__(self) -> None:
        at = 0
        for sentence in self.sentences:
            if sentence.start < at or sentence.length == 0:
                msg = f"sentences of {self.witness.siglum} overlap or are empty at {at}"
                raise ValueError(msg)
            at = sentence.end
        if at > len(self.witness.text):
            msg = f"sentences of {self.witness.siglum} run past the end of its text"
            raise ValueError(msg)
        for gap in self.gaps:
            if gap.of(self.witness.text).strip():
                msg = f"words of {self.witness.siglum} lie in no sentence, from {gap.start}"
                raise ValueError(msg)

    @property
    def gaps(self) -> tuple[Span, ...]:
        """The white space before, between and after the sentences; empty stretches left out."""
        borders = [0]
        for sentence in self.sentences:
            borders += [sentence.start, sentence.end]
        borders.append(len(self.witness.text))
        pairs = zip(borders[::2], borders[1::2], strict=True)
        return tuple(Span(start, end) for start, end in pairs if start < end)

    def text_of(self, sentence: int) -> str:
        """The characters of one sentence, counted from 0."""
        return self.sentences[sentence].of(self.witness.text)
