"""A line is a sentence: for texts that somebody has cut by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

# A form feed is no newline: it stands where a page ends, often inside a sentence.
# Atomic, since a pattern that wants two newlines would else find them in one \r\n.
NEWLINE = r"(?>\r\n|[\n\v\r\x85\u2028\u2029])"
_LINE = re.compile(rf"[^\n\v\r\x85\u2028\u2029]*(?:{NEWLINE}|\Z)")


def cut_lines(witness: Witness) -> Segmentation:
    """Cut a witness at its newlines, whatever its divisions; blank lines are gaps."""
    sentences = (trimmed(witness.text, line) for line in find_lines(witness.text))
    return Segmentation(witness, tuple(s for s in sentences if s.length > 0))


def find_lines(text: str) -> Iterator[Span]:
    r"""Give the lines of a text, each with its newline.

    A newline is any of ``\n``, ``\r\n``, ``\r``, ``\v``, U+0085, U+2028 and U+2029.

    Examples:
        >>> [line.of("one\r\n\ntwo") for line in find_lines("one\r\n\ntwo")]
        ['one\r\n', '\n', 'two']
    """
    return (Span(*found.span()) for found in _LINE.finditer(text) if found.end() > found.start())


def trimmed(text: str, span: Span) -> Span:
    """Leave out the white space at both ends; a point where there is nothing else."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))
