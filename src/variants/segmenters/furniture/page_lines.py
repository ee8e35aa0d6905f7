"""Lines of a plain text that have a page number or a running head.

Chapters and stanzas also begin with a number or a short title in a line of its own. It is furniture
if a sentence goes on over it, or if others that count on with it or repeat it interrupt sentences.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variants.languages.language import Language
from variants.segmenters.furniture.page_marks import value_of
from variants.segmenters.furniture.plain_lines import PlainLine, goes_on, lines_of
from variants.segmenters.punctuation import TERMINAL
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import SetAside

MAY_HAVE_PAGE = re.compile(
    r"^[^\w\n]{0,8}(?:(?:\d{1,4}|[ivxlcIVXLC]{1,7})[^\w\n]{0,8}$"
    r"|\d{1,4}[^\w\n]{1,8}[^\W\d_][^\n]{0,60}$|[^\W\d_][^\n]{0,60}[^\w\n]{1,8}\d{1,4}[^\w\n]{0,8}$)"
    r"|\f|\n[^\S\n]*\n[^\n]{1,60}\n[^\S\n]*\n\s*[^\W\dA-Z_]",
    re.MULTILINE,
)
"""Matches in every text that may have a line with a page number or a running head."""

_NUMBER = r"(?P<number>\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})"
_ONLY = re.compile(rf"[-–—~·•*\[(|{{<]?\s?{_NUMBER}\s?[-–—~·•*\])|}}>]?\.?")
_BEFORE_HEAD = re.compile(r"(?P<number>\d{1,4})[\s.·•|—–-]{1,8}(?P<head>[^\W\d_].{0,60})")
_BEHIND_HEAD = re.compile(r"(?P<head>[^\W\d_].{0,60}?)[\s.·•|—–-]{1,8}(?P<number>\d{1,4})")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_MARK = re.compile(rf"[{TERMINAL}](?=\W|\Z)")
_LONGEST_HEAD = 60
_MOST_WORDS = 80  # From one end of a sentence to the next; verse without marks has more.
_LONG_WORD = 4  # Letters; shorter words have small letters in titles.
_FEW, _SEVERAL = 2, 3
_STEPS = range(1, 4)  # From one page number to the next: some pages have none.
_INTERRUPTS = 0.25  # Share of heads and numbers that a sentence goes on over.


@dataclass(slots=True)
class _Break:
    """Short lines between two lines of the text, where a page may end.

    Attributes:
        before: The line before them.
        after: The line behind them.
        lines: The short lines.
        taken: Reasons of the lines that are furniture.
    """

    before: PlainLine | None
    after: PlainLine | None
    lines: list[PlainLine]
    taken: dict[PlainLine, tuple[SetAsideKind, str]] = field(default_factory=dict)

    @property
    def interrupts(self) -> bool:
        """True if a sentence goes on over the lines."""
        return goes_on(self.before, self.after)

    @property
    def is_page_end(self) -> bool:
        """True if a form feed is beside the lines."""
        return self.lines[0].begins_page or self.lines[-1].ends_page


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Line with a number that may be that of a page."""

    place: _Break
    line: PlainLine
    value: int
    head: str


def find_page_lines(text: str, language: Language) -> Iterator[SetAside]:
    """Yield the lines with page numbers and running heads, in order.

    If a sentence goes on over them, they include the white space around them. A form feed inside a
    sentence is set aside with the empty lines around it.
    """
    if not MAY_HAVE_PAGE.search(text):
        return
    if len(_WORD.findall(text)) > _MOST_WORDS * len(_MARK.findall(text)):
        return
    lines = lines_of(text, language.function_words | language.openers)
    counts = Counter(
        _DIGITS.sub("#", line.text) for line in lines if len(line.text) <= _LONGEST_HEAD
    )
    breaks = list(_breaks(lines, counts))
    _take_numbers(breaks, language.page_words | {"page", "folio", "fol"})
    _take_beside_numbers(breaks)
    _take_heads(breaks)
    found = [each for one in breaks for each in _set_aside(one)]
    if "\f" in text:
        found += _form_feeds(lines, {each.span.end for each in found})
    yield from sorted(found, key=lambda each: each.span)


def _form_feeds(lines: Sequence[PlainLine], taken: Collection[int]) -> Iterator[SetAside]:
    """Yield the white space at form feeds over which a sentence goes on."""
    for before, after in pairwise(lines):
        span = Span(before.span.end, after.span.start)
        if after.begins_page and span.end not in taken and goes_on(before, after):
            yield SetAside(span, SetAsideKind.BREAK, "a form feed")


