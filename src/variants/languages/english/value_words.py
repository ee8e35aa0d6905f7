"""Words of English for values."""

from __future__ import annotations

from collections.abc import Iterable

from variants.languages.english.number_words import ARTICLES, ORDINALS, SCALES, TENS, UNITS
from variants.languages.english.unit_words import SHORT_UNITS, UNIT, UNIT_WORDS
from variants.languages.limit_table import limits
from variants.languages.value_table import Bound, DayHalf, Exactness, Limit, ValueWords

_MONTHS = """
    january=jan february=feb march=mar april=apr may june=jun july=jul august=aug
    september=sept=sep october=oct november=nov december=dec
    """.split()
_WEEKDAYS = """
    monday=mon tuesday=tue=tues wednesday=wed=weds thursday=thu=thur=thurs friday=fri
    saturday=sat sunday=sun
    """.split()
_DENOMINATORS = {
    **{word: value for word, value in ORDINALS.items() if value > 2},  # noqa: PLR2004 - halves
    "quarter": 4,
}

_BEFORE_NUMBERS: dict[Limit, str] = {
    Bound.AT_LEAST: """
        at least|at the least|at the very least|not less than|no less than|not fewer than|
        no fewer than|not under|not below|a minimum of|not shorter than|no shorter than|
        not smaller than|no smaller than|not younger than|no younger than
        """,
    Bound.AT_MOST: """
        at most|at the most|at the very most|not more than|no more than|up to|as many as|
        not exceeding|not over|not above|a maximum of|at the outside|within|not to exceed|
        no greater than|not greater than|not oftener than|no oftener than|not longer than|
        in less than|in under|
        no longer than|not larger than|no larger than|not farther than|no farther than|
        not further than|no further than|not older than|no older than
        """,
    Bound.OVER: """
        over the age of|above the age of|past the age of|older than|
        over|above|more than|greater than|in excess of|exceeding|upwards of|upward of|beyond|
        well over|far more than|rather more than|better than|somewhat over|longer than|
        larger than|just over|a little over|slightly over|a little more than
        """,
    Bound.UNDER: """
        under the age of|below the age of|younger than|
        under|below|less than|fewer than|short of|smaller than|shorter than|just under|
        a little under|well under|not yet|not so many as|not as many as|not so much as|
        not as much as|a little less than|slightly less than|rather less than
        """,
    Exactness.ABOUT: """
        about|around|approximately|roughly|some|circa|ca|c|approx|round about|in the region of|
        in the neighbourhood of|something like|somewhere about|somewhere around|more or less|
        an estimated
        """,
    Exactness.NEARLY: """
        nearly|almost|close to|close on|close upon|nigh on|nigh upon|well nigh|wellnigh|well-nigh|
        not quite|practically
        """,
    Exactness.BARELY: "barely|scarcely|hardly",
    Exactness.EXACTLY: """
        exactly|precisely|just|full|fully|no more and no less than|a full|a round|quite
        """,
}
_BEFORE_DATES: dict[Limit, str] = {
    Bound.BEFORE: "before|prior to|previous to|earlier than|ere|ante",
    Bound.AFTER: "after|following|subsequent to|later than",
    Bound.BY: """
        by|not later than|no later than|on or before|at the latest by|at latest by|by the latest
        """,
    Bound.UNTIL: "until|till|up to|up until|up till|until the|as late as|down to|through",
    Bound.SINCE: """
        since|from|ever since|as from|as of|beginning|starting|on and after|on or after|not before|
        not earlier than|no earlier than|not until|dating from
        """,
    Exactness.ABOUT: """
        about|around|approximately|roughly|circa|ca|c|towards|toward|on or about|round about|
        somewhere about|somewhere around
        """,
    Exactness.NEARLY: "nearly|almost|close on|not quite",
    Exactness.EXACTLY: "exactly|precisely|just",
}
_AFTER_VALUES: dict[Limit, str] = {
    Bound.AT_LEAST: """
        or more|or over|or above|and more|and upwards|and over|or upwards|at least|at the least
        """,
    Bound.AT_MOST: """
        or less|or fewer|or under|and under|at most|at the most|at the outside|at the longest
        """,
    Bound.OVER: "plus|and odd",
    Bound.BY: "at the latest|at latest|or before|or earlier",
    Bound.SINCE: "onwards|onward|and after|and onwards|or after|or later|at the earliest",
    Exactness.ABOUT: "or so|or thereabouts|odd|or about|more or less|approximately|roughly",
    Exactness.EXACTLY: "exactly|precisely|sharp|to the day",
}


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Return the number of each name, counted from 1; names of one thing are joined by "="."""
    return {
        name: number for number, names in enumerate(names, start=1) for name in names.split("=")
    }


def _phrase_table(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split("|"))


_MORNING = """
    a.m.|am|a. m.|in the morning|in the forenoon|of the morning|this morning|on the morning|
    tomorrow morning|next morning|every morning|each morning|yesterday morning|in the early morning
    """
_EVENING = """
    p.m.|pm|p. m.|in the afternoon|in the evening|at night|of the afternoon|of the evening|
    every afternoon|every evening|every night|each afternoon|each evening|each night|
    in the late afternoon|in the early evening|this evening|tonight|tomorrow evening|
    tomorrow afternoon|this afternoon|on the evening|on the afternoon|yesterday evening
    """
_PENCE = {f"{word}pence": value for word, value in UNITS.items() if value > 1}

VALUE_WORDS = ValueWords(
    cardinals={
        **UNITS,
        **TENS,
        "nought": 0,
        "twos": 2,
        "threes": 3,  # "By twos and threes"; not "on all fours".
        "fourty": 40,
        "ninty": 90,
    },
    ordinals={**ORDINALS, "millionth": 1_000_000},
    ordinal_endings=frozenset({"st", "nd", "rd", "th", "d"}),
    scales={
        **{word: value for word, value in SCALES.items() if word != "dozen"},
        "milliard": 10**9,
        "trillion": 10**12,
    },
    short_scales={"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9},
    collectives={"dozen": 12, "doz": 12, "dozens": 12, "gross": 144, "couple": 2},
    scores={"threescore": 60, "fourscore": 80},
    score=frozenset({"score"}),
    many={
        "dozens": 12,
        "scores": 20,
        "hundreds": 100,
        "thousands": 1_000,
        "millions": 1_000_000,
        "billions": 10**9,
        "tens": 10,
    },
    fractions={"half": 1 / 2, "halves": 1 / 2, "tithe": 1 / 10},
    below_zero=_phrase_table("of frost|below zero|below freezing"),
    parts={
        **_DENOMINATORS,
        **{f"{word}s": value for word, value in _DENOMINATORS.items()},
        "halves": 2,
    },
    part_words=frozenset({"part"}),
    every=frozenset({"every"}),
    among=(("in",), ("out", "of")),
    multiples={
        "twice": 2,
        "thrice": 3,
        "twofold": 2,
        "threefold": 3,
        "fourfold": 4,
        "tenfold": 10,
        "hundredfold": 100,
        "sevenfold": 7,
        "fivefold": 5,
        "double": 2,
        "doubled": 2,
        "treble": 3,
        "trebled": 3,
        "triple": 3,
        "tripled": 3,
        "quadrupled": 4,
    },
    joints=frozenset({"and", "&"}),
    articles=ARTICLES,
    of=frozenset({"of"}),
    minus=frozenset({"minus"}),
    alternatives=frozenset({"or", "to", "-"}),
    distributive=frozenset({"each", "apiece"}),
    between={"between": "and", "from": "to"},
    labels=frozenset(
        """
        chapter chapters ch chap book bk volume vol vols part pt section sect sec article art arts
        articles canto act scene page p pp paragraph para par no nos number numbers item point
        verse v psalm ps line ll figure fig plate table appendix annex note document doc letter
        clause question room house hill division corps army regiment battalion brigade class grade
        type mark war lot file folder box folio fol f title schedule phase stage step group act
        lesson
        """.split()
    ),
    rulers=frozenset(
        "king queen pope emperor empress tsar czar tsarina kaiser sultan shah pharaoh prince duke "
        "count elector patriarch".split()
    ),
    false_numerals=frozenset(
        """
        MIX DIM DIX LIV DIV MIL CIV CID MID LID DID MILL CIVIL MD CD DC MC DL ML CV CM DM LC CC MM
        LI DI MI LL CL MDC CIX CDC MCI DCI CCC
        """.split()
    ),
    units=UNIT_WORDS,
    short_units=SHORT_UNITS,
    unit_modifiers=frozenset(
        """
        full whole long good short entire complete nautical statute sea english german russian
        french american british metric more solid running bare odd
        """.split()
    ),
    areas={"square": 2, "cubic": 3, "sq": 2},
    per=frozenset({"a", "an", "per", "the", "/"}),
    speeds={
        **dict.fromkeys(("hour", "hr", "h"), 1.0),
        **dict.fromkeys(("minute", "min"), 60.0),
        **dict.fromkeys(("second", "sec", "s"), 3600.0),
    },
    ages=frozenset({"my", "your", "his", "her", "its", "our", "their", "thy"}),
    after_ages=frozenset({"old"}),
    qualifiers=frozenset({"gold", "silver", "paper", "american", "us", "u.s."}),
    currency_of={
        "american dollar": "dollar",
        "us dollar": "dollar",
        "u.s. dollar": "dollar",
        "english pound": "pound",
        "british pound": "pound",
        "french franc": "franc",
        "german mark": "mark",
        "russian rouble": "rouble",
    },
    signs={
        "£": (UNIT["sterling"],),
        "$": (UNIT["dollar"],),
        "€": (UNIT["euro"],),
        "¥": (UNIT["yen"],),
        "₽": (UNIT["rouble"],),
        "₹": (UNIT["rupee"],),
        "rs": (UNIT["rupee"],),
        "gbp": (UNIT["sterling"],),
        "usd": (UNIT["dollar"],),
        "eur": (UNIT["euro"],),
        "rmb": (UNIT["yuan"],),
        "dm": (UNIT["mark"],),
        "fr": (UNIT["franc"],),
        "frs": (UNIT["franc"],),
    },
    sums={word: (float(value), (UNIT["penny"],)) for word, value in _PENCE.items()},
    percent=_phrase_table("%|per cent|percent|per centum|p.c.|pct"),
    months=_numbered(_MONTHS),
    weekdays=_numbered(_WEEKDAYS),
    unclear_dates=frozenset({"may", "march"}),
    short_dates=frozenset(
        name for names in (*_MONTHS, *_WEEKDAYS) for name in names.split("=")[1:]
    ),
    day_behind_month=True,
    day_words=frozenset({"of", "the", "day"}),
    this_month={
        ("inst",): 101,
        ("instant",): 101,
        ("of", "this", "month"): 101,
        ("of", "the", "present", "month"): 101,
        ("of", "the", "current", "month"): 101,
        ("ult",): 102,
        ("ultimo",): 102,
        ("of", "last", "month"): 102,
        ("of", "the", "past", "month"): 102,
        ("prox",): 103,
        ("proximo",): 103,
        ("of", "next", "month"): 103,
    },
    before_days=frozenset({"on", "to"}),
    verb_endings=("ed",),
    decades={word[:-1] + "ies": value for word, value in TENS.items()},
    century=frozenset({"century", "centuries", "cent"}),
    before_christ=_phrase_table("b.c.|bc|b. c.|b.c.e.|bce|before christ"),
    after_christ=_phrase_table("a.d.|ad|a. d.|c.e.|ce|anno domini"),
    year_words=frozenset(
        """
        in year since until till by before after from of to during early late mid spring
        summer autumn winter anno circa about around through between and for end beginning
        """.split()
    ),
    clock=frozenset({"o'clock", "oclock"}),
    hours=frozenset({"hours", "hrs"}),
    day_halves={
        **dict.fromkeys(_phrase_table(_MORNING), DayHalf.MORNING),
        **dict.fromkeys(_phrase_table(_EVENING), DayHalf.EVENING),
    },
    at_hour=frozenset({"at", "until", "till", "by", "from", "before", "after", "about", "since"}),
    minutes={"quarter": 15, "half": 30},
    past=frozenset({"past", "after"}),
    to=frozenset({"to", "before"}),
    times={"noon": 720, "midday": 720, "noonday": 720, "midnight": 0},
    before_numbers=limits(_BEFORE_NUMBERS),
    before_dates=limits(_BEFORE_DATES),
    after_values=limits(_AFTER_VALUES),
)
