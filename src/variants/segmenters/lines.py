"""Segmenter for texts with one sentence a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

# A form feed ends a page, often inside a sentence, so it is not a newline.
# The group is atomic, since a pattern for two newlines would otherwise match one \r\n.
NEWLINE = r"(?>\r\n|[\n\v\r\x85\u2028\u2029])"
_LINE = re.compile(rf"[^\n\v\r\x85\u2028\u2029]*(?:{NEWLINE}|\Z)")


def cut_lines(witness: Witness) -> Segmentation:
    """Return the lines of a witness as sentences, regardless of divisions; empty lines are gaps."""
    sentences = (trimmed(witness.text, line) for line in find_lines(witness.text))
    return Segmentation(witness, tuple(s for s in sentences if s.length > 0))


def find_lines(text: str) -> Iterator[Span]:
    r"""Yield the lines of a text, each with its newline.

    A newline is any of ``\n``, ``\r\n``, ``\r``, ``\v``, U+0085, U+2028 and U+2029.

    Examples:
        >>> [line.of("one\r\n\ntwo") for line in find_lines("one\r\n\ntwo")]
        ['one\r\n', '\n', 'two']
    """
    return (Span(*found.span()) for found in _LINE.finditer(text) if found.end() > found.start())


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at its ends; an empty span if nothing else is left."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))
