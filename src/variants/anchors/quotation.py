"""A passage looked for by its words and what stood around them.

The weights are those of Hypothesis' ``match-quote``, the gate and the lead were measured: below
them a hit is too often another passage with the same words.
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
"""Characters that are remembered on each side."""
_EXACT, _SIDE, _PLACE = 50, 20, 2
"""What the words, each side, and the place in the text weigh."""
_GATE = 0.90
_LEAD = 0.05
_OFFER = 0.75
"""From here on a place is offered to the editor."""


def squeezed(text: str) -> str:
    r"""As quotations are compared: composed, and any run of blanks as one.

    Examples:
        >>> squeezed("battle\r\n  pilots")
        'battle pilots'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def find_quotation(anchor: Anchor, text: str, words: Sequence[Span]) -> Resolution:
    """Find the place of a quotation among ``words``, all of a text or those that are free.

    The same words with a good surrounding and a clear lead are found. Several places, or one
    with too little around it, are ambiguous; alike words in an alike surrounding are stale.
    """
    if not anchor.quote.exact:
        return _find_point(anchor.quote, text)
    same = [
        span
        for span in _occurrences(anchor.quote.exact, text)
        if _holds_only(_between(words, span), span, text)
    ]
    if same:
        return find_same_words(same, anchor, text)
    return _alike(anchor, text, words)


def find_same_words(spans: Sequence[Span], anchor: Anchor, text: str) -> Resolution:
    """Tell which of the places with the same words is meant, if their surroundings say so."""
    scores = sorted(((_score(anchor, text, span), span) for span in spans), reverse=True)
    best, span = scores[0]
    lead = best - scores[1][0] if len(scores) > 1 else 1.0
    if best >= _GATE and lead >= _LEAD:
        return Found(span, Method.QUOTE, moved=True, carried=True)
    offered = sorted(span for score, span in scores if score >= _OFFER and best - score < _LEAD)
    return Ambiguous(tuple(offered)) if offered else Lost()


def belongs_elsewhere(anchor: Anchor, span: Span, text: str, old_text: str) -> bool:
    """Whether what stands around a place is as like that of the same words elsewhere before.

    Then they may be those words, and the ones that are looked for may be gone.
    """
    here = _around(anchor.quote, span, text)
    places = (p for p in _occurrences(anchor.quote.exact, old_text) if p != anchor.position)
    quotes = (Quote(*(side.of(old_text) for side in (p, *_sides(p)))) for p in places)
    return any(here - _around(quote, span, text) < _LEAD for quote in quotes)


def _alike(anchor: Anchor, text: str, words: Sequence[Span]) -> Resolution:
    """The place most alike, if it is alike enough to be offered."""
    best, offered = _OFFER, None
    for stretch in _stretches(words, text):
        found = fuzz.partial_ratio_alignment(anchor.quote.exact, stretch.of(text))
        if found is None or not found.score:
            continue
        start, end = stretch.start + found.dest_start, stretch.start + found.dest_end
        inside = _between(words, Span(start, end))
        if inside:
            span = Span(inside[0].start, inside[-1].end)
            score = _score(anchor, text, span)
            if score >= best:
                best, offered = score, span
    return Lost() if offered is None else Stale(offered, anchor.quote.exact)


def _between(words: Sequence[Span], span: Span) -> Sequence[Span]:
    """The words that lie in a place or reach into it."""
    start = bisect_right(words, span.start, key=lambda word: word.end)
    return words[start : bisect_left(words, span.end, key=lambda word: word.start)]


def _holds_only(words: Sequence[Span], span: Span, text: str) -> bool:
    """Whether a place consists of whole words among these and blanks."""
    if not words or Span(words[0].start, words[-1].end) != span:
        return False
    letters = sum(not character.isspace() for character in span.of(text))
    return letters == sum(word.length for word in words)


def _stretches(words: Sequence[Span], text: str) -> Iterator[Span]:
    """Words that follow each other, with nothing but blanks between, as one stretch."""
    at = 0
    while at < len(words):
        end = at
        while end + 1 < len(words) and not text[words[end].end : words[end + 1].start].strip():
            end += 1
        yield Span(words[at].start, words[end].end)
        at = end + 1


def _find_point(quote: Quote, text: str) -> Resolution:
    """A place without words: where the same stands before it and behind it."""
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
    """Where a quotation stands, with other blanks or other codes for accents as it may be."""
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
    # One after another, since a place may begin inside the one before ("ha ha" in "ha ha ha").
    while quotation and (found := pattern.search(text, at)) is not None:
        yield Span(*found.span())
        at = found.start() + 1


def _score(anchor: Anchor, text: str, span: Span) -> float:
    """How well a place fits, 0 to 1."""
    away = abs(span.start - anchor.position.start) / max(1, len(text))
    total = (
        _EXACT * _likeness(anchor.quote.exact, span.of(text))
        + 2 * _SIDE * _around(anchor.quote, span, text)
        + _PLACE * (1 - min(1.0, away))
    )
    return total / (_EXACT + 2 * _SIDE + _PLACE)


def _around(quote: Quote, span: Span, text: str) -> float:
    """How alike the surroundings are, 0 to 1."""
    before, behind = (side.of(text) for side in _sides(span))
    return (_likeness(quote.prefix, before) + _likeness(quote.suffix, behind)) / 2


def _sides(span: Span) -> tuple[Span, Span]:
    """What is remembered before and behind a place; past the end of a text there is nothing."""
    before = Span(max(0, span.start - AROUND), span.start)
    return before, Span(span.end, span.end + AROUND)


def _likeness(one: str, other: str) -> float:
    return float(Indel.normalized_similarity(squeezed(one), squeezed(other)))
