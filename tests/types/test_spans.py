from hypothesis import given
from hypothesis import strategies as st

from variants.types.span import Span
from variants.types.spans import join_adjacent, merge_spans

_spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: Span(*sorted(pair)))


def _halves(span: Span) -> set[float]:
    """Return the positions strictly inside a span, in steps of half a character."""
    return {at / 2 for at in range(2 * span.start + 1, 2 * span.end)}


def _inside(span: Span) -> set[float]:
    """Return the positions of a span; of a point, the point itself."""
    return _halves(span) if span.length else {float(span.start)}


@given(_spans, _spans)
def test_overlap_is_symmetric_and_a_point_has_no_neighbours(one: Span, other: Span) -> None:
    shared = bool(_inside(one) & _inside(other))

    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == (shared and (one.length or other.length) > 0)


@given(_spans, _spans)
def test_a_span_contains_what_it_covers_but_points_at_its_bounds(one: Span, other: Span) -> None:
    at_bound = other.length == 0 < one.length and other.start in {one.start, one.end}

    assert one.contains(other) == (one.covers(other) and not at_bound)


@given(st.lists(_spans, max_size=6))
def test_merged_spans_overlap_nowhere_and_hold_all(spans: list[Span]) -> None:
    merged = merge_spans(spans)

    assert merged == sorted(merged)
    assert not any(a.overlaps(b) for a in merged for b in merged if a != b)
    assert all(any(span == hull or hull.contains(span) for hull in merged) for span in spans)
    assert set().union(*map(_halves, merged)) == set().union(*map(_halves, spans))


def test_spans_are_joined_over_white_space_only() -> None:
    text = "the old, \n man"

    assert join_adjacent([Span(11, 14), Span(4, 7), Span(0, 3)], text) == [Span(0, 7), Span(11, 14)]
    assert join_adjacent([Span(4, 8), Span(11, 14)], text) == [Span(4, 14)]
