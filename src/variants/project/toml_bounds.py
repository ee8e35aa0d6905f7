"""Bounds of a TOML file, checked before it is parsed.

The parser calls itself for every level, and takes time by the square of the parts of a key. A file
from another person must neither exhaust the memory nor run for minutes.
"""

from __future__ import annotations

import re

_LONGEST = 1_000_000  # Characters; the largest edition known has 20,000.
_DEEPEST = 50  # Brackets within brackets.
_PARTS = 20  # Most parts of a key, between full stops.
_DIGITS = 400  # Most digits of a number.
# Strings and comments are matched whole, since they may contain brackets.
_TEXT = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:\'{0,2})'
    r"|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*",
    re.DOTALL,
)
_DELIMITER = re.compile(r"[=,{}\[\]\n]")
_NUMBER = re.compile(rf"\d[\da-fA-FxXoO_]{{{_DIGITS}}}")


def problem_of_toml(text: str) -> tuple[int, str] | None:
    """Return the line, counted from 1, and the problem of a file that is not parsed."""
    if len(text) > _LONGEST:
        return 1, f"the file has more than {_LONGEST} characters"
    # Line ends stay, so that the lines are counted right.
    bare = _TEXT.sub(lambda found: "s" + "\n" * found[0].count("\n"), text)
    number = _NUMBER.search(bare)
    if number:
        return _line(bare, number.start()), f"a number has more than {_DIGITS} digits"
    depth = start = 0
    for found in _DELIMITER.finditer(bare):
        if bare.count(".", start, found.start()) >= _PARTS:
            return _line(bare, start), f"a key has more than {_PARTS} parts"
        start = found.end()
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > _DEEPEST:
            return _line(bare, start), f"more than {_DEEPEST} brackets are open"
    if bare.count(".", start) >= _PARTS:
        return _line(bare, start), f"a key has more than {_PARTS} parts"
    return None


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
