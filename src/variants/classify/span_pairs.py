"""Pairs of spans with equal words, in little memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from variants.types.span import Span

_NUMBERS = 4  # Start and end of both spans.


class SpanPairs:
    """Pairs of spans of the seed and of the other side, in order.

    A text has as many as words, so that spans of their own would need most of the memory of a
    comparison.

    Args:
        pairs: The pairs, by the seed's spans in order.
    """

    __slots__ = ("_numbers",)

    def __init__(self, pairs: Iterable[tuple[Span, Span]] = ()) -> None:
        numbers = [
            number
            for one, other in pairs
            for number in (one.start, one.end, other.start, other.end)
        ]
        self._numbers = array("i", numbers)

    def __len__(self) -> int:
        return len(self._numbers) // _NUMBERS

    def __iter__(self) -> Iterator[tuple[Span, Span]]:
        numbers = iter(self._numbers)
        for start, end, other, other_end in zip(numbers, numbers, numbers, numbers, strict=True):
            yield Span(start, end), Span(other, other_end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpanPairs) and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def inside(self, span: Span) -> list[Span]:
        """Return the other side's spans of the pairs inside a span of the seed."""
        numbers = self._numbers
        first = bisect_left(numbers[::_NUMBERS], span.start)
        found = []
        for at in range(_NUMBERS * first, len(numbers), _NUMBERS):
            if numbers[at + 1] > span.end:
                break
            found.append(Span(numbers[at + 2], numbers[at + 3]))
        return found


NO_PAIRS = SpanPairs()
"""No pairs; shared, because most sentences have none."""
