"""Transcriptions of Russian names in English, German, French, Polish and by ISO 9."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from variants.languages.folding import fold
from variants.languages.word_cache import WORD_CACHE_SIZE

_Rules: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]


def _rules(**letters: str) -> _Rules:
    """Return the rules of a system: for each sound, the patterns of its letters."""
    return tuple((re.compile(pattern), sound) for sound, pattern in letters.items())


_SYSTEMS: Final = (
    _rules(SC="shch", C="t?ch", S="sh|zh", T="t[sz]", X="kh"),  # English, Library of Congress.
    _rules(SC="schtsch", C="tsch", S="sch", X="ch", T="t[sz]|z", v="w", s="ss|ß", i="j"),
    _rules(SC="chtch", C="tch", S="ch|j", T="ts", X="kh", u="ou", s="ss", n="ne$"),
    _rules(SC="šč|ŝ", C="č", S="[šž]", X="ch|kh|[xh]", T="c", i="j"),
    _rules(SC="szcz", C="cz", S="sz|rz|ż", X="ch|h", T="c", v="w", i="j"),
)
"""Sounds of letters in capitals, which no other letters have: C is "ch", S is "sh" or "zh"."""
_IN_ALL: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("y", "i"),
        ("ff?$", "v"),
        (r"(?<=[CS])o(?=v)", "e"),
        (r"^i(?=[aeou])|i(?=e)", ""),
        (r"(.)\1+", r"\1"),
    )
)
_APOSTROPHES: Final = re.compile(r"['’ʹʼ]s?$|['’ʹʼ]")
_ENDING: Final = re.compile(r".{2}(?:[oe]va?|ina?|[sT]k(?:i|oi|aia)|[oe]viC|enko|slav|Xail)$")
"""Sounds of a Russian name; others are equal by chance: "Michal" and "Mishal"."""


def same_transcription(one: str, other: str) -> bool:
    """Return True if two names are one name in transcriptions of two languages.

    Examples:
        >>> same_transcription("Zhukov", "Joukov"), same_transcription("Trotsky", "Trockij")
        (True, True)
        >>> same_transcription("Zhukov", "Zhdanov")
        False
    """
    return not _sounds(one).isdisjoint(_sounds(other))


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _sounds(name: str) -> frozenset[str]:
    """Return the sounds of a name by each system."""
    letters = _APOSTROPHES.sub("", unicodedata.normalize("NFC", name.casefold()))
    found = set()
    for system in _SYSTEMS:
        sounds = letters
        for pattern, sound in system:
            sounds = pattern.sub(sound, sounds)
        sounds = "".join(each if each.isupper() else fold(each) for each in sounds)
        for pattern, replacement in _IN_ALL:
            sounds = pattern.sub(replacement, sounds)
        found.add(sounds)
    return frozenset(sounds for sounds in found if _ENDING.search(sounds))
