"""Stretches of the seed that share characters, lie in each other, or follow one another."""

from __future__ import annotations

from collections.abc import Iterable

from variants.types.span import Span


def merged_spans(spans: Iterable[Span]) -> list[Span]:
    """The hulls of spans that share a character; a point joins only what holds it inside."""
    merged: list[Span] = []
    # A point comes before what begins there: behind it, it would hide it from the next.
    for span in sorted(set(spans)):
        if merged and overlap(merged[-1], span):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def contiguous(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order, those joined that only white space parts."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share a character; a point lies inside, not at a border."""
    if one.length == 0 or other.length == 0:
        return (
            one == other or one.start < other.start < one.end or other.start < one.start < other.end
        )
    return one.start < other.end and other.start < one.end


def within(inner: Span, lemma: Span) -> bool:
    """Whether a variant belongs to a lemma: a point at its border does not."""
    if inner.length == 0 and lemma.length > 0:
        return lemma.start < inner.start < lemma.end
    return lemma.covers(inner)
