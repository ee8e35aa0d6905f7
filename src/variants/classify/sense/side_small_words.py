"""Small words of the sides of a difference, read once per bead."""

from __future__ import annotations

from functools import cache, lru_cache

from variants.classify.sense.contrast import SideOfBead
from variants.languages.known import language_of
from variants.languages.small_word_marks import SmallMark, SmallWordReader
from variants.languages.word_cache import WORD_CACHE_SIZE


@cache
def small_word_reader(tag: str) -> SmallWordReader | None:
    """Return the reader of a language; ``None`` if its small words are unknown."""
    words = language_of(tag).small
    return SmallWordReader(words) if words is not None else None


@lru_cache(maxsize=WORD_CACHE_SIZE)
def hints_small_word(key: str, tag: str) -> bool:
    """Return True if a folded word is part of a small phrase that carries a fact."""
    reader = small_word_reader(tag)
    return reader is not None and reader.hints(key)


def read_small_words(side: SideOfBead) -> tuple[SmallMark, ...]:
    """Return the small words of a side that carry facts; none in an unknown language."""
    reader = small_word_reader(side.language.tag)
    return tuple(reader.marks(side.keys)) if reader is not None else ()


def marks_at(side: SideOfBead, changed: frozenset[int]) -> list[SmallMark]:
    """Return the small words and phrases of a side in which words at these indices are."""
    if not changed:
        return []
    marks, numbers = side.read(read_small_words), side.read(_numbers_by_word)
    return [marks[m] for m in sorted({m for n in changed for m in numbers.get(n, ())})]


def marks_of(side: SideOfBead, aspect: str) -> list[SmallMark]:
    """Return the small words of a side that are for one topic."""
    return [one for one in side.read(read_small_words) if one.meaning.aspect == aspect]


def has_value(side: SideOfBead, value: str) -> bool:
    """Return True if a side has a small word of this class."""
    return any(mark.meaning.value == value for mark in side.read(read_small_words))


def _numbers_by_word(side: SideOfBead) -> dict[int, list[int]]:
    """Return the numbers of the small words and phrases that each word is in."""
    found: dict[int, list[int]] = {}
    for number, mark in enumerate(side.read(read_small_words)):
        for n in mark.at:
            found.setdefault(n, []).append(number)
    return found
