"""Arabic and Persian: letters that are written in several ways."""

from __future__ import annotations

from collections.abc import Mapping

from variants.languages.language import Language
from variants.languages.letter_spelling import with_letters

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیے", "ي"),
    "ؤ": "ئ",
    "ة": "ه",
    "ک": "ك",
}
"""The letters of a word without hamza on alef, and with one form of yeh, teh and kaf."""


def _hamza_words() -> Mapping[str, tuple[str, ...]]:
    """Return words without hamza, and the different words that each can stand for."""
    endings = ("", "ه", "ها", "هم", "هما", "ني", "نا", "ك", "كم")
    words = ["ن" + ending for ending in endings] + ["لا", "ما"]
    return {
        f"{lead}ا{word}": tuple(f"{lead}{alef}{word}" for alef in "أإ")
        for word in words
        for lead in ("", "و", "ف")
    }


_HAMZA_WORDS = _hamza_words()
_DIFFERENT = frozenset(word for words in _HAMZA_WORDS.values() for word in words)
_spelling = with_letters(_LETTERS)


def arabic_spelling(word: str) -> str:
    """Return the spelling of a folded word that all its spellings have.

    Words that only hamza distinguishes keep it: "أن" is "that", "إن" is "indeed" or "if".

    Examples:
        >>> arabic_spelling("إلى") == arabic_spelling("الي"), arabic_spelling("إن")
        (True, 'إن')
    """
    return word if word in _DIFFERENT else _spelling(word).replace("يء", "ئ")


ARABIC = Language("ar", spelling=arabic_spelling, short_forms=_HAMZA_WORDS)
PERSIAN = Language("fa", spelling=with_letters(_LETTERS))
