"""Spellings that differ in single letters only."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def with_letters(letters: Mapping[str, str]) -> Callable[[str], str]:
    """Return the function from a folded word to its spelling with these letters replaced.

    Examples:
        >>> with_letters({"j": "i", "v": "u"})("juvenis")
        'iuuenis'
    """
    table = str.maketrans(dict(letters))

    def spelling(word: str) -> str:
        return word.translate(table)

    return spelling
