"""Possible ends of sentences, from sentencex or, if it fails, from a simple rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from variants.segmenters.punctuation import FULL_WIDTH, TERMINAL

_END = re.compile(rf"[{TERMINAL}]+(?:\s+|(?<=[{FULL_WIDTH}]))")
_ITEM = re.compile(r"\(?\w{1,4}\.?\)|[•◦▪‣]")

_KNOWN_AS = {"grc": "el"}
"""Languages for which sentencex has the rules of a related one only."""


def find_boundaries(language: str, text: str) -> Iterator[int]:
    """Yield the offsets at which a sentence may begin, and the length of the text.

    Args:
        language: ISO 639 code; sentencex falls back to a related language or to English.
        text: A text returned by ``mask``; white space belongs to the sentence before it.
    """
    # Imported here to keep start-up fast; it has no type stubs.
    import sentencex  # type: ignore[import-untyped]  # noqa: PLC0415

    tag = _KNOWN_AS.get(language, language)
    try:
        found = [one["end_index"] for one in sentencex.get_sentence_boundaries(tag, text)]
        for start, end in pairwise(found.copy()):
            # sentencex 1.0.32 ends no sentence behind the first of the last item of a list.
            if _ITEM.match(text, start, end):
                inside = sentencex.get_sentence_boundaries(tag, text[start:end])
                found += [start + one["end_index"] for one in inside]
    except BaseException as error:
        # A panic of its Rust code is a BaseException that no module exports.
        if type(error).__name__ != "PanicException":
            raise
        return (end.end() for end in _END.finditer(text))
    return iter(sorted(set(found)))
