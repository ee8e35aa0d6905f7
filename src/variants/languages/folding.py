"""Folding of words for comparison; reports never show folded forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from variants.languages.word_cache import WORD_CACHE_SIZE

_MARKED_LATIN = re.compile(r"([a-z])[\u0300-\u036f]+")
_HYPHENATED = re.compile(r"(?<=\w)[-‐][ \t]*\r?\n[ \t]*(?=\w)")
"""Hyphen and line end inside a word."""
_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "\u00ad": None,
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
    if not decomposed:  # Only soft hyphens, which must remain comparable.
        return word
    # A mark on a Latin letter is a matter of spelling; elsewhere it makes another letter: й, が.
    if decomposed.isascii():
        return decomposed
    return unicodedata.normalize("NFC", _MARKED_LATIN.sub(r"\1", decomposed))


def unify_typography(text: str) -> str:
    r"""Unify quotation marks, apostrophes, dashes and ellipses, and join hyphenated words.

    Examples:
        >>> unify_typography("“No” — he re-\nplied…")
        '"No" - he replied...'
    """
    if text.isascii() and "\n" not in text and "`" not in text:
        return text  # The common case: nothing has to be unified.
    return _HYPHENATED.sub("", text).translate(_SAME)
