"""Cleaning of a text that was read, by choice of the user."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from pathlib import Path

from variants.errors import EmptyFile
from variants.errors.lists import counted
from variants.readers.divided_words import is_compound
from variants.readers.file_text import FileText, ReadOptions
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, SetAside

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010'’][^\W\d_]+)*")
_AT_LINE_END = re.compile(
    r"(?P<first>[^\W\d_]+)(?P<hyphen>[-\u2010\u00ac\u00ad])(?P<end>[ \t]*\r?\n[ \t]*)"
    r"(?=(?P<second>[^\W\d_]+))"
)
_SOFT = "\u00ac\u00ad"  # They never belong to a word.


def cleaned(path: Path, text: FileText, options: ReadOptions) -> FileText:
    """Return a text as the options want it; every place in it moves along.

    Raises:
        EmptyFile: Nothing is left.
    """
    if options.realign:
        text = replace(text, units="")
    if options.drop_headings:
        text = _without_headings(path, text)
    return _with_joined_words(path, text) if options.join_hyphens else text


def _without_headings(path: Path, text: FileText) -> FileText:
    headings = [each for each in text.divisions if each.kind is DivisionKind.HEADING]
    if not headings:
        return text
    message = f"{path.name}: {counted(len(headings), 'heading')} left out."
    ends = [*(each.span.start for each in text.divisions), len(text.text)]
    # The space after a heading goes with it.
    cut = [
        Span(each.span.start, min(end for end in ends if end >= each.span.end)) for each in headings
    ]
    kept = _without(text, cut, message)
    if not kept.text.strip():
        raise EmptyFile(path, kept.notices)
    return kept


def _with_joined_words(path: Path, text: FileText) -> FileText:
    """Return a text whose words no line end divides."""
    matches = list(_AT_LINE_END.finditer(text.text))
    if not matches:
        return text
    divided = {place for each in matches for place in (each.start("first"), each.start("second"))}
    words = {
        found[0].lower()
        for found in _WORD.finditer(text.text)
        if not divided.intersection(range(found.start(), found.end()))
    }
    cut = list(_line_ends(matches, words))
    return _without(text, cut, f"{path.name}: {counted(len(cut), 'divided word')} joined.")


def _line_ends(matches: Iterable[re.Match[str]], words: set[str]) -> Iterator[Span]:
    """Yield the characters between the parts of each word, with the hyphen if it is none of its."""
    for found in matches:
        stays = found["hyphen"] not in _SOFT and (
            is_compound(found["first"], found["second"], words) or not found["second"][0].islower()
        )
        yield Span(found.start("end" if stays else "hyphen"), found.end("end"))


def _without(text: FileText, cut: Iterable[Span], message: str) -> FileText:
    """Return a text without some of its characters."""
    cut = [span for span in cut if span.start < span.end]
    edges = [0, *chain.from_iterable((span.start, span.end) for span in cut), len(text.text)]
    kept = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    moved = _Moved(kept)
    return replace(
        text,
        text="".join(span.of(text.text) for span in kept),
        divisions=tuple(_moved_divisions(text.divisions, moved)),
        set_aside=tuple(_moved_aside(text.set_aside, moved)),
        notices=(*text.notices, message),
    )


class _Moved:
    """The place in the text that is left for each place in the whole text."""

    def __init__(self, kept: Sequence[Span]) -> None:
        self._starts = [span.start for span in kept]
        self._ends = [span.end for span in kept]
        lengths = (span.end - span.start for span in kept)
        self._before = [0, *accumulate(lengths)]

    def __call__(self, place: int) -> int:
        number = max(0, bisect_right(self._starts, place) - 1)
        inside = min(place, self._ends[number]) - self._starts[number]
        return self._before[number] + max(0, inside)


def _moved_divisions(divisions: Iterable[Division], moved: _Moved) -> list[Division]:
    """Return the divisions of which something is left; those that a word joins are one."""
    found: list[Division] = []
    for division in divisions:
        span = Span(moved(division.span.start), moved(division.span.end))
        mark = None if division.mark is None else moved(division.mark)
        if found and span.start < span.end and found[-1].span.end == span.start:
            # A line that ends in a hyphen is neither a heading nor the end of a paragraph.
            whole = Span(found[-1].span.start, span.end)
            found[-1] = replace(found[-1], kind=division.kind, span=whole)
        elif span.start < span.end:
            found.append(replace(division, span=span, mark=mark))
    return found


def _moved_aside(set_aside: Iterable[SetAside], moved: _Moved) -> Iterator[SetAside]:
    """Yield what is set aside, unless its characters were cut."""
    for one in set_aside:
        span = Span(moved(one.span.start), moved(one.span.end))
        if span.length or not one.span.length:
            yield replace(one, span=span)
