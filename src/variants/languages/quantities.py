"""Numbers with their units: measures, money, shares, labels."""

from __future__ import annotations

from typing import NamedTuple

from variants.languages.figures import Parts
from variants.languages.number_phrases import NumberPhrase, is_labelled, number_at
from variants.languages.unit_phrases import (
    CURRENCY_SIGNS,
    larger_and_smaller,
    sort_of,
    unit_at,
)
from variants.languages.value_table import Units
from variants.languages.values import DateParts, ValueSort

_TENS, _TEN = 20, 10
_PERCENT = 100
_LONGEST_LIMIT = 3  # Words of a bound: "a little over".
_TEMPERATURE = "temperature"
_YEAR = "year"


class Core(NamedTuple):
    """A value and the parts that name it, without bounds.

    Attributes:
        start: Index of its first part.
        figure: Index of the first part of the number itself.
        figure_stop: Index after the last part of the number.
        stop: Index after its last part, the unit.
        sort: Its sort.
        low: The number, or the lower end of a range.
        high: The upper end.
        units: Units of its word.
        date: Parts of a date.
        is_implied: True if only an article names the number.
    """

    start: int
    figure: int
    figure_stop: int
    stop: int
    sort: ValueSort
    low: float
    high: float
    units: Units = ()
    date: DateParts | None = None
    is_implied: bool = False


def quantity_at(p: Parts, i: int) -> Core | None:
    """Return the number that begins at a part, with its unit, sign or label."""
    return (
        _money_before(p, i)
        or _sum_of_money(p, i)
        or _age(p, i)
        or _measured(p, i)
        or _article_and_unit(p, i)
    )


def _age(p: Parts, i: int) -> Core | None:
    """Return the full years of an age: "in her nineteenth year" is eighteen years."""
    if p.key(i - 1) not in p.words.ages or p.key(i - 2) not in p.words.year_words:
        return None
    found = number_at(p, i)
    if found is None or found.sort is not ValueSort.ORDINAL:
        return None
    units = p.words.units.get(p.key(found.stop), ())
    if not any(unit.name == _YEAR for unit in units):
        return None
    age = found.low - 1
    stop = found.stop
    return Core(i, i, stop, stop + 1, ValueSort.MEASURE, age, age, units)


def _measured(p: Parts, i: int) -> Core | None:
    """Return a number with the words after it."""
    negative = p.key(i) in p.words.minus or _is_minus_sign(p, i)
    found = number_at(p, i + negative)
    if found is None:
        return None
    glued = _glued_unit(p, i, found)
    if glued is not None:
        return _with_smaller_units(p, glued)
    if negative:
        found = found._replace(low=-found.low, high=-found.high)
    core = Core(i, i, found.stop, found.stop, found.sort, found.low, found.high)
    percent = _percent(p, core)
    if percent is not None:
        return percent
    with_unit = _with_unit(p, core, found)
    if with_unit is not None:
        return _with_smaller_units(p, with_unit)
    if is_labelled(p, i) and found.sort is ValueSort.NUMBER:
        return core._replace(sort=ValueSort.LABEL)
    return core


def _glued_unit(p: Parts, i: int, found: NumberPhrase) -> Core | None:
    """Return a number in figures with a unit in the same word: "6ft", "35mm", "12s."."""
    figure = p.figure(i)
    if figure is None or not figure.ending or found.sort is ValueSort.ORDINAL:
        return None
    if len(figure.ending) == 1 and (p.joined(i) or _is_decade(p, i, figure.value)):
        return None
    units = p.words.units.get(figure.ending) or p.words.short_units.get(figure.ending)
    if units is None:
        return None
    stop = found.stop
    return Core(i, i, stop, stop, sort_of(units), found.low, found.high, units)


def _is_decade(p: Parts, i: int, number: float) -> bool:
    """Return True if a figure can be a decade: "the 70s"."""
    words = p.words
    beside = p.key(i - 1) in words.ages or p.key(i - 1) in words.year_words
    return number % _TEN == 0 and (beside or p.key(i - 1) == "the")


