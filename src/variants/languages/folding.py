"""Folding of words for comparison; reports never show folded forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from variants.languages.word_cache import WORD_CACHE_SIZE

_MARKS = re.compile(
    r"""
    (?<=[a-z\u0370-\u03ff])[\u0300-\u036f]+                 # Latin and Greek accents
  | (?<=[аеиоуыэюяєіїѣ])[\u0300\u0301]+                    # stress in Cyrillic
  | [\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]     # Hebrew points
  | [\u0640\u064b-\u0652\u0670]                           # Arabic vowels and lengthening
    """,
    re.VERBOSE,
)
"""Marks that belong to the spelling of a word; other marks make another letter: й, が."""
_HYPHENATED = re.compile(r"(?<=\w)[-‐][ \t]*\r?\n[ \t]*(?=\w)")
"""Hyphen and line end inside a word."""
_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "᾽": "'",
        "׳": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "「": '"',
        "」": '"',
        "『": '"',
        "』": '"',
        "״": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "\u00ad": None,
        "\u200c": None,
    }
)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def fold(word: str) -> str:
    """Return a word without case, diacritics and typographic variants.

    Examples:
        >>> fold("Café’s"), fold("TSE‑TUNG")
        ("cafe's", 'tse-tung')
    """
    decomposed = unicodedata.normalize("NFKD", unify_typography(word).casefold()).casefold()
    if not decomposed:  # Only invisible characters, which must remain comparable.
        return word
    if decomposed.isascii():
        return decomposed
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)) or word


def unify_typography(text: str) -> str:
    r"""Unify quotation marks, apostrophes, dashes and ellipses, and join hyphenated words.

    Examples:
        >>> unify_typography("“No” — he re-\nplied…")
        '"No" - he replied...'
    """
    if text.isascii() and "\n" not in text and "`" not in text:
        return text  # The common case: nothing has to be unified.
    return _HYPHENATED.sub("", text).translate(_SAME)
