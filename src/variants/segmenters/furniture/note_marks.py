"""Signs of notes at the ends of words: ``word*``, ``word[3]``, ``word.3``, ``word³``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from variants.languages.language import Language
from variants.segmenters.abbreviations import ends_in_abbreviation
from variants.segmenters.punctuation import TERMINAL
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import SetAside

_SUPERSCRIPT = "¹²³⁰⁴-⁹"
_SUPERSCRIPT_SIGNS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_CLOSED = r"”’»\"'“)\]"
_LONG_WORD = r"[^\W\d_]{4}"
_FIGURE = re.compile(r"[1-9](?<![\d ].)\d{0,2}(?![\w%°])(?![.,:/–-]\d)")
_BEFORE = re.compile(
    rf"(?P<word>[^\W\d_]*+)(?P<marks>[{TERMINAL},;:]?[{_CLOSED}]{{0,2}}[{TERMINAL},;:]?)\Z"
)
_SURE = re.compile(rf"[{TERMINAL}][”’»\"'“)\]]*|[{_CLOSED}]+[{TERMINAL},;]?")
# After the first character of a sign, since a search for a fixed character is fast.
_AFTER_MARK = rf"(?<=[^\W\d_][{TERMINAL},;:].)|(?<=[{TERMINAL},;:][{_CLOSED}].)"
_AFTER_FIGURE = rf"(?<=\d[{TERMINAL},;:][{_SUPERSCRIPT}])"
_AFTER_CLOSED = rf"(?<=[^\W\d_]{{2}}[{_CLOSED}][^*])"  # "(ab)*" is a formula.
_SIGNS = re.compile(
    rf"[*†‡§⁽{_SUPERSCRIPT}](?:(?<={_LONG_WORD}.)|{_AFTER_MARK}|{_AFTER_FIGURE}|{_AFTER_CLOSED})"
    rf"(?:(?<=[{_SUPERSCRIPT}])[{_SUPERSCRIPT}]{{0,2}}|(?<=⁽)[{_SUPERSCRIPT}]{{1,3}}⁾"
    r"|(?<=[†‡])[†‡]?|(?<=\*)\*?|(?<=§)(?!\s?\d))(?![\w*])"
)
_BRACKETED = re.compile(
    rf"\[(?:(?:(?<=[^\W\d_]{{2}}.)|{_AFTER_MARK}|{_AFTER_CLOSED})(?:\d{{1,3}}|\*{{1,3}}|†)"
    rf"|(?:{_AFTER_MARK})[a-z])\](?!\w)|\((?<=[^\W\d_][{TERMINAL}].)\d{{1,3}}\)(?!\w)"
)
_BEHIND_YEAR = re.compile(
    r"(?<![\d.,])(?P<year>(?:1\d|20)\d\d)\.(?P<number>[1-9]\d{0,2})(?=\s+[^\W\da-z_]|\s*\Z)"
)
_OPENING_STAR = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])")
_LOOK_BACK = 24
_PARAGRAPH = 2_000  # Characters in which a star may open something.
_LEAST_WORD = 3  # Letters; names of models and drugs are shorter, or have capitals.
_QUOTED = 2  # Marks: the end of a sentence and that of a quotation.
_SEVERAL = 3


@dataclass(slots=True)
class _Figure:
    """Figure behind a word.

    Attributes:
        span: Its characters.
        value: Its value.
        is_sure: True if it is a sign of a note also if nothing counts on with it.
        is_taken: True if it is a sign of a note.
        is_behind_year: True if it is behind a year and a full stop: "in 1951.14 Then".
    """

    span: Span
    value: int
    is_sure: bool
    is_taken: bool = field(default=False)
    is_behind_year: bool = field(default=False)


def find_note_marks(text: str, language: Language) -> Iterator[SetAside]:
    """Yield the signs of notes.

    A figure behind a word is one if it counts on with others, or is behind the end of a sentence
    or of a quotation. A star is none if a star opens something before it.
    """
    for match in _BRACKETED.finditer(text):
        yield _mark(match)
    for match in _SIGNS.finditer(text):
        before = text[slice(*_paragraph_at(text, match.start()))]
        if match[0][0] == "*" and _OPENING_STAR.search(before):
            continue
        # A raised figure with half a pair of brackets, as in old German books.
        closes = text[match.end() : match.end() + 1] == ")" and match[0][0] in _SUPERSCRIPT_SIGNS
        more = closes and before.rfind("(") <= before.rfind(")")
        yield SetAside(Span(match.start(), match.end() + more), SetAsideKind.NOTE)
    figures = _with_those_behind_years(list(_figures(text, language)), text)
    _count_on(figures)
    for figure in figures:
        if figure.is_sure or figure.is_taken:
            yield SetAside(figure.span, SetAsideKind.NOTE)


def _mark(match: re.Match[str]) -> SetAside:
    return SetAside(Span(*match.span()), SetAsideKind.NOTE)


def _paragraph_at(text: str, place: int) -> tuple[int, int]:
    return text.rfind("\n\n", max(0, place - _PARAGRAPH), place) + 1, place


def _with_those_behind_years(figures: Sequence[_Figure], text: str) -> list[_Figure]:
    """Return the figures with those behind a year and a full stop that count on with others.

    A year with several of them is one of a series ("Order 1951.1").
    """
    found = list(_BEHIND_YEAR.finditer(text))
    years = Counter(match["year"] for match in found)
    behind_years = [
        _Figure(
            Span(*match.span("number")), int(match["number"]), is_sure=False, is_behind_year=True
        )
        for match in found
        if years[match["year"]] == 1
    ]
    every = sorted([*figures, *behind_years], key=lambda figure: figure.span)
    kept = []
    for place, figure in enumerate(every):
        near = {each.value - figure.value for each in every[max(0, place - 1) : place + 2]}
        if not figure.is_behind_year or not near.isdisjoint({-1, 1}):
            kept.append(figure)
    return kept


def _figures(text: str, language: Language) -> Iterator[_Figure]:
    """Yield the figures behind words and the marks that close them."""
    found = []
    for figure in _FIGURE.finditer(text):
        start = figure.start()
        before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
        if before is not None and before[0]:
            found.append((Span(*figure.span()), before["word"], before["marks"]))
    # Something with several numbers is a series ("model1", "model2").
    series = Counter(word.lower() for _, word, marks in found if not marks)
    for span, word, marks in found:
        if not _may_be_mark(word, marks) or (not marks and series[word.lower()] > 1):
            continue
        before_figure = text[max(0, span.start - _LOOK_BACK) : span.start]
        if marks == "." and _is_abbreviation(word, before_figure, span.of(text), language):
            continue
        following = text[span.end : span.end + _LOOK_BACK].lstrip()[:1]
        is_sure = bool(_SURE.fullmatch(marks)) and not following.islower()
        yield _Figure(span, int(span.of(text)), is_sure)


def _may_be_mark(word: str, marks: str) -> bool:
    """Return True if a figure behind a word and marks may be the sign of a note."""
    if len(marks) >= _QUOTED:
        return True
    if len(word) < _LEAST_WORD or word.isupper():
        return False
    return bool(marks) or word[1:].islower()


def _is_abbreviation(word: str, before: str, figure: str, language: Language) -> bool:
    known = language.abbreviations | language.numbered_abbreviations
    known_word = not known.isdisjoint({word, word.lower(), word.capitalize()})
    return known_word or ends_in_abbreviation(language.tag, before, figure)


def _count_on(figures: Sequence[_Figure]) -> None:
    """Take the figures that count on, in runs of several or with one that is sure."""
    run: list[_Figure] = []
    for figure in [*figures, None]:
        if figure is not None and run and figure.value == run[-1].value + 1:
            run.append(figure)
            continue
        is_sure = any(one.is_sure for one in run)
        if any(one.is_behind_year for one in run) and not is_sure:
            run = [one for one in run if not one.is_behind_year]
        known = len(run) > 1 and (is_sure or run[0].value == 1)
        if known or len(run) >= _SEVERAL:
            for one in run:
                one.is_taken = True
        run = [] if figure is None else [figure]
