"""Small words of English that have a grade: quantity, frequency, duration, degree."""

from __future__ import annotations

from collections.abc import Iterator

from variants.languages.small_word_tables import SmallMeaning, rows_of

_TIMES = """
    hour day night morning evening week month year
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
_SOME_TIMES = "|".join(f"every other {time}|every second {time}" for time in _TIMES)
"""Phrases such as "every other day", unlike "every other man"."""
_SCALES = {
    "quantity": f"""
        5: all|all of|every|each|each of|every one of|whole|the whole of|entire|both|both of
        5: everything|everybody|everyone|daily|nightly|hourly|weekly|monthly|quarterly|yearly
        5: annually|the two|the twain
        5: either|either of|the utmost|the uttermost
        4.4: almost all|almost all of|nearly all|nearly all of|almost every|nearly every
        4.4: almost everyone|almost everybody|almost everything
        4.4: nearly everyone|nearly everybody|nearly everything
        3.8: most|most of|the greater part of|the greater part|the majority of|the majority
        3.8: a majority of|a majority
        3.8: the more part of|the more part|the better part of|the best part of
        3: many|many of|much of|numerous|a great many|a good many|countless|a great deal of
        3: many a|many an|many another|lots|lots of|a lot|a lot of|plenty|plenty of
        3: quite a few|quite a number of|a large number of|a great number of
        2.2: several|various|a number of|a number|divers|more than one|alternate
        2.2: every alternate|each alternate|{_SOME_TIMES}
        2: someone|somebody|something
        2: some|some of|part of|a part of|not all|not all of|not every|not everyone|not everybody
        1.6: the minority of|the minority|a minority of|a minority
        1.6: a few|a few of|a little|a small number of|a handful|a handful of
        1.3: one of|either|either of|a single
        0.7: few|few of|little|not many|not many of|not much|only a few|only a few of
        0.7: but few|but few of|but a few|but a few of
        0.7: only a handful|only a handful of|a mere handful|a mere handful of
        0.5: hardly anyone|hardly anybody|scarcely anyone|scarcely anybody
        0.5: hardly any|scarcely any|scarce any|hardly a|next to no|almost no|almost none
        0: not one|not one of|not a single one|not a single one of
        0: none|none of|neither of|nothing|nobody|no one
        """,
    "frequency": """
        5: always|continually|constantly|perpetually|invariably
        4: usually|generally|as a rule
        3: often|frequently|repeatedly|many times|many a time|not seldom|not rarely
        2: sometimes|occasionally|at times|now and then|from time to time
        1: seldom|rarely|not often
        0: never
        """,
    "duration": """
        4: long after|long before|long afterwards|long afterward|long since|well before
        1: shortly after|shortly before|soon after|soon afterwards|soon afterward
        1: shortly afterwards|shortly afterward|directly after|immediately after|just after
        1: immediately before|just before
        4: a long time|a long while|a great while|a good while|a very long time
        3: a considerable time|a considerable while
        2.4: some time|some while|a while|awhile|a certain time|for a time|for a while
        1: a short time|a short while|a little while|a little time|a brief time|a brief while
        0.6: a moment|an instant
        """,
    "degree": """
        4: utterly|wholly|entirely|completely|fully|totally|absolutely|altogether|thoroughly|quite
        3.5: extremely|exceedingly|exceeding|exceptionally|extraordinarily|immensely|enormously
        3.5: intensely
        3.3: too
        3: very|greatly|highly|deeply|strongly|gravely|profoundly|remarkably|uncommonly|singularly
        3: severely|seriously|badly|sorely|grievously
        2.7: almost|nearly|all but|well nigh
        2.3: chiefly|mainly|largely|principally|mostly|for the most part|in the main
        2: rather|fairly|somewhat|tolerably|moderately|passably|reasonably
        1.5: partly|partially|in part
        1.2: a little|a bit|mildly
        1: slightly|scarcely|barely|hardly|only just|but just
        """,
    "comparison": """
        3: most
        2: more|less
        """,
}
"""Scales with their grades; words that face each other are compared by grade."""
_ALONE = {
    "quantity": "all every most many several few both".split(),
    "frequency": "always often seldom rarely sometimes usually".split(),
    "degree": [*"almost nearly utterly wholly entirely partly".split(), "in part"],
}
"""Words of the scales that count where the other side has nothing instead."""


def scale_meanings() -> Iterator[tuple[str, SmallMeaning]]:
    """Yield the phrases of the scales and their meanings."""
    for aspect, table in _SCALES.items():
        alone = _ALONE.get(aspect, [])
        for phrase, grade in rows_of(table):
            is_alone = phrase.split()[0] in alone or phrase in alone
            yield phrase, SmallMeaning(aspect, "", float(grade), is_alone)
