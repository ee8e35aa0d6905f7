"""Places where a line may end, in texts without spaces and at spaces that join."""

from __future__ import annotations

import re

from rich.cells import cell_len

_JOINING = "\u00a0\u2007\u202f"
"""Spaces at which no line ends, such as those inside French quotation marks."""
_SPACELESS = (
    "\u2e80-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff"
)
_SPECIAL = re.compile(f"[{_JOINING}{_SPACELESS}]")
_LETTER = re.compile(f"[{_SPACELESS}]")
_NEVER_FIRST = frozenset(
    f"{_JOINING}、。，．・：；？！゛゜ヽヾゝゞ々〻ー…‥％%)]}}!?,.:;”’»›」』】〉》〕〗〙］｝）_"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NEVER_LAST = frozenset(f"{_JOINING}([{{“‘«‹「『【〈《〔〖〘［｛（▲_")


def needs_own_breaks(text: str) -> bool:
    """Return True if a text has letters without spaces between words, or spaces that join."""
    return _SPECIAL.search(text) is not None


def line_breaks(text: str, width: int) -> list[int]:
    """Return the offsets at which a text is divided into lines of at most ``width`` cells.

    White space at the end of a line does not count. No line begins with a closing mark or ends
    with an opening one, unless nothing else fits.

    Examples:
        >>> line_breaks("彼は「はい。」と言った。", 8)
        [4, 8]
    """
    breaks: list[int] = []
    start = used = 0
    last = 0  # The last place where the line may end.
    for n, character in enumerate(text):
        if n > start and _may_break(text[n - 1], character):
            last = n
        cells = cell_len(character)
        if used + cells > width and not _is_space(character):
            start = last if last > start else n
            breaks.append(start)
            used = cell_len(text[start:n])
        used += cells
    return breaks


def _may_break(before: str, after: str) -> bool:
    if _is_space(before) or _is_space(after):
        return not _is_space(after)
    if not (_LETTER.match(before) or _LETTER.match(after)):
        return False
    if cell_len(after) == 0:  # An accent or the like belongs to the letter before it.
        return False
    return before not in _NEVER_LAST and after not in _NEVER_FIRST


def _is_space(character: str) -> bool:
    return character.isspace() and character not in _JOINING
