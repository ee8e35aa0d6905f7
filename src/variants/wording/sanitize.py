"""Texts are data: what would command a terminal is shown, not sent."""

from __future__ import annotations

import re

# Controls, surrogates, and what turns the direction of all that follows (UAX 9): a text could
# hide words, ring, or repaint the screen with them. Blanks are not here; they become a blank.
# What is no character for good (Unicode 23.7) is an error in HTML.
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_COMMANDS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb"
    f"{_NO_CHARACTERS}]"
)
_BLANKS = re.compile(r"\s+")
_NO_BLANKS = re.compile(r"[^\S ]")
_DELETE = 0x7F


def sanitize_line(text: str) -> str:
    r"""The text on one line, commands to the terminal as signs, runs of blanks as one blank.

    Examples:
        >>> sanitize_line("a\x1b[1m\r\n  b\u202e")
        'a␛[1m b⟨U+202E⟩'
    """
    return _BLANKS.sub(" ", _COMMANDS.sub(_sign, text))


def sanitize(text: str) -> str:
    r"""The same, with its blanks as they are.

    Examples:
        >>> sanitize("  a\x1b[1m\r\n  b")
        '  a␛[1m    b'
    """
    return _COMMANDS.sub(_sign, _NO_BLANKS.sub(" ", text))


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(0x2400 + code)  # Unicode's block of pictures for just these.
    if code == _DELETE:
        return "␡"
    return f"⟨U+{code:04X}⟩"
