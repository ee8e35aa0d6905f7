"""Segmenter for texts with one sentence a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

# A form feed ends a page, often inside a sentence, so it is not a newline.
# The group is atomic, since a pattern for two newlines would otherwise match one \r\n.
NEWLINE = r"(?>\r\n|[\n\v\r\x85\u2028\u2029])"
_NEWLINE = re.compile(NEWLINE)
_LINE = re.compile(rf"[^\n\v\r\x85\u2028\u2029]*(?:{NEWLINE}|\Z)")


def cut_lines(witness: Witness) -> Segmentation:
    """Return the lines of a witness as sentences, regardless of divisions; empty lines are gaps."""
    sentences = (trimmed(witness.compared, line) for line in find_lines(witness.compared))
    return segmentation_of(witness, (s for s in sentences if s.length > 0))


def find_lines(text: str) -> Iterator[Span]:
    r"""Yield the lines of a text, each with its newline.

    A newline is any of ``\n``, ``\r\n``, ``\r``, ``\v``, U+0085, U+2028 and U+2029.

    Examples:
        >>> [line.of("one\r\n\ntwo") for line in find_lines("one\r\n\ntwo")]
        ['one\r\n', '\n', 'two']
    """
    return (Span(*found.span()) for found in _LINE.finditer(text) if found.end() > found.start())


def segmentation_of(witness: Witness, sentences: Iterable[Span]) -> Segmentation:
    """Return the segmentation with sentences of the compared text.

    Characters that are set aside between two sentences belong to the one before. They belong to the
    one behind if they are part of its first word, or begin its line, or if none is before.
    """
    if not witness.set_aside:
        return Segmentation(witness, tuple(sentences))
    text = witness.text
    whole: list[Span] = []
    for sentence in sentences:
        before = whole[-1].end if whole else 0
        start = _start_of_word(text, before, sentence.start)
        between = trimmed(text, Span(before, start))
        if between.length and (not whole or _begins_line(text, before, between, start)):
            start = between.start
        elif between.length:
            whole[-1] = Span(whole[-1].start, between.end)
        whole.append(Span(start, sentence.end))
    rest = trimmed(witness.text, Span(whole[-1].end, len(witness.text)))
    if rest.length:
        whole[-1] = Span(whole[-1].start, rest.end)
    return Segmentation(witness, tuple(whole))


def _start_of_word(text: str, first: int, at: int) -> int:
    """Return the offset behind the last space before ``at``; ``at`` if there is none."""
    spaces = [place for place in range(first, at) if text[place].isspace()]
    return spaces[-1] + 1 if spaces else at if first else 0


def _begins_line(text: str, before: int, between: Span, start: int) -> bool:
    """Return True if a line begins before characters between two sentences, and none behind."""
    begins = _NEWLINE.search(text, before, between.start) is not None
    return begins and _NEWLINE.search(text, between.end, start) is None


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at its ends; an empty span if nothing else is left."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))
