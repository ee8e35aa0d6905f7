"""Punctuation around sentences, and a function that masks it."""

from __future__ import annotations

import re

# These are used inside the brackets of a pattern.
_OPENING_BRACKETS, _CLOSING_BRACKETS = r"(\[{（［【", r")\]}）］】"
_OPENING_QUOTES, _CLOSING_QUOTES = "「『《〈", "」』》〉"
# These open or close, depending on the language or on the position.
_SINGLE_QUOTES, _DOUBLE_QUOTES = "'‘’", '"“”„‟«»‹›'
_QUOTES = f"{_DOUBLE_QUOTES}{_OPENING_QUOTES}{_CLOSING_QUOTES}"

FULL_WIDTH = "。！？｡"
"""Marks that end a sentence without a space after them."""
TERMINAL = f".!?…‥؟۔।॥{FULL_WIDTH}"
"""Marks that may end a sentence."""
CLOSING = f"{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_CLOSING_QUOTES}{_CLOSING_BRACKETS}"
"""Marks that may follow the end of a sentence and are part of it."""
FULL_WIDTH_CLOSING = f"’”{_CLOSING_QUOTES}{_CLOSING_BRACKETS}"
"""Like ``CLOSING``, after a full-width mark, where no space shows which marks open."""
OPENING = f"{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_OPENING_QUOTES}{_OPENING_BRACKETS}¿¡"
"""Marks that may precede the first word of a sentence."""
DASHES = "—–―"
"""Marks that may begin a speech."""
SURELY_OPENING = f"“‘{_OPENING_QUOTES}{_OPENING_BRACKETS}¿¡"
"""Marks that always open, even without a space before them."""

_LETTERS = r"[^\W\d_A-Z]{3}"
# Superscript digits and daggers; other digits directly after a word ("came.12 She").
NOTE = (
    rf"(?:[¹²³⁰⁴-⁹†‡*]+|(?:(?<={_LETTERS}[{TERMINAL}])|(?<={_LETTERS}[{TERMINAL}][{CLOSING}])"
    rf"|(?<=[{TERMINAL}][”»’\"])|(?<=[{_CLOSING_BRACKETS}][{TERMINAL}]))\d{{1,3}})"
    r"(?=\s|\Z)"
)
"""Reference mark of a note after the end of a sentence."""

_NOTE = re.compile(rf"(?<=[{TERMINAL}{CLOSING}]){NOTE}")
_SPACE = re.compile(r"[^\S ]")
# An apostrophe in a word ("don't") or before a year ("'50s") is not a quotation mark.
_QUOTE = re.compile(rf"[{_QUOTES}]|(?<!\w)['‘’](?!\d)|['‘’](?!\w)")
_SURROGATE = re.compile(r"[\ud800-\udfff]")  # A lone surrogate, which sentencex does not accept.
_ELLIPSIS = re.compile(r"…|\.(?:[^\S\n\r]?\.)+")
_BRACKETED = re.compile(
    rf"[{_OPENING_BRACKETS}][^{_OPENING_BRACKETS}{_CLOSING_BRACKETS}]*[{_CLOSING_BRACKETS}]"
)
_AT_BEGINNING = re.compile(rf"(?:\A|[{TERMINAL}][{CLOSING}]*\s)[\s{_SINGLE_QUOTES}{_QUOTES}]*\Z")
_LOOK_BACK = 12  # More characters than are usual between two sentences.
_HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Typists and scanners write half-width marks between Chinese or Japanese letters.
_HALF_WIDTH = re.compile(rf"[.!?](?<=[{_HAN}].)[.!?]*(?=[{CLOSING}]*[{OPENING}]*[{_HAN}\d])")
# sentencex treats every "No." as "number"; before a word it is an answer.
_ANSWER = re.compile(
    rf"\b[Nn]o(?=\.(?:[{CLOSING}]+\d{{1,3}}|[{CLOSING}]*)\s+[{OPENING}]*"
    rf"(?:[^\W\d_a-z][^\W\d_A-Z]|[AI]\s))"
)


def mask(text: str) -> str:
    """Return a text of the same length with only words and ends of sentences.

    Every white space character becomes U+0020, because sentencex 1.0.32 panics on a no-break space
    after an initial. So do reference marks of notes, quotation marks and the brackets around whole
    sentences, because sentencex would not split inside them. An ellipsis becomes a single dot,
    a half-width stop between Chinese letters a full-width one, and the Greek
    question mark a semicolon.

    Examples:
        >>> mask("“Go…” (Why?) He’s (or isn’t) off.")
        ' Go.   Why?  He’s (or isn’t) off.'
    """
    is_ascii = text.isascii()  # Then it has neither Chinese letters nor lone surrogates.
    masked = _BRACKETED.sub(_uncover, text)
    if "o." in masked:
        masked = _ANSWER.sub(_as_word, masked)
    if not is_ascii:
        masked = _HALF_WIDTH.sub(_as_full_width, masked).replace("\u037e", ";")
    masked = _NOTE.sub(lambda sign: " " * len(sign[0]), masked)
    masked = _QUOTE.sub(" ", masked)
    masked = _ELLIPSIS.sub(lambda dots: ".".ljust(len(dots[0])), masked)
    return _SPACE.sub(" ", masked if is_ascii else _SURROGATE.sub("0", masked))


def _as_word(answer: re.Match[str]) -> str:
    return "Ox" if answer[0][0].isupper() else "ox"


def _as_full_width(marks: re.Match[str]) -> str:
    return FULL_WIDTH[0] * len(marks[0])


def _uncover(bracketed: re.Match[str]) -> str:
    """Replace brackets with spaces if they open where a sentence may begin."""
    start = bracketed.start()
    before = bracketed.string[max(0, start - _LOOK_BACK) : start]
    return f" {bracketed[0][1:-1]} " if _AT_BEGINNING.search(before) else bracketed[0]
