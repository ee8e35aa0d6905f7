"""The languages that are known, by their tags."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache, lru_cache

from variants.languages.ancient_greek import ANCIENT_GREEK
from variants.languages.chinese import CHINESE
from variants.languages.english.general_words import ENGLISH
from variants.languages.french import FRENCH
from variants.languages.german import GERMAN
from variants.languages.italian import ITALIAN
from variants.languages.japanese import JAPANESE
from variants.languages.language import Language
from variants.languages.latin import LATIN
from variants.languages.polish import POLISH
from variants.languages.russian import RUSSIAN
from variants.languages.spanish import SPANISH
from variants.languages.word_cache import WORD_CACHE_SIZE

LANGUAGES = {
    each.tag: each
    for each in (
        ANCIENT_GREEK,
        CHINESE,
        ENGLISH,
        FRENCH,
        GERMAN,
        ITALIAN,
        JAPANESE,
        LATIN,
        POLISH,
        RUSSIAN,
        SPANISH,
    )
}
"""Known languages by primary subtag. Of any other, only Snowball's stemmer is used."""
# From the Unicode CLDR.
_DECIMAL_COMMA = frozenset(
    "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no "
    "pl pt ro ru sk sl sq sr sv tr uk uz vi".split()
)


@cache
def language_of(tag: str) -> Language:
    """Return the language of a BCP 47 tag, with its stemmer.

    Examples:
        >>> language_of("en-GB").stem("divisions")
        'divis'
        >>> language_of("tlh").function_words
        frozenset()
    """
    primary = tag.partition("-")[0].lower()
    known = LANGUAGES.get(primary, Language(primary))
    stem = _stemmer(primary)
    values = dataclasses.replace(known.value_words, decimal_comma=primary in _DECIMAL_COMMA)
    return dataclasses.replace(known, stem=stem, lemma=_lemma(known, stem), value_words=values)


def _lemma(language: Language, stem: Callable[[str], str]) -> Callable[[str], str]:
    """Return the function to a word's lemma; words that the index lacks have their stem."""
    known_lemma, spelling = language.known_lemma, language.spelling

    @lru_cache(maxsize=WORD_CACHE_SIZE)
    def lemma(word: str) -> str:
        return known_lemma(word) or known_lemma(spelling(word)) or stem(word)

    return lemma


def _stemmer(primary: str) -> Callable[[str], str]:
    """Return Snowball's stemmer of a language (Porter 2001), or the identity."""
    # Imported here because only comparing needs this compiled library.
    import Stemmer  # noqa: PLC0415

    try:
        stemmer = Stemmer.Stemmer(primary)
    except KeyError:
        return str

    @lru_cache(maxsize=WORD_CACHE_SIZE)
    def stem(word: str) -> str:
        try:
            return str(stemmer.stemWord(word))
        except UnicodeEncodeError:  # A lone surrogate cannot be encoded as UTF-8.
            return word

    return stem
