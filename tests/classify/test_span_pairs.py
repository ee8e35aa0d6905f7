"""Pairs of spans."""

from __future__ import annotations

from variants.classify.span_pairs import SpanPairs
from variants.types.span import Span

_PAIRS = [(Span(0, 3), Span(1, 4)), (Span(4, 6), Span(9, 11)), (Span(7, 9), Span(12, 14))]


def test_pairs_are_returned_as_they_were_given() -> None:
    pairs = SpanPairs(_PAIRS)

    assert list(pairs) == _PAIRS
    assert len(pairs) == len(_PAIRS)
    assert pairs == SpanPairs(_PAIRS) != SpanPairs(_PAIRS[:2])


def test_only_pairs_wholly_inside_a_span_are_found() -> None:
    pairs = SpanPairs(_PAIRS)

    assert pairs.inside(Span(4, 9)) == [Span(9, 11), Span(12, 14)]
    assert pairs.inside(Span(1, 8)) == [Span(9, 11)]
    assert pairs.inside(Span(9, 20)) == []
