"""Abbreviations, contractions and initials against the words that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from variants.languages.folding import fold
from variants.languages.known import language_of
from variants.languages.word_cache import WORD_CACHE_SIZE

_STOPPED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")


def same_words(mine: Sequence[str], theirs: Sequence[str], tag: str) -> bool:
    """Return True if both sides are the same words, contractions and abbreviations written out.

    Examples:
        >>> same_words(["High", "St"], ["High", "Street"], "en")
        True
        >>> same_words(["Saint"], ["Street"], "en")
        False
    """
    return _written_out(mine, theirs, tag) == _written_out(theirs, mine, tag)


def _written_out(words: Sequence[str], facing: Sequence[str], tag: str) -> list[str]:
    """Return folded words in one spelling; an abbreviation stands for what the other side has."""
    found: list[str] = []
    for word in words:
        ways = _ways_to_write_out(word, tag)
        if len(ways) > 1:
            there = {part for each in facing for part in _ways_to_write_out(each, tag)[0]}
            ways = tuple(way for way in ways if there.issuperset(way)) or ways
        found += ways[0]
    return found


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _ways_to_write_out(word: str, tag: str) -> tuple[tuple[str, ...], ...]:
    language, word = language_of(tag), fold(word)
    for short, long in language.contractions.items():
        if word.endswith(short):
            return (tuple(map(language.spelling, (word[: -len(short)] + long).split())),)
    phrases = language.short_forms.get(word, (word,))
    return tuple(tuple(map(language.spelling, phrase.split())) for phrase in phrases)


def has_written_out_initials(mine: Sequence[str], theirs: Sequence[str], tag: str) -> bool:
    """Return True if both sides are equal but for initials and the words that begin with them.

    Examples:
        >>> has_written_out_initials(["G.P.O."], ["General", "Post", "Office"], "en")
        True
        >>> has_written_out_initials(["G.P.O."], ["Great", "Western"], "en")
        False
    """
    i = j = 0
    found = False
    while i < len(mine) and j < len(theirs):
        if same_words(mine[i : i + 1], theirs[j : j + 1], tag):
            i, j = i + 1, j + 1
            continue
        after_theirs = _after_initials(mine[i], theirs, j, tag)
        after_mine = _after_initials(theirs[j], mine, i, tag)
        if after_theirs == j and after_mine == i:
            return False
        found = True
        i, j = (i + 1, after_theirs) if after_theirs > j else (after_mine, j + 1)
    return found and i == len(mine) and j == len(theirs)


def _after_initials(short: str, words: Sequence[str], start: int, tag: str) -> int:
    """Return the index after the words that initials stand for; ``start`` if they do not.

    Initials without full stops stand for words with capitals. Small words have none: "M.P." is
    "Member of Parliament".
    """
    has_stops = _STOPPED.fullmatch(short) is not None
    if not has_stops and not (len(short) > 1 and short.isalpha() and short.isupper()):
        return start
    small, n = language_of(tag).function_words, start
    for letter in short.casefold().replace(".", ""):
        while n > start and _is_small(words, n, small) and not _begins(words[n], letter):
            n += 1
        if n == len(words) or not _begins(words[n], letter):
            return start
        if not (has_stops or words[n][0].isupper() or _is_small(words, n, small)):
            return start
        n += 1
    return n


def _is_small(words: Sequence[str], n: int, small: frozenset[str]) -> bool:
    return n < len(words) and fold(words[n]) in small


def _begins(word: str, letter: str) -> bool:
    return word[:1].casefold() == letter
