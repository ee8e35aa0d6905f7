"""What stands in a witness for single words of the seed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variants.classify.core import is_content_word
from variants.classify.differences import SHOWN_FROM
from variants.languages import Language, language_of
from variants.types.span import Span
from variants.types.words import Link, Token, WordAlignment


@dataclass(frozen=True, slots=True)
class WordCounterpart:
    """A word of the seed that a witness does not repeat.

    Attributes:
        seed: The word.
        other: The words that it is surely linked to; ``None`` where there are none.
    """

    seed: Span
    other: Span | None


def find_word_counterparts(
    words: Iterable[WordAlignment], language: str
) -> dict[int, tuple[WordCounterpart, ...]]:
    """By the first seed sentence of each bead, what stands for words that are not repeated.

    Only words that bear sense are told of, in the language of this tag.
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
    """The words linked, if they stand together; else the likeliest of them."""
    if not links:
        return None
    found = sorted(link.other for link in links)
    if found != list(range(found[0], found[0] + len(found))):
        found = [max(links, key=lambda link: (link.probability, -link.other)).other]
    return Span(tokens[found[0]].span.start, tokens[found[-1]].span.end)