def _is_minus_sign(p: Parts, i: int) -> bool:
    """Return True if a part is a minus sign directly before figures: "−15"."""
    if p.surface(i) not in {"-", "−"} or p.figure(i + 1) is None:
        return False
    if p.surface(i) == "−" or p.joined(i + 1):
        return True
    # A hyphen is also a dash: "-11" before a full stop or degrees is a number below zero.
    return i > 0 and (not p.is_noun(i + 2) or _is_degree(p, i + 2))


def _is_degree(p: Parts, n: int) -> bool:
    units = p.words.units.get(p.key(n), ())
    return any(unit.dimension == _TEMPERATURE for unit in units)


def _percent(p: Parts, core: Core) -> Core | None:
    n = core.stop
    if core.sort is ValueSort.SHARE:  # "half a per cent", "a quarter of one per cent"
        n += p.key(n) in p.words.of
        n += p.key(n) in p.words.articles or p.words.cardinals.get(p.key(n)) == 1
    if p.key(n) not in p.words.percent_words:
        return None
    for phrase in p.words.percent:
        if p.starts(n, phrase):
            stop = n + len(phrase)
            low, high = core.low / _PERCENT, core.high / _PERCENT
            return core._replace(
                figure_stop=stop, stop=stop, sort=ValueSort.SHARE, low=low, high=high
            )
    return None


def _with_unit(p: Parts, core: Core, found: NumberPhrase) -> Core | None:
    """Return the number with the unit that follows, or ``None`` without one."""
    if found.sort not in {ValueSort.NUMBER, ValueSort.SHARE}:
        return None
    words, n = p.words, core.stop
    of_one = found.low < 1 and p.key(n) in words.of and p.key(n + 1) in words.articles
    if found.sort is ValueSort.SHARE or of_one:  # "half an hour", "0.8 of a second"
        n += p.key(n) in words.of
        if p.key(n) not in words.articles:
            return None
        n += 1
    unit = unit_at(p, n, in_figures=found.in_figures)
    if unit is None:
        return _of_multiple(p, core)
    units, stop = unit
    core = core._replace(stop=stop, units=units, sort=sort_of(units))
    for phrase in words.below_zero:
        if p.starts(stop, phrase):
            stop += len(phrase)
            return core._replace(stop=stop, low=-abs(core.low), high=-abs(core.high))
    return _and_the_rest(p, _and_a_half(p, core))


def _of_multiple(p: Parts, core: Core) -> Core | None:
    """Return a number of times: "twice"."""
    if p.key(core.start) not in p.words.multiples:
        return None
    return core._replace(units=p.words.units.get("times", ()), sort=ValueSort.MEASURE)


def _and_a_half(p: Parts, core: Core) -> Core:
    """Return a measure with the fraction after it: "a year and a half"."""
    if p.key(core.stop) not in p.words.joints or p.key(core.stop + 1) not in p.words.articles:
        return core
    part = number_at(p, core.stop + 1)
    if part is None or part.sort is not ValueSort.SHARE:
        return core
    low, high = core.low + part.low, core.high + part.low
    stop = part.stop
    return core._replace(stop=stop, figure_stop=stop, low=low, high=high, is_implied=False)


def _and_the_rest(p: Parts, core: Core) -> Core:
    """Return a number whose ones follow its unit, as in old texts: "ninety years old and nine"."""
    words, n = p.words, core.stop
    is_age = p.key(n) in words.after_ages
    n += is_age
    if p.key(n) not in words.joints or core.low != core.high or core.low < _TENS or core.low % _TEN:
        return core
    rest = number_at(p, n + 1)
    if rest is None or rest.sort is not ValueSort.NUMBER or not 0 < rest.high < _TEN:
        return core
    if rest.in_figures or (p.is_noun(rest.stop) and not is_age):
        return core  # "forty days and two ships"
    low = core.low + rest.low
    return core._replace(stop=rest.stop, figure_stop=rest.stop, low=low, high=low)


