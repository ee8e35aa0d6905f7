"""The marks that end, open and close sentences, and a mask over them."""

from __future__ import annotations

import re

_QUOTES = '"“”„‟«»‹›「」『』《》〈〉'
_OPENING_BRACKETS = r"(\[{（［【"
_CLOSING_BRACKETS = r")\]}）］】"

# For use inside the brackets of a pattern.
FULL_WIDTH = "。！？｡"
"""Marks that end a sentence without a blank after them."""
TERMINAL = f".!?…‥؟۔।॥{FULL_WIDTH}"
"""Marks that may end a sentence."""
CLOSING = f"'‘’{_QUOTES}{_CLOSING_BRACKETS}"
"""Marks that may follow the end of a sentence and belong to it."""
OPENING = f"'‘’{_QUOTES}{_OPENING_BRACKETS}¿¡"
"""Marks that may stand before the first word of a sentence."""

_BLANK = re.compile(r"[^\S ]")
# An apostrophe in a word ("don't") or before a year ("'50s") is no quotation mark.
_QUOTE = re.compile(rf"[{_QUOTES}]|(?<!\w)['‘’](?!\d)|['‘’](?!\w)")
_ELLIPSIS = re.compile(r"…|\.(?:[^\S\n\r]?\.)+")
_BRACKETED = re.compile(
    rf"[{_OPENING_BRACKETS}][^{_OPENING_BRACKETS}{_CLOSING_BRACKETS}]*[{_CLOSING_BRACKETS}]"
)
_AT_BEGINNING = re.compile(rf"(?:\A|[{TERMINAL}][{CLOSING}]*\s)[\s'‘’{_QUOTES}]*\Z")
_LOOK_BACK = 12  # Marks and blanks between two sentences are fewer.


def mask(text: str) -> str:
    """Give a text of the same length in which only words and ends of sentences are left.

    Every blank becomes U+0020 (sentencex 1.0.32 panics on a no-break space after an
    initial), and so do quotation marks and the brackets around whole sentences, since it
    would not cut inside them. An ellipsis becomes one dot, however it is typed.

    Examples:
        >>> mask("“Go…” (Why?) He’s (or isn’t) off.")
        ' Go.   Why?  He’s (or isn’t) off.'
    """
    masked = _BRACKETED.sub(_uncover, text)
    masked = _QUOTE.sub(" ", masked)
    masked = _ELLIPSIS.sub(lambda dots: ".".ljust(len(dots[0])), masked)
    return _BLANK.sub(" ", masked)


def _uncover(bracketed: re.Match[str]) -> str:
    """Take the brackets away where they open as a sentence may begin."""
    start = bracketed.start()
    before = bracketed.string[max(0, start - _LOOK_BACK) : start]
    return f" {bracketed[0][1:-1]} " if _AT_BEGINNING.search(before) else bracketed[0]
