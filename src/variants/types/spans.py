"""Unions of spans of one text."""

from __future__ import annotations

from collections.abc import Iterable

from variants.types.span import Span


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Merge spans that overlap; a point merges only with a span that contains it.

    Examples:
        >>> merge_spans([Span(3, 6), Span(0, 4), Span(6, 6), Span(6, 8)])
        [Span(start=0, end=6), Span(start=6, end=6), Span(start=6, end=8)]
    """
    merged: list[Span] = []
    # A point comes before a span that begins there, so that spans that overlap stay neighbours.
    for span in sorted(set(spans)):
        if merged and merged[-1].overlaps(span):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def join_adjacent(spans: Iterable[Span], text: str) -> list[Span]:
    """Join spans that only white space of ``text`` separates; the result is in order.

    Examples:
        >>> join_adjacent([Span(0, 3), Span(4, 7), Span(8, 11)], "the old, man")
        [Span(start=0, end=7), Span(start=8, end=11)]
    """
    joined: list[Span] = []
    in_order = sorted(spans)
    if len(in_order) <= 1:
        return in_order
    for span in in_order:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
