"""Abbreviations that sentencex 1.0.32 mistakes for the end of a sentence.

They were found by testing it on the titles and references of documentary editions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from variants.languages import language_of

_INITIAL = re.compile(r"(?:\A|[^\w.])(?:[^\W\d_]\.-)?([^\W\d_])\.\Z")
_WORD = re.compile(r"(?:\A|[^\w.])(\w+)\.\Z")


def ends_in_abbreviation(language: str, before: str, following: str) -> bool:
    """Return True if the full stop at the end of ``before`` is part of an abbreviation.

    Examples:
        >>> ends_in_abbreviation("fr", "chez M.", "D"), ends_in_abbreviation("en", "in Vol.", "3")
        (True, True)
        >>> ends_in_abbreviation("en", "at five.", "H")
        False
    """
    initial = _INITIAL.search(before)
    if initial is not None and initial[1].isupper():
        return True
    word = _WORD.search(before)
    if word is None:
        return False
    known = language_of(language)
    if word[1] in known.abbreviations:
        return True
    return following.isdigit() and word[1].lower() in known.numbered_abbreviations


def ends_in_own_abbreviation(own: Iterable[str], text: str, end: int) -> bool:
    """Return True if the word before the full stop at ``end`` is in ``own``.

    The words in ``own`` may have a full stop or not.

    Examples:
        >>> text = "See Sov. Dok. It is there."
        >>> ends_in_own_abbreviation(["Dok."], text, 13), ends_in_own_abbreviation(["ok"], text, 13)
        (True, False)
    """
    for word in own:
        dotted = f"{word.removesuffix('.')}."
        start = end - len(dotted)
        if text.endswith(dotted, 0, end) and not text[max(0, start - 1) : max(0, start)].isalnum():
            return True
    return False
