"""What a report says, in stretches that each know whose words they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from variants.wording.sanitize import sanitize_line


class Style(Enum):
    """Whose words a stretch is; a format gives each its own look."""

    OURS = "Apparatus"
    TERM = "Term"
    LEMMA = "Lemma"
    READING = "Variant"
    EMENDED = "Emended"
    SIGLUM = "Siglum"
    EDITOR = "Editor"
    REMARK = "Remark"


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch in one style; its text is on one line, and nothing in it commands."""

    text: str
    style: Style = Style.OURS


Line: TypeAlias = tuple[TextRun, ...]
"""What is said in one paragraph, item or cell."""

READINGS = frozenset({Style.LEMMA, Style.READING, Style.EMENDED})
"""Styles of words of the texts."""
_WORDS = 6
_LETTERS = 60
_LEFT_TO_RIGHT = "\u200e"
_CUT = re.compile(r"\s+")


def quoted(text: str, style: Style = Style.OURS) -> Line:
    """Text of a witness or an editor, made fit to be shown; nothing where it is empty."""
    shown = sanitize_line(text).strip()
    if not shown:
        return ()
    if runs_leftwards(shown):
        # Else a bracket between two Arabic words would let them change places.
        return TextRun(shown, style), TextRun(_LEFT_TO_RIGHT)
    return (TextRun(shown, style),)


def in_quotes(text: str, style: Style) -> Line:
    """Return text of a witness or an editor in quotation marks; nothing if it is empty."""
    words = quoted(text, style)
    return (TextRun("“"), *words, TextRun("”")) if words else ()


def runs_leftwards(text: str) -> bool:
    """Whether the first letter is one of a script that is written from right to left.

    Examples:
        >>> runs_leftwards("(שלום)"), runs_leftwards("the word שלום"), runs_leftwards("12")
        (True, False, False)
    """
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


def editorial(text: str) -> Line:
    """Our own words, as they are."""
    return (TextRun(text),)


def label(text: str) -> Line:
    """A word of the apparatus: omitted, added, moved."""
    return (TextRun(text, Style.TERM),)


def sigla(names: Sequence[str]) -> Line:
    """Witnesses, or none."""
    return (TextRun(" ".join(names), Style.SIGLUM),) if names else ()


def joined(between: str, lines: Iterable[Line]) -> Line:
    """Lines as one, with ``between`` between those that say something."""
    whole: list[TextRun] = []
    for line in lines:
        if whole and line:
            whole.append(TextRun(between))
        whole += line
    return tuple(whole)


def shortened(text: str) -> str:
    """The first and last words of long ones, with … between.

    Examples:
        >>> shortened("We consider this to be the main question now.")
        'We consider … question now.'
        >>> shortened("at the front")
        'at the front'
    """
    words = _CUT.split(text.strip())
    short = " ".join([*words[:2], "…", *words[-2:]]) if len(words) > _WORDS else " ".join(words)
    if len(short) <= _LETTERS:
        return short
    # Words without blanks between them, as in Chinese, or one that never ends.
    half = _LETTERS // 2
    return f"{short[:half].rstrip()} … {short[-half:].lstrip()}"


def shorten_runs(line: Line, styles: Collection[Style] = READINGS) -> Line:
    """Shorten the runs in some styles (default: words of the texts) with `shortened`."""
    return tuple(
        replace(run, text=shortened(run.text)) if run.style in styles else run for run in line
    )


def to_plain(line: Line) -> str:
    """What is said, without its styles."""
    return "".join(one.text for one in line)
