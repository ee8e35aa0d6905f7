"""Abbreviations of a language, and the words that each can stand for."""

from __future__ import annotations

from variants.languages.folding import fold


def short_forms(text: str) -> dict[str, tuple[str, ...]]:
    """Return the words of each abbreviation, folded.

    Examples:
        >>> short_forms("prof=professor gén=général/générale etc=et_cetera")
        {'prof': ('professor',), 'gen': ('general', 'generale'), 'etc': ('et cetera',)}
    """
    return {
        short: tuple(long.replace("_", " ") for long in words.split("/"))
        for short, words in (pair.split("=") for pair in fold(text).split())
    }
