"""Likeness of names in different transcriptions: "Chekhov", "Tschechow", "Čexov"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from variants.languages.folding import fold
from variants.languages.names import same_name
from variants.languages.transcriptions import same_transcription
from variants.languages.word_cache import WORD_CACHE_SIZE

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"'s$", ""),
        (r"[^a-z]", ""),
        (r"ph", "f"),
        (r"tsch|tch", "k"),
        (r"sch|sh|zh|sz|cz|tz|z", "s"),
        (r"ch|kh|ck|qu|[cqx]", "k"),
        (r"th", "t"),
        (r"[vw]", "f"),
        (r"(?<=.)(?:[aeiou]s|um|on)$", ""),  # Endings of Latin and Greek names.
        (r"[aeiouyjh]", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Patterns that leave the consonants of a name, in classes of those that transcriptions mix."""
_SPELLINGS: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"'s$", ""),
        (r"[^a-z]|h", ""),
        (r"w", "v"),
        (r"ou", "u"),
        (r"[yj]", "i"),
        (r"^i(?=[aeou])", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Patterns that leave the letters of a name, without what only spelling changes."""
_LEAST_LETTERS: Final = 5
"""Letters from which equal consonants are enough: "Peng" and "Ping" are two names."""
_LEAST_CONSONANTS: Final = 2
_SIMILAR: Final = 0.6
"""Similarity of letters from which names with one consonant are forms of one: "Ilius", "Ilios"."""
_OTHER_VOWELS: Final = frozenset({frozenset("iu"), frozenset("eu")})
"""Vowels that transcriptions do not mix: "Tillius" and "Tullius" are two names."""
_VOWELS: Final = frozenset("aeiou")


def alike_names(one: str, other: str) -> bool:
    """Return True if two names can be transcriptions or forms of one name.

    The caller must know that both are names, and of one script.

    Examples:
        >>> alike_names("Chekhov", "Tschechow"), alike_names("Yezhov", "Jeschow")
        (True, True)
        >>> alike_names("Hezekiah", "Ezechias"), alike_names("Hamath", "Emath")
        (True, True)
        >>> alike_names("Aurelia", "Aurora"), alike_names("Gurov", "Gomov")
        (False, False)
    """
    if same_name(one, other) or same_transcription(one, other):
        return True
    mine, theirs = _changed(one, _SPELLINGS), _changed(other, _SPELLINGS)
    if mine == theirs:
        return bool(mine)
    first, second = _changed(one, _SOUNDS), _changed(other, _SOUNDS)
    if first != second or not first:
        return False
    if _has_another_vowel(mine, theirs):
        return False
    if min(len(one), len(other)) < _LEAST_LETTERS:
        beginning = len(first) > _LEAST_CONSONANTS and mine[:3] == theirs[:3]
        return beginning or ({mine[0], theirs[0]} <= _VOWELS and mine[1:] == theirs[1:])
    similar = Levenshtein.normalized_similarity(mine, theirs) >= _SIMILAR
    return similar or len(first) >= _LEAST_CONSONANTS


def _has_another_vowel(one: str, other: str) -> bool:
    """Return True if two names differ in one vowel only, which transcriptions do not mix."""
    if len(one) != len(other):
        return False
    pairs = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and pairs[0] in _OTHER_VOWELS


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _changed(name: str, patterns: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Return a folded name after replacements."""
    letters = fold(name)
    for pattern, replacement in patterns:
        letters = pattern.sub(replacement, letters)
    return letters
