"""Characters of a text that belong to its edition, not to its wording."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variants.types.witness import SetAside

_NEWLINES = frozenset("\n\v\r\x85\u2028\u2029")
JOINS_LETTERS = "\u034f"
"""Replaces a bracket inside a word, since no comparison takes notice of it."""
_WORD = re.compile(r"\w")


class SetAsideKind(Enum):
    """Sort of characters that are set aside."""

    PAGE = "page number"
    HEAD = "running head"
    BREAK = "page break"
    NOTE = "note mark"
    BRACKET = "editor's bracket"
    REMARK = "editor's remark"
    DOUBTFUL = "doubtful alternative"
    STRUCK = "struck passage"
    RULE = "ignored passage"


def mask(text: str, set_aside: Iterable[SetAside]) -> str:
    r"""Return a text of the same length with spaces for the characters that are set aside.

    The first of the newlines in them is kept, so that a sentence goes on over a page, and a word
    that is divided there is one word. A bracket inside a word does not divide it.

    Examples:
        >>> from variants.types.span import Span
        >>> from variants.types.witness import SetAside
        >>> mask("it was\n\n17\n\nseen", [SetAside(Span(6, 12), SetAsideKind.PAGE)])
        'it was\n     seen'
    """
    parts: list[str] = []
    at = 0
    has_newline = False
    for one in set_aside:
        start, end = one.span.start, one.span.end
        if start > at:
            parts.append(text[at:start])
            has_newline = False
        for place in range(max(start, at), end):
            if text[place] in _NEWLINES and not has_newline:
                has_newline = True
                parts.append(text[place])
            elif one.kind is SetAsideKind.BRACKET and _is_inside_word(text, place):
                parts.append(JOINS_LETTERS)
            else:
                parts.append(" ")
        at = max(at, end)
    parts.append(text[at:])
    return "".join(parts)


def _is_inside_word(text: str, place: int) -> bool:
    around = (text[place - 1 : place] if place else "", text[place + 1 : place + 2])
    return all(_WORD.match(character) for character in around)
