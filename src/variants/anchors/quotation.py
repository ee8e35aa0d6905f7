"""Search for a passage by its quotation: its words and their context.

The weights are those of ``match-quote`` in Hypothesis. The threshold and the lead were measured:
below them a hit is too often another passage with the same words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from variants.anchors.resolution import Ambiguous, Found, Lost, Method, Resolution, Stale
from variants.types.decision import Anchor, Quote
from variants.types.span import Span

AROUND = 32
"""Characters of context recorded on each side."""
_EXACT, _SIDE, _PLACE = 50, 20, 2
"""Weights of the words, of the context on each side, and of the position in the text."""
_THRESHOLD = 0.90
_LEAD = 0.05
_SUGGEST = 0.75
"""Least score of a place that is suggested to the editor."""


def normalize_quotation(text: str) -> str:
    r"""Return text as quotations are compared: in NFC, with white space collapsed.

    Examples:
        >>> normalize_quotation("battle\r\n  pilots")
        'battle pilots'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def find_quotation(anchor: Anchor, text: str, words: Sequence[Span]) -> Resolution:
    """Find the place of a quotation among ``words``, which are all of a text or its new words.

    Equal words with a good score and a clear lead are found. Several places, or one with too
    little context, are ambiguous; similar words in a similar context are stale.
    """
    if not anchor.quote.exact:
        return _find_point(anchor.quote, text)
    same = [
        span
        for span in _occurrences(anchor.quote.exact, text)
        if _holds_only(_between(words, span), span, text)
    ]
    if same:
        return choose_by_context(same, anchor, text)
    return _most_similar(anchor, text, words)


def choose_by_context(spans: Sequence[Span], anchor: Anchor, text: str) -> Resolution:
    """Select one of several places with equal words by its context, if it is clear."""
    scores = sorted(((_score(anchor, text, span), span) for span in spans), reverse=True)
    best, span = scores[0]
    lead = best - scores[1][0] if len(scores) > 1 else 1.0
    if best >= _THRESHOLD and lead >= _LEAD:
        return Found(span, Method.QUOTE, moved=True, carried=True)
    suggested = sorted(span for score, span in scores if score >= _SUGGEST and best - score < _LEAD)
    return Ambiguous(tuple(suggested)) if suggested else Lost()


def belongs_elsewhere(anchor: Anchor, span: Span, text: str, old_text: str) -> bool:
    """Return True if the context also fits other occurrences of the words in the old text.

    The words found may then be one of these, and the anchored ones may be gone.
    """
    here = _around(anchor.quote, span, text)
    places = (p for p in _occurrences(anchor.quote.exact, old_text) if p != anchor.position)
    quotes = (Quote(*(side.of(old_text) for side in (p, *_sides(p)))) for p in places)
    return any(here - _around(quote, span, text) < _LEAD for quote in quotes)


def _most_similar(anchor: Anchor, text: str, words: Sequence[Span]) -> Resolution:
    """Return the most similar place, if its score is high enough to suggest it."""
    best, suggested = _SUGGEST, None
    for run in _runs(words, text):
        found = fuzz.partial_ratio_alignment(anchor.quote.exact, run.of(text))
        if found is None or not found.score:
            continue
        start, end = run.start + found.dest_start, run.start + found.dest_end
        inside = _between(words, Span(start, end))
        if inside:
            span = Span(inside[0].start, inside[-1].end)
            score = _score(anchor, text, span)
            if score >= best:
                best, suggested = score, span
    return Lost() if suggested is None else Stale(suggested, anchor.quote.exact)


def _between(words: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the words inside a place or overlapping it."""
    start = bisect_right(words, span.start, key=lambda word: word.end)
    return words[start : bisect_left(words, span.end, key=lambda word: word.start)]


def _holds_only(words: Sequence[Span], span: Span, text: str) -> bool:
    """Return True if a place consists of whole words of these and white space."""
    if not words or Span(words[0].start, words[-1].end) != span:
        return False
    letters = sum(not character.isspace() for character in span.of(text))
    return letters == sum(word.length for word in words)


def _runs(words: Sequence[Span], text: str) -> Iterator[Span]:
    """Yield runs of words with only white space between them."""
    at = 0
    while at < len(words):
        end = at
        while end + 1 < len(words) and not text[words[end].end : words[end + 1].start].strip():
            end += 1
        yield Span(words[at].start, words[end].end)
        at = end + 1


def _find_point(quote: Quote, text: str) -> Resolution:
    """Find a point by the context before and after it."""
    if not (quote.prefix + quote.suffix).strip():
        return Lost()
    points = []
    for span in _occurrences(quote.prefix + quote.suffix, text):
        before = next(_occurrences(quote.prefix, span.of(text)), Span(0, 0))
        points.append(Span(span.start + before.end, span.start + before.end))
    if len(points) == 1:
        return Found(points[0], Method.QUOTE, moved=True, carried=True)
    return Ambiguous(tuple(points)) if points else Lost()


def _occurrences(quotation: str, text: str) -> Iterator[Span]:
    """Yield the occurrences of a quotation, in any white space and Unicode normal form."""
    parts = re.split(r"(\s+)", quotation)
    forms = (
        r"\s+"
        if part.isspace()
        else "|".join(
            re.escape(form)
            for form in dict.fromkeys(
                (part, *(unicodedata.normalize(name, part) for name in ("NFC", "NFD")))
            )
        )
        for part in parts
        if part
    )
    pattern = re.compile("".join(f"(?:{form})" for form in forms))
    at = 0
    # Search again from the next character, since occurrences can overlap ("ha ha ha").
    while quotation and (found := pattern.search(text, at)) is not None:
        yield Span(*found.span())
        at = found.start() + 1


def _score(anchor: Anchor, text: str, span: Span) -> float:
    """Return the score of a place, from 0 to 1."""
    away = abs(span.start - anchor.position.start) / max(1, len(text))
    total = (
        _EXACT * _similarity(anchor.quote.exact, span.of(text))
        + 2 * _SIDE * _around(anchor.quote, span, text)
        + _PLACE * (1 - min(1.0, away))
    )
    return total / (_EXACT + 2 * _SIDE + _PLACE)


def _around(quote: Quote, span: Span, text: str) -> float:
    """Return the similarity of the contexts, from 0 to 1."""
    before, behind = (side.of(text) for side in _sides(span))
    return (_similarity(quote.prefix, before) + _similarity(quote.suffix, behind)) / 2


def _sides(span: Span) -> tuple[Span, Span]:
    """Return the spans of context before and after a place; the second may exceed the text."""
    before = Span(max(0, span.start - AROUND), span.start)
    return before, Span(span.end, span.end + AROUND)


def _similarity(one: str, other: str) -> float:
    return float(Indel.normalized_similarity(normalize_quotation(one), normalize_quotation(other)))
