"""Abbreviations that sentencex 1.0.32 takes for the end of a sentence.

Found by trying the titles and references of documentary editions on it, not copied from
a list; those it knows are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from variants.languages import language_of

_INITIAL = re.compile(r"(?:\A|[^\w.])(?:[^\W\d_]\.-)?([^\W\d_])\.\Z")
_WORD = re.compile(r"(?:\A|[^\w.])(\w+)\.\Z")


def ends_in_abbreviation(language: str, before: str, following: str) -> bool:
    """Whether the dot at the end of ``before`` belongs to its word, not to the sentence.

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
    """Whether what ends with a dot at ``end`` is one of these words, written with the dot or not.

    Examples:
        >>> text = "See Sov. Dok. It lies there."
        >>> ends_in_own_abbreviation(["Dok."], text, 13), ends_in_own_abbreviation(["ok"], text, 13)
        (True, False)
    """
    for word in own:
        dotted = f"{word.removesuffix('.')}."
        start = end - len(dotted)
        if text.endswith(dotted, 0, end) and not text[max(0, start - 1) : max(0, start)].isalnum():
            return True
    return False
