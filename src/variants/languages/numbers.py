"""Numbers by value: "sixteen" is 16, "1.2 million" is 1200000."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from variants.languages.english import ORDINALS, SCALES, TENS, UNITS
from variants.languages.folding import fold

_DIGITS = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th|%|s)?")
_WORDS = {**UNITS, **TENS, **ORDINALS}


def numbers_in(words: Iterable[str]) -> Counter[float]:
    """The values that the words name, as a multiset.

    Only the words and figures of English are known. A scale alone ("a million") counts
    as once itself; a number inside another word ("MIG-15") names a thing and is no value.

    Examples:
        >>> sorted(numbers_in("two or three".split()))
        [2.0, 3.0]
        >>> sorted(numbers_in("one hundred and twenty-one".split()))
        [121.0]
        >>> sorted(numbers_in("1.2 million , 12,000 and the 7th".split()))
        [7.0, 12000.0, 1200000.0]
    """
    values: Counter[float] = Counter()
    number = _Number()
    for word in words:
        for part in _parts(fold(word)):
            done = number.take(part)
            if done is not None:
                values[done] += 1
    rest = number.end()
    if rest is not None:
        values[rest] += 1
    return values


@lru_cache(maxsize=50_000)
def is_number(word: str) -> bool:
    """Whether a folded word is, by itself, a number or a part of one."""
    return all(part in _WORDS or part in SCALES or _DIGITS.fullmatch(part) for part in _parts(word))


def _parts(word: str) -> list[str]:
    """A folded word, or the halves of one such as "twenty-one"."""
    parts = word.split("-")
    return parts if all(part in _WORDS or part in SCALES for part in parts) else [word]


class _Number:
    """A number that grows word by word: "one", "hundred", "and", "twenty"."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None

    def take(self, part: str) -> float | None:
        """Add a word; give back the number that this word ended, if any."""
        if part in SCALES:
            self._scale(SCALES[part])
            return None
        value = _value(part)
        if value is None:
            return None if part == "and" and self._open_for_and() else self.end()
        if self.group is None or (part in _WORDS and self._joins(value)):
            self.group = (self.group or 0) + value
            return None
        done = self.end()
        self.group = value
        return done

    def end(self) -> float | None:
        """The number so far, if there is one; begin anew."""
        done = None if self.group is None and not self.total else self.total + (self.group or 0)
        self.total, self.group = 0.0, None
        return done

    def _open_for_and(self) -> bool:
        """Whether "and" may go on with it: "two hundred and", but not "two and"."""
        return bool(self.total) or (self.group or 0) >= SCALES["hundred"]

    def _joins(self, value: float) -> bool:
        """Whether ``value`` goes on with the group: "twenty" + "one", "hundred" + "five"."""
        group = self.group or 0
        after_tens = (
            group in TENS.values() and value in UNITS.values() and value < min(TENS.values())
        )
        return after_tens or group >= SCALES["hundred"] > value

    def _scale(self, scale: int) -> None:
        group = 1 if self.group is None else self.group
        if scale == SCALES["hundred"]:
            self.group = group * scale
        else:
            self.total += group * scale
            self.group = None


def _value(part: str) -> float | None:
    if part in _WORDS:
        return float(_WORDS[part])
    match = _DIGITS.fullmatch(part)
    return float(match[1].replace(",", "")) if match else None