def _breaks(lines: Sequence[PlainLine], counts: Counter[str]) -> Iterator[_Break]:
    """Yield the runs of short lines; lines that are not alone only if they have a number."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _may_be_furniture(lines, end, counts):
            end += 1
        if end > at:
            before = lines[at - 1] if at else None
            after = lines[end] if end < len(lines) else None
            yield _Break(before, after, list(lines[at:end]))
        at = max(end, at + 1)


def _may_be_furniture(lines: Sequence[PlainLine], place: int, counts: Counter[str]) -> bool:
    line = lines[place]
    if len(line.text) > _LONGEST_HEAD:
        return False
    if _has_only_number(line):
        return True
    if line.ends_sentence or not line.text[0].isalnum():
        return False
    numbered = _numbered(line)
    head = line.text if numbered is None else numbered[1]
    returns = counts[_DIGITS.sub("#", line.text)] >= _SEVERAL
    if line.is_apart or _is_block_with_number(lines, place):
        return returns or _is_title(head)
    if numbered is not None:
        return returns or head.isupper()
    return returns and any(_has_only_number(each) for each in lines[max(0, place - 1) : place + 2])


def _is_block_with_number(lines: Sequence[PlainLine], place: int) -> bool:
    """Return True if a line and a page number are a block of their own."""
    line, before, after = lines[place], lines[max(0, place - 1)], lines[place : place + 2][-1]
    return (line.closes and before.opens and _has_only_number(before)) or (
        line.opens and after.closes and _has_only_number(after)
    )


def _has_only_number(line: PlainLine) -> bool:
    return _ONLY.fullmatch(line.text) is not None


def _numbered(line: PlainLine) -> tuple[int, str] | None:
    """Return the number and the head in a line; ``None`` if it has no number at an end."""
    found = _ONLY.fullmatch(line.text)
    if found is not None:
        return value_of(found["number"]), ""
    for pattern in (_BEFORE_HEAD, _BEHIND_HEAD):
        found = pattern.fullmatch(line.text)
        if found is not None:
            return int(found["number"]), found["head"]
    return None


def _is_title(words: str) -> bool:
    """Return True if all long words of a line begin with a capital."""
    long = [word for word in _WORD.findall(words) if len(word) >= _LONG_WORD]
    return words.isupper() or (bool(long) and not any(word[0].islower() for word in long))


def _take_numbers(breaks: Sequence[_Break], page_words: Collection[str]) -> None:
    """Take the lines with page numbers."""
    found = [
        _Numbered(one, line, *numbered)
        for one in breaks
        for line in one.lines
        if (numbered := _numbered(line)) is not None
    ]
    heads = Counter(each.head for each in found)
    for run in _runs(found):
        if len(run) >= _SEVERAL:
            if _is_often_between_pages(run):
                for each in run:
                    _take(each.place, each.line, f"counts on with {len(run) - 1} others")
            continue
        for each in run:
            alone = each.line.is_apart or len(run) >= _FEW
            named = each.head.strip(".").lower() in page_words
            evident = not each.head or each.head.isupper() or named or heads[each.head] >= _FEW
            if each.place.interrupts and alone and evident:
                _take(each.place, each.line, "a sentence goes on over it")


def _is_often_between_pages(run: Sequence[_Numbered]) -> bool:
    """Return True if numbers can be of pages, not of chapters, one of which ends with a colon."""
    interrupting = sum(each.place.interrupts for each in run)
    at_ends = sum(each.place.is_page_end for each in run)
    return interrupting >= max(1, _INTERRUPTS * len(run)) or at_ends > len(run) / 2 > 1


def _take_beside_numbers(breaks: Sequence[_Break]) -> None:
    """Take the other lines with a page number between the parts of a sentence."""
    for one in breaks:
        if one.taken and one.interrupts:
            for line in one.lines:
                if line not in one.taken:
                    one.taken[line] = (SetAsideKind.HEAD, "beside a page number")


def _runs(found: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Yield the runs of numbers of one form that count on; a number in no run is alone."""
    for group in (
        [each for each in found if not each.head],
        [each for each in found if each.head],
    ):
        run: list[_Numbered] = []
        for each in group:
            if run and each.value - run[-1].value not in _STEPS:
                yield run
                run = []
            run.append(each)
        if run:
            yield run


def _take(place: _Break, line: PlainLine, reason: str) -> None:
    place.taken[line] = (SetAsideKind.PAGE, reason)


def _take_heads(breaks: Sequence[_Break]) -> None:
    """Take titles that return on many pages, but for the first if it is the title of the text."""
    groups: dict[str, list[tuple[_Break, PlainLine]]] = defaultdict(list)
    for one in breaks:
        for line in one.lines:
            if any(map(str.isalpha, line.text)):
                groups[_DIGITS.sub("#", line.text)].append((one, line))
    for group in groups.values():
        where = [one for one, _ in group]
        at_pages = sum(one.interrupts or bool(one.taken) or one.is_page_end for one in where)
        interrupting = sum(one.interrupts or bool(one.taken) for one in where)
        few = _FEW if interrupting == len(group) and group[0][1].text.isupper() else _SEVERAL
        if len(group) < few or at_pages < len(group) / 2 or not interrupting:
            continue
        for one, line in group:
            if line not in one.taken and (one.before is not None or one.taken):
                one.taken[line] = (SetAsideKind.HEAD, f"returns {len(group)} times")


def _set_aside(one: _Break) -> Iterator[SetAside]:
    lines = [line for line in one.lines if line in one.taken]
    over = len(lines) == len(one.lines) and goes_on(one.before, one.after, between_pages=True)
    for line, following in pairwise([*lines, None]):
        if line is None:
            continue
        kind, reason = one.taken[line]
        start, end = line.span.start, line.span.end
        if over and one.before is not None and one.after is not None:
            start = one.before.span.end if line is lines[0] else start
            end = one.after.span.start if following is None else following.span.start
        yield SetAside(Span(start, end), kind, reason)
