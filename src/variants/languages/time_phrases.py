"""Times of day that a run of words names."""

from __future__ import annotations

import re
from typing import NamedTuple

from variants.languages.figures import Parts
from variants.languages.number_phrases import cardinal_at
from variants.languages.value_table import DayHalf
from variants.languages.values import ValueSort

_HOUR, _NOON, _DAY = 60, 720, 1440
_TWELVE = 12
_CLOCK = re.compile(r"(\d{1,2})([:.])(\d{2})(?::\d{2})?")
_ARMY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")  # "1630 hours"


class TimePhrase(NamedTuple):
    """A time of day in minutes, the index after it; two if its half of the day is open."""

    stop: int
    low: float
    high: float


def time_at(p: Parts, i: int) -> TimePhrase | None:
    """Return the time of day that begins at a part."""
    words = p.words
    if p.key(i) in words.times:
        minute = words.times[p.key(i)]
        return TimePhrase(i + 1, minute, minute)
    found = (
        _in_figures(p, i)
        or _around_hour_word(p, i)
        or _beside_an_hour(p, i)
        or _before_an_hour(p, i)
        or _full_hour(p, i)
    )
    if found is None:
        return None
    minute, n, is_open = found
    return _in_day(p, minute, n, is_open=is_open)


def _in_day(p: Parts, minute: int, n: int, *, is_open: bool) -> TimePhrase | None:
    """Return a time with the half of the day that the words after it name."""
    words = p.words
    if minute == _NOON and p.key(n) in words.times:  # "12 noon", "twelve o'clock midnight"
        minute = words.times[p.key(n)]
        return TimePhrase(n + 1, minute, minute)
    half = _half_of_day(p, n)
    if half is not None:
        return _in_half(half[0], half[1], minute)
    if not is_open:
        return None
    if p.key(n) in words.hours or p.key(n) in words.clock:
        n += 1
    if minute >= _NOON + _HOUR or minute < _HOUR:
        return TimePhrase(n, minute, minute)
    return TimePhrase(n, minute % _NOON, minute % _NOON + _NOON)


def _in_figures(p: Parts, i: int) -> tuple[int, int, bool] | None:
    """Return minute, index after it, and True if it is a time without further words."""
    text = p.surface(i)
    clock = _CLOCK.fullmatch(text)
    words = p.words
    if clock:
        hour, minutes = int(clock[1]), int(clock[3])
        if hour > 24 or minutes >= _HOUR:  # noqa: PLR2004 - hours of a day
            return None
        after = p.key(i + 1)
        is_measure = after in words.percent_words or after in words.units
        is_sure = clock[2] == ":" or after in words.hours
        is_sure |= p.key(i - 1) in words.at_hour and not is_measure  # "It rose by 0.25 per cent."
        return hour * _HOUR % _DAY + minutes, i + 1, is_sure
    if p.key(i + 1) == "h" and p.joined(i + 1) and p.joined(i + 2):
        army = _ARMY.fullmatch(f"{text:0>2}{p.surface(i + 2)}")  # "18h30"
        return (int(army[1]) * _HOUR + int(army[2]), i + 3, True) if army else None
    army = _ARMY.fullmatch(text)
    if army and p.key(i + 1) in words.hours:
        return int(army[1]) * _HOUR + int(army[2]), i + 2, True
    return None


def _around_hour_word(p: Parts, i: int) -> tuple[int, int, bool] | None:
    """Return the time of "9 h 30", "9 Uhr 30"; a unit makes a length of time of it."""
    word = p.key(i + 1)
    if word not in p.words.hours or word in p.words.units:
        return None
    n = i + 2 + (p.key(i + 2) == ".")
    hour, minutes = p.surface(i), p.surface(n)
    if not (hour.isdecimal() and minutes.isdecimal()):
        return None
    if int(hour) > 24 or int(minutes) >= _HOUR:  # noqa: PLR2004 - hours of a day
        return None
    return int(hour) * _HOUR % _DAY + int(minutes), n + 1, True


def _beside_an_hour(p: Parts, i: int) -> tuple[int, int, bool] | None:
    """Return the time of "half past four", "a quarter to nine", "ten minutes past five"."""
    words = p.words
    n = i + (p.key(i) in words.articles)
    minutes = words.minutes.get(p.key(n))
    named = minutes is not None
    if minutes is None:
        found = cardinal_at(p, n)
        if found is None or not 0 < found.low < _HOUR or found.low != int(found.low):
            return None
        minutes, n = int(found.low), found.stop - 1
        units = words.units.get(p.key(n + 1), ())
        if any(unit.name == "minute" for unit in units):
            named, n = True, n + 1
        elif minutes % 5:
            return None
    side = p.key(n + 1)
    is_past = side in words.past
    if not (is_past or side in words.to):
        return None
    hour = _hour(p, n + 2)
    if hour is None:
        return None
    value, stop = hour
    if not (named or side == "past" or _is_at_hour(p, i, stop)):
        return None
    if p.key(stop) in words.clock:
        stop += 1
    minute = value * _HOUR + (minutes if is_past else -minutes)
    minute = minute % _NOON or _NOON
    return minute + _NOON * (minute < _HOUR), stop, True  # A quarter to one is 12:45 or 0:45.


def _is_at_hour(p: Parts, i: int, stop: int) -> bool:
    """Return True if "ten to six" is a time: "at ten to six", not "from ten to six ships"."""
    before = p.key(i - 1)
    return before in p.words.at_hour - set(p.words.between) and not p.is_noun(stop)


def _before_an_hour(p: Parts, i: int) -> tuple[int, int, bool] | None:
    """Return the time of "halb acht", which is half past seven."""
    for phrase, minutes in p.words.before_hours.items():
        if not p.starts(i, phrase):
            continue
        n = i + len(phrase)
        found = cardinal_at(p, n)
        hour = p.words.after_tens.get(p.key(n), 0) if found is None else found.low
        if hour in range(1, 13):
            stop = n + 1 if found is None else found.stop
            minute = int(hour) * _HOUR - minutes
            return minute + _NOON * (minute < _HOUR), stop + (p.key(stop) in p.words.clock), True
    return None


def _hour(p: Parts, n: int) -> tuple[int, int] | None:
    """Return an hour from 1 to 12 and the index after it."""
    if p.words.times.get(p.key(n)) is not None:
        return _TWELVE, n + 1
    found = cardinal_at(p, n)
    if found is None or found.sort is not ValueSort.NUMBER or found.low not in range(1, 13):
        return None
    return int(found.low), found.stop


def _full_hour(p: Parts, i: int) -> tuple[int, int, bool] | None:
    """Return the time of "five o'clock", "5 p.m.", "three in the afternoon"."""
    hour = _hour(p, i)
    if hour is None or p.key(i) in p.words.times:
        return None
    value, n = hour
    is_clock = p.key(n) in p.words.clock
    return value * _HOUR, n + is_clock, is_clock


def _half_of_day(p: Parts, n: int) -> tuple[DayHalf, int] | None:
    """Return the half of the day that follows, and the index after it."""
    n += p.key(n) == ","
    for phrase, half in p.words.day_halves.items():
        if p.starts(n, phrase):
            stop = n + len(phrase)
            return half, stop
    return None


def _in_half(half: DayHalf, stop: int, minute: int) -> TimePhrase:
    base = minute if minute >= _NOON + _HOUR else minute % _NOON
    value = base + _NOON if half is DayHalf.EVENING and base < _NOON else base
    return TimePhrase(stop, value, value)
