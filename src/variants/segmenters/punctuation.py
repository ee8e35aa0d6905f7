"""The marks that end, open and close sentences, and a mask over them."""

from __future__ import annotations

import re

# All of these stand inside the brackets of a pattern.
_OPENING_BRACKETS, _CLOSING_BRACKETS = r"(\[{（［【", r")\]}）］】"
_OPENING_QUOTES, _CLOSING_QUOTES = "「『《〈", "」』》〉"
# Which of these open and which close depends on the language, or on the place alone.
_SINGLE_QUOTES, _DOUBLE_QUOTES = "'‘’", '"“”„‟«»‹›'
_QUOTES = f"{_DOUBLE_QUOTES}{_OPENING_QUOTES}{_CLOSING_QUOTES}"

FULL_WIDTH = "。！？｡"
"""Marks that end a sentence without a blank after them."""
TERMINAL = f".!?…‥؟۔।॥{FULL_WIDTH}"
"""Marks that may end a sentence."""
CLOSING = f"{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_CLOSING_QUOTES}{_CLOSING_BRACKETS}"
"""Marks that may follow the end of a sentence and belong to it."""
FULL_WIDTH_CLOSING = f"’”{_CLOSING_QUOTES}{_CLOSING_BRACKETS}"
"""The same after a full-width mark, where no blank tells opening from closing marks."""
OPENING = f"{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_OPENING_QUOTES}{_OPENING_BRACKETS}¿¡"
"""Marks that may stand before the first word of a sentence."""
SURELY_OPENING = f"“‘{_OPENING_QUOTES}{_OPENING_BRACKETS}¿¡"
"""Those that say so themselves, where no blank does."""

_LETTERS = r"[^\W\d_A-Z]{3}"
# Raised figures and daggers; plain figures where they are glued to a word's end ("came.12 She").
NOTE = (
    rf"(?:[¹²³⁰⁴-⁹†‡*]+|(?:(?<={_LETTERS}[{TERMINAL}])|(?<={_LETTERS}[{TERMINAL}][{CLOSING}]))\d{{1,3}})"
    r"(?=\s|\Z)"
)
"""The sign of a note, as it follows the end of a sentence."""

_NOTE = re.compile(rf"(?<=[{TERMINAL}{CLOSING}]){NOTE}")
_BLANK = re.compile(r"[^\S ]")
# An apostrophe in a word ("don't") or before a year ("'50s") is no quotation mark.
_QUOTE = re.compile(rf"[{_QUOTES}]|(?<!\w)['‘’](?!\d)|['‘’](?!\w)")
_HALF = re.compile(r"[\ud800-\udfff]")  # Of a character; sentencex takes whole ones only.
_ELLIPSIS = re.compile(r"…|\.(?:[^\S\n\r]?\.)+")
_BRACKETED = re.compile(
    rf"[{_OPENING_BRACKETS}][^{_OPENING_BRACKETS}{_CLOSING_BRACKETS}]*[{_CLOSING_BRACKETS}]"
)
_AT_BEGINNING = re.compile(rf"(?:\A|[{TERMINAL}][{CLOSING}]*\s)[\s{_SINGLE_QUOTES}{_QUOTES}]*\Z")
_LOOK_BACK = 12  # Marks and blanks between two sentences are fewer.
# sentencex takes every "No." for the sign before a number; before a word it is an answer.
_ANSWER = re.compile(rf"\b[Nn]o(?=\.[{CLOSING}]*\s+[{OPENING}]*(?:[^\W\d_a-z][^\W\d_A-Z]|[AI]\s))")


def mask(text: str) -> str:
    """Give a text of the same length in which only words and ends of sentences are left.

    Every blank becomes U+0020 (sentencex 1.0.32 panics on a no-break space after an
    initial), and so do quotation marks and the brackets around whole sentences, since it
    would not cut inside them, and signs of notes. An ellipsis becomes one dot, however it is typed.

    Examples:
        >>> mask("“Go…” (Why?) He’s (or isn’t) off.")
        ' Go.   Why?  He’s (or isn’t) off.'
    """
    masked = _BRACKETED.sub(_uncover, text)
    masked = _ANSWER.sub("so", masked)
    masked = _NOTE.sub(lambda sign: " " * len(sign[0]), masked)
    masked = _QUOTE.sub(" ", masked)
    masked = _ELLIPSIS.sub(lambda dots: ".".ljust(len(dots[0])), masked)
    return _BLANK.sub(" ", _HALF.sub("0", masked))


def _uncover(bracketed: re.Match[str]) -> str:
    """Take the brackets away where they open as a sentence may begin."""
    start = bracketed.start()
    before = bracketed.string[max(0, start - _LOOK_BACK) : start]
    return f" {bracketed[0][1:-1]} " if _AT_BEGINNING.search(before) else bracketed[0]
