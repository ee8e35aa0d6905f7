"""Small words that carry facts in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variants.languages.numbers import is_number
from variants.languages.small_word_tables import SmallMeaning, SmallWords

_DEGREES = 3  # Most marks, with the number, between which and its direction nothing else is.
_REACH = 7  # Most words between "both" and its "and".


class SmallMark(NamedTuple):
    """A small word or phrase in a sentence.

    Attributes:
        at: Indices of its words.
        meaning: The fact that it expresses.
    """

    at: range
    meaning: SmallMeaning


_NO_PHRASES: Final[Mapping[str, Sequence[tuple[tuple[str, ...], Sequence[SmallMeaning]]]]] = {}


class _PhrasesFrom:
    """The phrases that begin with one word."""

    __slots__ = ("_alone", "_by_second")

    def __init__(self, phrases: Mapping[tuple[str, ...], Sequence[SmallMeaning]]) -> None:
        by_second: dict[str, list[tuple[tuple[str, ...], Sequence[SmallMeaning]]]] = {}
        self._alone: Sequence[SmallMeaning] = ()
        for phrase, meanings in sorted(phrases.items(), key=lambda one: -len(one[0])):
            if len(phrase) == 1:
                self._alone = meanings
            else:
                by_second.setdefault(phrase[1], []).append((phrase, meanings))
        self._by_second = by_second or _NO_PHRASES

    def longest(self, keys: Sequence[str], n: int) -> tuple[int, Sequence[SmallMeaning]]:
        """Return the length and the meanings of the longest phrase at an index."""
        for phrase, meanings in self._by_second.get(keys[n + 1] if n + 1 < len(keys) else "", ()):
            if tuple(keys[n : n + len(phrase)]) == phrase:
                return len(phrase), meanings
        return 1, self._alone


class SmallWordReader:
    """Reader of small words in one language.

    Attributes:
        words: Their tables.
        all_words: Every word of the phrases.
    """

    def __init__(self, words: SmallWords) -> None:
        self.words = words
        found: dict[str, dict[tuple[str, ...], tuple[SmallMeaning, ...]]] = {}
        equal: dict[tuple[SmallMeaning, ...], tuple[SmallMeaning, ...]] = {}  # To save memory.
        for phrase, meaning in words.phrases:
            of_first = found.setdefault(phrase[0], {})
            meanings = (*of_first.get(phrase, ()), meaning)
            of_first[phrase] = equal.setdefault(meanings, meanings)
        self._by_first = {first: _PhrasesFrom(phrases) for first, phrases in found.items()}
        inside: dict[str, set[str]] = {}
        for phrase, meaning in words.phrases:
            for word in phrase:
                inside.setdefault(word, set()).add(meaning.aspect)
        same: dict[frozenset[str], frozenset[str]] = {}  # Equal sets are one, which saves memory.
        self._inside = {
            word: same.setdefault(aspects, aspects)
            for word, aspects in ((word, frozenset(found)) for word, found in inside.items())
        }
        self.all_words = frozenset(self._inside)

    def hints(self, key: str, aspect: str | None = None) -> bool:
        """Return True if a word is part of a phrase with a meaning, or one of this aspect."""
        aspects = self._inside.get(key)
        return aspects is not None and (aspect is None or aspect in aspects)

    def distinctive(self, aspect: str) -> frozenset[str]:
        """Return the longest word of each phrase of an aspect."""
        phrases = (phrase for phrase, meaning in self.words.phrases if meaning.aspect == aspect)
        return frozenset(max(phrase, key=len) for phrase in phrases)

    def marks(self, keys: Sequence[str]) -> Iterator[SmallMark]:
        """Yield the small words of a sentence with their meanings, in order."""
        stop, by_first = 0, self._by_first
        for n in [n for n, key in enumerate(keys) if key in by_first]:
            if n < stop:
                continue
            key = keys[n]
            length, meanings = by_first[key].longest(keys, n)
            stop = n + length
            if meanings and not self._is_void(keys, n, length):
                at = range(n, stop)
                after = keys[at.stop] if at.stop < len(keys) else ""
                is_graded = key in self.words.final and self._grades(after)
                before = keys[n - 1] if n else ""
                without = self._aspect_without(key, length, before, after)
                yield from (
                    SmallMark(at, one)
                    for one in meanings
                    if one.aspect not in {"", without} and (one.grade or not is_graded)
                )

    def _aspect_without(self, key: str, length: int, before: str, after: str) -> str:
        """Return the aspect in which a word has no meaning there: "most safe"; "" for none."""
        if length == 1 and before[:1].isalnum() and key in self.words.clause_words:
            return self.words.clause_words[key]
        aspect = self.words.before_plurals.get(key, "") if length == 1 else ""
        is_plural = after.endswith(self.words.plural_endings)
        return "" if is_plural and not after.endswith(self.words.singular_endings) else aspect

    def _grades(self, after: str) -> bool:
        """Return True if a word after "too" is one that it grades: "too late"."""
        return after[:1].isalnum() and after not in self.words.auxiliaries

    def _is_void(self, keys: Sequence[str], n: int, length: int) -> bool:
        after = keys[n + length] if n + length < len(keys) else ""
        if keys[n] in self.words.approximators and is_number(after):
            return True
        if keys[n] in self.words.after_numbers and not _follows_number(keys, n):
            return True
        partner = self.words.correlatives.get(keys[n])
        return partner is not None and length == 1 and partner in keys[n + 2 : n + _REACH]


def _follows_number(keys: Sequence[str], n: int) -> bool:
    """Return True if a number, or a mark of degrees or minutes after one, is before a word."""
    before = (key for key in reversed(keys[max(0, n - _DEGREES) : n]))
    return next((key for key in before if key[:1].isalnum()), "")[:1].isdecimal()
