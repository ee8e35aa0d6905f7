"""Dates that a run of words names: days, months, years, decades, centuries."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from variants.languages.chinese_numerals import han_numeral
from variants.languages.figures import Parts, roman
from variants.languages.number_phrases import NumberPhrase, cardinal_at, number_at
from variants.languages.values import DateParts, ValueSort

_MONTHS, _DAYS, _HUNDRED = 12, 31, 100
FIRST_YEAR, _LAST_YEAR = 1000, 2100
_YEAR_DIGITS = 4
_WEEK = 7
_SECONDS_OF_A_WEEK = 604_800
_FEW_WEEKS = (1, 2)
YEAR_TEENS = range(11, 21)
"""First halves of years in words: "nineteen fifty-one"."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")
_YEAR_SIGN, _MONTH_SIGN, _DAY_SIGNS = "年", "月", "日号號"
_DOTTED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")


class DatePhrase(NamedTuple):
    """A date and the index after its last part."""

    stop: int
    date: DateParts


def date_at(p: Parts, i: int) -> DatePhrase | None:
    """Return the date that begins at a part."""
    found = (
        _in_numbers(p, i)
        or _in_words(p, i)
        or _span_of_years(p, i)
        or _year_alone(p, i)
        or _day_alone(p, i)
    )
    if found is None:
        return _after_christ(p, i)
    return _with_era(p, found)


def _in_numbers(p: Parts, i: int) -> DatePhrase | None:
    """Return a date such as 13.6.1951, 1951-06-13, 13.VI.1951, 13. 6. 1951 or 1951年6月13日."""
    text = p.surface(i)
    iso = _ISO.fullmatch(text)
    if iso:
        year, month, day = map(int, iso.groups())
        return _checked(i + 1, year, month, day)
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        day, month, year = int(dotted[1]), int(dotted[3]), int(dotted[4])
        if month > _MONTHS >= day:
            day, month = month, day
        return _checked(i + 1, year, month, day)
    return _without_year(p, i) or _with_roman_month(p, i) or _spaced(p, i) or _with_signs(p, i)


def _day_alone(p: Parts, i: int) -> DatePhrase | None:
    """Return "the 9th" in figures, if no noun that it counts follows."""
    figure = p.figure(i)
    if figure is None or not figure.ending or figure.ending not in p.words.ordinal_endings:
        return None
    in_time = (p.key(i - 2),) in p.words.before_dates or p.key(i - 2) in p.words.year_words
    is_day = in_time or p.key(i - 2) in p.words.before_days
    if not (p.key(i - 1) == "the" and is_day) or (
        p.is_noun(i + 1) and not p.key(i + 1).endswith(p.words.verb_endings)
    ):
        return None
    return DatePhrase(i + 1, DateParts(day=int(figure.value))) if figure.value <= _DAYS else None


def _checked(stop: int, year: int | None, month: int, day: int) -> DatePhrase | None:
    if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS):
        return None
    return DatePhrase(stop, DateParts(year, month, day))


def _without_year(p: Parts, i: int) -> DatePhrase | None:
    """Return a date such as "12.3." inside a sentence, or "12/III", where a comma is decimal."""
    if not p.words.decimal_comma or i == 0:
        return None
    dotted = _DAY_AND_MONTH.fullmatch(p.surface(i))
    if dotted and p.key(i + 1) == "." and i + 2 < len(p):
        return _checked(i + 2, None, int(dotted[2]), int(dotted[1]))
    day, month = _whole(p, i), p.surface(i + 2)
    number = roman(month) if month.isupper() else None
    if day is None or number is None or p.key(i + 3) in {".", "/"}:
        return None
    is_date = p.key(i + 1) == "/" or (p.key(i + 1) == "." and len(month) > 1)
    return _checked(i + 3, None, number, day) if is_date else None


def _with_roman_month(p: Parts, i: int) -> DatePhrase | None:
    """Return a date such as 13.VI.1951 or 13/VI."""
    day = _whole(p, i)
    text = p.surface(i + 2)
    if day is None or p.key(i + 1) not in {".", "/"}:
        return None
    month, year = roman(text), _whole(p, i + 4)
    if month is None or p.key(i + 3) not in {".", "/"}:
        return None
    if not text.isupper() and (year is None or year < FIRST_YEAR):
        return None
    return _checked(i + 4 + (year is not None), year, month, day)


