"""Words that are plain numbers or parts of one; ``value_reader`` reads their values."""

from __future__ import annotations

import re
from functools import lru_cache

from variants.languages.chinese_numerals import chinese_number
from variants.languages.english.number_words import ORDINALS, SCALES, TENS, UNITS
from variants.languages.word_cache import WORD_CACHE_SIZE

_PLAIN = re.compile(r"(-?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+))(st|nd|rd|th|%|s)?")
_WORDS = frozenset({*UNITS, *TENS, *ORDINALS, *SCALES})


@lru_cache(maxsize=WORD_CACHE_SIZE)
def is_number(word: str) -> bool:
    """Return True if a folded word is a plain number or part of one."""
    if _PLAIN.fullmatch(word) is not None or all(part in _WORDS for part in word.split("-")):
        return True
    return chinese_number(word) is not None
