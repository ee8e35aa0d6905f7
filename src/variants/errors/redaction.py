"""Removal of passwords from messages and from reports of bugs."""

from __future__ import annotations

import os
import re

_HIDDEN = "…"
_MANY = 3  # Characters: a shorter password would be found in ordinary words.
_IN_ADDRESS = re.compile(r"(://[^\s/:@]*):[^\n]*@")
_WITHOUT_SCHEME = re.compile(r"([\w.%+-]+):(?!//)[^\s'\"]+@")
_FOR_A_PORT = re.compile(r"(://[^\s/:@]*):(?!\d+\b)[^\s/@?'\"…]+")
_NAMED = re.compile(r"(\w*passw\w*\s*=\s*)('[^'\n]*'|\"[^\"\n]*\"|[^\s&'\",;]+)", re.IGNORECASE)


def redact(text: str) -> str:
    """Return a text without the passwords in it: those of addresses, ``password=`` and PGPASSWORD.

    Examples:
        >>> redact("postgresql://kl:secret@host/team?sslpassword=s3")
        'postgresql://kl:…@host/team?sslpassword=…'
    """
    known = os.environ.get("PGPASSWORD", "")
    if len(known) > _MANY:
        text = text.replace(known, _HIDDEN)
    for pattern in (_IN_ADDRESS, _WITHOUT_SCHEME):
        text = pattern.sub(rf"\1:{_HIDDEN}@", text)
    text = _FOR_A_PORT.sub(rf"\1:{_HIDDEN}", text)
    return _NAMED.sub(rf"\1{_HIDDEN}", text)