def _spaced(p: Parts, i: int) -> DatePhrase | None:
    """Return a date such as "13. 6. 1951" or "13 VI 1951"."""
    day, text = _whole(p, i), p.surface(i + 1)
    month, n = (roman(text) if text.isupper() else None), i + 2
    if month is None and p.key(i + 1) == p.key(i + 3) == ".":
        month, n = _whole(p, i + 2), i + 4
    if day is None or month is None or len(p.surface(n)) != _YEAR_DIGITS:
        return None
    year = _whole(p, n)
    return None if year is None else _checked(n + 1, year, month, day)


def _with_signs(p: Parts, i: int) -> DatePhrase | None:
    """Return a date with the signs for year, month and day: "1951年6月13日", "六月十三日"."""
    year, n = _before_sign(p, i, _YEAR_SIGN)
    month, n = _before_sign(p, n, _MONTH_SIGN)
    if month is None or not 1 <= month <= _MONTHS:
        return None
    day, n = _before_sign(p, n, _DAY_SIGNS)
    return DatePhrase(n, DateParts(year, month, day))


def _before_sign(p: Parts, n: int, signs: str) -> tuple[int | None, int]:
    """Return the number before one of the signs, and the index after it; else ``None``."""
    number = _whole(p, n)
    if number is None and n < len(p):
        number = han_numeral(p.surface(n))
    if number is None or p.key(n + 1) not in set(signs):
        return None, n
    return number, n + 2


def _whole(p: Parts, n: int) -> int | None:
    """Return a whole number in figures without an ending."""
    text = p.surface(n)
    return int(text) if text.isdecimal() else None


def _in_words(p: Parts, i: int) -> DatePhrase | None:
    """Return a date with the name of a month or a day of the week."""
    later = _in_later_week(p, i)
    if later is not None:
        return later
    weekday, n = _weekday(p, i)
    start = n
    if weekday is not None:
        n += p.key(n) == ","
        while p.key(n) in p.words.day_words or p.key(n) == "on":
            n += 1
    found = _day_and_month(p, n) or _month_and_day(p, n) or _relative_month(p, n)
    if found is None:
        return None if weekday is None else DatePhrase(start, DateParts(weekday=weekday))
    return DatePhrase(found.stop, found.date._replace(weekday=weekday))


def _weekday(p: Parts, i: int) -> tuple[int | None, int]:
    """Return the number of a day of the week, and the index after it."""
    number = p.words.weekdays.get(p.key(i)) if _is_name(p, i) else None
    if number is None:
        return None, i
    return number, _after_abbreviation(p, i)


def _in_later_week(p: Parts, i: int) -> DatePhrase | None:
    """Return a day of a later week: "Wednesday fortnight", "a fortnight on Wednesday"."""
    weekday, n = _weekday(p, i)
    if weekday is not None:
        weeks, stop = _weeks(p, n), n + 1
    elif p.key(i) in p.words.articles and p.key(i + 2) in {"on", "from"}:
        weeks = _weeks(p, i + 1)
        weekday, stop = _weekday(p, i + 3)
    else:
        return None
    if not weeks or weekday is None:
        return None
    return DatePhrase(stop, DateParts(weekday=weekday + _WEEK * weeks))


def _weeks(p: Parts, n: int) -> int:
    """Return the number of weeks that a word means: 2 for "fortnight"; 0 for another word."""
    units = p.words.units.get(p.key(n), ())
    if len(units) != 1 or units[0].dimension != "time":
        return 0
    weeks = units[0].factor / _SECONDS_OF_A_WEEK
    return int(weeks) if weeks in _FEW_WEEKS else 0


def _after_abbreviation(p: Parts, i: int) -> int:
    return i + 1 + (p.key(i) in p.words.short_dates and p.key(i + 1) == ".")


def _is_name(p: Parts, i: int) -> bool:
    """Return True if the name of a month or day means it here, not another word."""
    key = p.key(i)
    if p.words.small_months:
        unclear = key in p.words.unclear_dates or key in p.words.short_dates
        return (p.surface(i).islower() and not unclear) or _follows_day(p, i)
    if not p.surface(i)[:1].isupper():
        return False
    beside = _near_number(p, i)
    if key in p.words.unclear_dates:
        return beside or p.key(i - 1)[:1].isalnum() or _follows_month(p, i)
    # "Sun" and "Mar" need a full stop or a number; "Jan" and "May" can be persons.
    return key not in p.words.short_dates or beside or p.key(i + 1) in {".", ","}


def _follows_day(p: Parts, i: int) -> bool:
    """Return True if a day comes before: "3 de julio", "siódmego maja", not "don Julio"."""
    n = i - 1
    while p.key(n) in p.words.day_words:
        n -= 1
    return p.figure(n) is not None or p.key(n) in p.words.ordinals


