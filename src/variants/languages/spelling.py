"""British and American spellings of one word."""

from __future__ import annotations

import re
from functools import lru_cache

from breame.data.spelling_constants import AMERICAN_ENGLISH_SPELLINGS, BRITISH_ENGLISH_SPELLINGS

from variants.languages.word_cache import WORD_CACHE_SIZE

# Paired in the dictionary, but different words.
_OTHER_SENSE = frozenset({"tonne", "tonnes", "draught", "draughts", "storey", "storeys"})
# The dictionary lacks inflections and compounds of its words; each rule turns a British
# pattern into the American one. Both words of a pair go through the same rules, so a rule
# that misfires on one word does not make it equal to another by itself.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w{3})is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"^(to|for|back|after|up|down|in|out|home|on|east|west|north|south)wards$", r"\1ward"),
        (r"^(def|off|lic|pret)ence(s|less)?$", r"\1ense\2"),
        (r"(aero|air)plane(s?)$", r"airplane\2"),
        (r"^to-(day|morrow|night)$", r"to\1"),
    )
)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def spelling_key(word: str) -> str:
    """Return the American spelling of a folded English word.

    The dictionary is breame's (Apache-2.0).

    Examples:
        >>> spelling_key("harbour"), spelling_key("recognised"), spelling_key("to-day")
        ('harbor', 'recognized', 'today')
        >>> spelling_key("awards")
        'awards'
    """
    if word in _OTHER_SENSE:
        return word
    american = BRITISH_ENGLISH_SPELLINGS.get(word)
    if american is not None:
        return str(american)
    if word in AMERICAN_ENGLISH_SPELLINGS:
        return word
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
