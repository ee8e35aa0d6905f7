"""Parts of words that can belong to a value, and numbers written in figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from variants.languages.chinese_numerals import chinese_number, han_numeral
from variants.languages.folding import fold
from variants.languages.value_table import ValueWords
from variants.languages.word_cache import WORD_CACHE_SIZE

_PART = re.compile(
    r"""
    \d{4}-\d{1,2}-\d{1,2}(?!\d)               # 1951-06-13
  | \.?\d+(?:[.,:/'’]\d+)*(?:'?[A-Za-zºª]{1,2}\b)?  # 12,000 .5 9:40 3.6.1951 1/2 7th 1930's
  | (?:[^\W\d_]\.){2,}                        # p.m., B.C.
  | [^\W\d_]+(?:['’][^\W\d_]+)*               # words
  | \s+
  | .
    """,
    re.VERBOSE | re.DOTALL,
)
_FIGURE = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:['’]\d{3})+|\d{1,3}(?:\.\d{3})+|\d+)([.,]\d+)?('?[A-Za-zºª]{1,2})?"
)
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_ROMAN_ORDINAL = re.compile(r"([IVXLCDM]{2,}|[VXLC])(?:st|nd|rd|th)|([IVXLCDM]{2,})[eºª]")
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_HAN = re.compile(r"[\u3400-\u9fff]")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_COMMA_AND_POINT = str.maketrans(",.", ".,")
_SEPARATORS = str.maketrans("٬٫．：", ",..:")

Found = TypeVar("Found")


class Part(NamedTuple):
    """A word, or a part of one, such as "twenty" of "twenty-one".

    Attributes:
        key: Folded.
        surface: Unchanged.
    """

    key: str
    surface: str


class Figure(NamedTuple):
    """A number in figures.

    Attributes:
        value: The number.
        ending: Letters after it, folded: "th", "s".
        digits: The figures, unchanged, without the letters.
    """

    value: float
    ending: str
    digits: str


@lru_cache(maxsize=WORD_CACHE_SIZE)
def parts_of(word: str) -> tuple[Part, ...]:
    """Return the parts of a word; hyphens between letters are left out.

    Examples:
        >>> [part.key for part in parts_of("twenty-one")]
        ['twenty', 'one']
        >>> [part.key for part in parts_of("1914–18")]
        ['1914', '-', '18']
        >>> [part.key for part in parts_of("XXth")], [part.key for part in parts_of("XVIIIe")]
        (['20th'], ['18e'])
        >>> [part.key for part in parts_of("3½")]
        ['3', '½']
        >>> [part.key for part in parts_of("١٬٢٠٠")], [part.key for part in parts_of("十六")]
        (['1,200'], ['16'])
    """
    parts = _PART.findall(word if word.isascii() else _in_plain_figures(word))
    found = [Part(_key(text), text) for text in map(_in_figures, parts) if not text.isspace()]
    if len(found) == 1:
        return tuple(found)
    return tuple(
        part
        for n, part in enumerate(found)
        if part.key != "-"
        or len(found) == 1
        or n == 0
        or (found[n - 1].surface[:1].isdigit() and found[n + 1 : n + 2] != []
            and found[n + 1].surface[:1].isdigit())
    )  # fmt: skip


def _in_plain_figures(word: str) -> str:
    """Return a word with its numbers in ASCII figures, whatever the script."""
    number = chinese_number(word)
    if number is not None:
        return str(number)
    return _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), word).translate(_SEPARATORS)


def _in_figures(text: str) -> str:
    """Return ".5" as "0.5", and a Roman numeral with an ending in figures: "XXth", "XVIIIe"."""
    if text[0] == "." and len(text) > 1 and text[1].isdigit():
        return f"0{text}"
    match = _ROMAN_ORDINAL.fullmatch(text)
    if match is None:
        return text
    numeral = match[1] or match[2]
    value = roman(numeral)
    return text if value is None else f"{value}{text[len(numeral) :]}"


def _key(text: str) -> str:
    # Folding would make 102 of 10² and 31/2 of 3½.
    return text if text[:1].isnumeric() and not text.isascii() else fold(text)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def figure_of(text: str, *, decimal_comma: bool = False) -> Figure | None:
    """Return the number that a part names in figures.

    Examples:
        >>> figure_of("12,000"), figure_of("1.5").value, figure_of("7th").ending
        (Figure(value=12000.0, ending='', digits='12,000'), 1.5, 'th')
        >>> figure_of("1.250,5", decimal_comma=True).value
        1250.5
    """
    if decimal_comma:
        found = figure_of(text.translate(_COMMA_AND_POINT))
        return found and found._replace(digits=found.digits.translate(_COMMA_AND_POINT))
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    whole, fraction, ending = match.groups()
    digits = re.sub(r"[,'’]", "", whole)
    if "." in digits:
        groups = digits.split(".")
        # "12.000" and "1.234.567" have groups of thousands; "1.250" is a decimal.
        if groups[0].strip("0") and (len(groups) > 2 or groups[-1] == "000"):  # noqa: PLR2004
            digits = "".join(groups)
    number = digits + (fraction or "").replace(",", ".")
    if number.count(".") > 1:
        return None
    return Figure(float(number), fold(ending or "").lstrip("'"), whole + (fraction or ""))


def meaning_of(word: str, words: ValueWords) -> object:
    """Return a key that is equal for words of one meaning in a value: "Oct" and "October"."""
    key = fold(word)
    for name, table in (("month", words.months), ("weekday", words.weekdays)):
        if key in table:
            return name, table[key]
    figure = figure_of(word, decimal_comma=words.decimal_comma)
    number = words.cardinals.get(key, words.ordinals.get(key)) if figure is None else figure.value
    return word.casefold() if number is None else float(number)


def fraction_sign(part: Part) -> float | None:
    """Return the value of a sign such as "½"; also of other numeric letters, but no raised one."""
    if len(part.surface) != 1 or part.surface in _RAISED:
        return None
    character = part.surface
    if _HAN.fullmatch(character):
        number = han_numeral(character)
        return None if number is None else float(number)
    if character.isnumeric() and not character.isdecimal():
        return unicodedata.numeric(character)
    return None


@lru_cache(maxsize=WORD_CACHE_SIZE)
def roman(text: str) -> int | None:
    """Return the value of a Roman numeral, in capitals or not.

    Examples:
        >>> roman("MDCCCXII"), roman("xiv"), roman("mild")
        (1812, 14, None)
    """
    capitals = text.upper() if text.islower() else text
    if not _ROMAN.fullmatch(capitals):
        return None
    values = [_ROMAN_LETTERS[letter] for letter in capitals]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-here if here < after else here for here, after in pairs)


def is_numeral(text: str, words: ValueWords) -> bool:
    """Return True if a word is a Roman numeral in capitals, without "Chapter" before it."""
    if len(text) < 2 or not text.isupper() or text in words.false_numerals:  # noqa: PLR2004
        return False
    return roman(text) is not None


class Parts:
    """The parts of all words of a sentence, each with the index of its word.

    Attributes:
        words: The table of their language.
        keys: Folded form of each.
        surfaces: Each unchanged.
        at: Index of the word of each.
        function_words: Words of the language that cannot be nouns.
    """

    def __init__(
        self,
        words: Sequence[str],
        table: ValueWords,
        function_words: frozenset[str] = frozenset(),
    ) -> None:
        self.words = table
        self.function_words = function_words
        self._parts: list[Part] = []
        self.at: list[int] = []
        for n, word in enumerate(words):
            for part in parts_of(word):
                self._parts.append(part)
                self.at.append(n)
        self.keys = [part.key for part in self._parts]
        self.surfaces = [part.surface for part in self._parts]
        self._known: dict[tuple[Callable[[Parts, int], Any], int], Any] = {}

    def once(self, read: Callable[[Parts, int], Found], n: int) -> Found:
        """Return the result of a function that reads from an index, which is called once."""
        known = self._known
        place = read, n
        if place in known:
            found: Found = known[place]
            return found
        found = known[place] = read(self, n)
        return found

    def __len__(self) -> int:
        return len(self._parts)

    def __getitem__(self, n: int) -> Part:
        return self._parts[n]

    def key(self, n: int) -> str:
        """Return the folded part at an index; "" outside the sentence."""
        return self.keys[n] if 0 <= n < len(self.keys) else ""

    def surface(self, n: int) -> str:
        """Return the part at an index, unchanged; "" outside the sentence."""
        return self.surfaces[n] if 0 <= n < len(self.keys) else ""

    def figure(self, n: int) -> Figure | None:
        """Return the number in figures at an index."""
        text = self.surface(n)
        if not text[:1].isdigit():
            return None
        return figure_of(text, decimal_comma=self.words.decimal_comma)

    def is_noun(self, n: int) -> bool:
        """Return True if a part may be a noun: a word, but not a function word."""
        key = self.key(n)
        return key[:1].isalpha() and key not in self.function_words

    def joined(self, n: int) -> bool:
        """Return True if a part and the one before are of one word."""
        return 0 < n < len(self.at) and self.at[n] == self.at[n - 1]

    def starts(self, n: int, phrase: tuple[str, ...]) -> bool:
        """Return True if a phrase begins at an index."""
        keys = self.keys
        if not 0 <= n < len(keys) or keys[n] != phrase[0]:
            return False  # Nearly always.
        return tuple(keys[n : n + len(phrase)]) == phrase

    def span(self, start: int, stop: int) -> range:
        """Return the indices of the words of a run of parts."""
        return range(self.at[start], self.at[stop - 1] + 1)
