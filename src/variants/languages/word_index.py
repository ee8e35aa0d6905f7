"""The index of a language's words: their parts of speech, their topics and their meanings."""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path
from typing import Final

PARTS_OF_SPEECH: Final = "nvar"
"""Letters of noun, verb, adjective and adverb, in the order of the index."""
_PARTS = len(PARTS_OF_SPEECH)
_LOWER_HALF = (1 << 32) - 1
_NO_MEANINGS: Final[frozenset[int]] = frozenset()  # One for all words, which saves memory.
_OCTETS = "B"  # Type of an array of single bytes.


class WordIndex:
    """Words by number, and what the index knows about them; made by ``benchmarks/make_kin.py``.

    Everything is found by bisection in flat arrays, so that reading the file is all that loading
    takes.
    """

    def __init__(self, octets: Mapping[str, bytes], arrays: Mapping[str, array[int]]) -> None:
        self._letters = octets["letters"]
        self._weights, self._topics = octets["weights"], octets["topics"]
        self._word_at = arrays["word_at"]
        self._sense_at, self._senses = arrays["sense_at"], arrays["senses"]
        self._up_at, self._up = arrays["up_at"], arrays["up"]
        self._similar_from, self._similar_to = arrays["similar_from"], arrays["similar_to"]
        self._derived, self._antonyms = arrays["derived"], arrays["antonyms"]

    def number_of(self, word: str) -> int | None:
        """Return the number of a word; ``None`` if the index lacks it."""
        sought, at, letters = word.encode("utf-8", "replace"), self._word_at, self._letters
        low, high = 0, len(at) - 1
        while low < high:
            middle = (low + high) // 2
            if letters[at[middle] : at[middle + 1]] < sought:
                low = middle + 1
            else:
                high = middle
        found = low < len(at) - 1 and letters[at[low] : at[low + 1]] == sought
        return low if found else None

    def weights_of(self, number: int) -> tuple[int, ...]:
        """Return the weights of a word as each part of speech, eight steps for each doubling."""
        return tuple(self._weights[_PARTS * number : _PARTS * (number + 1)])

    def topics_of(self, number: int) -> tuple[int, int]:
        """Return the numbers of a word's topic as a noun and as a verb; 0 for none."""
        return self._topics[2 * number], self._topics[2 * number + 1]

    def senses_of(self, number: int) -> frozenset[int]:
        """Return the numbers of a word's meanings."""
        return frozenset(self._senses[self._sense_at[number] : self._sense_at[number + 1]])

    def up_from(self, senses: frozenset[int]) -> frozenset[int]:
        """Return the next wider meanings of some meanings."""
        found = frozenset(
            up for sense in senses for up in self._up[self._up_at[sense] : self._up_at[sense + 1]]
        )
        return found or _NO_MEANINGS

    def similar_to(self, senses: frozenset[int]) -> frozenset[int]:
        """Return the meanings that are recorded as similar to some meanings."""
        source = self._similar_from
        spans = ((bisect_left(source, each), bisect_left(source, each + 1)) for each in senses)
        found = frozenset(each for low, high in spans for each in self._similar_to[low:high])
        return found or _NO_MEANINGS

    def derived_from(self, number: int) -> tuple[int, ...]:
        """Return the words derived from a word or with it, unless their number is smaller."""
        return _partners(self._derived, number)

    def opposed_to(self, number: int) -> tuple[int, ...]:
        """Return the antonyms of a word in its meanings, unless their number is smaller."""
        return _partners(self._antonyms, number)

    def are_opposed(self, one: int, other: int) -> bool:
        """Return True if two words are antonyms in one of their meanings."""
        return _has_pair(self._antonyms, one, other)


def read_word_index(path: Path) -> WordIndex:
    """Read an index: a line of JSON with the name, type and length of each array, then these."""
    octets, arrays = {}, {}
    with path.open("rb") as file:
        for name, typecode, length in json.loads(file.readline()):
            if typecode == _OCTETS:
                octets[name] = file.read(length)
                continue
            each: array[int] = array(typecode)
            each.fromfile(file, length)  # Without a copy of the file in memory.
            if sys.byteorder == "big":
                each.byteswap()
            arrays[name] = each
    return WordIndex(octets, arrays)


def _partners(pairs: array[int], number: int) -> tuple[int, ...]:
    """Return the words that are paired with a word, except those with a smaller number."""
    start, stop = (bisect_left(pairs, one << 32) for one in (number, number + 1))
    return tuple([pair & _LOWER_HALF for pair in pairs[start:stop]])


def _has_pair(pairs: array[int], one: int, other: int) -> bool:
    sought = one << 32 | other if one < other else other << 32 | one
    at = bisect_left(pairs, sought)
    return at < len(pairs) and pairs[at] == sought
