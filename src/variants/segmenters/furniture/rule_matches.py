"""Characters that the rules of an edition set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.types.ignored_words import IgnoredWords
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import SetAside

_SECONDS = 2.0  # For all matches of a pattern, which may be slow by design.


def find_ignored_words(text: str, rule: IgnoredWords) -> Iterator[SetAside]:
    """Yield the characters that a rule names; empty matches are none.

    Raises:
        TimeoutError: The pattern takes too long in this text.
    """
    spans = _matches(text, rule.pattern) if rule.pattern else _regions(text, rule)
    for span in spans:
        if span.of(text).strip():
            yield SetAside(span, SetAsideKind.RULE, rule.name)


def _matches(text: str, pattern: str) -> Iterator[Span]:
    # Imported here because only editions with such rules need it.
    import regex  # noqa: PLC0415

    compiled = regex.compile(pattern, regex.VERSION1 | regex.MULTILINE)
    for match in compiled.finditer(text, timeout=_SECONDS):
        yield Span(*match.span())


def _regions(text: str, rule: IgnoredWords) -> Iterator[Span]:
    """Yield the regions from the first words of a rule to its last, or to the end of the line."""
    at = 0
    begin = _words(rule.begin)
    end = _words(rule.end) if rule.end else re.compile(r"(?=[\n\r\f]|\Z)")
    while (first := begin.search(text, at)) is not None:
        last = end.search(text, first.end())
        if last is None:
            return
        yield Span(first.start(), last.end())
        at = max(last.end(), first.end())


def _words(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))
