"""The words of one language for values: numbers, units, dates, times of day, bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import NamedTuple, TypeAlias


class Unit(NamedTuple):
    """A unit of measure or money.

    Attributes:
        name: Its name, the same for all of its words.
        dimension: Units of one dimension can be converted.
        factor: Number of base units of the dimension in it.
        zero: Its value at the zero of the base unit, for temperatures.
    """

    name: str
    dimension: str
    factor: float = 1.0
    zero: float = 0.0


Units: TypeAlias = tuple[Unit, ...]
"""The units that a word can mean: "pound" is a weight and a sum of money."""


class Bound(Enum):
    """Direction in which a value is only a limit."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    AT_LEAST = "at least"
    AT_MOST = "at most"
    OVER = "over"
    UNDER = "under"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    UNTIL = "until"
    SINCE = "since"


class Exactness(Enum):
    """Degree of exactness of a value, from the words beside it."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    ABOUT = "about"
    NEARLY = "nearly"
    BARELY = "barely"
    EXACTLY = "exactly"


Limit: TypeAlias = Bound | Exactness
Phrases: TypeAlias = Mapping[tuple[str, ...], Limit]


class DayHalf(Enum):
    """Half of a day, for hours that are counted to twelve."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    MORNING = "a.m."
    EVENING = "p.m."


