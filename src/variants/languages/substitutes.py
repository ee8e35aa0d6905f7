"""Substitutes: the words that can stand for a word in another translation, and those that cannot.

The list of a language is a text file that we write by hand. A line is a word, how much a reader
loses if only one translation has it (0 to 3), and three lists: words that report the same, words
that differ by a nuance, and words of the same field that report another fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Final, NamedTuple

from variants.languages.known import language_of
from variants.languages.word_cache import WORD_CACHE_SIZE

_UNKNOWN_WEIGHT: Final = -1


class Substitutes(NamedTuple):
    """The entries of a word and of its lemma, taken together.

    Attributes:
        forms: The word and its lemma.
        is_listed: True if the list has an entry for one of them.
        weight: How much a reader loses without the word, from 0 to 3; -1 if it is unknown.
        same: Words that report the same.
        near: Words that differ by a nuance.
        other: Words that report another fact.
    """

    forms: tuple[str, ...]
    is_listed: bool
    weight: int
    same: frozenset[str]
    near: frozenset[str]
    other: frozenset[str]


class SubstituteList:
    """The list of one language; words are folded, in any of their forms.

    Args:
        text: The file, sorted by words, each line with its end.
        lemma: Function from a word to its lemma.
    """

    def __init__(self, text: bytes, lemma: Callable[[str], str]) -> None:
        self._text = text
        self._start = _start_of_entries(text)
        self._lemma = lemma
        self.of = lru_cache(maxsize=WORD_CACHE_SIZE)(self._read)

    def _read(self, word: str) -> Substitutes:
        """Return the entries of a word and of its lemma."""
        lemma = self._lemma(word)
        forms = (word,) if lemma == word else (word, lemma)
        entries = [_parse(entry) for form in forms if (entry := self._find(form))]
        weight = max((weight for weight, _ in entries), default=_UNKNOWN_WEIGHT)
        same, near, other = (_union(lists[n] for _, lists in entries) for n in range(3))
        return Substitutes(forms, bool(entries), weight, same, near, other)

    def _find(self, word: str) -> str:
        """Return the entry of a word, found by bisection; "" without one."""
        sought, text = word.encode("utf-8", "replace"), self._text
        low, high = self._start, len(text)
        while low < high:
            start = text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = text.find(b"\n", start)
            found, _, entry = text[start:end].partition(b" ")
            if found == sought:
                return entry.decode("utf-8")
            low, high = (end + 1, high) if found < sought else (low, start)
        return ""


def _start_of_entries(text: bytes) -> int:
    """Return the offset of the first line that is not a comment."""
    start = 0
    while text.startswith(b"#", start):
        start = text.index(b"\n", start) + 1
    return start


def _parse(entry: str) -> tuple[int, list[list[str]]]:
    weight, _, lists = entry.partition(":")
    return int(weight), [words.split() for words in lists.split(";")]


def _union(lists: Iterable[list[str]]) -> frozenset[str]:
    return frozenset[str]().union(*lists)


def listed_grades(one: Substitutes, other: Substitutes) -> list[int]:
    """Return the grades that the entries of two words give each other.

    0 for words that report the same, 1 for near ones, 2 for words that report another fact.
    """
    return [
        grade
        for entry, word in ((one, other), (other, one))
        for grade, words in enumerate((entry.same, entry.near, entry.other))
        if not words.isdisjoint(word.forms)
    ]


@cache
def substitutes_of(tag: str) -> SubstituteList | None:
    """Return the list of a language by its tag; ``None`` if there is none."""
    language = language_of(tag)
    if language.substitutes is None:
        return None
    return SubstituteList(language.substitutes(), language.lemma)
