"""Paragraphs and headings of a plain text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variants.segmenters.lines import find_lines, trimmed
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

_WRAPPED_FROM, _WRAPPED_TO = 40, 100  # Usual widths of wrapped text, in columns.
_FULL = 0.85  # Lines this full were wrapped; people are less exact than programs.
_SHORT = 0.6  # Lines this short were not wrapped, even in a wrapped text.
_RELIABLE = 3  # Lines; two long ones may be an address.
_HEADING_TO = 100  # In columns; anything longer is a paragraph without a full stop.

_SENTENCE_END = re.compile(r"[.!?:;,…。！？：；，؟۔।][\"'”’“»«›」』)\]）］]*\Z")
_ITEM = re.compile(r"(?:[-*•–—·]|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)])\s")
_OPENING = "\"'“”„‘’«»‹›([¿¡"


@dataclass(frozen=True, slots=True)
class _TextLine:
    """A line of a block.

    Attributes:
        span: Its span, without white space at the ends.
        text: Its characters.
        indent: Number of white space characters before it.
        columns: Its width; East Asian wide characters count twice.
    """

    span: Span
    text: str
    indent: int
    columns: int

    @property
    def ends(self) -> bool:
        """True if it ends with a mark that ends a sentence or a clause."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_ornament(self) -> bool:
        """True if it only separates paragraphs, such as stars or dashes."""
        return not any(character.isalnum() for character in self.text)


def find_paragraphs(text: str) -> Iterator[Division]:
    """Yield the paragraphs and headings of a plain text, in order.

    Empty lines end paragraphs. Inside a block of lines, a newline does not end a paragraph if

    - the next line begins with a lower-case letter and is not a list item, or
    - the block is wrapped: it is 40 to 100 columns wide, and at most of its newlines the next
      word would not have fitted. Its width is that of its longest lines, or the usual width in
      this text if that is greater, so that a short address does not count as a narrow paragraph.

    In a wrapped block, a paragraph also ends at a line that is much too short, at a short line that
    ends a sentence, and before an indented line. List items and ornaments ("* * *") always begin a
    paragraph. In other blocks every line is a paragraph: lines of addresses, signatures and verse,
    and paragraphs of one line each. A paragraph of one short line without a mark at its end is a
    heading.
    """
    blocks = list(_find_blocks(text))
    usual = _usual_columns(blocks)
    for block in blocks:
        for lines in _split(block, usual):
            yield Division(_kind_of(lines), Span(lines[0].span.start, lines[-1].span.end))


def _find_blocks(text: str) -> Iterator[list[_TextLine]]:
    """Yield the runs of lines between empty lines."""
    block: list[_TextLine] = []
    for whole in find_lines(text):
        span = trimmed(text, whole)
        if span.length:
            line = span.of(text)
            block.append(_TextLine(span, line, span.start - whole.start, _columns(line)))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _columns(line: str) -> int:
    if line.isascii():
        return len(line)
    return len(line) + sum(unicodedata.east_asian_width(c) in "WF" for c in line)


def _usual_columns(blocks: Sequence[list[_TextLine]]) -> int:
    """Return the median width of the wrapped blocks of a text; 0 if it has none."""
    several = [block for block in blocks if len(block) > 1]
    reliable = [block for block in several if len(block) >= _RELIABLE] or several
    widths = sorted(_width_of(block) for block in reliable)
    wrapped = [width for width in widths if _WRAPPED_FROM <= width <= _WRAPPED_TO]
    return wrapped[len(wrapped) // 2] if wrapped else 0


def _width_of(block: Sequence[_TextLine]) -> int:
    """Return the 90th percentile of the lines' widths, since a URL may exceed the width."""
    columns = sorted(line.columns for line in block)
    return columns[math.ceil(0.9 * (len(columns) - 1))]


def _split(block: list[_TextLine], usual: int) -> Iterator[list[_TextLine]]:
    """Yield the paragraphs of a block."""
    widest = _width_of(block)
    width = max(widest, usual)
    full = [_fills(line, following, _FULL * width) for line, following in pairwise(block)]
    wrapped = _WRAPPED_FROM <= widest <= _WRAPPED_TO and 2 * sum(full) > len(full)
    paragraph = block[:1]
    for line, following in pairwise(block):
        if _continues(line, following, width if wrapped else None):
            paragraph.append(following)
        else:
            yield paragraph
            paragraph = [following]
    yield paragraph


def _continues(line: _TextLine, following: _TextLine, width: int | None) -> bool:
    """Return True if the paragraph continues; ``width`` is ``None`` if the block is not wrapped."""
    if _ITEM.match(following.text) or line.is_ornament or following.is_ornament:
        return False
    if following.text.lstrip(_OPENING)[:1].islower():
        return True
    if width is None or following.indent > line.indent:
        return False
    return _fills(line, following, (_FULL if line.ends else _SHORT) * width)


def _fills(line: _TextLine, following: _TextLine, width: float) -> bool:
    """Return True if the first word of the following line would not have fitted on this one."""
    word = following.text.split(maxsplit=1)[0]
    # Scripts without spaces are wrapped at any character.
    room = min(_columns(word), 2) if not word.isascii() and _is_wide(word[0]) else len(word)
    return line.columns + 1 + room > width


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _kind_of(lines: Sequence[_TextLine]) -> DivisionKind:
    only = lines[0]
    if len(lines) == 1 and only.columns <= _HEADING_TO and not only.ends:
        return DivisionKind.HEADING
    return DivisionKind.PARAGRAPH
