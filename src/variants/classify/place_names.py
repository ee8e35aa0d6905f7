"""Stable names of places, unchanged while the place has the same words of the seed."""

from __future__ import annotations

import hashlib
from typing import Final

from variants.types.segmentation import Segmentation

_BYTES: Final = 5  # Eight letters and digits of the digest.
_DIGITS: Final = "abcdefghijklmnopqrstuvwxyz234567"
"""Digits of base 32 (RFC 4648), in small letters; ``base64`` takes five times as long."""
_SHIFTS: Final = range(35, -1, -5)


def name_place(sentence: str, occurrence: int, within: tuple[int, int], what: str = "") -> str:
    """Return the stable name of a place of the seed.

    Args:
        sentence: Text of the sentence it begins in.
        occurrence: Number of equal sentences before that one.
        within: Start and end of the place in the sentence.
        what: Distinguishes places with the same words.
    """
    parts = (sentence, occurrence, *within, what)
    digest = hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    number = int.from_bytes(digest.digest()[:_BYTES], "big")
    return "".join([_DIGITS[number >> shift & 31] for shift in _SHIFTS])


def count_equal_before(cut: Segmentation) -> list[int]:
    """Return for each sentence the number of equal sentences before it."""
    seen: dict[str, int] = {}
    numbers = []
    for sentence in range(len(cut.sentences)):
        text = cut.text_of(sentence)
        numbers.append(seen.get(text, 0))
        seen[text] = numbers[-1] + 1
    return numbers
