"""Forms to compare by; a report never shows them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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
    }
)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case, diacritics and typographic choices.

    Examples:
        >>> fold("Café’s"), fold("TSE‑TUNG")
        ("cafe's", 'tse-tung')
    """
    decomposed = unicodedata.normalize("NFKD", unify_typography(word).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def unify_typography(text: str) -> str:
    """The text with one sort of quotation mark, apostrophe, dash and ellipsis.

    Examples:
        >>> unify_typography("“No” — he said…")
        '"No" - he said...'
    """
    return text.translate(_SAME)
