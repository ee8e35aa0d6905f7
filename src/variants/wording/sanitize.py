"""Escaping of characters that would command a terminal or hide text."""

from __future__ import annotations

import re

# Control characters, surrogates and controls of direction (UAX 9): with them, a text could hide
# words, ring, or repaint the screen. White space is not here; it becomes a space, except for spaces
# at which no line ends ("« Oui »", "12 000"). Noncharacters (Unicode 23.7) are an error in HTML.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_COMMANDS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb"
    f"{_NONCHARACTERS}]"
)
NO_BREAK = "\u00a0\u202f"
"""Spaces at which no line ends."""
_WHITE_SPACE = re.compile(rf"[^\S{NO_BREAK}]+")
_OTHER_SPACE = re.compile(r"[^\S ]")
_DELETE = 0x7F


def sanitize_line(text: str) -> str:
    r"""Escape control characters and collapse white space to single spaces.

    No-break spaces stay.

    Examples:
        >>> sanitize_line("a\x1b[1m\r\n  b\u202e")
        'a␛[1m b⟨U+202E⟩'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text  # As most texts are.
    return _WHITE_SPACE.sub(" ", _COMMANDS.sub(_sign, text))


def sanitize(text: str) -> str:
    r"""Escape control characters, like ``sanitize_line``, but keep the number of spaces.

    Examples:
        >>> sanitize("  a\x1b[1m\r\n  b")
        '  a␛[1m    b'
    """
    return _COMMANDS.sub(_sign, _OTHER_SPACE.sub(" ", text))


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(0x2400 + code)  # Unicode has a picture of each control character.
    if code == _DELETE:
        return "␡"
    return f"⟨U+{code:04X}⟩"
