"""Escaping of characters that XML 1.0 forbids."""

from __future__ import annotations

import re

# Everything outside the production Char of XML 1.0; references such as &#0; are forbidden too.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    r"""Return the text with visible signs for characters that XML forbids.

    ``<`` and ``&`` are allowed, so they still have to be escaped.

    Examples:
        >>> xml_safe("a\x00b\ud800 <i>&\tc")
        'a⟨U+0000⟩b⟨U+D800⟩ <i>&\tc'
    """
    return _FORBIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)
