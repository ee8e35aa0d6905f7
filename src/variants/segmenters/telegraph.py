"""Ends of sentences in telegrams, where a spoken STOP replaces the full stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variants.languages import language_of
from variants.languages.language import Language
from variants.segmenters.punctuation import TERMINAL
from variants.types.span import Span

_STOP = re.compile(
    r"(?<![^\W_])(?:full[ -]?)?(?:stop|stp|стоп|тчк)(?:[^\S\n]+para(?!\s+\d)(?![^\W_]))?"
    r"(?:\)|[^\S\n]?[–—-]+)?(?=\s|\Z)",  # Also in brackets or between dashes.
    re.IGNORECASE,
)
_QUERY = re.compile(r"(?<![^\W_])query(?=\s|\Z)", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?:([^\W_]+)\s+)?([^\W_]+)\s+(?:\(|[–—-]+\s*)?\Z")
_ENDS_IN_STOP = re.compile(r"(?<![^\W_])(?:STOP|STP|СТОП|ТЧК)\)?\s*\Z")
_NEXT = re.compile(r"\s+\W{0,3}([^\W_])")
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(rf"[{TERMINAL}](?=\s|\Z)")
_LOOK_BACK = 24
_SPOKEN = ("stop", "stp", "стоп", "тчк")
_LONG_WORD = 20  # Letters, the space included.
_LEAST, _LEAST_IN_CAPITALS = 3, 2  # Fewer may be verbs, as in "POLICE STOP CARS".
_MOST_WORDS = 30  # From one STOP to the next, on average.


def find_telegraph_ends(
    language: str, text: str, blocks: Iterable[Span], *, telegraph: bool | None
) -> frozenset[int]:
    """Return the offsets behind each STOP that ends a sentence.

    STOP is a full stop in a text or a paragraph that has it often and more often than full stops.

    Args:
        language: ISO 639 code.
        text: The whole text.
        blocks: Its paragraphs.
        telegraph: True to trust every STOP, False to trust none, ``None`` to judge by their rate.

    Examples:
        >>> text = "ROAD OPEN STOP WILL STOP AT MILL STOP SEND OIL STOP"
        >>> sorted(find_telegraph_ends("en", text, [Span(0, 51)], telegraph=None))
        [14, 37, 51]
    """
    if telegraph is False:
        return frozenset()
    known = language_of(language)
    blocks = list(blocks)
    if telegraph or _may_be_telegraphic(text):
        every = frozenset(end for block in blocks for end in _ends(known, text, block))
        if telegraph or _is_telegraphic(text, len(every)):
            return every
    return frozenset(
        end
        for block in blocks
        if _may_be_telegraphic(block.of(text))
        for end in _telegraphic_ends(known, text, block)
    )


def _telegraphic_ends(language: Language, text: str, block: Span) -> list[int]:
    """Return the ends in a block if it is a telegram; else an empty list."""
    ends = list(_ends(language, text, block))
    return ends if _is_telegraphic(block.of(text), len(ends)) else []


def _may_be_telegraphic(text: str) -> bool:
    """Return True if a text may be a telegram; a fast test that most texts fail."""
    small = text.lower()
    count = sum(small.count(word) for word in _SPOKEN)
    return count >= _least(text) and count * _MOST_WORDS * _LONG_WORD >= len(text)


def _is_telegraphic(text: str, count: int) -> bool:
    """Return True if a text has so many spoken stops that they must be full stops."""
    if count < _least(text) or count < len(_MARK.findall(text)):
        return False
    return len(_WORD.findall(text)) <= count * _MOST_WORDS


def _least(text: str) -> int:
    """Return the number of spoken stops from which a text is a telegram."""
    ends = text.isupper() and _ENDS_IN_STOP.search(text[-_LOOK_BACK:])
    return _LEAST_IN_CAPITALS if ends else _LEAST


def _ends(language: Language, text: str, block: Span) -> Iterator[int]:
    """Yield the ends of STOP and QUERY in a block where they are not words of a sentence."""
    found = sorted(
        (
            match
            for pattern in (_STOP, _QUERY)
            for match in pattern.finditer(text, block.start, block.end)
        ),
        key=lambda match: match.start(),
    )
    seen = block.start
    is_small = block.of(text).islower()
    for match in found:
        before = _WORD_BEFORE.search(text, max(seen, match.start() - _LOOK_BACK), match.start())
        if before is None or _leads_on(before, language):
            continue
        if match.re is _QUERY and before[2].lower() in language.function_words:
            continue
        following = _NEXT.match(text, match.end(), block.end)
        stands_out = match[0].isupper() and not before[2].isupper()
        is_marked = is_small and not match[0][-1].isalpha()
        if following is None or is_marked or stands_out or not following[1].islower():
            seen = match.end()
            yield seen


def _leads_on(before: re.Match[str], language: Language) -> bool:
    """Return True if the words before STOP show that it is a verb or a noun."""
    last = before[2].lower()
    both = f"{before[1] or ''} {last}".lower()
    return last in language.verb_leads or not language.noun_leads.isdisjoint({last, both})
