"""Number words of English."""

from __future__ import annotations

UNITS = {
    word: value
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """.split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_ORDINAL_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split()
ORDINALS = {
    **{word: value for value, word in enumerate(_ORDINAL_TEENS, start=10)},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "hundredth": 100,
    "thousandth": 1_000,
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
ARTICLES = frozenset({"a", "an"})
"""Words that count as one before a scale or a unit: "a hundred"."""