def _follows_month(p: Parts, i: int) -> bool:
    """Return True if a month and a comma come before: "in April, May", not "he said, May"."""
    return p.key(i - 1) == "," and p.key(i - 2) in p.words.months


def _near_number(p: Parts, i: int) -> bool:
    after = i + 1 + (p.key(i + 1) in {".", ","})
    return any(cardinal_at(p, n) is not None for n in (i - 1, after, after + 1) if 0 <= n < len(p))


def _day(p: Parts, n: int) -> tuple[int, int] | None:
    """Return a day of the month and the index after it: "13", "13th", "thirteenth"."""
    found = cardinal_at(p, n)
    if found is None or found.low != int(found.low) or not 1 <= found.low <= _DAYS:
        return None
    return int(found.low), found.stop


def _day_and_month(p: Parts, i: int) -> DatePhrase | None:
    """Return "13 June 1951", "the 13th of June", "13 and 14" is none."""
    day = _day(p, i)
    if day is None:
        return None
    number, n = day
    n += p.key(n) == "."
    while p.key(n) in p.words.day_words:
        n += 1
    month = _month(p, n)
    if month is None:
        return None
    return _with_year(p, DatePhrase(month[1], DateParts(None, month[0], number)))


def _month(p: Parts, n: int) -> tuple[int, int] | None:
    number = p.words.months.get(p.key(n))
    return None if number is None or not _is_name(p, n) else (number, _after_abbreviation(p, n))


def _month_and_day(p: Parts, i: int) -> DatePhrase | None:
    """Return "June 13, 1951", "June the 13th", "June 1951", "June"."""
    month = _month(p, i)
    if month is None:
        return None
    number, n = month
    after = n
    while p.key(after) in p.words.day_words - p.words.of:
        after += 1
    day = _day(p, after) if p.words.day_behind_month else None
    if day is not None and not _begins_measure(p, day[1]) and _is_day(p, n, after, day[1]):
        return _with_year(p, DatePhrase(day[1], DateParts(None, number, day[0])))
    return _with_year(p, DatePhrase(n, DateParts(None, number)))


def _is_day(p: Parts, month: int, start: int, stop: int) -> bool:
    """Return True if a number after a month is its day, not "in June the third army"."""
    follows = p.key(stop)
    return start == month or not follows[:1].isalpha() or follows in p.words.year_words


def _begins_measure(p: Parts, n: int) -> bool:
    return p.key(n) in p.words.units or p.key(n) in p.words.scales


def _relative_month(p: Parts, i: int) -> DatePhrase | None:
    """Return "the 13th inst."."""
    day = _day(p, i)
    if day is None:
        return None
    for phrase, number in p.words.this_month.items():
        if p.starts(day[1], phrase):
            stop = day[1] + len(phrase)
            stop += len(phrase) == 1 and p.key(stop) == "."
            return DatePhrase(stop, DateParts(None, number, day[0]))
    return None


def _with_year(p: Parts, found: DatePhrase) -> DatePhrase:
    """Return a date with the year that follows."""
    n = found.stop + (p.key(found.stop) in {",", "."})
    n += p.key(n) in p.words.of
    year = _year(p, n) or _year_cut_short(p, n)
    if year is None:
        return found
    return DatePhrase(year.stop, found.date._replace(year=int(year.low)))


def _year_cut_short(p: Parts, n: int) -> NumberPhrase | None:
    """Return a year of a century that is not named: "'93"."""
    text = p.surface(n + 1)
    if p.key(n) != "'" or len(text) != 2 or not text.isdecimal():  # noqa: PLR2004 - two digits
        return None
    return NumberPhrase(n + 2, float(text), float(text))


def _year(p: Parts, n: int) -> NumberPhrase | None:
    """Return a year in figures or words."""
    text = p.surface(n)
    if text.isdecimal() and len(text) == _YEAR_DIGITS:
        return NumberPhrase(n + 1, float(text), float(text))
    in_two = _year_in_words(p, n)
    if in_two is not None:
        return in_two
    found = cardinal_at(p, n)
    if found is None or found.in_figures or not FIRST_YEAR <= found.low <= _LAST_YEAR:
        return None
    return found if found.sort is ValueSort.NUMBER else None


def _year_in_words(p: Parts, n: int) -> NumberPhrase | None:
    """Return a year such as "nineteen fifty-one"."""
    first = p.words.cardinals.get(p.key(n), 0)
    if first not in YEAR_TEENS:
        return None
    second = cardinal_at(p, n + 1)
    if second is None or second.in_figures or second.sort is not ValueSort.NUMBER:
        return None
    if not 10 <= second.low < _HUNDRED:  # noqa: PLR2004 - two digits
        return None
    value = first * _HUNDRED + second.low
    return NumberPhrase(second.stop, value, value)


