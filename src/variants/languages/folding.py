"""Folding of words for comparison; reports never show folded forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from variants.languages.look_alikes import in_one_script
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
        "ʻ": "'",
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
_PLAIN_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "ng",
        "ı": "i",
    }
)
"""Letters that Unicode does not decompose, as they are written without their marks."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})
"""Letters that are also written as two: "Mueller", "Aarhus", "Djilas"."""


@lru_cache(maxsize=WORD_CACHE_SIZE)
def fold(word: str) -> str:
    """Return a word without case, diacritics and typographic variants.

    Examples:
        >>> fold("Café’s"), fold("TSE‑TUNG")
        ("cafe's", 'tse-tung')
        >>> fold("Łódź"), fold("encyclopædia")
        ('lodz', 'encyclopaedia')
    """
    one_script = in_one_script(unify_typography(word))
    decomposed = unicodedata.normalize("NFKD", one_script.casefold()).casefold()
    if not decomposed:  # Only invisible characters, which must remain comparable.
        return word
    if decomposed.isascii():
        return decomposed
    bare = _MARKS.sub("", decomposed).translate(_PLAIN_LETTERS)
    return unicodedata.normalize("NFC", bare) or word


def fold_to_two_letters(word: str) -> str:
    """Return a folded word with two letters for one, as typewriters and telegrams write it.

    Examples:
        >>> fold_to_two_letters("Müller"), fold_to_two_letters("Đilas")
        ('mueller', 'djilas')
    """
    if word.isascii():
        return fold(word)
    return fold(unicodedata.normalize("NFC", word).casefold().translate(_TWO_LETTERS))


def unify_typography(text: str) -> str:
    r"""Unify quotation marks, apostrophes, dashes and ellipses, and join hyphenated words.

    Examples:
        >>> unify_typography("“No” — he re-\nplied…")
        '"No" - he replied...'
    """
    if text.isascii() and "\n" not in text and "`" not in text:
        return text  # The common case: nothing has to be unified.
    return _HYPHENATED.sub("", text).translate(_SAME)
