"""Seams: where a reading would meet the seed's words if it was put in place of the lemma."""

from __future__ import annotations

import re

from variants.types.span import Span

_WORD_BEFORE = re.compile(r"\w[\w'’-]*\Z")
_WORD_AFTER = re.compile(r"\s*(\w[\w'’-]*)")
_FARTHEST = 60  # Characters in which the word before a seam is looked for.


def repeats_a_word(seed: str, lemma: Span, other: str, reading: Span) -> bool:
    """Return True if the seed with the reading would repeat a word at a seam.

    A word that the seed or the other text repeats there itself does not count.

    Args:
        seed: Text of the seed.
        lemma: The words that would be replaced; a point for an addition.
        other: Text of the other witness.
        reading: The words that would replace them; a point for an omission.

    Examples:
        >>> repeats_a_word("in the end", Span(7, 10), "in the finish", Span(3, 13))
        True
        >>> repeats_a_word("in the end", Span(7, 10), "in the finish", Span(7, 13))
        False
    """
    after = (other, reading.start) if reading.length else (seed, lemma.end)
    if _repeated(seed, lemma.start, *after):
        return not _repeat_there(seed, lemma.start, other, reading.start)
    if reading.length and _repeated(other, reading.end, seed, lemma.end):
        return not _repeat_there(seed, lemma.end, other, reading.end)
    return False


def _repeat_there(seed: str, at: int, other: str, at_other: int) -> bool:
    """Return True if one of the texts repeats a word at an offset itself."""
    return _repeated(seed, at, seed, at) or _repeated(other, at_other, other, at_other)


def _repeated(before: str, end: int, after: str, start: int) -> bool:
    """Return True if the word before an offset of a text is the word after one of another."""
    first = _WORD_AFTER.match(after, start)
    if first is None:
        return False
    word = first[1].casefold()
    ending = before[max(0, end - _FARTHEST) : end].rstrip()
    # Asked first because it is faster and seldom true.
    if not ending.casefold().endswith(word):
        return False
    last = _WORD_BEFORE.search(ending)
    return last is not None and last[0].casefold() == word
