"""Values of numbers: "sixteen" is 16, "1.2 million" is 1200000."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from variants.languages.english.number_words import (
    ARTICLES,
    HALVES,
    HOUR_BEFORE,
    MINUTES,
    NUMBER_JOINT,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
)
from variants.languages.folding import fold
from variants.languages.word_cache import WORD_CACHE_SIZE

_PLAIN = re.compile(r"(-?\d+(?:,\d{3})*(?:\.\d+)?)(st|nd|rd|th|%|s)?")
_GROUPS = re.compile(r"\d+")
_WORDS = {**UNITS, **TENS, **ORDINALS}
_NOON = 12
_HUNDRED = SCALES["hundred"]


def numbers_in(words: Iterable[str]) -> Counter[float]:
    """Count the values that the words name; number words are English.

    A scale alone ("a million") counts once. A word with figures that is not a plain number
    (a date, a time, a designation) gives a value for each group of figures.

    Examples:
        >>> sorted(numbers_in("two or three".split()))
        [2.0, 3.0]
        >>> sorted(numbers_in("one hundred and twenty-one".split()))
        [121.0]
        >>> sorted(numbers_in("1.2 million , 12,000 and the 7th".split()))
        [7.0, 12000.0, 1200000.0]
        >>> sorted(numbers_in("MIG-15s at 9:40".split()))
        [9.0, 15.0, 40.0]
    """
    values: Counter[float] = Counter()
    number = _Number()
    for word in in_figures(words):
        # Folding would make 102 of 10² and 31/2 of 3½.
        folded = word if _has_raised_figures(word) else fold(word)
        for part in _parts(folded):
            done = number.take(part)
            if done is not None:
                values[done] += 1
        if not is_number(folded):
            values.update(_figures_in(word))
    rest = number.end()
    if rest is not None:
        values[rest] += 1
    return values


def in_figures(words: Iterable[str]) -> list[str]:
    """Replace English idioms with halves and quarters by figures.

    Examples:
        >>> in_figures("half a million men".split())
        ['500000', 'men']
        >>> in_figures("at half past eight or a quarter to nine".split())
        ['at', '8:30', 'or', '8:45']
        >>> in_figures("half the men".split())
        ['half', 'the', 'men']
    """
    left = list(words)
    if not any(fold(word) in _FRACTIONS for word in left):
        return left
    found: list[str] = []
    while left:
        figures, taken = next(filter(None, (idiom(left) for idiom in _IDIOMS)), (left[0], 1))
        found.append(figures)
        del left[:taken]
    return found


def ordinals_in(words: Iterable[str]) -> int:
    """Count the ordinals among the words: "third", "7th"."""
    return sum(_is_ordinal(fold(word)) for word in words)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def is_number(word: str) -> bool:
    """Return True if a folded word is a plain number or part of one."""
    return all(part in _WORDS or part in SCALES or _PLAIN.fullmatch(part) for part in _parts(word))


def _parts(word: str) -> list[str]:
    """Split a folded word such as "twenty-one" into its parts."""
    parts = word.split("-")
    return parts if all(part in _WORDS or part in SCALES for part in parts) else [word]


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _figures_in(word: str) -> tuple[float, ...]:
    """Return the values of groups of figures in an unfolded word; "½" is 0.5."""
    if not any(c.isnumeric() for c in word):
        return ()
    fractions = (unicodedata.numeric(c) for c in word if c.isnumeric() and not c.isdecimal())
    return (*map(float, _GROUPS.findall(word)), *fractions)


def _half_a_scale(words: Sequence[str]) -> tuple[str, int] | None:
    """Return figures for "half a million …" and the number of words they replace."""
    half, article, scale = [*map(fold, words[:3]), "", "", ""][:3]
    if half in HALVES and article in ARTICLES and scale in SCALES:
        return str(SCALES[scale] // HALVES[half]), 3
    return None


def _time_of_day(words: Sequence[str]) -> tuple[str, int] | None:
    """Return figures for "a quarter to nine …" and the number of words they replace."""
    folded = [*map(fold, words[:4]), "", "", "", ""][:4]
    article = folded[0] in ARTICLES
    part, side, hour = folded[article : article + 3]
    minutes = MINUTES.get((part, side))
    if minutes is None or not 1 <= UNITS.get(hour, 0) <= _NOON:
        return None
    before = UNITS[hour] - (side == HOUR_BEFORE) or _NOON
    return f"{before}:{minutes}", 3 + article


_FRACTIONS = frozenset({*HALVES, *(part for part, _ in MINUTES)})
_IDIOMS = (_half_a_scale, _time_of_day)


def _has_raised_figures(word: str) -> bool:
    return any(c.isnumeric() and not c.isdecimal() for c in word)


def _is_ordinal(word: str) -> bool:
    plain = _PLAIN.fullmatch(word)
    if plain:
        return plain[2] in {"st", "nd", "rd", "th"}
    return word.rpartition("-")[2] in ORDINALS


class _Number:
    """Number that is read word by word: "one", "hundred", "and", "twenty"."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None
        self.open = False  # True after a scale in words that smaller numbers may follow.

    def take(self, part: str) -> float | None:
        """Add a word, and return the number that it ended, if any."""
        if part in SCALES:
            self._scale(SCALES[part])
            return None
        value = _value(part)
        if value is None:
            return None if part == NUMBER_JOINT and self.open else self.end()
        if self.group is None or (part in _WORDS and self._joins(value)):
            self.group = (self.group or 0) + value
            return None
        done = self.end()
        self.group = value
        return done

    def end(self) -> float | None:
        """Return the number so far, if there is one, and reset."""
        done = None if self.group is None and not self.total else self.total + (self.group or 0)
        self.total, self.group, self.open = 0.0, None, False
        return done

    def _joins(self, value: float) -> bool:
        """Return True if ``value`` continues the group: "twenty" + "one", "hundred" + "five"."""
        tens = (self.group or 0) % _HUNDRED
        after_tens = (
            tens in TENS.values() and value in UNITS.values() and value < min(TENS.values())
        )
        return after_tens or (self.open and tens == 0 and value < _HUNDRED)

    def _scale(self, scale: int) -> None:
        group = 1 if self.group is None else self.group
        if scale <= _HUNDRED:
            self.group = group * scale
        else:
            self.total += group * scale
            self.group = None
        self.open = scale >= _HUNDRED


def _value(part: str) -> float | None:
    if part in _WORDS:
        return float(_WORDS[part])
    match = _PLAIN.fullmatch(part)
    return float(match[1].replace(",", "")) if match else None
