"""Class and part of speech of a word, as numbers."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, TypeAlias

from variants.languages.kin import Kin, kin_of
from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.words import Token, TokenKind

SORTS: Final = (
    *("function word", "content word", "number", "mark", "comma"),
    *("determiner", "possessive", "preposition", "to", "auxiliary", "modal", "genitive"),
    *("conjunction", "pronoun", "negation", "adverb", "-ly", "-ed", "-ing"),
    *("edge", "none"),
)
"""Classes of words; the language names those of its function words and endings."""

SORT: Final = {name: number for number, name in enumerate(SORTS)}
PARTS: Final = 7
"""Parts of speech: unknown, noun, verb, adjective, adverb, function word, no word."""

EDGE: Final = (SORT["edge"], PARTS - 1)
"""Class and part of speech of the place before the first word of a bead and after the last."""

_COMMAS = frozenset(",;:")
_FUNCTION = 5

Traits: TypeAlias = tuple[int, int, int, int]
"""Class, part of speech, 1 for a word, 1 for a word that bears sense."""


class WordTraits:
    """Traits of the words of one language, remembered by key."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.kin: Kin | None = kin_of(language.tag)
        self._known = lru_cache(maxsize=WORD_CACHE_SIZE)(self._find)

    def of(self, token: Token) -> Traits:
        """Return the traits of a token."""
        return self._known(token.key, token.kind)

    def _find(self, key: str, kind: TokenKind) -> Traits:
        if kind is TokenKind.PUNCTUATION:
            return SORT["comma" if key in _COMMAS else "mark"], PARTS - 1, 0, 0
        sense = int(kind is not TokenKind.FUNCTION)
        return self._sort(key, kind), self._part(key) if sense else _FUNCTION, 1, sense

    def _sort(self, key: str, kind: TokenKind) -> int:
        named = self._language.grammar.get(key)
        if named:
            return SORT[named]
        if kind is TokenKind.NUMBER:
            return SORT["number"]
        if kind is TokenKind.FUNCTION:
            return SORT["function word"]
        endings = self._language.grammar_endings
        return SORT[next((f"-{end}" for end in endings if key.endswith(end)), "content word")]

    def _part(self, key: str) -> int:
        parts = self.kin.parts_of_speech(key) if self.kin else ""
        return "nvar".find(parts[0]) + 1 if parts else 0


@cache
def word_traits(tag: str) -> WordTraits:
    """Return the traits of the words of a language by its tag."""
    return WordTraits(language_of(tag))
