"""Numbers in Chinese numerals, as Chinese and Japanese texts write them."""

from __future__ import annotations

from functools import lru_cache

from variants.languages.word_cache import WORD_CACHE_SIZE

_DIGITS = {
    c: n for n, both in enumerate("〇零 一壱 二两兩 三 四 五 六 七 八 九".split()) for c in both
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_EMPHASIS = "千万"  # "By all means" more often than ten million.
_SHORTEST = 3  # Digits without a unit: "三四" is three or four.

_ONE_NUMERAL = {**_DIGITS, **_UNITS, **_TENS, **_SCALES}

CHINESE_NUMERALS = "".join([*_DIGITS, *_UNITS, *_TENS, *_SCALES])
"""Letters of which several in a row are a number."""
_LETTERS = frozenset(CHINESE_NUMERALS)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def chinese_number(word: str) -> int | None:
    """Return the number that several Chinese numerals name.

    Examples:
        >>> chinese_number("一九五一"), chinese_number("一千二百"), chinese_number("十六")
        (1951, 1200, 16)
        >>> chinese_number("三四"), chinese_number("万一"), chinese_number("六")
        (None, None, None)
    """
    if len(word) < 2 or word == _EMPHASIS or not _LETTERS.issuperset(word):  # noqa: PLR2004
        return None
    if set(word) <= _DIGITS.keys():
        is_year = len(word) >= _SHORTEST
        return int("".join(str(_DIGITS[c]) for c in word)) if is_year else None
    return _with_units(word)


def han_numeral(letter: str) -> int | None:
    """Return the number that one numeral names; ``None`` for other letters.

    Some letters of words are numerals on banknotes only, as "参" and "陸" in Japanese.

    Examples:
        >>> han_numeral("六"), han_numeral("十"), han_numeral("陸")
        (6, 10, None)
    """
    return _ONE_NUMERAL.get(letter)


def _with_units(word: str) -> int | None:
    """Return the value of digits with units in falling order; ``None`` if they are not."""
    total = group = digit = 0
    unit, scale = 10**4, 10**12
    for c in word:
        if c in _SCALES:
            group += digit
            if not group or _SCALES[c] >= scale:
                return None
            total, group, digit = total + group * _SCALES[c], 0, 0
            unit, scale = 10**4, _SCALES[c]
        elif c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        else:
            step = _UNITS.get(c, 10)
            if step >= unit:
                return None
            group += _TENS.get(c, step * (digit or 1))
            digit, unit = 0, step
    if digit and unit >= 100 and unit < 10**4 and word[-2] not in "零〇":  # noqa: PLR2004
        return None  # "一百二" is 120 or 102.
    return total + group + digit
