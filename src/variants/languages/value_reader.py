"""The one reader of values: numbers, dates, times of day, money and measures in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from variants.languages.chinese_numerals import CHINESE_NUMERALS
from variants.languages.date_phrases import FIRST_YEAR, YEAR_TEENS, date_at
from variants.languages.figures import Part, Parts, parts_of, roman
from variants.languages.folding import fold
from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.number_phrases import cardinal_at
from variants.languages.quantities import Core, quantity_at
from variants.languages.time_phrases import time_at
from variants.languages.unit_phrases import CURRENCY_SIGNS
from variants.languages.value_table import Bound, Exactness, Limit, Phrases, ValueWords
from variants.languages.values import Value, ValueSort
from variants.languages.word_cache import WORD_CACHE_SIZE

_MOST_LIMITS = 2
_CLAUSE = 6  # Words before a bound in which a negation reverses it.
_OPPOSITES: Mapping[Limit, Bound] = {Bound.OVER: Bound.AT_MOST, Bound.UNDER: Bound.AT_LEAST}
_GAP = 2  # Words between a number and "or more": "ten old ships or more".
_LONGEST = 6  # Words of the longest limit.


def read_values(words: Sequence[str], language: Language) -> tuple[Value, ...]:
    """Return the values that a run of words and marks names, in order.

    Numbers in words are read in the languages with a table of them, units in words in English
    only; figures are read in every language.
    A sentence without a figure, a word for a number, a unit, a month or a day is not read at all.

    Args:
        words: Words and marks, unchanged, as the tokenizer separates them.
        language: Their language.

    Examples:
        >>> from variants.languages import language_of
        >>> for value in read_values("at least 140 thousand roubles".split(), language_of("en")):
        ...     print(value.low, value.units[0].name, value.bound.value, value.phrase)
        140000.0 rouble at least range(0, 5)
    """
    tag = language.tag
    if not _may_name_values(words, tag):
        return ()
    parts = Parts(words, language.value_words, language.function_words)
    return tuple(_Reader(parts, language).values())


def value_key(word: str, language: Language) -> object:
    """Return a key that is equal for numbers of one value, whatever the writing."""
    values = read_values([word], language)
    if len(values) != 1:
        return word
    value = values[0]
    return (value.low, value.high) if value.date is None else value.date


def number_runs(words: Sequence[str], language: Language) -> list[range]:
    """Return the runs of several words that are one number: "one hundred and ten", "10 per cent".

    Dates, times of day, and both ends of a range keep their words.
    """
    articles = language.value_words.articles
    runs = (value.figure for value in read_values(words, language) if _is_one_number(value))
    # "A dozen" is an article and a number.
    return [run for run in runs if len(run) > 1 + (fold(words[run.start]) in articles)]


def _is_one_number(value: Value) -> bool:
    return value.low == value.high and value.sort not in {ValueSort.DATE, ValueSort.TIME}


def _may_name_values(words: Sequence[str], tag: str) -> bool:
    """Return True if a word can begin a value, or one can be a label and one its numeral."""
    found = set(map(_hint_reader(tag), words))
    if _VALUE_BITS.isdisjoint(found):
        return any(each & _LABEL for each in found) and any(each & _NUMERAL for each in found)
    return True


_VALUE, _LABEL, _NUMERAL = 1, 2, 4
_VALUE_BITS = frozenset(bits for bits in range(8) if bits & _VALUE)


@cache
def _hint_reader(tag: str) -> Callable[[str], int]:
    """Return the function from a word to the bits for what it can be in a value.

    They are for a word that begins a value, for a label, and for a Roman numeral. A numeral of one
    letter, as "I", is one only after a label.
    """
    words = language_of(tag).value_words

    @lru_cache(maxsize=WORD_CACHE_SIZE)
    def hints(word: str) -> int:
        parts = parts_of(word)
        is_value = _has_numeral(word) or (
            word != "I" and word.isupper() and roman(word) is not None
        )
        is_value |= any(_begins_number(part, words) or part.key[0].isdigit() for part in parts)
        is_label = any(_is_label(part, words) or part.key in words.rulers for part in parts)
        is_numeral = any(roman(part.surface) is not None for part in parts)
        return _VALUE * is_value | _LABEL * is_label | _NUMERAL * is_numeral

    return hints


@lru_cache(maxsize=WORD_CACHE_SIZE)
def may_name_value(word: str, tag: str) -> bool:
    """Return True if a word can be the beginning of a value, so that its sentence is read."""
    if _has_numeral(word):
        return True
    if word.isupper() and roman(word) is not None:
        return True
    words = language_of(tag).value_words
    return any(_begins(part, words) or part.key[0].isdigit() for part in parts_of(word))


@cache
def _beginnings_reader(tag: str) -> Callable[[str], bool]:
    """Return the function from a part of a word to True if it can be the first of a value."""
    words = language_of(tag).value_words
    return lru_cache(maxsize=WORD_CACHE_SIZE)(lambda text: _may_begin(text, words))


def _has_numeral(text: str) -> bool:
    """Return True if a character is numeric; Unicode calls one Chinese numeral a letter."""
    return any(c.isnumeric() or c in CHINESE_NUMERALS for c in text)


def _may_begin(text: str, words: ValueWords) -> bool:
    key = fold(text)
    phrases = *words.after_christ, *words.before_christ, *words.before_hours
    first_of_phrases = (phrase[0] for phrase in phrases)
    first = (
        *(words.articles, words.after_tens, words.minus, words.signs),
        *(words.months, words.weekdays, words.minutes),
    )
    return (
        _begins(Part(key, text), words)
        or any(key in table for table in first)
        or _has_numeral(text)
        or key in {"-", "us", "u.s.", *first_of_phrases}
        or text in CURRENCY_SIGNS
        or roman(text) is not None
    )


@cache
def _date_reader(tag: str) -> Callable[[str], bool]:
    """Return the function from a part of a word to True if it can make a date of its phrase."""
    words = language_of(tag).value_words
    return lru_cache(maxsize=WORD_CACHE_SIZE)(lambda text: _may_be_in_date(text, words))


def _may_be_in_date(text: str, words: ValueWords) -> bool:
    key = fold(text)
    if key in words.months or key in words.weekdays:
        return words.small_months or text[:1].isupper()
    eras = (phrase[-1] for phrase in (*words.after_christ, *words.before_christ))
    this_month = (phrase[-1] for phrase in words.this_month)
    return (
        _has_numeral(text)
        or key in words.decades
        or key in words.century
        or words.cardinals.get(key, 0) in YEAR_TEENS
        or key in {*eras, *this_month}
        or (roman(text) or 0) >= FIRST_YEAR
    )


def _begins(part: Part, words: ValueWords) -> bool:
    return _begins_number(part, words) or _is_label(part, words)


def _is_label(part: Part, words: ValueWords) -> bool:
    return part.key.removesuffix("'s") in words.labels


def _begins_number(part: Part, words: ValueWords) -> bool:
    key = part.key.removesuffix("'s")
    tables = (
        words.cardinals, words.ordinals, words.scales, words.collectives, words.scores, words.score,
        words.many,
        words.fractions, words.parts, words.multiples, words.units, words.sums, words.decades,
        words.times,
    )  # fmt: skip
    if any(key in table for table in tables):
        return True
    # Names of months and days have a capital; "may" and "sun" are other words without.
    is_name = words.small_months or part.surface[:1].isupper()
    return is_name and (key in words.months or key in words.weekdays)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def may_change_value(word: str, tag: str) -> bool:
    """Return True if a word can be part of a value or of its bound, so that it may change one."""
    if may_name_value(word, tag):
        return True
    key = fold(word)
    is_numeral = word.islower() and roman(word) is not None  # "Page xii".
    return is_numeral or key in language_of(tag).value_words.all_words or word in CURRENCY_SIGNS


class _Reader:
    """Reads the values of one run of words, from its first part to its last."""

    def __init__(self, parts: Parts, language: Language) -> None:
        self.p = parts
        self.language = language
        self.n = 0
        self.free = 0  # First part that belongs to no value so far.
        tag = language.tag
        self.may_begin = list(map(_beginnings_reader(tag), parts.surfaces))
        self.has_date = any(map(_date_reader(tag), parts.surfaces))

    def values(self) -> Iterator[Value]:
        """Yield the values in order."""
        for n in self._beginnings():
            if n < self.n:
                continue  # Part of the last value.
            self.n = n
            found = (self._date() if self.has_date else None) or self._time() or self._quantity()
            if found is not None:
                yield found

    def _beginnings(self) -> list[int]:
        """Return the parts where a value can begin; articles only before another such part.

        So too other words that are seldom numbers.
        """
        p, may_begin = self.p, self.may_begin
        return [
            n
            for n, begins in enumerate(may_begin)
            if begins
            and (
                (p.keys[n] not in p.words.articles and p.keys[n] not in p.words.after_tens)
                or p.key(n + 1) in p.words.all_words
                or any(may_begin[n + 1 : n + 2])
            )
        ]

    def _date(self) -> Value | None:
        found = date_at(self.p, self.n)
        if found is None:
            return None
        year = found.date.year or 0
        low, high = float(year), float(found.date.last_year or year)
        core = Core(self.n, self.n, found.stop, found.stop, ValueSort.DATE, low, high)
        return self._value(core._replace(date=found.date))

    def _time(self) -> Value | None:
        found = time_at(self.p, self.n)
        if found is None or self._is_pronoun():
            return None
        stop = found.stop
        return self._value(Core(self.n, self.n, stop, stop, ValueSort.TIME, found.low, found.high))

    def _is_pronoun(self) -> bool:
        """Return True if a number is the end of a word that denies: "no one"."""
        polarity = self.language.polarity
        before_and_here = self.p.key(self.n - 1), self.p.key(self.n)
        return polarity is not None and before_and_here in polarity.phrases

    def _quantity(self) -> Value | None:
        core = quantity_at(self.p, self.n)
        if core is None or (core.low == 1 and self._is_pronoun()):
            return None
        return self._value(core)

    def _value(self, core: Core) -> Value:
        """Return a value with the bound and exactness beside it; reading goes on after it."""
        p, words = self.p, self.p.words
        in_time = core.sort in {ValueSort.DATE, ValueSort.TIME}
        start, before = core.start, list[_Limit]()
        if core.low != core.high and p.key(start - 1) in words.between:
            start -= start > self.free
        else:
            table = words.before_dates if in_time else words.before_numbers
            before = [
                self._negated(limit) for limit in _limits_before(p, core.start, self.free, table)
            ]
            start = min((limit.start for limit in before), default=start)
        after = _limits_after(p, core.stop, words.after_values)
        stop = max((limit.stop for limit in after), default=core.stop)
        self.n = self.free = stop
        limits = [*before, *after]
        return Value(
            p.span(start, stop),
            p.span(core.start, core.stop),
            p.span(core.figure, core.figure_stop),
            core.sort,
            core.low,
            core.high,
            core.units,
            next((one.limit for one in limits if isinstance(one.limit, Bound)), None),
            next((one.limit for one in limits if isinstance(one.limit, Exactness)), None),
            core.date,
            core.is_implied,
            tuple(p.span(limit.start, limit.stop) for limit in limits),
        )

    def _negated(self, limit: _Limit) -> _Limit:
        """Return the opposite bound if its clause is negated: "cannot be more than ten"."""
        opposite = _OPPOSITES.get(limit.limit)
        if opposite is None:
            return limit
        for n in range(limit.start - 1, max(self.free, limit.start - _CLAUSE) - 1, -1):
            if not self.p.key(n)[:1].isalpha():
                break
            if self.language.denies(self.p.key(n)):
                return limit._replace(limit=opposite)
        return limit


class _Limit(NamedTuple):
    """A bound or a degree of exactness, and the parts that name it."""

    limit: Limit
    start: int
    stop: int


def _limits_before(p: Parts, start: int, free: int, table: Phrases) -> list[_Limit]:
    """Return the limits in the words before a value."""
    found: list[_Limit] = []
    while len(found) < _MOST_LIMITS:
        begin = found[-1].start if found else start
        end = begin
        while end > free and p.key(end - 1) in p.words.day_words:
            end -= 1
        limit = _limit_ending(p, begin, free, table) or _limit_ending(p, end, free, table)
        if limit is None:
            break
        found.append(limit)
    return found


def _limit_ending(p: Parts, stop: int, free: int, table: Phrases) -> _Limit | None:
    for size in range(min(_LONGEST, stop - free), 0, -1):
        limit = table.get(tuple(p.keys[stop - size : stop]))
        if limit is not None:
            return _Limit(limit, stop - size, stop)
    return None


def _limits_after(p: Parts, stop: int, table: Phrases) -> list[_Limit]:
    """Return the limit in the words after a value, if there is one."""
    for n in range(stop, min(stop + _GAP + 1, len(p))):
        for size in range(min(_LONGEST, len(p) - n), 0, -1):
            limit = table.get(tuple(p.keys[n : n + size]))
            # One word such as "odd" limits only the value that it follows at once.
            if limit is None or (n > stop and size == 1):
                continue
            if cardinal_at(p, n + size) is None:  # Not "two days and at least ten men".
                return [_Limit(limit, n, n + size)]
        if not p.key(n)[:1].isalpha():
            break
    return []
