"""Marks of pages inside the text: ``[page 17]``, ``[f. 12v]``, ``|18|``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from variants.languages.language import Language
from variants.segmenters.punctuation import CLOSING, TERMINAL
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import SetAside

# Abbreviations of Latin words, which editors of all languages use.
_INTERNATIONAL = ("p", "pp", "pag", "pg", "page", "f", "ff", "fo", "fol", "fols", "folio", "col")
_NUMBER = r"(?P<number>\d{1,4}|[ivxlc]{1,7})\s?(?:[rvab]|bis|recto|verso)?"
_RANGE = rf"{_NUMBER}(?:\s?[-–—/]\s?(?:\d{{1,4}}|[ivxlc]{{1,7}})\s?[rvab]?)?"
_LEAF = re.compile(
    r"\[(?P<number>\d{1,3})\s?[rv](?:\s?[-–—/]\s?\d{0,3}\s?[rv])?\]"
    r"|⟨(?P<in_angle>\d{1,3})[rv]⟩|\([Ff](?:\.|ol\.?|olio)\s?(?P<in_round>\d{1,3})\s?[rv]\)"
)
_LEAVES = re.compile(
    r"(?<![\w<=])<(?P<number>\d{1,3})[rv]>(?![\w>=])|\{(?P<in_curly>\d{1,3})[rv]\}"
)
_BAR = re.compile(
    r"(?<![|=\w+*/<>-])\|\s?(?:p\.|f\.|fol\.)?\s?(?P<number>\d{1,4})\s?[rv]?\s?\|(?![|=+*/<>-])"
)
_BARS = re.compile(
    r"(?<![|\w])\|\|\s?(?:p\.|f\.|fol\.)\s?(?P<number>\d{1,4})\s?[rv]?\s?\|\|(?![|\w])"
)
_ANGLE = re.compile(r"(?<![\w<=])[<⟨](?P<number>\d{1,4})[>⟩](?![\w>=])")
_SLASH = re.compile(r"(?<!\S)(?<!\d\s)/(?P<number>\d{1,4})/(?!\S)(?!\s\d)")
_CURLY = re.compile(r"(?<!\bset )(?<!\bsets )(?<![=∈∪∩,:] )\{(?P<number>\d{1,4})\}(?! ?[=∪∩,])")
_SQUARE = re.compile(r"(?<=[^\n]\s)\[(?P<number>\d{1,4})\](?=\s)")
_FEW, _SEVERAL = 2, 4  # Marks in order that are evidence, for a form that prose may have.
_IN_ORDER = 0.8  # Share of the marks that do not count back.
_NEAR = 80  # Characters around a mark in which the sentence goes on.
_LONG_LINE = 4  # Words; shorter ones are titles and addresses.
_STEP = 1  # From one page to the next, if nothing else shows that a number is one.
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def find_page_marks(
    text: str, language: Language, headings: Collection[int] = ()
) -> Iterator[SetAside]:
    """Yield the marks of pages, by form; marks of a form that does not count are left out.

    Args:
        text: The text.
        language: Its language.
        headings: Ends of headings, behind which no sentence goes on.
    """
    for pattern, least, step in (
        (_named(tuple(sorted(language.page_words))), 1, None),
        (_LEAF, 1, None),
        (_LEAVES, _FEW, None),
        (_BAR, 1, None),
        (_BARS, 1, None),
        (_ANGLE, _SEVERAL, _STEP),
        (_SLASH, _SEVERAL, _STEP),
        (_CURLY, _FEW, _STEP),
        (_SQUARE, _SEVERAL, _STEP),
    ):
        found = [match for match in pattern.finditer(text) if not _in_table(text, match)]
        values = [value_of(_number(each)) for each in found]
        is_list = pattern in (_ANGLE, _SLASH) and values[:1] == [1]
        if len(found) >= least and not is_list and _counts(values, step):
            for match in found:
                yield SetAside(_with_line(text, Span(*match.span()), headings), SetAsideKind.PAGE)


def _with_line(text: str, mark: Span, headings: Collection[int]) -> Span:
    """Return the span of a mark, with the white space around it if a sentence goes on over it.

    Otherwise a mark in a line of its own would leave an empty line, which ends a sentence.
    """
    before, after = text[max(0, mark.start - _NEAR) : mark.start], text[mark.end : mark.end + _NEAR]
    spaces = before[len(before.rstrip()) :], after[: len(after) - len(after.lstrip())]
    lines = [each.count("\n") for each in spaces]
    ends = before.rstrip()[-1:] in f"{TERMINAL}{CLOSING}:;"
    is_long = len(before.rstrip().rpartition("\n")[2].split()) >= _LONG_LINE
    goes_on = is_long and not ends and after.lstrip()[:1].islower()
    if not all(lines) or (max(lines) > 1 and not goes_on):
        return mark
    if mark.start - len(spaces[0]) in headings:
        return mark
    return Span(mark.start - len(spaces[0]), mark.end + len(spaces[1]))


@cache
def _named(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of a number in brackets behind a word for a page or leaf."""
    every = "|".join(sorted({*words, *_INTERNATIONAL}, key=len, reverse=True))
    named = rf"(?:{every})\b\.?\s?{_RANGE}\s?(?:{every})?\.?"
    return re.compile(rf"[\[{{]\s?{named}\s?[\]}}]", re.IGNORECASE)


def _number(match: re.Match[str]) -> str:
    return str(match[match.lastgroup or 0])


def _in_table(text: str, match: re.Match[str]) -> bool:
    """Return True if a mark is in a line of a table with bars."""
    if match[0][0] != "|":
        return False
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)].strip()
    return line.count("|") > len("||") and (line[0] == "|" or line[-1] == "|")


def _counts(values: Sequence[int], step: int | None) -> bool:
    """Return True if numbers ascend; by ``step`` if it is given."""
    pairs = list(pairwise(values))
    if step is not None:
        return all(after - before == step for before, after in pairs)
    in_order = sum(before <= after for before, after in pairs)
    return in_order >= _IN_ORDER * len(pairs)


def value_of(number: str) -> int:
    """Return the value of a number in figures or Roman letters.

    Examples:
        >>> value_of("17"), value_of("xiv")
        (17, 14)
    """
    if number.isdigit():
        return int(number)
    values = [_VALUES[letter] for letter in number.lower()]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
