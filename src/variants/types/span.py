"""A stretch of one witness's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in one witness's text.

    Offsets count Unicode code points of ``Witness.text``, never bytes, and are
    never relative to a sentence: one coordinate system per witness.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last; equal to ``start`` for a point.

    Examples:
        >>> Span(4, 9).of("The quick fox")
        'quick'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"a span runs forward from 0 or later, not {self.start} to {self.end}"
            raise ValueError(msg)

    @property
    def length(self) -> int:
        """How many characters it holds; 0 for a point."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that it holds."""
        return text[self.start : self.end]

    def covers(self, inner: Span) -> bool:
        """Whether ``inner`` lies wholly inside, borders included."""
        return self.start <= inner.start and inner.end <= self.end