@dataclass(frozen=True, slots=True)
class ValueWords:
    """Words of one language for values; all are folded, and an empty field means "not known".

    Attributes:
        decimal_comma: True if "1.200" is 1200 and "1,5" is 1.5.
        cardinals: Numbers in one word without the scales: "doscientos", "anderthalb".
        after_tens: Numbers that are also other words, but not behind a larger number: "un" in
            French.
        ordinals: Their ordinals, and those of scales.
        ordinal_tens: Ordinals of tens to which a smaller ordinal may be added: "vigésimo tercero".
        ordinal_endings: Endings of ordinals in figures: "th".
        scales: Words that multiply: "hundred", "million".
        short_scales: Scales cut short behind a sum of money in figures: "m" for "million".
        collectives: Scales that need a number or an article: "dozen".
        scores: Multiples of twenty in one word, to which smaller numbers are added.
        score: Words for twenty that need a number or an article.
        many: Plurals of scales, which name no exact number: "thousands".
        fractions: Denominators that need no numerator to be recognised, and their values: "half".
        parts: Plural denominators: "thirds"; in the singular they are ordinals.
        part_words: Words after an ordinal that is a denominator: "the tenth part".
        every: Words before an ordinal that make it a share: "every tenth man".
        among: Phrases before the number of which another is a share: "one in ten".
        multiples: Words for a number of times or things: "twice".
        joints: Words inside a number: "one hundred and twenty".
        joins_ones: True if they join tens and ones too: "treinta y uno".
        articles: Words that count as one before a scale, a fraction or a unit.
        of: Words between a part and its whole: "a third of".
        below_zero: Phrases after a unit that make its number negative.
        minus: Words for a negative number.
        alternatives: Words that make a range of two numbers: "two or three".
        between: Words before such a range, and the words that join its ends.
        distributive: Words after a number and its noun that multiply it: "two books each".
        labels: Nouns that are followed by their number: "chapter".
        rulers: Titles of persons who have a number after their name: "King George V".
        false_numerals: Words in capitals that only look like Roman numerals.
        units: Units by word.
        short_units: Abbreviated units that need figures before them, and a full stop after them
            if their word has one: "m", "in.".
        unit_modifiers: Adjectives between number and unit that do not change it: "full".
        areas: Adjectives that turn a length into an area or a volume.
        per: Words between a length and the time of a speed: "miles an hour".
        speeds: Times of a speed, and their number in an hour.
        ages: Words between "in" and the year of a life: "in her nineteenth year".
        after_ages: Words after the unit of an age: "ninety years old".
        qualifiers: Adjectives that make another currency: "gold".
        currency_of: Currencies with the name of their country or metal that equal another.
        signs: Currencies written before their number.
        sums: Words for a sum of money: "sixpence".
        percent: Phrases for hundredths.
        months: Months, also abbreviated.
        small_months: True if months begin with a small letter; those with a capital, unclear and
            short ones are then months only behind a day.
        weekdays: Days of the week, from Monday as 1.
        unclear_dates: Names of months and days that are also other words.
        short_dates: Abbreviations of these that need a full stop or a number beside them.
        day_behind_month: True if a day can be behind its month: "June 13".
        day_words: Words between a day and its month: "the 7th of November".
        this_month: Words for a month relative to now ("inst."), and a number for each.
        before_days: Words before "the" and a day without a month, besides those of bounds.
        verb_endings: Endings of verbs, which do not count: "the 9th reached me".
        decades: Plurals of tens: "thirties".
        century: Words for a century.
        before_christ, after_christ: Words for eras.
        year_words: Words before a year without a month.
        clock: Words after a full hour.
        hours: Words after an hour with minutes in figures.
        day_halves: Words and phrases for halves of a day.
        at_hour: Words before a time of day in figures.
        minutes: Words for minutes in a time of day, and for quarters and halves of an hour.
        past, to: Words between minutes and hour.
        before_hours: Phrases before an hour, and how many minutes before it they mean: "halb".
        times: Times of day in one word, in minutes: "noon".
        before_numbers: Bounds and degrees of exactness before a number.
        unclear_bounds: Bounds that are also plain prepositions: "über".
        before_dates: Bounds and degrees of exactness before a date or a time of day.
        percent_words: First words of ``percent``; computed.
        all_words: Every word of the table except articles; computed.
        first_of_numbers: Words that can begin a number in words; computed.
        after_values: Bounds and degrees of exactness after a value: "or more".
    """

    decimal_comma: bool = False
    cardinals: Mapping[str, float] = field(default_factory=dict)
    after_tens: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_tens: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    short_scales: Mapping[str, int] = field(default_factory=dict)
    collectives: Mapping[str, int] = field(default_factory=dict)
    scores: Mapping[str, int] = field(default_factory=dict)
    score: frozenset[str] = frozenset()
    many: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    part_words: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    among: tuple[tuple[str, ...], ...] = ()
    multiples: Mapping[str, int] = field(default_factory=dict)
    joints: frozenset[str] = frozenset()
    joins_ones: bool = False
    articles: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    below_zero: tuple[tuple[str, ...], ...] = ()
    minus: frozenset[str] = frozenset()
    alternatives: frozenset[str] = frozenset()
    between: Mapping[str, str] = field(default_factory=dict)
    distributive: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    rulers: frozenset[str] = frozenset()
    false_numerals: frozenset[str] = frozenset()
    units: Mapping[str, Units] = field(default_factory=dict)
    short_units: Mapping[str, Units] = field(default_factory=dict)
    unit_modifiers: frozenset[str] = frozenset()
    areas: Mapping[str, int] = field(default_factory=dict)
    per: frozenset[str] = frozenset()
    speeds: Mapping[str, float] = field(default_factory=dict)
    ages: frozenset[str] = frozenset()
    after_ages: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    currency_of: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, Units] = field(default_factory=dict)
    sums: Mapping[str, tuple[float, Units]] = field(default_factory=dict)
    percent: tuple[tuple[str, ...], ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    small_months: bool = False
    weekdays: Mapping[str, int] = field(default_factory=dict)
    unclear_dates: frozenset[str] = frozenset()
    short_dates: frozenset[str] = frozenset()
    day_behind_month: bool = False
    day_words: frozenset[str] = frozenset()
    this_month: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    before_days: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
    decades: Mapping[str, int] = field(default_factory=dict)
    century: frozenset[str] = frozenset()
    before_christ: tuple[tuple[str, ...], ...] = ()
    after_christ: tuple[tuple[str, ...], ...] = ()
    year_words: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    day_halves: Mapping[tuple[str, ...], DayHalf] = field(default_factory=dict)
    at_hour: frozenset[str] = frozenset()
    minutes: Mapping[str, int] = field(default_factory=dict)
    past: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    before_hours: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    times: Mapping[str, int] = field(default_factory=dict)
    before_numbers: Phrases = field(default_factory=dict)
    unclear_bounds: frozenset[tuple[str, ...]] = frozenset()
    before_dates: Phrases = field(default_factory=dict)
    after_values: Phrases = field(default_factory=dict)
    all_words: frozenset[str] = field(init=False, repr=False, compare=False)
    percent_words: frozenset[str] = field(init=False, repr=False, compare=False)
    first_of_numbers: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        values = (getattr(self, each.name) for each in fields(self) if each.init)
        tables = (table for table in values if not isinstance(table, bool))
        found = {
            word
            for table in tables
            for entry in table
            for word in ((entry,) if isinstance(entry, str) else entry)
        }
        first = frozenset(phrase[0] for phrase in self.percent)
        object.__setattr__(self, "percent_words", first)
        begin = (
            *(self.cardinals, self.after_tens, self.ordinals),
            *(self.scales, self.collectives, self.scores),
        )
        numbers = frozenset(key for table in begin for key in table)
        object.__setattr__(self, "first_of_numbers", numbers | self.score | self.articles)
        object.__setattr__(self, "all_words", frozenset(found) - self.articles)
