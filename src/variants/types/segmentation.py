"""A witness divided into sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from variants.types.span import Span
from variants.types.witness import Witness


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A witness and its sentences, separated by white space only.

    Attributes:
        witness: The text.
        sentences: Their spans, in order and disjoint; none is empty.
        gaps: Non-empty spans of white space before, between and after the sentences.
    """

    witness: Witness
    sentences: tuple[Span, ...]
    gaps: tuple[Span, ...] = field(init=False, repr=False, compare=False)

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
        object.__setattr__(self, "gaps", tuple(self._find_gaps()))
        for gap in self.gaps:
            if gap.of(self.witness.text).strip():
                msg = f"words of {self.witness.siglum} are in no sentence, from {gap.start}"
                raise ValueError(msg)

    def _find_gaps(self) -> Iterator[Span]:
        borders = [0]
        for sentence in self.sentences:
            borders += [sentence.start, sentence.end]
        borders.append(len(self.witness.text))
        pairs = zip(borders[::2], borders[1::2], strict=True)
        return (Span(start, end) for start, end in pairs if start < end)

    def text_of(self, sentence: int) -> str:
        """Return the characters of one sentence, counted from 0."""
        return self.sentences[sentence].of(self.witness.text)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at an offset, counted from 0.

        White space belongs to the sentence before it, or to the first sentence if none is
        before it. Where two sentences touch, the border belongs to the second. The result is 0
        for a text without sentences.
        """
        return max(0, bisect_right(self.sentences, offset, key=_start_of) - 1)

    def sentence_of(self, span: Span) -> int:
        """Return the number of the sentence that a span begins in, counted from 0.

        Like ``sentence_at``, but a point where two sentences touch belongs to the first: text
        inserted there follows its last word.
        """
        if span.length == 0:
            number = bisect_left(self.sentences, span.start, key=_end_of)
            if number < len(self.sentences) and self.sentences[number].start < span.start:
                return number
        return self.sentence_at(span.start)

    def is_whole(self, span: Span) -> bool:
        """Return True if a span consists of whole sentences; a point does not."""
        inside = self.sentences_of(span) if span.length else range(0)
        if not inside:
            return False
        return span == Span(self.sentences[inside[0]].start, self.sentences[inside[-1]].end)

    def sentences_of(self, span: Span) -> range:
        """Return the numbers of all sentences that a span touches, each as in ``sentence_at``.

        A point touches one sentence. The range is empty for a text without sentences.
        """
        if not self.sentences:
            return range(0)
        first = self.sentence_at(span.start)
        return range(first, max(first, self.sentence_at(span.end - 1)) + 1)


_start_of = attrgetter("start")
_end_of = attrgetter("end")
