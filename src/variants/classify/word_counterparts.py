"""Counterparts in a witness of single words of the seed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variants.classify.core import is_content_word
from variants.languages import Language, language_of
from variants.types.span import Span
from variants.types.words import SHOWN_FROM, Link, Token, WordAlignment


@dataclass(frozen=True, slots=True)
class WordCounterpart:
    """Word of the seed that a witness does not repeat.

    Attributes:
        seed: Span of the word.
        other: Span of the words that it is linked to; ``None`` without a link.
    """

    seed: Span
    other: Span | None


def find_word_counterparts(
    words: Iterable[WordAlignment], language: str
) -> dict[int, tuple[WordCounterpart, ...]]:
    """Return the counterparts of words that are not repeated, by first seed sentence of the bead.

    Only content words of the language with this tag are included.
    """
    known = language_of(language)
    return {each.bead.seed[0]: tuple(_counterparts(each, known)) for each in words}


def _counterparts(words: WordAlignment, language: Language) -> Iterator[WordCounterpart]:
    links: dict[int, list[Link]] = defaultdict(list)
    for link in words.links:
        if link.probability >= SHOWN_FROM:
            links[link.seed].append(link)
    for index, token in enumerate(words.seed):
        repeated = any(words.other[link.other].key == token.key for link in links[index])
        if not repeated and is_content_word(token, language):
            yield WordCounterpart(token.span, _linked(links[index], words.other))


def _linked(links: Sequence[Link], tokens: Sequence[Token]) -> Span | None:
    """Return the span of the linked words if they are contiguous; else of the most probable."""
    if not links:
        return None
    found = sorted(link.other for link in links)
    if found != list(range(found[0], found[0] + len(found))):
        found = [max(links, key=lambda link: (link.probability, -link.other)).other]
    return Span(tokens[found[0]].span.start, tokens[found[-1]].span.end)