def _with_smaller_units(p: Parts, core: Core) -> Core:
    """Return a measure with smaller units after it: "£3 4s. 6d.", "five feet six inches"."""
    while core.units:
        part = _part_of_sum(p, core.stop)
        pair = None if part is None else larger_and_smaller(core.units, part.units)
        if part is None or pair is None:
            return core
        larger, smaller = pair
        more = part.number * smaller.factor / larger.factor
        if more >= 1:
            return core
        core = core._replace(
            stop=part.stop,
            figure_stop=part.stop,
            low=core.low + more,
            high=core.high + more,
            units=(larger,),
            is_implied=False,
        )
    return core


class _PartOfSum(NamedTuple):
    """A smaller number after another: "sixpence" of "two shillings and sixpence"."""

    number: float
    units: Units
    stop: int


def _part_of_sum(p: Parts, n: int) -> _PartOfSum | None:
    """Return the smaller number at a part, after "and" or a mark."""
    n += p.key(n) in {",", "."} and p.key(n + 1)[:1].isalnum()
    n += p.key(n) in p.words.joints
    if p.key(n) in p.words.sums:
        value, units = p.words.sums[p.key(n)]
        return _PartOfSum(value, units, n + 1)
    figure = p.figure(n)
    if figure is not None and figure.ending in p.words.short_units:
        stop = n + 1 + (p.key(n + 1) == ".")
        return _PartOfSum(figure.value, p.words.short_units[figure.ending], stop)
    found = number_at(p, n)
    if found is None or found.sort is not ValueSort.NUMBER:
        return None
    unit = unit_at(p, found.stop, in_figures=found.in_figures)
    return None if unit is None else _PartOfSum(found.low, *unit)


def _money_before(p: Parts, i: int) -> Core | None:
    """Return a sum whose currency precedes: "£3", "US$200"."""
    start = i
    if p.key(i) in {"us", "u.s."} and p.key(i + 1) == "$":
        i += 1
    units = p.words.signs.get(p.key(i)) or CURRENCY_SIGNS.get(p.surface(i))
    if units is None:
        return None
    n = i + 1 + (p.key(i + 1) == "." and p.key(i).isalpha())
    found = number_at(p, n)
    if found is None or not found.in_figures or found.sort is not ValueSort.NUMBER:
        return None
    figure = p.figure(n)
    scale = p.words.short_scales.get(figure.ending if figure else "", 1)  # "$4m"
    low, high = found.low * scale, found.high * scale
    core = Core(start, start, found.stop, found.stop, ValueSort.MONEY, low, high, units)
    return _with_smaller_units(p, core)


def _sum_of_money(p: Parts, i: int) -> Core | None:
    """Return a sum in one word: "sixpence"."""
    found = p.words.sums.get(p.key(i))
    if found is None:
        return None
    value, units = found
    return Core(i, i, i + 1, i + 1, ValueSort.MONEY, value, value, units)


def _article_and_unit(p: Parts, i: int) -> Core | None:
    """Return one unit after an article: "a year"; only longer times and measures."""
    if p.key(i) not in p.words.articles:
        return None
    if p.key(i + 1) in p.words.ordinals and not _is_limit(p, i):
        return None  # "A second ship", but "less than a second".
    units = p.words.units.get(p.key(i + 1).removesuffix("'s"))
    if units is None:
        return None
    core = Core(i, i, i + 1, i + 2, sort_of(units), 1.0, 1.0, units, is_implied=True)
    return _with_smaller_units(p, _and_a_half(p, core))


def _is_limit(p: Parts, stop: int) -> bool:
    """Return True if the words before a part are a bound or a degree of exactness."""
    sizes = range(1, min(stop, _LONGEST_LIMIT) + 1)
    return any(tuple(p.keys[stop - size : stop]) in p.words.before_numbers for size in sizes)
