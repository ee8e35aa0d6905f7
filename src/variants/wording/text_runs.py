"""Text in runs that record whose words they are, so that each format can style them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from variants.types.span import LINE_END, PARAGRAPH_END, squeeze
from variants.wording.sanitize import sanitize_line


class Style(Enum):
    """Origin of a run of words; the values are names of styles in Word."""

    EDITORIAL = "Apparatus"
    TERM = "Term"
    LEMMA = "Lemma"
    READING = "Variant"
    EMENDED = "Emended"
    SIGLUM = "Siglum"
    EDITOR = "Editor"
    REMARK = "Remark"
    REFERENCE = "Reference"
    """Label of a sentence, which can be a link."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run in one style; its text is sanitized and on one line."""

    text: str
    style: Style = Style.EDITORIAL


Line: TypeAlias = tuple[TextRun, ...]
"""Runs of one paragraph, item or cell."""

READINGS = frozenset({Style.LEMMA, Style.READING, Style.EMENDED})
"""Styles of words of the texts."""
_WORDS = 6
_LETTERS = 60
_LEFT_TO_RIGHT = "\u200e"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_CUT = re.compile(r"\s+")
_GAPS = re.compile("…(?: …)+")


def quoted(text: str, style: Style = Style.EDITORIAL) -> Line:
    """Return sanitized text of a witness or an editor; nothing if it is empty."""
    shown = sanitize_line(text).strip()
    if not shown:
        return ()
    mark = kept_in_place(shown)[len(shown) :]
    return (TextRun(shown, style), TextRun(mark)) if mark else (TextRun(shown, style),)


def kept_in_place(text: str) -> str:
    """Return a text with a mark behind it if it has letters or figures of Hebrew or Arabic.

    Without the mark, two Arabic words or numbers would change places around a bracket or an arrow.
    """
    if text.isascii() or _RIGHT_TO_LEFT.isdisjoint(map(unicodedata.bidirectional, text)):
        return text
    return f"{text}{_LEFT_TO_RIGHT}"


def in_quotes(text: str, style: Style) -> Line:
    """Return text of a witness or an editor in quotation marks; nothing if it is empty."""
    words = quoted(text, style)
    return (TextRun("“"), *words, TextRun("”")) if words else ()


def is_right_to_left(text: str) -> bool:
    """Return True if the first letter belongs to a script written from right to left.

    Examples:
        >>> is_right_to_left("(שלום)"), is_right_to_left("the word שלום"), is_right_to_left("12")
        (True, False, False)
    """
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


def editorial(text: str) -> Line:
    """Return a run of the program's own words."""
    return (TextRun(text),)


def label(text: str) -> Line:
    """Return a run with a term, such as omitted, added or moved."""
    return (TextRun(text, Style.TERM),)


def sigla(names: Sequence[str]) -> Line:
    """Return a run of sigla; nothing if there are none."""
    return (TextRun(" ".join(names), Style.SIGLUM),) if names else ()


def joined(between: str, lines: Iterable[Line]) -> Line:
    """Join lines that are not empty, with ``between`` between them."""
    whole: list[TextRun] = []
    for line in lines:
        if whole and line:
            whole.append(TextRun(between))
        whole += line
    return tuple(whole)


def shortened(text: str) -> str:
    """Return a text, if it is long only the first and last words with … between.

    Examples:
        >>> shortened("We consider this to be the main question now.")
        'We consider … question now.'
        >>> shortened("Elam … Tidal … Amraphel king of Shinar … Arioch … Ellasar")
        'Elam … Ellasar'
        >>> shortened("at the front")
        'at the front'
    """
    words = _CUT.split(text.strip())
    short = " ".join(words)
    if len(words) - words.count("…") > _WORDS:
        short = _GAPS.sub("…", " ".join([*words[:2], "…", *words[-2:]]))
    if len(short) <= _LETTERS:
        return short
    # Words without spaces between them, as in Chinese, or one very long word.
    half = _LETTERS // 2
    return f"{short[:half].rstrip()} … {short[-half:].lstrip()}"


def shorten_runs(line: Line, styles: Collection[Style] = READINGS) -> Line:
    """Shorten the runs in some styles (default: words of the texts) with `shortened`."""
    return tuple(
        replace(run, text=shortened(run.text)) if run.style in styles else run for run in line
    )


def mark_paragraphs(text: str) -> str:
    r"""Return a text with ¶ at the beginning of each paragraph but the first.

    Examples:
        >>> mark_paragraphs("the end.\n\nThen")
        'the end. ¶ Then'
    """
    return PARAGRAPH_END.sub(" ¶ ", text)


def mark_lines(text: str) -> str:
    r"""Return a text like `mark_paragraphs`, with / at the beginning of each other line.

    Examples:
        >>> mark_lines("the end.\n\nRoses are red,\nviolets")
        'the end. ¶ Roses are red, / violets'
    """
    return LINE_END.sub(" / ", mark_paragraphs(text.strip()))


def mark_change(words: str, other: str) -> str:
    """Return words with signs for their paragraphs, and for lines if these are the whole change."""
    return mark_lines(words) if squeeze(words) == squeeze(other) else mark_paragraphs(words)


def to_plain(line: Line) -> str:
    """Return the text without its styles."""
    return "".join(one.text for one in line)
