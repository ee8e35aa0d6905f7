"""Stable names of places: they stay as long as the seed's words are the place."""

from __future__ import annotations

import base64
import hashlib

from variants.types.segmentation import Segmentation


def name_place(sentence: str, occurrence: int, within: tuple[int, int], what: str = "") -> str:
    """The stable name of a place of the seed.

    Args:
        sentence: Text of the sentence it begins in.
        occurrence: How many equal sentences stand before that one.
        within: From where to where it stands in the sentence.
        what: Tells it from other places of the same words.
    """
    parts = (sentence, occurrence, *within, what)
    digest = hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return base64.b32encode(digest.digest()).decode("ascii")[:8].lower()


def count_equal_before(cut: Segmentation) -> list[int]:
    """For each sentence, how many equal ones stand before it."""
    seen: dict[str, int] = {}
    numbers = []
    for sentence in range(len(cut.sentences)):
        text = cut.text_of(sentence)
        numbers.append(seen.get(text, 0))
        seen[text] = numbers[-1] + 1
    return numbers
