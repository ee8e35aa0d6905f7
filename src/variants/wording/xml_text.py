"""Texts are data: what no XML 1.0 file may hold is shown by its number."""

from __future__ import annotations

import re

# All but the production Char of XML 1.0: no reference such as &#0; may stand for these either.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    r"""The text with each character that XML forbids as a visible sign.

    It still has to be escaped: ``<`` and ``&`` are allowed, and left alone.

    Examples:
        >>> xml_safe("a\x00b\ud800 <i>&\tc")
        'a⟨U+0000⟩b⟨U+D800⟩ <i>&\tc'
    """
    return _FORBIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)
