"""Values that a text names: numbers, dates, times of day, sums of money, measures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from variants.languages.value_table import Bound, Exactness, Unit, Units

_SAME = 1e-9
_RIGHT_CONVERSION = 0.02  # "40 versts" and "27 miles" differ by 1.8 percent.
_ROUNDED = 0.06  # "80 versts" are 53 miles, in round numbers fifty.
_SAME_DEGREE = 1.0  # Difference in degrees of a right conversion of temperatures.
_RELATIVE = 100  # Greater numbers of months are relative to now.
_CENTURY = 100


class ValueSort(Enum):
    """Sort of a value."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    NUMBER = "number"
    ORDINAL = "ordinal"
    LABEL = "label"
    """Number that names one thing of a series: "Chapter 12", "No. 302", "XIV"."""
    DATE = "date"
    TIME = "time of day"
    MONEY = "money"
    MEASURE = "measure"
    SHARE = "share"
    """Fraction or percentage, as a part of 1."""


class DateParts(NamedTuple):
    """The parts that a date names; ``None`` for the others.

    Attributes:
        year: The year, negative before Christ; the first one of a decade or century, which has
            at most two digits if the century is not named.
        month: From 1; 101 and more for months relative to now ("inst.").
        day: Day of the month.
        weekday: From Monday as 1; 8 and more for days of a later week ("Monday week").
        last_year: The last year of a decade, a century or a range.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_year: int | None = None


class Value(NamedTuple):
    """A value that a phrase names.

    Attributes:
        phrase: Indices of its words, with unit, bound and exactness.
        core: Indices of its words with the unit only.
        figure: Indices of the words of the number or date itself.
        sort: Its sort.
        low: The number; the lower end of a range; for a time of day the minute from midnight.
        high: Equal to ``low`` unless it is a range; for an hour that can be in the morning or in
            the evening the later one; infinite for "thousands".
        units: The units that its word can mean; empty without one.
        bound: Direction in which it is only a limit, if it is.
        exactness: Degree of exactness from the words beside it, if there is any.
        date: Parts of a date.
        is_implied: True if only an article names the number: "a year".
        limits: Indices of the words for bound and exactness, a range for each phrase.
    """

    phrase: range
    core: range
    figure: range
    sort: ValueSort
    low: float
    high: float
    units: Units = ()
    bound: Bound | None = None
    exactness: Exactness | None = None
    date: DateParts | None = None
    is_implied: bool = False
    limits: tuple[range, ...] = ()


def same_value(one: Value, other: Value) -> bool:
    """Return True if two values are equal in number and unit, also after a right conversion.

    Bounds and exactness are not compared. A unit that only one side names does not count.
    """
    if one.date is not None or other.date is not None:
        return _same_date(one, other)
    if ValueSort.TIME in {one.sort, other.sort}:
        return one.sort is other.sort and _same_hour(one, other)
    if ValueSort.SHARE in {one.sort, other.sort} and one.sort is not other.sort:
        return False
    if not (one.units and other.units) or have_one_unit(one, other):
        return _equal(one.low, other.low) and _equal(one.high, other.high)
    is_rough = one.bound is other.bound is not None or bool(one.exactness or other.exactness)
    return any(
        _is_conversion(one, other, pair, is_rough=is_rough)
        for pair in _convertible(one.units, other.units)
    )


def can_be_converted(one: Value, other: Value) -> bool:
    """Return True if the units of two values are of one dimension."""
    return any(_convertible(one.units, other.units))


def same_number(one: Value, other: Value) -> bool:
    """Return True if two values have equal numbers, whatever their units are."""
    if one.date is not None or other.date is not None:
        return _same_date(one, other)
    return _equal(one.low, other.low) and _equal(one.high, other.high)


def have_one_unit(one: Value, other: Value) -> bool:
    """Return True if the words for both units can mean the same one."""
    return bool(set(one.units) & set(other.units))


def _equal(one: float, other: float) -> bool:
    return one == other or math.isclose(one, other, rel_tol=_SAME)


def _convertible(ours: Units, theirs: Units) -> Iterator[tuple[Unit, Unit]]:
    return ((a, b) for a in ours for b in theirs if a.dimension == b.dimension)


def _is_conversion(one: Value, other: Value, pair: tuple[Unit, Unit], *, is_rough: bool) -> bool:
    """Return True if both ends of two values are nearly equal in the base unit."""
    mine, theirs = pair
    return all(
        _is_converted(a, b, mine, theirs, is_rough=is_rough)
        for a, b in ((one.low, other.low), (one.high, other.high))
    )


def _is_converted(a: float, b: float, mine: Unit, theirs: Unit, *, is_rough: bool) -> bool:
    """Return True if two numbers are nearly equal in the base unit.

    Rough values may also be rounded: "more than 80 versts", "well over fifty miles".
    """
    first, second = (a - mine.zero) * mine.factor, (b - theirs.zero) * theirs.factor
    if first == second:
        return True
    error = abs(first - second)
    if mine.dimension == "temperature":
        return error <= _SAME_DEGREE
    relative = error / max(abs(first), abs(second))
    if relative <= _RIGHT_CONVERSION or not is_rough:
        return relative <= _RIGHT_CONVERSION
    is_rounded = _rounds_to(second / mine.factor, a) or _rounds_to(first / theirs.factor, b)
    return relative <= _ROUNDED and is_rounded


def _rounds_to(exact: float, rounded: float) -> bool:
    """Return True if a number rounds to another at its last digit that is not 0: 53 to 50."""
    digit = 1.0
    while rounded and rounded % (digit * 10) == 0 and digit < abs(rounded):
        digit *= 10
    return abs(exact - rounded) <= digit / 2


def _same_hour(one: Value, other: Value) -> bool:
    return bool({one.low, one.high} & {other.low, other.high})


def _same_date(one: Value, other: Value) -> bool:
    """Return True if two dates share a part and contradict each other in none."""
    if one.date is None or other.date is None:
        date, value = (one.date, other) if other.date is None else (other.date, one)
        return date is not None and _is_part_of(value, date)
    return not contradictions(one.date, other.date) and any(
        a is not None and b is not None for a, b in zip(one.date, other.date, strict=True)
    )


def _is_part_of(value: Value, date: DateParts) -> bool:
    """Return True if a number is the day or the year of a date."""
    if value.units or value.sort in {ValueSort.SHARE, ValueSort.TIME}:
        return False
    if value.low != value.high:
        return (value.low, value.high) == (date.year, date.last_year)
    return value.low in (date.day, date.year) and date.last_year is None


def contradictions(one: DateParts, other: DateParts) -> tuple[str, ...]:
    """Return the names of the parts that two dates name differently."""
    found = []
    if one.year is not None and other.year is not None and _years(one) != _years(other):
        # Without a century: "the thirties", "2 Feb. '93".
        is_open = one.last_year is not None or (one.month is not None and other.month is not None)
        is_short = is_open and 0 <= min(one.year, other.year) < _CENTURY
        if not is_short or _years(one, _CENTURY) != _years(other, _CENTURY):
            found.append("year")
    for name in ("month", "day", "weekday"):
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours is None or theirs is None or ours == theirs:
            continue
        if name != "month" or (ours > _RELATIVE) == (theirs > _RELATIVE):
            found.append(name)  # "The 9th inst." may be 9 May.
    return tuple(found)


def _years(date: DateParts, modulus: int = 10**6) -> tuple[int | None, ...]:
    years = (date.year, date.last_year)
    return tuple(None if year is None else year % modulus for year in years)


def touching(values: Iterable[Value], words: range) -> tuple[Value, ...]:
    """Return the values whose phrases share a word with a range of words."""
    return tuple(
        value
        for value in values
        if value.phrase.start < words.stop and words.start < value.phrase.stop
    )
