"""The languages that are known, by their tags."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module

from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE

KNOWN = {
    "ar": ("arabic", "ARABIC"),
    "de": ("german", "GERMAN"),
    "en": ("english.general_words", "ENGLISH"),
    "es": ("spanish", "SPANISH"),
    "fa": ("arabic", "PERSIAN"),
    "fr": ("french", "FRENCH"),
    "grc": ("ancient_greek", "ANCIENT_GREEK"),
    "it": ("italian", "ITALIAN"),
    "ja": ("japanese", "JAPANESE"),
    "la": ("latin", "LATIN"),
    "nl": ("dutch", "DUTCH"),
    "pl": ("polish", "POLISH"),
    "pt": ("portuguese", "PORTUGUESE"),
    "ru": ("russian", "RUSSIAN"),
    "uk": ("ukrainian", "UKRAINIAN"),
    "vi": ("vietnamese", "VIETNAMESE"),
    "zh": ("chinese", "CHINESE"),
}
"""Modules and names of the known languages by primary subtag. They are imported when a text is in
one, to save memory. Of any other language, only Snowball's stemmer and a few abbreviations are
used."""
_COUNTED = frozenset(
    "art ark bd bl blad col doc dok ed f fasc fig fo fol ill kap l n nr num p pag pp par pol s sp "
    "ss st str sv t tab tom v vol арк арт бр вид гл д док зв кн л оп п р рис с св сп стр стор ст "
    "табл т том ф чл κεφ αρ αριθ σ σελ σσ τ τομ φ".split()
)
"""Abbreviations before a number in references, which neighbours share; for other languages."""
_AND_SO_ON = ("atd", "etc", "itd", "jne", "osv", "stb")
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
    known = _known(primary)
    stem = _stemmer(primary)
    values = known.value_words
    if primary in _DECIMAL_COMMA:
        values = dataclasses.replace(values, decimal_comma=True)
    return dataclasses.replace(known, stem=stem, lemma=_lemma(known, stem), value_words=values)


def _known(primary: str) -> Language:
    if primary not in KNOWN:
        return Language(primary, numbered_abbreviations=_COUNTED, ending_abbreviations=_AND_SO_ON)
    module, name = KNOWN[primary]
    found: Language = getattr(import_module(f"variants.languages.{module}"), name)
    return found


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