def _span_of_years(p: Parts, i: int) -> DatePhrase | None:
    """Return a decade or a century: "the thirties", "1930s", "17th century"."""
    words = p.words
    if p.key(i) in words.decades and p.key(i - 1) in {"the", "", *words.year_words, *words.ages}:
        return _decade(i + 1, words.decades[p.key(i)])
    first = words.cardinals.get(p.key(i), 0)
    if first in YEAR_TEENS and p.key(i + 1) in words.decades:
        return _decade(i + 2, int(first) * _HUNDRED + words.decades[p.key(i + 1)])
    return _years_in_figures(p, i) or _century(p, i)


def _years_in_figures(p: Parts, i: int) -> DatePhrase | None:
    """Return "1930s" or "1600s"."""
    figure = p.figure(i)
    if figure is None or figure.ending != "s" or figure.value % 10:
        return None
    year = int(figure.value)
    if FIRST_YEAR <= year <= _LAST_YEAR and year % _HUNDRED == 0:
        return DatePhrase(i + 1, DateParts(year, last_year=year + _HUNDRED - 1))
    is_decade = FIRST_YEAR <= year <= _LAST_YEAR or 0 < year < _HUNDRED
    return _decade(i + 1, year) if is_decade else None


def _century(p: Parts, i: int) -> DatePhrase | None:
    """Return a century: "the 17th century", "the XVII century"."""
    found = cardinal_at(p, i)
    number, stop = roman(p.surface(i)), i + 1
    if found is not None and found.sort is ValueSort.ORDINAL:
        number, stop = int(found.low), found.stop
    if number is None or p.key(stop) not in p.words.century:
        return None
    year = (number - 1) * _HUNDRED
    return DatePhrase(stop + 1, DateParts(year, last_year=year + _HUNDRED - 1))


def _decade(stop: int, year: int) -> DatePhrase:
    return DatePhrase(stop, DateParts(year, last_year=year + 9))


def _year_alone(p: Parts, i: int) -> DatePhrase | None:
    """Return a year or a range of years after a word such as "in", or before an era."""
    in_two = _year_in_words(p, i)
    if in_two is not None:
        return DatePhrase(in_two.stop, DateParts(int(in_two.low)))
    found = number_at(p, i)
    if found is None or found.sort not in {ValueSort.NUMBER, ValueSort.LABEL}:
        return None
    # "Thousands" have no end, and name no year.
    if _era(p, found.stop) and found.low == int(found.low) and math.isfinite(found.high):
        return _of_years(found)
    text = p.surface(i)
    is_roman = found.sort is ValueSort.LABEL and not found.in_figures
    in_figures = is_roman or (len(text) == _YEAR_DIGITS and text.isdecimal())
    is_year = in_figures and FIRST_YEAR <= found.low <= found.high <= _LAST_YEAR
    after = p.key(found.stop)
    is_named = after in p.words.year_words and after in p.words.units  # "the 1951 year"
    if not is_year or (_begins_measure(p, found.stop) and not is_named):
        return None
    is_range = found.low != found.high and "-" in p.keys[i : found.stop]
    if is_named or is_range or p.key(i - 1) in p.words.year_words:
        return _of_years(found)
    return None


def _of_years(found: NumberPhrase) -> DatePhrase:
    last = None if found.low == found.high else int(found.high)
    return DatePhrase(found.stop, DateParts(int(found.low), last_year=last))


def _era(p: Parts, n: int) -> tuple[int, int] | None:
    """Return the sign of the years of an era, and the length of its name."""
    if not p.surface(n)[:1].isupper():
        return None
    for sign, phrases in ((-1, p.words.before_christ), (1, p.words.after_christ)):
        for phrase in phrases:
            if p.starts(n, phrase):
                return sign, len(phrase)
    return None


def _with_era(p: Parts, found: DatePhrase) -> DatePhrase:
    era = _era(p, found.stop)
    year = found.date.year
    if era is None or year is None:
        return found
    sign, length = era
    last = found.date.last_year
    date = found.date._replace(year=sign * year, last_year=None if last is None else sign * last)
    return DatePhrase(found.stop + length, date)


def _after_christ(p: Parts, i: int) -> DatePhrase | None:
    """Return a year after its era: "A.D. 47"."""
    era = _era(p, i)
    if era is None:
        return None
    year = _whole(p, i + era[1])
    return None if year is None else DatePhrase(i + era[1] + 1, DateParts(era[0] * year))
