"""Counterparts in a witness of single words of the seed.

A link below ``SHOWN_FROM`` pairs no words in a view, but it counts here, marked as uncertain: words
that face each other again and again may have a weak link each time. A word without a link gets a
word that the witness has for it elsewhere, if that word is free.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from variants.classify.core import is_content_word
from variants.languages import Language, language_of
from variants.types.span import Span
from variants.types.words import SHOWN_FROM, Link, Token, TokenKind, WordAlignment

_WEAK_FROM = 0.6
"""Least probability of a weak link; below, about every second one is wrong."""


@dataclass(frozen=True, slots=True)
class WordCounterpart:
    """Word of the seed that a witness does not certainly repeat.

    Attributes:
        seed: Span of the word.
        other: Span of the words that it corresponds to; ``None`` without a counterpart.
        uncertain: True if only a weak link, or the rendering of the word elsewhere, speaks for it.
    """

    seed: Span
    other: Span | None
    uncertain: bool = False


def find_word_counterparts(
    words: Sequence[WordAlignment], language: str
) -> dict[int, tuple[WordCounterpart, ...]]:
    """Return the counterparts of words that are not repeated, by first seed sentence of the bead.

    Only content words of the language with this tag are included.

    Args:
        words: All linked words of a witness.
        language: Tag of the language.
    """
    known = language_of(language)
    pairings = [_pairings(each, known) for each in words]
    renderings = _renderings(words, pairings, known)
    return {
        each.bead.seed[0]: tuple(_counterparts(each, found, renderings, known))
        for each, found in zip(words, pairings, strict=True)
    }


class _Pairing(NamedTuple):
    """A word of the seed that is not certainly repeated, with the tokens linked to it.

    Attributes:
        seed: Index of its token.
        other: Indices of the linked tokens, in order; empty without a link.
        uncertain: True if the links are weak.
    """

    seed: int
    other: tuple[int, ...]
    uncertain: bool


def _pairings(words: WordAlignment, language: Language) -> list[_Pairing]:
    """Return the content words of the seed that are not certainly repeated."""
    seed, other = words.seed, words.other
    shown: dict[int, list[Link]] = defaultdict(list)
    weak: dict[int, list[Link]] = defaultdict(list)
    repeated, taken = set(), set()
    for link in words.links:
        if link.probability >= SHOWN_FROM:
            taken.add(link.other)
            if seed[link.seed].key == other[link.other].key:
                repeated.add(link.seed)
            else:
                shown[link.seed].append(link)
        elif link.probability >= _WEAK_FROM:
            weak[link.seed].append(link)
    found = []
    for index, token in enumerate(seed):
        if index in repeated or not is_content_word(token, language):
            continue
        links = shown.get(index, ())
        free = [
            link
            for link in weak.get(index, ())
            if link.other not in taken and _has_content(other[link.other], language)
        ]
        found.append(_Pairing(index, _contiguous(links or free), not links))
    return found


def _has_content(token: Token, language: Language) -> bool:
    return token.kind is not TokenKind.NUMBER and is_content_word(token, language)


def _contiguous(links: Sequence[Link]) -> tuple[int, ...]:
    """Return the linked tokens if they are contiguous; else only the most probable one."""
    found = sorted(link.other for link in links)
    if found and found != list(range(found[0], found[0] + len(found))):
        found = [max(links, key=lambda link: (link.probability, -link.other)).other]
    return tuple(found)


def _renderings(
    words: Sequence[WordAlignment], pairings: Sequence[Sequence[_Pairing]], language: Language
) -> Mapping[str, Sequence[str]]:
    """Return the words that a witness has for words of the seed, most frequent first, by stem.

    A weak link counts only if it returns or a certain one has the same words.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each, found in zip(words, pairings, strict=True):
        for seed, other, uncertain in found:
            if len(other) == 1:
                word = language.stem(each.other[other[0]].key)
                counts[language.stem(each.seed[seed].key)][word] += 1 if uncertain else 2
    return {
        stem: [word for word, count in of_word.most_common() if count > 1 and word != stem]
        for stem, of_word in counts.items()
    }


def _counterparts(
    words: WordAlignment,
    pairings: Sequence[_Pairing],
    renderings: Mapping[str, Sequence[str]],
    language: Language,
) -> Iterator[WordCounterpart]:
    free: dict[str, list[int]] | None = None
    for seed, linked, uncertain in pairings:
        other = linked
        token = words.seed[seed]
        known = renderings.get(language.stem(token.key), ())
        if not other and known:
            if free is None:
                free = _free_words(words, pairings, language)
            places = next((free[word] for word in known if free.get(word)), [])
            other = (places.pop(0),) if places else ()
        span = _span(other, words.other)
        yield WordCounterpart(token.span, span, uncertain and span is not None)


def _free_words(
    words: WordAlignment, pairings: Sequence[_Pairing], language: Language
) -> dict[str, list[int]]:
    """Return the words of the witness without a counterpart in the seed, by stem."""
    taken = {index for pairing in pairings for index in pairing.other}
    taken |= {link.other for link in words.links if link.probability >= SHOWN_FROM}
    free: dict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(words.other):
        if index not in taken and _has_content(token, language):
            free[language.stem(token.key)].append(index)
    return free


def _span(indices: Sequence[int], tokens: Sequence[Token]) -> Span | None:
    if not indices:
        return None
    return Span(tokens[indices[0]].span.start, tokens[indices[-1]].span.end)
