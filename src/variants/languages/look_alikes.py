"""Letters of other scripts that look like Latin ones; OCR and keyboards mix them into words."""

from __future__ import annotations

import re
from typing import Final

_CYRILLIC: Final = ("ABCEHIJKMOPSTXYacdehijopsxy", "АВСЕНІЈКМОРЅТХУасԁеһіјорѕху")
_GREEK: Final = ("ABEHIKMNOPTXYZo", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖο")
_TO_LATIN: Final = str.maketrans(_CYRILLIC[1] + _GREEK[1], _CYRILLIC[0] + _GREEK[0])
_FROM_LATIN: Final = (
    (re.compile("[\u0400-\u052f]"), str.maketrans(*_CYRILLIC)),
    (re.compile("[\u0370-\u03ff]"), str.maketrans(*_GREEK)),
)
LATIN: Final = "A-Za-z\u00c0-\u024f"
OTHER: Final = "\u0370-\u052f"
_LATIN: Final = re.compile(f"[{LATIN}]")
_OTHER: Final = re.compile(f"[{OTHER}]")


def look_alike_key(text: str) -> str:
    """Return a text with all letters in Latin that look like Latin ones.

    Examples:
        >>> look_alike_key("Моsсоw") == "Moscow"
        True
    """
    return text.translate(_TO_LATIN)


def in_one_script(word: str) -> str:
    """Return a word without look-alikes from a second script; others stay as they are.

    Examples:
        >>> in_one_script("Моsсоw") == "Moscow", in_one_script("oт") == "от"
        (True, True)
        >>> in_one_script("μm"), in_one_script("СССР")
        ('μm', 'СССР')
    """
    if word.isascii() or not (_LATIN.search(word) and _OTHER.search(word)):
        return word
    latin = word.translate(_TO_LATIN)
    if not _OTHER.search(latin):
        return latin
    for script, letters in _FROM_LATIN:
        if script.search(word) and not _LATIN.search(changed := word.translate(letters)):
            return changed
    return word
