"""Forms to compare by; a report never shows them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKED_LATIN = re.compile(r"([a-z])[\u0300-\u036f]+")
_PARTED = re.compile(r"(?<=\w)[-‐][ \t]*\r?\n[ \t]*(?=\w)")
"""What parts a word at the end of a line."""
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


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case, diacritics and typographic choices.

    Examples:
        >>> fold("Café’s"), fold("TSE‑TUNG")
        ("cafe's", 'tse-tung')
    """
    decomposed = unicodedata.normalize("NFKD", unify_typography(word).casefold()).casefold()
    if not decomposed:  # Nothing but soft hyphens: still something to compare.
        return word
    # A mark on a Latin letter is spelling; elsewhere it makes another letter: й, が.
    if decomposed.isascii():
        return decomposed
    return unicodedata.normalize("NFC", _MARKED_LATIN.sub(r"\1", decomposed))


def unify_typography(text: str) -> str:
    r"""The text with one sort of quotation mark, apostrophe, dash and ellipsis, and words unparted.

    Examples:
        >>> unify_typography("“No” — he re-\nplied…")
        '"No" - he replied...'
    """
    return _PARTED.sub("", text).translate(_SAME)
