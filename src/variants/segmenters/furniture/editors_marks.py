"""Marks of editors: supplied, doubtful and struck words, and remarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from variants.languages import fold, is_number
from variants.languages.language import Language
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import SetAside

_LONGEST = 80  # Characters of supplied words.
_SQUARE = re.compile(rf"\[(?P<words>[^\[\]\n]{{1,{_LONGEST}}})\]")
_STRUCK = re.compile(r"\[-(?=\S)[^\[\]\n]{1,400}-\]|⟦[^⟦⟧\n]{1,400}⟧")
_ANGLE = re.compile(r"(?<![\w<=])<[^\W\d_][^<>\n/=@:]{0,60}>(?![>=])|⟨[^⟨⟩\n]{1,60}⟩")
# In capitals it is an abbreviation, and in round brackets "sic in" may be Latin.
_SIC = re.compile(
    r"\(\s?[Ss]ic\s?!?\s?\)|\{\s?[Ss]ic\s?!?\s?\}|\[\s?[Ss]ic\s?!?\s?\]"
    r"|\[\s?[Ss]ic(?::|\sfor\b|\sin\s(?:the\s)?(?:MSS?|original|copy|text)\b)[^\[\]\n]{0,40}\]"
    r"|\[\s?[Rr]ecte(?::|\s[^\W\da-z_])[^\[\]\n]{0,40}\]"
)
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_DIGITS = re.compile(r"(?<!\d)\d+\Z")
_SIGNS = re.compile(r"[!?]{1,3}")
_WORDS = re.compile(r"[\w'’-]+")
_LAST_WORD = re.compile(r"([\w'’-]+)\s*\Z")
_MOST_WORDS_OF_REMARK = 4
_LOOK_BACK = 40
_TAGS = re.compile(r"</\w+>")


def find_editors_marks(text: str, language: Language) -> Iterator[SetAside]:
    """Yield the marks of editors.

    Of supplied and of most doubtful words only the brackets are set aside, because the words are
    the wording of the text. So are those of a remark of a single word, such as "seal", that is not
    in a line of its own. A doubtful number behind another number is an alternative to it, and so
    is a figure behind a number in words.
    """
    for pattern, kind in ((_STRUCK, SetAsideKind.STRUCK), (_SIC, SetAsideKind.REMARK)):
        for match in pattern.finditer(text):
            yield SetAside(Span(*match.span()), kind)
    for match in _SQUARE.finditer(text):
        yield from _bracketed(text, match, language)
    if not _TAGS.search(text):
        for match in _ANGLE.finditer(text):
            yield from _brackets(match)


def _bracketed(text: str, match: re.Match[str], language: Language) -> Iterator[SetAside]:
    words = _WORDS.findall(match["words"])
    whole = Span(*match.span())
    if _SIGNS.fullmatch(match["words"]) or _is_remark(match, words, language):
        yield SetAside(whole, SetAsideKind.REMARK)
    elif match["words"].rstrip().endswith("?"):
        number = len(words) == 1 and _is_number(words[0], language)
        if number and _is_behind_number(text, match.start(), language):
            yield SetAside(whole, SetAsideKind.DOUBTFUL, "a number behind another")
        elif words:
            yield from _brackets(match, doubtful=True)
    elif match["words"].isdecimal() and _is_behind_number(
        text, match.start(), language, str.isalpha
    ):
        yield SetAside(whole, SetAsideKind.DOUBTFUL, "a number behind another")
    elif any(map(str.isalpha, match["words"])) or _is_year(text, match):
        yield from _brackets(match)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Return True if figures in brackets are a year, or the end of one ("19[51]")."""
    before = _DIGITS.search(text, max(0, match.start() - len("195")), match.start())
    return _YEAR.fullmatch((before[0] if before else "") + match["words"]) is not None


def _is_remark(match: re.Match[str], words: list[str], language: Language) -> bool:
    if not 0 < len(words) <= _MOST_WORDS_OF_REMARK:
        return False
    keys = [fold(word) for word in words]
    if not language.editors_words.isdisjoint(keys):
        return True
    start = 1 if _is_number(keys[0], language) else 0  # "[3 words missing]"
    sure = len(keys) > start + 1 or _is_alone(match)
    return sure and " ".join(keys[start:]) in language.remarks


def _is_alone(match: re.Match[str]) -> bool:
    """Return True if nothing else is in the line of a match."""
    start, end = match.span()
    before = match.string[max(0, start - _LOOK_BACK) : start].rstrip(" \t")
    after = match.string[end : end + _LOOK_BACK].lstrip(" \t")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n", "\r")


def _is_number(word: str, language: Language) -> bool:
    key = fold(word)
    return is_number(key) or key in language.value_words.cardinals


def _is_behind_number(
    text: str, place: int, language: Language, form: Callable[[str], bool] = bool
) -> bool:
    before = text[max(0, place - _LOOK_BACK) : place]
    found = _LAST_WORD.search(before)
    return found is not None and any(
        form(part) and _is_number(part, language) for part in found[1].split("-")
    )


def _brackets(match: re.Match[str], *, doubtful: bool = False) -> Iterator[SetAside]:
    """Yield the brackets around words, with the question mark of doubtful ones."""
    start, end = match.span()
    last = end - 1
    if doubtful:
        last = start + len(match[0][:-1].rstrip().rstrip("?").rstrip())
    yield SetAside(Span(start, start + 1), SetAsideKind.BRACKET)
    yield SetAside(Span(last, end), SetAsideKind.BRACKET)
