"""Lines of a plain text, and whether a sentence goes on over them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from variants.segmenters.lines import find_lines, trimmed
from variants.segmenters.punctuation import CLOSING, OPENING, TERMINAL
from variants.types.span import Span

_ENDS = re.compile(rf"[{TERMINAL}:;][{CLOSING}\]]*(?:\d{{1,3}}|\*)?\Z")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_DIVIDED = re.compile(r"[^\W\d_]-\Z")
_LONG_LINE = 4  # Words; shorter ones are addresses and lists.
_LEAD = f"{OPENING}…—–―.- "


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line with words.

    Attributes:
        span: Its span, without white space at the ends.
        text: Its characters.
        opens: True if nothing or an empty line is before it.
        closes: True if nothing or an empty line is behind it.
        begins_page: True if a form feed is before it.
        ends_page: True if a form feed is behind it.
        hangs: True if it ends with a comma or a small word, so that its sentence may go on.
    """

    span: Span
    text: str
    opens: bool
    closes: bool
    begins_page: bool
    ends_page: bool
    hangs: bool

    @property
    def is_alone(self) -> bool:
        """True if it is a block of its own."""
        return self.opens and self.closes

    @property
    def is_apart(self) -> bool:
        """True if it is alone, or the first or last of its page."""
        return self.is_alone or self.begins_page or self.ends_page

    @property
    def ends_sentence(self) -> bool:
        """True if it ends with a mark behind which no sentence goes on."""
        return _ENDS.search(self.text) is not None


def lines_of(text: str, small_words: Collection[str]) -> list[PlainLine]:
    """Return the lines of a text that have words; a form feed also ends one.

    Args:
        text: The text.
        small_words: Words of its language that seldom end a sentence: "the", "of".
    """
    spans = [each for line in find_lines(text) for each in _pages(text, line)]
    shown = [trimmed(text, span) for span in spans]
    places = [place for place, span in enumerate(shown) if span.length]
    lines = []
    for place, before, after in zip(places, [-1, *places], [*places[1:], len(spans)], strict=False):
        span = shown[place]
        first = shown[before].end if before >= 0 else 0
        last = shown[after].start if after < len(spans) else len(text)
        begins_page = "\f" in text[first : span.start]
        ends_page = "\f" in text[span.end : last]
        lines.append(
            PlainLine(
                span,
                span.of(text),
                begins_page or before < place - 1 or before < 0,
                ends_page or after > place + 1 or after == len(spans),
                begins_page,
                ends_page,
                _hangs(span.of(text), small_words),
            )
        )
    return lines


def _hangs(line: str, small_words: Collection[str]) -> bool:
    last = _LAST_WORD.search(line)
    return line.endswith(",") or (last is not None and last[0] in small_words)


def _pages(text: str, line: Span) -> list[Span]:
    """Return a line in its parts between form feeds."""
    if "\f" not in text[line.start : line.end]:
        return [line]
    parts, start = [], line.start
    for place in range(line.start, line.end):
        if text[place] == "\f":
            parts.append(Span(start, place))
            start = place + 1
    return [*parts, Span(start, line.end)]


def goes_on(
    before: PlainLine | None, after: PlainLine | None, *, between_pages: bool = False
) -> bool:
    """Return True if the sentence of one line goes on in another.

    Args:
        before: The line.
        after: The other line.
        between_pages: True if a page surely ends between them. Then a sentence also goes on behind
            a comma or a small word; elsewhere that may be a salutation or a list.
    """
    if before is None or after is None or before.ends_sentence:
        return False
    first = after.text.lstrip(_LEAD)[:1]
    long = len(before.text.split()) >= _LONG_LINE or bool(_DIVIDED.search(before.text))
    hangs = between_pages and before.hangs and first.isalpha()
    return long and (first.islower() or hangs)
